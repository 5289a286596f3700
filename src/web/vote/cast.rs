//! Casting: the form of the check page goes to the action, and the answer leads to the receipt.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use sha2::{Digest, Sha256};

use super::again::{Again, Step};
use super::check;
use super::conflict::conflict;
use super::door::{Arrival, closed, shut};
use super::form::VoteForm;
use super::load::Offer;
use super::review::{Reviewed, review};
use super::sent::{CastMarks, Sent};
use super::view::ConflictReason;
use crate::actions::ballot::{CastBallot, CastBallotError, cast_ballot};
use crate::domain::ballot::ValidBallot;
use crate::domain::channel::Channel;
use crate::domain::slug::Slug;
use crate::store::participations::find_participation;
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn cast(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    form: VoteForm,
) -> Result<HttpResponse, WebError> {
    let again = Again::new(Step::Cast, &slug, &form);
    let answer = take(&site, &visitor, &slug, form).await;
    again.if_we_failed(&request, &site, &visitor, answer)
}

async fn take(site: &Site, visitor: &Visitor, slug: &Slug, form: VoteForm) -> Result<HttpResponse, WebError> {
    let found = site.public_round(visitor, slug).await?;
    // By the clock of this process. A ballot that can be cast goes to the action all the same: it alone says whether
    // voting is open, at the time of its transaction.
    let shut = shut(site, visitor, &found, Arrival::WithChoices)?;
    let marks = form.marks();
    let answer = match (review(site, visitor, found, form).await?, marks, shut) {
        (Reviewed::Ready(offer, valid, sent), Some(marks), _) => {
            put_in(site, visitor, *offer, (valid, marks), &sent).await?
        }
        (_, _, Some(shut)) => shut,
        // Without its marks a form cannot be cast; the page with new ones loses nothing.
        (Reviewed::Ready(offer, valid, _), None, None) => {
            check::page(site, visitor, *offer, &valid, StatusCode::UNPROCESSABLE_ENTITY).await?
        }
        (Reviewed::Answered(answer), _, None) => answer,
    };
    // The very same cast may have gone in before its answer was lost, and voting may have ended since.
    if answer.status() == StatusCode::CONFLICT && has_gone_in(site, visitor, slug, marks).await? {
        return Ok(see_other(&routes::receipt(visitor.language, slug)));
    }
    Ok(answer)
}

async fn put_in(
    site: &Site,
    visitor: &Visitor,
    offer: Offer,
    (ballot, marks): (ValidBallot, CastMarks),
    sent: &Sent,
) -> Result<HttpResponse, WebError> {
    let Offer { found, row, own_area, .. } = offer;
    let channel = visitor.voter.as_ref().map_or(Channel::LetterCode, |voter| voter.channel);
    let request = CastBallot {
        voter: row,
        own_area,
        channel,
        account: visitor.member.as_ref().filter(|_| channel == Channel::Account).map(|member| member.account),
        ballot,
        ballot_version: found.round.ballot_version,
        cast_number: marks.number,
        cast_key: marks.key,
        client_nonce: marks.nonce,
    };
    let outcome = cast_ballot(&site.app.db, &site.app.keys, &found.round, site.zone(visitor), request).await;
    let reason = match outcome {
        Ok(_) => return Ok(see_other(&routes::receipt(visitor.language, &found.round.slug))),
        Err(CastBallotError::NotOpen) => return closed(site, visitor, &found, Arrival::WithChoices),
        Err(CastBallotError::BallotChanged) => ConflictReason::RoundChanged,
        Err(CastBallotError::ChangedElsewhere) => ConflictReason::OtherWindow,
        Err(CastBallotError::PaperIsFinal) => ConflictReason::PaperIsFinal,
        Err(CastBallotError::TooManyCasts) => ConflictReason::TooManyCasts,
        Err(error) => return Err(error.into()),
    };
    conflict(site, visitor, &found, reason, sent)
}

/// Whether the voter's last cast is the one with these marks.
pub(super) async fn has_gone_in(
    site: &Site,
    visitor: &Visitor,
    slug: &Slug,
    marks: Option<CastMarks>,
) -> Result<bool, WebError> {
    let round = site.public_round(visitor, slug).await?.round.id;
    let (Some(row), Some(marks)) = (visitor.row_in(round), marks) else { return Ok(false) };
    let last = site.app.db.read(move |conn| find_participation(conn, round, &row.person)).await?;
    let key = Sha256::digest(marks.key).to_vec();
    Ok(last.is_some_and(|participation| participation.cast_key_hash == Some(key)))
}
