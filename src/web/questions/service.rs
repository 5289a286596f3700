//! Questions that the program answers itself, about what it does in every organisation. The words stand in
//! `questions.ftl`; each leads to the page where it is done.

use std::collections::BTreeSet;

use super::load::Rounds;
use super::view::ServiceAnswer;
use crate::domain::search::words as words_of;
use crate::locale::{Language, Words};
use crate::web::round::load::Reader;
use crate::web::round::nav::{takes_ballots, takes_proposals};
use crate::web::routes;

/// All of them; those that are about something in a round lead into the newest round where it can be done now.
pub(super) fn service_answers(rounds: &Rounds, reader: Reader, words: &Words<'_>) -> Vec<ServiceAnswer> {
    let language = reader.language;
    let home = || routes::home(language);
    let voting = rounds.first(|round| takes_ballots(round, reader)).map(|round| &round.slug);
    let collecting = rounds.first(|round| takes_proposals(round, reader)).map(|round| &round.slug);
    let propose = || collecting.map_or_else(home, |slug| routes::propose(language, slug));
    let all = [
        ("propose", propose()),
        ("found", routes::find_proposal(language)),
        ("without-email", propose()),
        ("vote", voting.map_or_else(home, |slug| routes::vote(language, slug))),
        ("lost-letter", voting.map_or_else(home, |slug| routes::no_letter(language, slug))),
        ("secret", routes::who_sees_what(language)),
        ("counted", routes::record_list(language)),
    ];
    let answer = |(name, url): (&str, String)| ServiceAnswer {
        question: words.text(&format!("help-service-{name}"), &[]),
        answer: words.text(&format!("help-service-{name}-answer"), &[]),
        link: words.text(&format!("help-service-{name}-link"), &[]),
        url,
    };
    all.into_iter().map(answer).collect()
}

/// Those that hold all these words, as the search among the office's answers wants it; none where there is no word.
pub(super) fn search(
    answers: Vec<ServiceAnswer>,
    searched: &BTreeSet<String>,
    language: Language,
) -> Vec<ServiceAnswer> {
    let holds = |one: &ServiceAnswer| {
        let words = words_of(&format!("{} {}", one.question, one.answer), language.written());
        !searched.is_empty() && searched.is_subset(&words)
    };
    answers.into_iter().filter(holds).collect()
}
