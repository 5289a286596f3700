//! What every chart has: the frame with its name for screen readers, escaped texts, cut labels.

use std::fmt::{self, Display, Write};

/// How screen readers name a chart.
#[derive(Debug, Clone, Copy)]
pub struct Caption<'a> {
    /// Letters, digits and dashes, unlike those of all other charts of the page.
    pub id: &'a str,
    /// The name in a few words.
    pub title: &'a str,
    /// What is drawn and where the same numbers stand as a table.
    pub description: &'a str,
}

/// Puts drawn shapes into the frame: an image with a name, as wide as its place, `height` pixels high.
pub(super) fn framed(caption: Caption<'_>, height: usize, shapes: &str) -> String {
    let (id, title, description) = (Escaped(caption.id), Escaped(caption.title), Escaped(caption.description));
    format!(
        "<svg class=\"chart\" width=\"100%\" height=\"{height}\" role=\"img\" direction=\"ltr\" \
         aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\">\
         <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{description}</desc>{shapes}</svg>"
    )
}

/// A text for the inside of an element or of a quoted attribute.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|letter| match letter {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\'' => f.write_str("&#39;"),
            // XML knows no other control characters.
            letter if letter.is_control() && !matches!(letter, '\t' | '\n' | '\r') => f.write_char('\u{fffd}'),
            letter => f.write_char(letter),
        })
    }
}

/// Cuts a label to at most `most` characters, at a word's end where one is near, and says so with an ellipsis.
pub(super) fn cut(label: &str, most: usize) -> String {
    let label = label.trim();
    if label.chars().count() <= most {
        return label.to_owned();
    }
    let kept: String = label.chars().take(most.saturating_sub(1)).collect();
    let whole_words = kept.rsplit_once(char::is_whitespace).map(|(words, _)| words);
    // A cut word is better than a label that lost a third.
    let kept = whole_words.filter(|words| words.chars().count() * 3 >= most * 2).unwrap_or(&kept);
    format!(
        "{}…",
        kept.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ':' | '-' | '–'))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_is_cut_at_a_word() {
        assert_eq!(cut("Lesegarten", 20), "Lesegarten");
        assert_eq!(cut("Trinkbrunnen am Lindenplatz", 20), "Trinkbrunnen am…");
        assert_eq!(cut("Nachbarschaftsküchenausstattung", 12), "Nachbarscha…");
        assert_eq!(cut("Kanalufer: ein Weg ohne Stufen", 12), "Kanalufer…");
        assert!(cut(&"ä".repeat(100), 44).chars().count() <= 44);
    }

    #[test]
    fn a_text_cannot_leave_its_place() {
        assert_eq!(Escaped("<a b=\"'\"> & \u{1}").to_string(), "&lt;a b=&quot;&#39;&quot;&gt; &amp; \u{fffd}");
    }
}
