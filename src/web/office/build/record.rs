//! What was done in a round, and what the latest act changed.

use crate::domain::time::Instant;
use crate::locale::Words;
use crate::record::{Act, Details};
use crate::store::record::Recorded;
use crate::web::record::build::entry_in_words;
use crate::web::record::view::RecordEntry;

/// The list, newest first; `round` is the round's title.
pub(super) fn rows(entries: &[Recorded], round: &str, words: Words<'_>) -> Vec<RecordEntry> {
    entries.iter().map(|entry| entry_in_words(entry, Some(round), words)).collect()
}

/// A value before and after.
pub(super) struct Change {
    pub(super) before: String,
    pub(super) after: String,
}

/// What the latest of these acts changed.
pub(super) fn latest_change(entries: &[Recorded], act: Act, words: Words<'_>) -> Option<Change> {
    let entry = entries.iter().find(|entry| entry.act == act.as_str())?;
    let details = Details::read(&entry.body)?;
    let moment = |name: &str| details.time(name).map(|at: Instant| words.until(at));
    Some(Change { before: moment("before")?, after: moment("after")? })
}
