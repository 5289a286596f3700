//! Bars that lie one below the other, each under its label and with its value behind it.
//!
//! The label is text of the page, so that it wraps where an SVG would have to cut it; only bar and value are drawn.

use super::share::Share;
use super::svg::{Caption, Escaped};
use std::fmt::Write;

/// One bar.
#[derive(Debug, Clone, Copy)]
pub struct Bar<'a> {
    /// What the bar stands for, such as `07 Canal bank`.
    pub label: &'a str,
    /// What must be read with it, such as `not funded`; stands behind the label.
    pub note: Option<&'a str>,
    /// The value as it is read.
    pub value_text: &'a str,
    /// The length in relation to the longest possible bar.
    pub share: Share,
    /// Filled bars are funded, open ones are not.
    pub filled: bool,
}

const HEIGHT: usize = 20;
const BAR_TOP: usize = 2;
const BAR_HEIGHT: usize = 16;
const VALUE_BASELINE: usize = 16;
const VALUE_GAP: Share = Share::from_hundredths(150);
/// A bar of nearly nothing is still seen.
const SHORTEST: Share = Share::from_hundredths(40);

/// Draws bars in the given order, together one image with a name. The table beside the chart is the template's.
#[must_use]
pub fn bars(caption: Caption<'_>, bars: &[Bar<'_>]) -> String {
    let longest = longest_bar(bars);
    let (id, title, description) = (Escaped(caption.id), Escaped(caption.title), Escaped(caption.description));
    let mut chart = format!(
        "<div class=\"bars\" role=\"img\" dir=\"ltr\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\">\
         <span id=\"{id}-title\" hidden>{title}</span><span id=\"{id}-desc\" hidden>{description}</span>"
    );
    for bar in bars {
        // Writing into memory does not fail.
        let _ = draw(&mut chart, bar, longest);
    }
    chart.push_str("</div>");
    chart
}

/// How long the longest bar may be, so that the longest value has room behind it on a phone.
fn longest_bar(bars: &[Bar<'_>]) -> Share {
    match bars.iter().map(|bar| bar.value_text.chars().count()).max().unwrap_or(0) {
        0..=6 => Share::from_hundredths(8000),
        7..=12 => Share::from_hundredths(6400),
        _ => Share::from_hundredths(4800),
    }
}

fn draw(chart: &mut String, bar: &Bar<'_>, longest: Share) -> std::fmt::Result {
    let width = bar.share.within(longest);
    write!(chart, "<div><bdi class=\"t\">{}</bdi>", Escaped(bar.label))?;
    if let Some(note) = bar.note {
        write!(chart, " <bdi>{}</bdi>", Escaped(note))?;
    }
    write!(chart, "<svg width=\"100%\" height=\"{HEIGHT}\">")?;
    if width > Share::NOTHING {
        // An open bar begins one pixel in, because half of its border lies outside.
        let (width, class, x) = (width.max(SHORTEST), if bar.filled { "c1" } else { "c2" }, u8::from(!bar.filled));
        write!(chart, "<rect class=\"{class}\" x=\"{x}\" y=\"{BAR_TOP}\" width=\"{width}\" height=\"{BAR_HEIGHT}\"/>")?;
    }
    let behind = if width > Share::NOTHING { width.max(SHORTEST).plus(VALUE_GAP) } else { width };
    write!(chart, "<text x=\"{behind}\" y=\"{VALUE_BASELINE}\">{}</text></svg></div>", Escaped(bar.value_text))
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
        let chart = bars(CAPTION, &[bar("03 Crossing", 100, true)]);

        assert!(chart.contains("role=\"img\"") && chart.contains("aria-labelledby=\"points-title\""));
        assert!(chart.contains("<span id=\"points-title\" hidden>Points &lt;1&gt;</span>"));
        assert!(chart.contains("<span id=\"points-desc\" hidden>Bars &amp; a table</span>"));
        assert!(!chart.contains("style"));
    }

    #[test]
    fn funded_bars_are_filled_and_the_others_open() {
        let chart = bars(CAPTION, &[bar("03 Crossing", 100, true), bar("07 Bank", 50, false)]);

        assert!(chart.contains("<rect class=\"c1\" x=\"0\" y=\"2\" width=\"80.00%\""));
        assert!(chart.contains("<rect class=\"c2\" x=\"1\" y=\"2\" width=\"40.00%\""));
    }

    #[test]
    fn a_long_label_stands_whole_before_its_note() {
        let chart = bars(CAPTION, &[bar("07 Canal bank: a path without steps from the harbour", 50, false)]);

        assert!(
            chart.contains("07 Canal bank: a path without steps from the harbour</bdi> <bdi>not funded</bdi>"),
            "{chart}"
        );
    }

    #[test]
    fn a_bar_of_nothing_has_its_value_and_no_shape() {
        let chart = bars(CAPTION, &[bar("03 Crossing", 0, true)]);

        assert!(!chart.contains("<rect"));
        assert!(chart.contains(">2,549</text>"));
    }

    #[test]
    fn labels_and_values_are_escaped() {
        let shouting = Bar { label: "<script>", note: Some("<i>"), value_text: "<b>", share: Share::ALL, filled: true };

        let chart = bars(CAPTION, &[shouting]);

        assert!(["<script>", "<i>", "<b>"].iter().all(|markup| !chart.contains(markup)));
    }

    #[test]
    fn a_chart_without_bars_is_still_sound() {
        assert!(bars(CAPTION, &[]).ends_with("</span></div>"));
    }
}
