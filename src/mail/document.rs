//! A letter as HTML: the same words as its text in a whole document, without pictures and without anything from elsewhere.

use crate::locale::{Words, escape_html};

/// Mail programs have no stylesheet of ours; this keeps lines readable and letters as large as the reader set them. A long
/// link breaks on a narrow screen.
const SHEET_STYLE: &str = "font-family:sans-serif;line-height:1.5;max-width:38em;margin:1em;overflow-wrap:break-word";
/// Seen in the light and in the dark, and louder in neither.
const RULE_STYLE: &str = "border:0;border-top:1px solid #748176;margin:1.5em 0";
/// Large enough for a finger.
const LINK_STYLE: &str = "display:inline-block;max-width:100%;padding:0.625em 0";
const CODE_STYLE: &str = "font-size:1.75em;letter-spacing:0.15em";

/// The document: a paragraph for each of the text; a line that is a link can be followed and breaks at its strokes, the
/// code stands out. Mail programs that show a mail inside a page of theirs drop what stands at `html` and `body`, so the
/// sheet says it again.
pub(super) fn document(
    words: &Words<'_>,
    subject: &str,
    body: &str,
    foot: &str,
    (links, code): (&[String], &str),
) -> String {
    let (tag, direction) = (words.language().tag(), words.language().direction().as_str());
    let line = |line: &str| match line {
        one if !one.is_empty() && links.iter().any(|link| link == one) => {
            let link = escape_html(one);
            let shown = link.replace('/', "/<wbr>");
            format!("<a href=\"{link}\" dir=\"ltr\" style=\"{LINK_STYLE}\">{shown}</a>")
        }
        one if !one.is_empty() && one == code => {
            format!("<strong dir=\"ltr\" style=\"{CODE_STYLE}\">{}</strong>", escape_html(one))
        }
        other => escape_html(other),
    };
    let paragraph = |paragraph: &str| {
        let lines: Vec<String> = paragraph.lines().map(line).collect();
        format!("<p>{}</p>\n", lines.join("<br>\n"))
    };
    let paragraphs =
        |text: &str| -> String { text.split("\n\n").filter(|text| !text.trim().is_empty()).map(paragraph).collect() };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"{direction}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{}</title></head>\n\
         <body>\n<div lang=\"{tag}\" dir=\"{direction}\" style=\"{SHEET_STYLE}\">\n{}\
         <hr style=\"{RULE_STYLE}\">\n{}</div>\n</body>\n</html>\n",
        escape_html(subject),
        paragraphs(body),
        paragraphs(foot),
    )
}
