//! What was found as a table: all of it, whatever the page.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono_tz::Tz;

use super::asked::Wanted;
use super::build::{by, concerned, sha256};
use super::load::{KnownRounds, Scope, for_each};
use super::sentence::{Medium, Teller};
use crate::app::App;
use crate::exchange::csv::{CsvError, CsvTable};
use crate::locale::Words;
use crate::store::Conn;
use crate::store::record::{KnownActor, Recorded};
use crate::web::error::WebError;
use crate::web::round::load::Reader;

/// With what a table is written, far from the request that asked for it.
pub(super) struct Pen {
    pub(super) app: Arc<App>,
    pub(super) zone: Tz,
    pub(super) reader: Reader,
}

impl Pen {
    /// What writes sentences into a file.
    pub(super) fn teller(&self) -> Teller<'_> {
        Teller { words: Words::new(&self.app.catalogue, self.reader.language, self.zone), medium: Medium::File }
    }
}

impl From<CsvError> for WebError {
    fn from(error: CsvError) -> Self {
        Self::fault(error)
    }
}

/// The public entries that are wanted. The names of the columns are the same in every language.
pub(super) fn public_table(conn: &mut Conn, wanted: &Wanted, pen: &Pen) -> Result<Vec<u8>, WebError> {
    let mut table = CsvTable::new(["id", "time", "act", "what", "by", "round", "reason", "sha256"])?;
    for_each(conn, wanted, Scope::Public, pen.reader, |entry, rounds, actors| {
        let cells = Cells::of(entry, (Scope::Public, rounds, actors), pen.teller());
        let Cells { time, what, by, round, reason, sha256 } = &cells;
        Ok(table.row([&entry.id, time, &entry.act, what, by, round, reason, sha256])?)
    })?;
    Ok(table.into_bytes()?)
}

/// All entries that are wanted, with names and exact texts.
pub(super) fn whole_table(conn: &mut Conn, wanted: &Wanted, pen: &Pen) -> Result<Vec<u8>, WebError> {
    let mut table =
        CsvTable::new(["id", "time", "act", "what", "by", "concerns", "round", "reason", "sha256", "body"])?;
    for_each(conn, wanted, Scope::Whole, pen.reader, |entry, rounds, actors| {
        let cells = Cells::of(entry, (Scope::Whole, rounds, actors), pen.teller());
        let Cells { time, what, by, round, reason, sha256 } = &cells;
        let concerns = concerned(entry, Scope::Whole, actors, pen.teller()).unwrap_or_default();
        Ok(table.row([&entry.id, time, &entry.act, what, by, &concerns, round, reason, sha256, &entry.body])?)
    })?;
    Ok(table.into_bytes()?)
}

/// What both tables have of an entry besides its own columns.
struct Cells {
    time: String,
    what: String,
    by: String,
    round: String,
    reason: String,
    sha256: String,
}

type Known<'a> = (Scope, &'a KnownRounds, &'a BTreeMap<String, KnownActor>);

impl Cells {
    fn of(entry: &Recorded, (scope, rounds, actors): Known<'_>, teller: Teller<'_>) -> Self {
        let telling = teller.tell(entry, rounds.title(entry));
        Self {
            time: entry.at.to_rfc3339(),
            what: telling.sentence,
            by: by(entry, scope, actors, teller),
            round: rounds.of(entry).map(|round| round.slug.to_string()).unwrap_or_default(),
            reason: telling.reason.unwrap_or_default(),
            sha256: sha256(entry),
        }
    }
}
