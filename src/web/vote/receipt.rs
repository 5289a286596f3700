//! The receipt: read from the sealed ballot as long as it lies in the box. It has no choices.

use actix_web::{HttpResponse, web};

use super::conflict::conflict;
use super::door::{Arrival, closed, focus, until};
use super::load::Standing;
use super::sent::Sent;
use super::view::{ConflictReason, VoteReceipt};
use crate::domain::ids::CastNumber;
use crate::domain::round::Round;
use crate::secrecy::{Fingerprint, KeyDirectory, ReceiptCode};
use crate::store::ballots::find_ballot;
use crate::store::participations::{Participation, find_participation};
use crate::store::roll::RollRow;
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::parts::written;
use crate::web::round::load::{PublicRound, Reader};
use crate::web::round::nav::takes_ballots;
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::{Visitor, Voter};

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    voter: Voter,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let found = site.public_round(&visitor, &slug).await?;
    let row = voter.in_round(found.round.id)?.clone();
    let (round, person) = (found.round.id, row.person);
    let participation = site.app.db.read(move |conn| find_participation(conn, round, &person)).await?;
    match (Standing::of(participation.as_ref()), participation) {
        (Standing::Cast, Some(participation)) => match receipt_code(&site, &found.round, row).await? {
            Some(code) => page(&site, &visitor, &found, &participation, code),
            None => closed(&site, &visitor, &found, Arrival::Looking),
        },
        (Standing::PaperFinal, _) => conflict(&site, &visitor, &found, ConflictReason::PaperIsFinal, &Sent::default()),
        (Standing::NotCast | Standing::Cast, _) => Ok(see_other(&routes::ballot(visitor.language, &slug))),
    }
}

/// The code of the voter's ballot; none once the box is being opened.
async fn receipt_code(site: &Site, round: &Round, row: RollRow) -> Result<Option<ReceiptCode>, WebError> {
    let fingerprint = round.key_fingerprint.as_deref().and_then(Fingerprint::parse);
    let (None, Some(fingerprint)) = (round.facts.certified_at, fingerprint) else { return Ok(None) };
    let (keys, round): (KeyDirectory, Round) = (site.app.keys.clone(), round.clone());
    let read = site.app.db.read(move |conn| {
        let round_keys = keys.round_key(&round.public_id, &fingerprint)?;
        let found = find_ballot(conn, round.id, &round_keys.pseudonym(&row.person))?;
        let Some(ballot) = found else { return Ok(None) };
        let content = round_keys.open_ballot(&ballot.pseudonym, &ballot.sealed).map_err(WebError::fault)?;
        let leaf = round_keys.leaf(round.format, &content).map_err(WebError::fault)?;
        Ok::<_, WebError>(Some(leaf.receipt_code()))
    });
    read.await
}

fn page(
    site: &Site,
    visitor: &Visitor,
    found: &PublicRound,
    participation: &Participation,
    code: ReceiptCode,
) -> Result<HttpResponse, WebError> {
    let (round, language, words) = (&found.round, visitor.language, site.words(visitor));
    let open = takes_ballots(round, Reader::of(visitor)) && participation.cast_number.next().is_some();
    let page = site.page(visitor, focus(language, &round.slug))?;
    let view = VoteReceipt {
        round_title: found.text.title.clone(),
        at: words.day_with_weekday(participation.cast_on),
        code: code.to_string(),
        replaced: participation.cast_number > CastNumber::new(1),
        until: until(round, words).filter(|_| open),
        result_on: round.result_expected_at.map(|expected| words.date_with_weekday(expected)),
        after_the_result: written(&found.text.outcome),
        replace_url: open.then(|| routes::another_ballot(language, &round.slug)),
        leave_url: routes::leave(language, &round.slug),
    };
    site.answer(visitor, &page, &view)
}
