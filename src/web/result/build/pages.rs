//! The overview of a round's result, the page of one area, and the page before there is a result.

use super::area::{area_result, funded};
use super::data::data;
use super::figures::{figures_of, figures_of_round};
use super::numbers::strips;
use super::turnout::turnout;
use super::{Ledger, Pen, count_ties, many};
use crate::domain::ids::AreaNumber;
use crate::domain::round::{self, Round, RoundText};
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::locale::Words;
use crate::web::council::told::progress;
use crate::web::result::load::{CountedArea, CountedRound, Reading};
use crate::web::result::view::{
    AreaInShort, AreaLink, AreaSummary, Effect, Origin, ResultArea, ResultInShort, ResultShow, ResultWaiting,
    RoundHead, Waiting,
};
use crate::web::routes;

/// So many chosen projects at most are named on the overview; the pages of the areas name all.
const NAMED_IN_OVERVIEW: usize = 60;

/// The result of a round.
pub(in crate::web::result) fn overview(
    pen: Pen<'_>,
    text: &RoundText,
    counted: &CountedRound,
    council: String,
) -> ResultShow {
    let round = pen.round;
    let all: Vec<&CountedArea> = counted.areas.iter().collect();
    let (areas, only_area) = match all.as_slice() {
        [only] => (Vec::new(), Some(area_result(&Ledger::new(pen, only)))),
        several => {
            let named = several.iter().map(|area| area.allocation.chosen.len()).sum::<usize>() <= NAMED_IN_OVERVIEW;
            (several.iter().map(|area| summary(pen, area, named)).collect(), None)
        }
    };
    ResultShow {
        round: head(pen, text),
        figures: figures_of_round(pen, counted),
        origin: origin(round),
        effect: match round.effect {
            round::Effect::Advice => Effect::Advice { body: None },
            round::Effect::Binding => Effect::Binding,
        },
        decision_on: round.decision_expected_at.map(|at| pen.words.date_with_weekday(at)),
        council: progress(round, &counted.areas, council),
        next: (!text.outcome.is_empty()).then(|| text.outcome.clone()),
        areas,
        only_area,
        turnout: turnout(pen, counted),
        data: data(pen, &all, all.len()),
    }
}

/// The result of one area of several.
pub(in crate::web::result) fn area_page(
    pen: Pen<'_>,
    text: &RoundText,
    areas: &[(AreaNumber, String)],
    counted: &CountedArea,
    council: String,
) -> ResultArea {
    let link = |(number, name): &(AreaNumber, String)| AreaLink {
        name: name.clone(),
        url: routes::result_area(pen.language(), &pen.round.slug, *number),
        current: *number == counted.area.number,
    };
    ResultArea {
        round: head(pen, text),
        origin: origin(pen.round),
        areas: areas.iter().map(link).collect(),
        area: area_result(&Ledger::new(pen, counted)),
        council: progress(pen.round, std::slice::from_ref(counted), council),
        data: data(pen, &[counted], areas.len()),
    }
}

/// The result without the story of its count.
pub(in crate::web) fn in_short(pen: Pen<'_>, counted: &CountedRound) -> ResultInShort {
    let area = |area: &CountedArea| AreaInShort {
        name: area.name.text.clone(),
        figures: figures_of(pen, area),
        funded: funded(&Ledger::new(pen, area)),
    };
    ResultInShort {
        figures: figures_of_round(pen, counted),
        origin: origin(pen.round),
        turnout: turnout(pen, counted),
        areas: counted.areas.iter().map(area).collect(),
        ties: many(counted.areas.iter().map(|area| count_ties(pen, area)).sum()),
    }
}

fn summary(pen: Pen<'_>, area: &CountedArea, named: bool) -> AreaSummary {
    let ledger = Ledger::new(pen, area);
    AreaSummary {
        name: area.name.text.clone(),
        url: routes::result_area(pen.language(), &pen.round.slug, area.area.number),
        figures: figures_of(pen, area),
        strips: strips(&ledger),
        funded: if named { funded(&ledger) } else { Vec::new() },
    }
}

fn head(pen: Pen<'_>, text: &RoundText) -> RoundHead {
    let published = pen.round.facts.result_published_at;
    RoundHead {
        title: text.title.clone(),
        url: routes::round(pen.language(), &pen.round.slug),
        result_url: routes::result(pen.language(), &pen.round.slug),
        published_on: published.map(|at| pen.words.date_with_weekday(at)).unwrap_or_default(),
    }
}

fn origin(round: &Round) -> Option<Origin> {
    match round.origin {
        round::Origin::Live => None,
        round::Origin::Generated => Some(Origin::Generated),
        round::Origin::Imported => Some(Origin::Imported { source: None }),
    }
}

/// The page while there is no result.
pub(in crate::web::result) fn waiting(words: Words<'_>, reading: &Reading, now: Instant) -> ResultWaiting {
    let round = &reading.found.round;
    ResultWaiting {
        title: reading.found.text.title.clone(),
        url: routes::round(words.language(), &round.slug),
        stage: stage(words, reading, now),
        expected: round.result_expected_at.map(|at| words.date_with_weekday(at)),
    }
}

fn stage(words: Words<'_>, reading: &Reading, now: Instant) -> Waiting {
    let round = &reading.found.round;
    let span = round.schedule.span(Window::Voting).unwrap_or_default();
    let closes = || span.closes_at.map(|at| words.until(at));
    let over = round.facts.voting_closed_at.is_some() || round.schedule.over(Window::Voting, now);
    if reading.counted {
        Waiting::Counted
    } else if round.facts.certified_at.is_some() || round.origin != round::Origin::Live {
        Waiting::Counting
    } else if over {
        Waiting::Checking
    } else if round.schedule.open(Window::Voting, now) {
        Waiting::Voting { closes: closes(), vote_url: routes::vote(words.language(), &round.slug) }
    } else {
        let opens = span.opens_at.map(|at| words.moment(at));
        Waiting::NotBegun { opens, closes: closes() }
    }
}
