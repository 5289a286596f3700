//! Money as a field of slanted strips: each funded project as wide as its cost, and an open strip for what is left.

use super::share::Share;
use super::svg::{Caption, Escaped, framed};
use std::fmt::Write;

/// One strip of the field.
#[derive(Debug, Clone, Copy)]
pub struct Strip<'a> {
    /// A short name that may stand on the strip, such as the project's number.
    pub label: &'a str,
    /// The amount as it is read.
    pub value_text: &'a str,
    /// Its share in the whole field.
    pub share: Share,
}

const HEIGHT: usize = 104;
/// The slant moves the lower edge by this much, so the field begins that far in.
const SLANT_PIXELS: usize = 16;
/// What is left of the width on a phone when the slant is taken off.
const FIELD: Share = Share::from_hundredths(9500);
const WIDEST_GAP: u16 = 35;
/// All gaps together take at most this much, however many strips there are.
const ALL_GAPS: u16 = 1000;
/// Room before and behind a text, in pixels.
const MARGINS: usize = 8;
const TEXT_INSET: Share = Share::from_hundredths(70);
/// Widths in pixels of the field on a phone and where the stylesheet begins to show texts of the classes `wide` and
/// `desk`.
const PHONE: usize = 288;
const WIDE: usize = 600;
const DESK: usize = 900;

/// Draws the funded projects in the given order, and `left_over` as an open strip. The shares together should not
/// pass the whole; what passes it is cut off at the end. The list of amounts beside the chart is the template's.
#[must_use]
pub fn strips(caption: Caption<'_>, funded: &[Strip<'_>], left_over: Option<Strip<'_>>) -> String {
    let count = funded.len() + usize::from(left_over.is_some());
    let gap = u16::try_from(count).map_or(0, |count| WIDEST_GAP.min(ALL_GAPS / count.max(1)));
    let gaps = u16::try_from(count.saturating_sub(1)).map_or(0, |count| count.saturating_mul(gap));
    let field = FIELD.minus(Share::from_hundredths(gaps));
    let mut shapes = format!("<g transform=\"translate({SLANT_PIXELS} 0)\">");
    let mut from = Share::NOTHING;
    let all = funded.iter().map(|strip| (strip, true)).chain(left_over.iter().map(|strip| (strip, false)));
    for (strip, filled) in all {
        let width = strip.share.within(field).min(FIELD.minus(from));
        if width > Share::NOTHING {
            // Writing into memory does not fail.
            let _ = draw(&mut shapes, strip, from, width, filled);
            from = from.plus(width).plus(Share::from_hundredths(gap));
        }
    }
    shapes.push_str("</g>");
    framed(caption, HEIGHT, &shapes)
}

fn draw(shapes: &mut String, strip: &Strip<'_>, from: Share, width: Share, filled: bool) -> std::fmt::Result {
    let (fill, on, top) = if filled { ("c1", "on", 0) } else { ("c2", "off", 1) };
    write!(
        shapes,
        "<rect class=\"{fill}\" transform=\"skewX(-9)\" x=\"{from}\" y=\"{top}\" width=\"{width}\" height=\"{}\"/>",
        HEIGHT - 2 * top
    )?;
    let x = from.plus(TEXT_INSET.min(width));
    for (text, strong, y, pixels) in [(strip.label, " t", 28, 10), (strip.value_text, "", 50, 9)] {
        if let Some(room) = room(text, pixels, width) {
            write!(shapes, "<text class=\"{on}{strong}{room}\" x=\"{x}\" y=\"{y}\">{}</text>", Escaped(text))?;
        }
    }
    Ok(())
}

/// The class with which a text fits its strip: none when it fits on a phone, `wide` or `desk` when it needs a wide
/// window; `None` when it fits nowhere.
fn room(text: &str, pixels_per_letter: usize, width: Share) -> Option<&'static str> {
    let needed = text.chars().count() * pixels_per_letter + MARGINS;
    let there = |field: usize| field * usize::from(width.hundredths()) / usize::from(Share::ALL.hundredths());
    if needed <= there(PHONE) {
        Some("")
    } else if needed <= there(WIDE) {
        Some(" wide")
    } else if needed <= there(DESK) {
        Some(" desk")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAPTION: Caption<'_> = Caption { id: "money", title: "Money", description: "Strips" };

    fn strip(part: i64) -> Strip<'static> {
        Strip { label: "03", value_text: "€95,000", share: Share::of(part, 100) }
    }

    fn widths(svg: &str) -> Vec<(f64, f64)> {
        let number = |text: &str| text.split_once('%').unwrap().0.parse::<f64>().unwrap();
        svg.split("<rect")
            .skip(1)
            .map(|rect| (number(rect.split_once(" x=\"").unwrap().1), number(rect.split_once("width=\"").unwrap().1)))
            .collect()
    }

    #[test]
    fn strips_are_as_wide_as_their_share_and_do_not_overlap() {
        let widths = widths(&strips(CAPTION, &[strip(50), strip(25)], Some(strip(25))));

        assert_eq!(widths.len(), 3);
        assert!((widths[0].1 / widths[1].1 - 2.0).abs() < 0.01);
        for pair in widths.windows(2) {
            assert!(pair[0].0 + pair[0].1 < pair[1].0);
        }
        assert!(widths[2].0 + widths[2].1 <= 95.0);
    }

    #[test]
    fn the_rest_is_open() {
        let svg = strips(CAPTION, &[strip(90)], Some(strip(10)));

        assert_eq!(svg.matches("class=\"c1\"").count(), 1);
        assert_eq!(svg.matches("class=\"c2\"").count(), 1);
        assert_eq!(strips(CAPTION, &[strip(100)], None).matches("class=\"c2\"").count(), 0);
    }

    #[test]
    fn a_text_stands_only_where_it_fits() {
        let svg = strips(CAPTION, &[strip(30), strip(13), strip(6), strip(4), strip(1)], None);

        assert_eq!(svg.matches("class=\"on t\"").count(), 2);
        assert_eq!(svg.matches("class=\"on t wide\"").count(), 1);
        assert_eq!(svg.matches("class=\"on t desk\"").count(), 1);
        assert_eq!(svg.matches("class=\"on\"").count(), 1);
        assert_eq!(svg.matches("class=\"on wide\"").count(), 1);
    }

    #[test]
    fn hundreds_of_strips_and_shares_past_the_whole_stay_within_the_field() {
        for funded in [vec![Strip { label: "1", value_text: "1", share: Share::of(1, 300) }; 300], vec![strip(60); 3]] {
            let widths = widths(&strips(CAPTION, &funded, Some(strip(5))));
            let (from, width) = widths.last().unwrap();

            assert!(from + width <= 95.01, "{from} {width}");
        }
    }
}
