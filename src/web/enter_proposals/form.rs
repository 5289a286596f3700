//! What is typed at the counter, and the proposal that it makes: the fields of the wizard, and before them how and when it
//! came in.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::entering::check_entry;
use crate::domain::letter_code::LetterCode;
use crate::domain::proposal::{NewProposal, Source};
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::locale::{Language, local_day, moments_of_day, read_date};
use crate::web::propose::build::Here;
use crate::web::propose::fields::{Step, Typed, proposal};
use crate::web::set_up::RoundMistake;
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};

pub(super) const SOURCE: &str = "source";
pub(super) const DAY: &str = "came_in_on";
pub(super) const HELPED: &str = "helped";
pub(super) const SCAN: &str = "scan";
const CODE: &str = "code";

/// How something comes to the counter.
pub(super) const SOURCES: [Source; 4] = [Source::Paper, Source::Phone, Source::Meeting, Source::Mail];

/// What stands in the form.
#[derive(Debug, Clone)]
pub(super) struct Form {
    /// All fields.
    pub(super) fields: Fields,
    /// Those of the paper.
    pub(super) typed: Typed,
    /// The change code of the proposal that will be entered with it.
    pub(super) code: LetterCode,
}

/// A proposal with the day on which it came in.
pub(super) struct Read {
    pub(super) new: NewProposal,
    pub(super) came_in_on: NaiveDate,
}

impl Form {
    /// An empty one. Source and day are kept from the one before.
    pub(super) fn next(source: &str, day: NaiveDate, code: LetterCode) -> Self {
        let mut fields = Fields::default();
        fields.set(SOURCE, source);
        fields.set(DAY, day.to_string());
        Self { fields, typed: Typed::default(), code }
    }

    /// One that was sent; without the code that was drawn with it, it gets another.
    pub(super) fn sent(pairs: Vec<(String, String)>, fresh: LetterCode) -> Self {
        let mut typed = Typed::default();
        for step in Step::ALL {
            typed.take(step, &pairs);
        }
        let fields = Fields::typed(pairs);
        let code = LetterCode::parse(fields.get(CODE)).unwrap_or(fresh);
        Self { fields, typed, code }
    }

    /// The proposal, or all mistakes in the order of the page.
    pub(super) fn read(&self, here: &Here, (zone, now): (Tz, Instant), language: Language) -> Result<Read, Mistakes> {
        let mut read = Reader::new(&self.fields);
        let source = SOURCES.into_iter().find(|source| source.as_str() == read.raw(SOURCE));
        if source.is_none() {
            read.refuse(SOURCE, Mistake::Choose);
        }
        let came_in_on = day(&mut read, here, zone, now);
        let helped = read.tick(HELPED);
        let came_in =
            read.finish((source.unwrap_or(Source::Paper), came_in_on.unwrap_or_else(|| local_day(now, zone))));
        match (came_in, proposal(&self.fields, here.desk(language))) {
            (Ok((source, came_in_on)), Ok(new)) => Ok(Read { new: NewProposal { source, helped, ..new }, came_in_on }),
            (came_in, typed) => {
                let mistakes = came_in.err().into_iter().chain(typed.err());
                Err(mistakes.flatten().collect())
            }
        }
    }
}

/// The day on which it came in, held against the time in which proposals are collected.
fn day(read: &mut Reader<'_>, here: &Here, zone: Tz, now: Instant) -> Option<NaiveDate> {
    let Some(day) = read_date(read.raw(DAY)) else {
        read.refuse(DAY, Mistake::Round(RoundMistake::Date));
        return None;
    };
    let collecting = here.found.round.schedule.span(Window::Collecting).unwrap_or_default();
    if let Err(refusal) = check_entry(collecting, moments_of_day(day, zone), now) {
        read.refuse(DAY, Mistake::CameIn(refusal));
    }
    Some(day)
}
