//! What every chart has: the frame with its name for screen readers, escaped texts.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_leave_its_place() {
        assert_eq!(Escaped("<a b=\"'\"> & \u{1}").to_string(), "&lt;a b=&quot;&#39;&quot;&gt; &amp; \u{fffd}");
    }
}
