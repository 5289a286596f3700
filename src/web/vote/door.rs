//! Whether voting is open, asked before each step; and the page for when it is not.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::view::VoteClosed;
use crate::domain::round::{Origin, Round};
use crate::domain::schedule::Window;
use crate::domain::slug::Slug;
use crate::locale::{Language, Words};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::frame::Menu;
use crate::web::layout::Leave;
use crate::web::round::load::{PublicRound, Reader};
use crate::web::round::nav::{RoundPlace, has_result, round_menu, takes_ballots};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// What somebody who finds voting closed came with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrival {
    /// Nothing.
    Looking,
    /// A code.
    WithCode,
    /// Choices, which are now not cast.
    WithChoices,
}

/// The answer when ballots cannot be cast here now; none while they can.
pub(super) fn shut(
    site: &Site,
    visitor: &Visitor,
    found: &PublicRound,
    arrival: Arrival,
) -> Result<Option<HttpResponse>, WebError> {
    let reader = Reader::of(visitor);
    if takes_ballots(&found.round, reader) {
        return Ok(None);
    }
    if !has_ever_a_vote(&found.round) {
        return Ok(Some(see_other(&routes::round(visitor.language, &found.round.slug))));
    }
    closed(site, visitor, found, arrival).map(Some)
}

/// The page that says when voting begins, or that it is over.
pub(super) fn closed(
    site: &Site,
    visitor: &Visitor,
    found: &PublicRound,
    arrival: Arrival,
) -> Result<HttpResponse, WebError> {
    let (reader, words) = (Reader::of(visitor), site.words(visitor));
    let (language, slug) = (visitor.language, &found.round.slug);
    let menu = round_menu(&found.round, reader, RoundPlace::Elsewhere, words);
    let page = site.page_at(visitor, menu, |language| routes::vote(language, slug))?;
    let view = VoteClosed {
        round_title: found.text.title.clone(),
        begins: begins(&found.round, reader, words),
        takes_codes: found.round.basis.takes_codes(),
        ended: ended(&found.round, words),
        attempted: arrival == Arrival::WithChoices,
        round_url: routes::round(language, slug),
        projects_url: routes::projects(language, slug),
        result_url: has_result(&found.round, reader).then(|| routes::result(language, slug)),
    };
    let status = match arrival {
        Arrival::Looking => StatusCode::OK,
        Arrival::WithCode | Arrival::WithChoices => StatusCode::CONFLICT,
    };
    site.answer_with(status, visitor, &page, &view)
}

/// Whether there was, is or will be a vote here: the ballots of other rounds were not cast here, and a vote without a
/// beginning and an end is not planned yet.
fn has_ever_a_vote(round: &Round) -> bool {
    let span = round.schedule.span(Window::Voting).unwrap_or_default();
    round.origin == Origin::Live && (span.opens_at.is_some() || span.closes_at.is_some())
}

fn begins(round: &Round, reader: Reader, words: Words<'_>) -> Option<String> {
    let opens = round.schedule.span(Window::Voting)?.opens_at?;
    (reader.now < opens).then(|| words.moment(opens))
}

fn ended(round: &Round, words: Words<'_>) -> Option<String> {
    round.schedule.span(Window::Voting)?.closes_at.map(|closes| words.until(closes))
}

/// When voting ends, in words.
pub(super) fn until(round: &Round, words: Words<'_>) -> Option<String> {
    ended(round, words)
}

/// The menu of a voter's pages: only a way out, which ends the session.
pub(super) fn focus(language: Language, slug: &Slug) -> Menu {
    Menu::Focus(Leave { url: routes::leave(language, slug), posts: true })
}
