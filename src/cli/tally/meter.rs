//! A line on the terminal that says how far a long count is.
//!
//! A thread of its own writes it, so that it comes also where nobody reports for a while: reading a large file, bringing
//! ballots together, or a long search.

use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use allmende_tally::{Progress, Stage};

use super::Tongue;
use super::voice::Voice;
use crate::locale::{Arg, Words};

/// Nothing is written before, because most counts are over by then.
const AT_FIRST: Duration = Duration::from_secs(1);
/// How often the line is written anew.
const AFTERWARDS: Duration = Duration::from_millis(200);

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Reading,
    Counting(Progress),
    Nothing,
}

/// Shows a line as long as it lives, and only where standard error is a terminal.
pub(super) struct Meter(Option<(Arc<Board>, JoinHandle<()>)>);

/// Where the count writes down what it does.
struct Board {
    tongue: Tongue,
    doing: Mutex<Doing>,
    ended: Condvar,
}

impl Board {
    fn doing(&self) -> MutexGuard<'_, Doing> {
        self.doing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes the line now and then, until nothing is done any more.
    fn show(&self) {
        let (mut doing, mut pause, mut shown) = (self.doing(), AT_FIRST, None);
        while *doing != Doing::Nothing {
            let (next, waited) = self
                .ended
                .wait_timeout_while(doing, pause, |doing| *doing != Doing::Nothing)
                .unwrap_or_else(PoisonError::into_inner);
            doing = next;
            if waited.timed_out() {
                // Most counts never need the messages; without them there is no line.
                if shown.is_none() {
                    shown = Voice::load(self.tongue).ok();
                }
                let line = shown.as_ref().map(|voice| line(*doing, voice.words())).unwrap_or_default();
                // A terminal that takes no progress line is no reason to stop counting.
                write!(io::stderr().lock(), "\r\x1b[K{line}").ok();
                pause = AFTERWARDS;
            }
        }
        if shown.is_some() {
            write!(io::stderr().lock(), "\r\x1b[K").ok();
        }
    }
}

impl Meter {
    /// Begins with the reading of the file.
    pub(super) fn new(tongue: Tongue) -> Self {
        if !io::stderr().is_terminal() {
            return Self(None);
        }
        let board = Arc::new(Board { tongue, doing: Mutex::new(Doing::Reading), ended: Condvar::new() });
        let shown = Arc::clone(&board);
        // Where no thread is to be had, there is no line.
        Self(thread::Builder::new().spawn(move || shown.show()).ok().map(|thread| (board, thread)))
    }

    /// Notes how far the count is.
    pub(super) fn show(&self, progress: Progress) {
        if let Some((board, _)) = &self.0 {
            *board.doing() = Doing::Counting(progress);
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if let Some((board, thread)) = self.0.take() {
            *board.doing() = Doing::Nothing;
            board.ended.notify_all();
            // The line must be gone before anything else is written.
            thread.join().ok();
        }
    }
}

fn line(doing: Doing, words: Words<'_>) -> String {
    let Progress { stage, done } = match doing {
        Doing::Reading => return words.plain("tally-progress-reading", &[]),
        Doing::Nothing => return String::new(),
        Doing::Counting(progress) => progress,
    };
    let done = [("done", Arg::from(i64::try_from(done).unwrap_or(i64::MAX)))];
    match stage {
        Stage::Grouping => words.plain("tally-progress-grouping", &[]),
        Stage::Runs => words.plain("tally-progress-runs", &done),
        Stage::Choosing => words.plain("tally-progress-choosing", &done),
        Stage::Searching => words.plain("tally-progress-searching", &done),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stage_has_its_line() {
        let (english, german) = (Voice::load(Tongue::En).unwrap(), Voice::load(Tongue::De).unwrap());
        let counting = |stage, voice: &Voice| line(Doing::Counting(Progress { stage, done: 7 }), voice.words());

        assert_eq!(line(Doing::Reading, english.words()), "Reading the file");
        assert_eq!(line(Doing::Reading, german.words()), "Die Datei wird gelesen");
        assert_eq!(counting(Stage::Grouping, &english), "Bringing identical ballots together");
        for stage in [Stage::Runs, Stage::Choosing, Stage::Searching] {
            let (english, german) = (counting(stage, &english), counting(stage, &german));
            assert!(english.ends_with(": 7") && german.ends_with(": 7") && english != german, "{english}, {german}");
        }
    }

    #[test]
    fn the_thread_ends_with_the_count() {
        let board = Arc::new(Board { tongue: Tongue::En, doing: Mutex::new(Doing::Reading), ended: Condvar::new() });
        let shown = Arc::clone(&board);
        let meter = Meter(Some((board, thread::spawn(move || shown.show()))));
        meter.show(Progress { stage: Stage::Runs, done: 1 });

        drop(meter);
    }
}
