//! Whether proposals are collected, asked before each step, and whether this visitor may propose; and the page for when not.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::view::{ProposeShut, ShutReason};
use crate::domain::round::{Eligible, Round};
use crate::domain::schedule::Window;
use crate::locale::Language;
use crate::store::personnel::find_slip_of;
use crate::web::answer::kept_nowhere;
use crate::web::error::WebError;
use crate::web::round::load::{PublicRound, Reader};
use crate::web::round::nav::{RoundPlace, round_menu, takes_proposals};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::templates::View;
use crate::web::visitor::Visitor;

/// The answer when this visitor cannot propose here now; none while they can.
pub(super) async fn shut(
    site: &Site,
    visitor: &Visitor,
    found: &PublicRound,
    code: Option<&str>,
) -> Result<Option<HttpResponse>, WebError> {
    let round = &found.round;
    if !takes_proposals(round, Reader::of(visitor)) {
        return closed(site, visitor, found, (why_closed(round, site, visitor), code)).map(Some);
    }
    if round.proposers == Eligible::Employees && !is_employee(site, visitor).await? {
        return closed(site, visitor, found, (ShutReason::Employees, code)).map(Some);
    }
    Ok(None)
}

async fn is_employee(site: &Site, visitor: &Visitor) -> Result<bool, WebError> {
    let Some(member) = &visitor.member else { return Ok(false) };
    let account = member.account;
    let slip = site.app.db.read(move |conn| find_slip_of(conn, account)).await?;
    Ok(slip.is_some_and(|slip| slip.withdrawn_at.is_none()))
}

fn why_closed(round: &Round, site: &Site, visitor: &Visitor) -> ShutReason {
    let words = site.words(visitor);
    let span = round.schedule.span(Window::Collecting).unwrap_or_default();
    match (round.proposers, span.opens_at, span.closes_at) {
        (Eligible::Nobody, _, _) => ShutReason::Never,
        (_, Some(opens), _) if visitor.now < opens => ShutReason::NotYet { begins: words.moment(opens) },
        (_, _, Some(closes)) if visitor.now >= closes => ShutReason::Over { ended: words.until(closes) },
        _ => ShutReason::Never,
    }
}

/// The page that says why; `code` is the change code under which what was typed is kept.
pub(super) fn closed(
    site: &Site,
    visitor: &Visitor,
    found: &PublicRound,
    (reason, code): (ShutReason, Option<&str>),
) -> Result<HttpResponse, WebError> {
    let (language, slug) = (visitor.language, &found.round.slug);
    let here = routes::propose(language, slug);
    let view = ProposeShut {
        round: found.text.title.clone(),
        reason,
        code: code.map(str::to_owned),
        sign_in_url: routes::with_next(&routes::enter_anywhere(language), &here),
        proposals_url: routes::proposals(language, slug),
        round_url: routes::round(language, slug),
    };
    let status = if code.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    answer(site, visitor, (found, status), |language| routes::propose(language, slug), &view)
}

/// A page of proposing something in a round: it belongs to one person, and is kept nowhere. `address` is where the links to
/// the other languages lead.
pub(super) fn answer<V: View>(
    site: &Site,
    visitor: &Visitor,
    (found, status): (&PublicRound, StatusCode),
    address: impl Fn(Language) -> String,
    view: &V,
) -> Result<HttpResponse, WebError> {
    let menu = round_menu(&found.round, Reader::of(visitor), RoundPlace::Elsewhere, site.words(visitor));
    let page = site.page_at(visitor, menu, address)?;
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, view)?))
}
