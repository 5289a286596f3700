//! Bars that lie one below the other, each under its label and with its value behind it.

use super::share::Share;
use super::svg::{Caption, Escaped, cut, framed};
use std::fmt::Write;

/// One bar.
#[derive(Debug, Clone, Copy)]
pub struct Bar<'a> {
    /// What the bar stands for, such as `07 Canal bank`; cut when it is long.
    pub label: &'a str,
    /// What must be read with it, such as `not funded`; stands behind the label and is never cut.
    pub note: Option<&'a str>,
    /// The value as it is read.
    pub value_text: &'a str,
    /// The length in relation to the longest possible bar.
    pub share: Share,
    /// Filled bars are funded, open ones are not.
    pub filled: bool,
}

const ROW: usize = 52;
const LABEL_BASELINE: usize = 17;
const BAR_TOP: usize = 25;
const BAR_HEIGHT: usize = 17;
const VALUE_BASELINE: usize = 39;
/// Characters of a label and its note that fit a phone of 360 pixels.
const LINE_LENGTH: usize = 33;
/// A label keeps this much even before a long note.
const SHORTEST_LABEL: usize = 12;
const VALUE_GAP: Share = Share::from_hundredths(150);
/// A bar of nearly nothing is still seen.
const SHORTEST: Share = Share::from_hundredths(40);

/// Draws bars in the given order. The table beside the chart is the template's.
#[must_use]
pub fn bars(caption: Caption<'_>, bars: &[Bar<'_>]) -> String {
    let longest = longest_bar(bars);
    let mut shapes = String::new();
    for (row, bar) in bars.iter().enumerate() {
        // Writing into memory does not fail.
        let _ = draw(&mut shapes, row * ROW, bar, longest);
    }
    framed(caption, bars.len() * ROW, &shapes)
}

/// How long the longest bar may be, so that the longest value has room behind it on a phone.
fn longest_bar(bars: &[Bar<'_>]) -> Share {
    match bars.iter().map(|bar| bar.value_text.chars().count()).max().unwrap_or(0) {
        0..=6 => Share::from_hundredths(8000),
        7..=12 => Share::from_hundredths(6400),
        _ => Share::from_hundredths(4800),
    }
}

fn draw(shapes: &mut String, top: usize, bar: &Bar<'_>, longest: Share) -> std::fmt::Result {
    let width = bar.share.within(longest);
    draw_label(shapes, top + LABEL_BASELINE, bar)?;
    if width > Share::NOTHING {
        let (width, y) = (width.max(SHORTEST), top + BAR_TOP);
        if bar.filled {
            write!(shapes, "<rect class=\"c1\" x=\"0\" y=\"{y}\" width=\"{width}\" height=\"{BAR_HEIGHT}\"/>")?;
        } else {
            // One pixel in, because half of the open bar's border lies outside.
            write!(shapes, "<rect class=\"c2\" x=\"1\" y=\"{y}\" width=\"{width}\" height=\"{BAR_HEIGHT}\"/>")?;
        }
    }
    let behind = if width > Share::NOTHING { width.max(SHORTEST).plus(VALUE_GAP) } else { width };
    write!(shapes, "<text x=\"{behind}\" y=\"{}\">{}</text>", top + VALUE_BASELINE, Escaped(bar.value_text))
}

fn draw_label(shapes: &mut String, y: usize, bar: &Bar<'_>) -> std::fmt::Result {
    let note_length = bar.note.map_or(0, |note| note.chars().count() + 1);
    let label = cut(bar.label, LINE_LENGTH.saturating_sub(note_length).max(SHORTEST_LABEL));
    write!(shapes, "<text x=\"0\" y=\"{y}\"><tspan class=\"t\">{}</tspan>", Escaped(&label))?;
    if let Some(note) = bar.note {
        write!(shapes, " <tspan dx=\"4\">{}</tspan>", Escaped(note))?;
    }
    shapes.write_str("</text>")
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAPTION: Caption<'_> = Caption { id: "points", title: "Points <1>", description: "Bars & a table" };

    fn bar(label: &'static str, part: i64, filled: bool) -> Bar<'static> {
        Bar { label, note: (!filled).then_some("not funded"), value_text: "2,549", share: Share::of(part, 100), filled }
    }

    #[test]
    fn a_chart_has_a_name_and_no_inline_style() {
        let svg = bars(CAPTION, &[bar("03 Crossing", 100, true)]);

        assert!(svg.contains("role=\"img\"") && svg.contains("aria-labelledby=\"points-title\""));
        assert!(svg.contains("<title id=\"points-title\">Points &lt;1&gt;</title>"));
        assert!(svg.contains("<desc id=\"points-desc\">Bars &amp; a table</desc>"));
        assert!(!svg.contains("style"));
    }

    #[test]
    fn funded_bars_are_filled_and_the_others_open() {
        let svg = bars(CAPTION, &[bar("03 Crossing", 100, true), bar("07 Bank", 50, false)]);

        assert!(svg.contains("<rect class=\"c1\" x=\"0\" y=\"25\" width=\"80.00%\""));
        assert!(svg.contains("<rect class=\"c2\" x=\"1\" y=\"77\" width=\"40.00%\""));
        assert!(svg.contains("height=\"104\""));
    }

    #[test]
    fn a_long_label_is_cut_and_its_note_is_not() {
        let svg = bars(CAPTION, &[bar("07 Canal bank: a path without steps from the harbour", 50, false)]);

        assert!(svg.contains("07 Canal bank: a…</tspan> <tspan dx=\"4\">not funded</tspan>"), "{svg}");
    }

    #[test]
    fn a_bar_of_nothing_has_its_value_and_no_shape() {
        let svg = bars(CAPTION, &[bar("03 Crossing", 0, true)]);

        assert!(!svg.contains("<rect"));
        assert!(svg.contains(">2,549</text>"));
    }

    #[test]
    fn labels_and_values_are_escaped() {
        let shouting = Bar { label: "<script>", note: Some("<i>"), value_text: "<b>", share: Share::ALL, filled: true };

        let svg = bars(CAPTION, &[shouting]);

        assert!(["<script>", "<i>", "<b>"].iter().all(|markup| !svg.contains(markup)));
    }

    #[test]
    fn a_chart_without_bars_is_still_sound() {
        assert!(bars(CAPTION, &[]).ends_with("</desc></svg>"));
    }
}
