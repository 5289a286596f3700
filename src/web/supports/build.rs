//! What is said of supports.

use super::load::SupportRead;
use super::view::{SupportAct, SupportSection};
use crate::actions::support::Hindrance;
use crate::domain::ids::ProposalNumber;
use crate::domain::round::{Eligible, Round};
use crate::domain::schedule::Window;
use crate::locale::{Arg, Words};
use crate::web::round::load::Reader;
use crate::web::routes;

/// The supports of a proposal; `original` is the one that it was joined with.
pub(in crate::web) fn support_section(
    (round, number, original): (&Round, ProposalNumber, Option<ProposalNumber>),
    read: &SupportRead,
    (reader, words): (Reader, Words<'_>),
) -> SupportSection {
    SupportSection {
        count: read.count.map(|count| counted(count, read.needed, words)),
        hidden: read.count.is_none() && round.schedule.begun(Window::Supporting, reader.now),
        mine: read.is_mine,
        act: act((round, number, original), read, (reader, words)),
        url: routes::support(reader.language, &round.slug, number),
    }
}

/// How many there are, and of how many that are needed.
fn counted(count: i64, needed: Option<i64>, words: Words<'_>) -> String {
    let count = ("count", Arg::Count(count));
    match needed {
        Some(needed) => words.text("supports-count-of", &[count, ("needed", Arg::Count(needed))]),
        None => words.text("supports-count", &[count]),
    }
}

fn act(
    (round, number, original): (&Round, ProposalNumber, Option<ProposalNumber>),
    read: &SupportRead,
    (reader, words): (Reader, Words<'_>),
) -> SupportAct {
    let (language, slug) = (reader.language, &round.slug);
    let span = round.schedule.span(Window::Supporting).unwrap_or_default();
    let until = span.closes_at.map(|closes| words.until(closes));
    let here = routes::support(language, slug, number);
    if read.is_mine && round.takes_supports(reader.now) {
        return SupportAct::Take { until };
    }
    match read.hindrance {
        None if read.signed_in => SupportAct::Give { until },
        None => {
            let employees = round.supporters == Eligible::Employees;
            let entry = routes::with_next(&routes::enter_anywhere(language), &here);
            SupportAct::SignIn { url: if employees { entry } else { here }, employees, until }
        }
        Some(Hindrance::NotOpen | Hindrance::NotReadable) => match span.opens_at.filter(|opens| *opens > reader.now) {
            Some(opens) => SupportAct::NotYet { date: words.moment(opens) },
            None => SupportAct::Over { date: until },
        },
        Some(Hindrance::Merged) => SupportAct::Merged {
            original: original.map(|number| (number.padded(), routes::proposal(language, slug, number))),
        },
        Some(Hindrance::NotEmployee) => {
            SupportAct::NotEmployee { url: routes::with_next(&routes::enter_anywhere(language), &here) }
        }
        Some(Hindrance::NoAddress) => SupportAct::NoAddress { url: routes::account_address(language) },
        Some(Hindrance::Own) => SupportAct::Own,
    }
}
