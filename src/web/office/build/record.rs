//! The public acts of a round, from the bodies of the record's entries.

use serde_json::Value;

use crate::domain::time::Instant;
use crate::locale::Words;
use crate::store::entries::EntryRow;
use crate::web::office::view::{Change, RecordRow, act_key, actor_key};

/// The list, newest first.
pub(super) fn rows(entries: &[EntryRow], words: Words<'_>) -> Vec<RecordRow> {
    let row = |entry: &EntryRow| RecordRow {
        at: words.date_time(entry.at),
        act: act_key(&entry.act),
        actor: actor_key(&entry.actor_ref),
        change: change(entry, words),
        reason: detail(entry, "reason"),
    };
    entries.iter().map(row).collect()
}

/// What the latest act of this name changed.
pub(super) fn latest_change(entries: &[EntryRow], act: &str, words: Words<'_>) -> Option<Change> {
    change(entries.iter().find(|entry| entry.act == act)?, words)
}

fn change(entry: &EntryRow, words: Words<'_>) -> Option<Change> {
    let moment = |name| Instant::parse(&detail(entry, name)?).map(|at| words.until(at));
    Some(Change { before: moment("before")?, after: moment("after")? })
}

fn detail(entry: &EntryRow, name: &str) -> Option<String> {
    let body: Value = serde_json::from_str(&entry.body).ok()?;
    Some(body.get("details")?.get(name)?.as_str()?.to_owned())
}
