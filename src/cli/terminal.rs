//! Lines for whoever sits at the terminal.

use std::io::Write as _;

/// Writes a line to standard output. When nobody reads it any more, there is nobody to tell.
pub(super) fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
