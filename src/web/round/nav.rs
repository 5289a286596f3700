//! The menu of the pages about a round.

use super::load::Reader;
use super::phases::moment;
use crate::domain::round::{Eligible, Origin, Round};
use crate::domain::schedule::Window;
use crate::locale::Words;
use crate::web::frame::Menu;
use crate::web::layout::NavLink;
use crate::web::parts::{ActKind, Moment, RoundAct};
use crate::web::routes;

/// Which entry of the menu a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum RoundPlace {
    /// None of them.
    Elsewhere,
    /// The list of projects.
    Projects,
    /// The list of proposals.
    Proposals,
    /// The result.
    Result,
}

/// Whether ballots can be cast here now.
pub(in crate::web) fn takes_ballots(round: &Round, reader: Reader) -> bool {
    round.origin == Origin::Live
        && round.facts.voting_closed_at.is_none()
        && round.schedule.open(Window::Voting, reader.now)
}

/// Whether proposals can be sent here now, by whoever may.
pub(in crate::web) fn takes_proposals(round: &Round, reader: Reader) -> bool {
    round.proposers != Eligible::Nobody && round.schedule.open(Window::Collecting, reader.now)
}

/// Whether there is a list of proposals: from when the first one could come in, and from then on.
pub(in crate::web) fn shows_proposals(round: &Round, reader: Reader) -> bool {
    round.proposers != Eligible::Nobody
        && round.facts.round_published_at.is_some_and(|published| published <= reader.now)
        && round.schedule.begun(Window::Collecting, reader.now)
}

/// The menu: the projects always, the proposals once there may be some, the vote while it is open, the result once it is out.
pub(in crate::web) fn round_menu(round: &Round, reader: Reader, place: RoundPlace, words: Words<'_>) -> Menu {
    let link = |key: &str, url: String, current| NavLink { label: words.text(key, &[]), url, current };
    let (language, slug) = (reader.language, &round.slug);
    let mut links = vec![link("projects-title", routes::projects(language, slug), place == RoundPlace::Projects)];
    if shows_proposals(round, reader) {
        let here = place == RoundPlace::Proposals;
        links.push(link("proposals-title", routes::proposals(language, slug), here));
    }
    if takes_ballots(round, reader) {
        links.push(link("round-nav-vote", routes::vote(language, slug), false));
    }
    if has_result(round, reader) {
        links.push(link("round-nav-result", routes::result(language, slug), place == RoundPlace::Result));
    }
    Menu::Public(links)
}

/// Whether the result is out.
pub(in crate::web) fn has_result(round: &Round, reader: Reader) -> bool {
    round.facts.result_published_at.is_some_and(|at| at <= reader.now)
}

/// The date that matters in a round now. Where the ballots come from elsewhere, the vote is over.
pub(in crate::web) fn moment_of(round: &Round, reader: Reader, words: Words<'_>) -> Moment {
    if round.origin != Origin::Live && !has_result(round, reader) {
        return Moment::Counting;
    }
    moment(&round.schedule, &round.facts, reader.now, words)
}

/// The one thing to do in a round now.
pub(in crate::web) fn act_of(round: &Round, reader: Reader) -> RoundAct {
    let (language, slug) = (reader.language, &round.slug);
    if has_result(round, reader) {
        RoundAct { kind: ActKind::Result, url: routes::result(language, slug) }
    } else if takes_ballots(round, reader) {
        RoundAct { kind: ActKind::Vote, url: routes::vote(language, slug) }
    } else if takes_proposals(round, reader) {
        RoundAct { kind: ActKind::Propose, url: routes::propose(language, slug) }
    } else {
        RoundAct { kind: ActKind::Projects, url: routes::projects(language, slug) }
    }
}
