//! A line on the terminal that says how far a backup is.

use std::io::{self, IsTerminal, Write};

use crate::backup::Progress;

pub(super) struct CopyMeter {
    on_terminal: bool,
    shown: bool,
}

impl CopyMeter {
    pub(super) fn new() -> Self {
        Self { on_terminal: io::stderr().is_terminal(), shown: false }
    }

    pub(super) fn show(&mut self, progress: Progress) {
        if !self.on_terminal {
            return;
        }
        self.shown = true;
        let line = match progress {
            Progress::Database(bytes) => format!("database: {} MB are written", bytes / 1_000_000),
            Progress::Files(done, all) => format!("files: {done} of {all}"),
        };
        // A terminal that takes no progress line is no reason to stop.
        write!(io::stderr().lock(), "\r\x1b[K{line}").ok();
    }

    pub(super) fn clear(&self) {
        if self.shown {
            write!(io::stderr().lock(), "\r\x1b[K").ok();
        }
    }
}
