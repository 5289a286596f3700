//! The organisation's texts: Markdown in, harmless HTML out.

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::collections::HashSet;
use std::sync::LazyLock;

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from([
            "p",
            "br",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "strong",
            "em",
            "a",
            "blockquote",
            "hr",
            "code",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        ]))
        .tag_attributes(std::collections::HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("nofollow ugc noopener"));
    builder
});

/// Turns Markdown into HTML without scripts, styles, pictures or foreign elements. Headings begin at the second level,
/// because the first is the page's own, and stand one level below the heading that they belong to, whatever was typed.
/// HTML within the text is shown as it was typed.
#[must_use]
pub fn to_html(markdown: &str) -> String {
    let mut open: Vec<HeadingLevel> = Vec::new();
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(typed) | Event::InlineHtml(typed) => Event::Text(typed),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            open.retain(|above| *above < level);
            open.push(level);
            Event::Start(Tag::Heading { level: shown(&open), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(shown(&open))),
        other => other,
    });
    let mut unsafe_html = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut unsafe_html, events);
    CLEANER.clean(&unsafe_html).to_string()
}

/// The level at which a heading is shown that stands in these headings, itself included.
fn shown(open: &[HeadingLevel]) -> HeadingLevel {
    HeadingLevel::try_from(open.len() + 1).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_markdown_becomes_html() {
        assert_eq!(
            to_html("# Impressum\n\nBezirksamt **Lindenau**\n\n- eins\n- zwei\n"),
            "<h2>Impressum</h2>\n<p>Bezirksamt <strong>Lindenau</strong></p>\n<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n"
        );
        assert!(to_html("[Mail](mailto:amt@lindenau.example)").contains("href=\"mailto:amt@lindenau.example\""));
        assert!(to_html("| a | b |\n|---|---|\n| 1 | 2 |").contains("<td>2</td>"));
    }

    #[test]
    fn headings_begin_at_the_second_level_and_skip_none() {
        assert_eq!(to_html("## a\n\n### b\n\n## c\n"), "<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>\n");
        assert_eq!(to_html("# a\n\n#### b\n\n### c\n"), "<h2>a</h2>\n<h3>b</h3>\n<h3>c</h3>\n");
        assert_eq!(to_html("### a\n\n###### b\n"), "<h2>a</h2>\n<h3>b</h3>\n");
    }

    #[test]
    fn nothing_dangerous_survives() {
        for attack in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[go](javascript:alert(1))",
            "[go](JaVa\tScRiPt:alert(1))",
            "![picture](https://elsewhere.example/pixel.png)",
            "<a href=\"data:text/html,x\" style=\"color:red\">x</a>",
            "<div onclick=alert(1)>\n\n# a {onclick=alert(1)}\n\n</div>",
        ] {
            let document = scraper::Html::parse_fragment(&to_html(attack));
            for element in document.select(&scraper::Selector::parse("*").unwrap()) {
                let element = element.value();
                assert!(!["script", "img", "div", "style"].contains(&element.name()), "{attack}: {}", element.name());
                assert!(element.attrs().all(|(name, _)| !name.starts_with("on") && name != "style"), "{attack}");
                assert!(element.attr("href").is_none(), "{attack}");
            }
        }
    }

    #[test]
    fn typed_html_is_shown_as_it_was_typed() {
        assert_eq!(to_html("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    }
}
