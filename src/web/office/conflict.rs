//! Somebody else was faster: what has happened meanwhile, and what was typed.

use actix_web::http::StatusCode;

use super::load::{Standing, load_again};
use super::view::{Meanwhile, OfficeConflict};
use super::{Answer, build, page};
use crate::actions::round::RoundError;
use crate::domain::time::Instant;
use crate::locale::Words;
use crate::web::error::WebError;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// The page for a form that came too late.
pub(super) fn answer(
    site: &Site,
    visitor: &Visitor,
    standing: &Standing,
    meanwhile: Meanwhile,
    kept: Option<&str>,
) -> Answer {
    let view = OfficeConflict {
        round: build::round_of(visitor, standing),
        meanwhile,
        kept: kept.map(str::trim).filter(|kept| !kept.is_empty()).map(str::to_owned),
    };
    site.answer_with(StatusCode::CONFLICT, visitor, &page(site, visitor)?, &view)
}

/// The page for an act that was refused because the round has moved on; other refusals have pages of their own.
pub(super) async fn answer_to(
    site: &Site,
    visitor: &Visitor,
    before: &Standing,
    error: RoundError,
    kept: Option<&str>,
) -> Answer {
    match error {
        RoundError::VotingNotOpen | RoundError::NotLater | RoundError::AlreadyCertified | RoundError::AlreadyResult => {
            let now = load_again(site, visitor, &before.round.slug).await?;
            match moved_on(before, &now, site.words(visitor), visitor.now) {
                Some(meanwhile) => answer(site, visitor, &now, meanwhile, kept),
                None => Err(error.into()),
            }
        }
        RoundError::Forbidden(_)
        | RoundError::SlugTaken
        | RoundError::Incomplete(_)
        | RoundError::AlreadyPublished
        | RoundError::VotingNotOver
        | RoundError::VotingNotClosed
        | RoundError::NotCounted
        | RoundError::NotReconciled { .. }
        | RoundError::NotBroughtIn
        | RoundError::Key(_)
        | RoundError::Randomness(_)
        | RoundError::Store(_) => Err(WebError::from(error)),
    }
}

/// What has happened to a round since it stood as `before`.
fn moved_on(before: &Standing, now: &Standing, words: Words<'_>, at: Instant) -> Option<Meanwhile> {
    step_taken(now, words, at).or_else(|| {
        let closes = now.closes_at().filter(|_| now.closes_at() != before.closes_at())?;
        Some(Meanwhile::EndMoved { closes: words.until(closes) })
    })
}

/// The latest step that a round has taken after voting was open.
pub(super) fn step_taken(now: &Standing, words: Words<'_>, at: Instant) -> Option<Meanwhile> {
    let facts = &now.round.facts;
    if let Some(published) = facts.result_published_at {
        return Some(Meanwhile::Published { at: words.date_time(published) });
    }
    if let Some(certified) = facts.certified_at {
        return Some(Meanwhile::Certified { at: words.date_time(certified) });
    }
    let ended = facts.voting_closed_at.or_else(|| now.closes_at().filter(|closes| *closes <= at));
    ended.map(|ended| Meanwhile::Closed { at: words.date_time(ended) })
}

/// What happened when a form was filled in for another end of voting than the present one.
pub(super) fn end_moved(standing: &Standing, seen: &str, words: Words<'_>, at: Instant) -> Option<Meanwhile> {
    if !standing.is_open(at) {
        return step_taken(standing, words, at);
    }
    let closes = standing.closes_at()?;
    (Instant::parse(seen) != Some(closes)).then(|| Meanwhile::EndMoved { closes: words.until(closes) })
}
