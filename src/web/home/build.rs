//! The view of the start page.

use super::load::{Current, Home, Other};
use super::view::{CurrentRound, HomeShow, RoundLine};
use crate::locale::{Arg, Words};
use crate::web::parts::written;
use crate::web::projects::build::cards;
use crate::web::projects::outcome::Funded;
use crate::web::proposals::view::FindField;
use crate::web::round::build::{area_cards, is_binding};
use crate::web::round::load::Reader;
use crate::web::round::nav::{act_of, has_result, moment_of};
use crate::web::round::phases::phase_line;
use crate::web::routes;

/// The most areas on the start page; the page of the round has all.
const AREAS: usize = 6;

pub(super) fn home_show(home: &Home, reader: Reader, words: Words<'_>) -> HomeShow {
    HomeShow {
        current: home.current.as_ref().map(|current| current_round(current, reader, words)),
        others: home.others.iter().map(|other| round_line(other, reader, words)).collect(),
        find: home
            .has_proposals
            .then(|| FindField { url: routes::find_proposal(reader.language), ..FindField::default() }),
    }
}

fn current_round(current: &Current, reader: Reader, words: Words<'_>) -> CurrentRound {
    let (round, text) = (&current.found.round, &current.found.text);
    let (language, slug) = (reader.language, &round.slug);
    let mut areas = area_cards(round, &current.listing, reader, words);
    let more = areas.len() > AREAS;
    areas.truncate(AREAS);
    CurrentRound {
        title: text.title.clone(),
        summary: written(&text.summary),
        moment: moment_of(round, reader, words),
        act: act_of(round, reader),
        no_letter_url: round.basis.takes_codes().then(|| routes::no_letter(language, slug)),
        takes_accounts: round.basis.takes_accounts(),
        areas,
        more_areas_url: more.then(|| routes::round(language, slug)),
        phases: phase_line(round, reader.now, words),
        sample: cards(&current.sample, round, &current.listing.areas, (reader, words)),
        project_count: current.listing.projects(),
        projects_url: routes::projects(language, slug),
        money: current.listing.areas.money().map(|money| words.money(money, &round.currency)),
        binding: is_binding(round),
        round_url: routes::round(language, slug),
    }
}

fn round_line(other: &Other, reader: Reader, words: Words<'_>) -> RoundLine {
    let round = &other.found.round;
    RoundLine {
        title: other.found.text.title.clone(),
        url: routes::round(reader.language, &round.slug),
        moment: moment_of(round, reader, words),
        result_sentence: other.funded.map(|funded| result_sentence(funded, words)),
        result_url: has_result(round, reader).then(|| routes::result(reader.language, &round.slug)),
    }
}

fn result_sentence(sum: Funded, words: Words<'_>) -> String {
    let count = |number: usize| Arg::Count(i64::try_from(number).unwrap_or(i64::MAX));
    let args = [("funded", count(sum.funded)), ("projects", count(sum.projects))];
    words.text("result-headline-funded", &args)
}
