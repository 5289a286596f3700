//! A line on the terminal that says how far a long count is.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use allmende_tally::{Progress, Stage};

pub(super) struct Meter {
    started: Instant,
    shown: Option<Instant>,
    on_terminal: bool,
}

impl Meter {
    pub(super) fn new() -> Self {
        Self { started: Instant::now(), shown: None, on_terminal: io::stderr().is_terminal() }
    }

    /// Writes at most ten times a second, and nothing in the first second.
    pub(super) fn show(&mut self, progress: Progress) {
        let recent = self.shown.is_some_and(|at| at.elapsed() < Duration::from_millis(100));
        if !self.on_terminal || recent || self.started.elapsed() < Duration::from_secs(1) {
            return;
        }
        self.shown = Some(Instant::now());
        let done = progress.done;
        let line = match progress.stage {
            Stage::Grouping => "bringing identical ballots together".to_owned(),
            Stage::Runs => format!("counting: {done} runs of Equal Shares are done"),
            Stage::Choosing => format!("choosing: {done} projects looked at"),
        };
        // A terminal that takes no progress line is no reason to stop counting.
        write!(io::stderr().lock(), "\r\x1b[K{line}").ok();
    }

    pub(super) fn clear(&self) {
        if self.shown.is_some() {
            write!(io::stderr().lock(), "\r\x1b[K").ok();
        }
    }
}
