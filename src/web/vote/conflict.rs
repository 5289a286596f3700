//! The page for a ballot that could not be cast because something moved meanwhile. The choices are kept, unless they
//! are another person's.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::door::focus;
use super::sent::Sent;
use super::view::{ConflictReason, VoteConflict};
use crate::web::error::WebError;
use crate::web::round::load::PublicRound;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) fn conflict(
    site: &Site,
    visitor: &Visitor,
    found: &PublicRound,
    reason: ConflictReason,
    sent: &Sent,
) -> Result<HttpResponse, WebError> {
    let (language, slug) = (visitor.language, &found.round.slug);
    let page = site.page_at(visitor, focus(language, slug), |other| routes::ballot(other, slug))?;
    // Where choices are kept, a change of language shows them on the ballot.
    let page = if keeps(reason) { page.taking_along("kept", |other| routes::ballot(other, slug)) } else { page };
    let view = VoteConflict {
        round_title: found.text.title.clone(),
        reason,
        fields: sent.fields(),
        ballot_version: sent.version(),
        check_url: routes::check(language, slug),
        ballot_url: routes::ballot(language, slug),
        enter_url: routes::vote(language, slug),
        leave_url: routes::leave(language, slug),
    };
    site.answer_with(status(reason), visitor, &page, &view)
}

/// Whether the page has a form with the choices.
const fn keeps(reason: ConflictReason) -> bool {
    match reason {
        ConflictReason::OtherWindow | ConflictReason::RoundChanged => true,
        ConflictReason::PaperIsFinal | ConflictReason::OtherCode | ConflictReason::TooManyCasts => false,
    }
}

const fn status(reason: ConflictReason) -> StatusCode {
    match reason {
        ConflictReason::OtherWindow
        | ConflictReason::RoundChanged
        | ConflictReason::PaperIsFinal
        | ConflictReason::OtherCode => StatusCode::CONFLICT,
        ConflictReason::TooManyCasts => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
