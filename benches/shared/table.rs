//! Tables in Markdown, line by line as the figures come.

use std::io::Write as _;
use std::time::Duration;

use super::Fault;

/// Prints a line.
pub(crate) fn say(line: &str) -> Result<(), Fault> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

/// Prints the head of a table.
pub(crate) fn head(columns: &[&str]) -> Result<(), Fault> {
    say(&format!("\n| {} |", columns.join(" | ")))?;
    say(&format!("| --- |{}", " ---: |".repeat(columns.len().saturating_sub(1))))
}

/// Prints a row.
pub(crate) fn row(cells: &[String]) -> Result<(), Fault> {
    say(&format!("| {} |", cells.join(" | ")))
}

/// Three digits that count.
pub(crate) fn number(value: f64) -> String {
    match value {
        _ if !value.is_finite() => "-".to_owned(),
        _ if value >= 100.0 => format!("{value:.0}"),
        _ if value >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// Milliseconds.
pub(crate) fn milliseconds(time: Option<Duration>) -> String {
    time.map_or_else(|| "-".to_owned(), |time| number(time.as_secs_f64() * 1000.0))
}
