//! Lines for whoever sits at the terminal.

use std::io::Write as _;

/// Writes a line to standard output. When nobody reads it any more, there is nobody to tell.
pub(super) fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Writes a line to standard error, for what the operator must not miss.
pub(super) fn warn(line: &str) {
    let _ = writeln!(std::io::stderr(), "allmende: {line}");
}
