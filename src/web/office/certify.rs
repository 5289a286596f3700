//! Certifies a round, so that its box is opened and counted.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::load::{BoxNumbers, Standing, load, load_box};
use super::typed::{Mistakes, check_confirmation};
use super::view::OfficeCertify;
use super::{Answer, build, conflict, page};
use crate::actions::round::{FEWEST_BALLOTS, RoundError, certify_round};
use crate::domain::channel::Channel;
use crate::locale::Words;
use crate::web::answer::see_other;
use crate::web::form::CheckedForm;
use crate::web::result::view::channel_key;
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// Signatures that the database asks of every round.
pub(super) const SIGNATURES: u64 = 1;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    confirm: String,
}

pub(super) async fn form(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let standing = load(&site, &visitor, &office, &slug).await?;
    if standing.round.facts.certified_at.is_some() {
        return Ok(see_other(&routes::office_count(visitor.language, &slug)));
    }
    if standing.round.facts.voting_closed_at.is_none() {
        return Ok(see_other(&routes::office_round(visitor.language, &slug)));
    }
    let numbers = load_box(&site, &visitor, &standing).await?;
    show(&site, &visitor, StatusCode::OK, (&standing, &numbers), "", &Mistakes::default())
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let standing = load(&site, &visitor, &office, &slug).await?;
    let facts = &standing.round.facts;
    if facts.certified_at.is_some() {
        let error = RoundError::AlreadyCertified;
        return conflict::answer_to(&site, &visitor, &standing, error, None).await;
    }
    let mut mistakes = Mistakes::default();
    let confirmed = mistakes.take(check_confirmation(&typed.confirm, &standing.title));
    let certified = match confirmed {
        Some(()) => certify_round(&site.app.db, office.actor(), standing.round.id).await,
        None => return again(&site, &visitor, &standing, &typed.confirm, &mistakes).await,
    };
    match certified {
        Ok(()) => Ok(see_other(&routes::office_count(visitor.language, &slug))),
        Err(RoundError::NotReconciled { .. }) => again(&site, &visitor, &standing, &typed.confirm, &mistakes).await,
        Err(error) => conflict::answer_to(&site, &visitor, &standing, error, None).await,
    }
}

/// The form with what was typed; numbers that differ say so themselves.
async fn again(site: &Site, visitor: &Visitor, standing: &Standing, confirm: &str, mistakes: &Mistakes) -> Answer {
    let numbers = load_box(site, visitor, standing).await?;
    show(site, visitor, StatusCode::UNPROCESSABLE_ENTITY, (standing, &numbers), confirm, mistakes)
}

fn show(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    (standing, numbers): (&Standing, &BoxNumbers),
    confirm: &str,
    mistakes: &Mistakes,
) -> Answer {
    let words = site.words(visitor);
    let ended = standing.closes_at().or(standing.round.facts.voting_closed_at);
    let few = usize::try_from(numbers.ballots).is_ok_and(|ballots| ballots < FEWEST_BALLOTS);
    let view = OfficeCertify {
        round: build::round_of(visitor, standing),
        url: routes::office_certify(visitor.language, &standing.round.slug),
        ended: ended.map(|at| words.until(at)).unwrap_or_default(),
        ballots: words.number(numbers.ballots),
        participations: words.number(standing.ballots),
        by_channel: by_channel(standing, words),
        takes_accounts: standing.round.basis.takes_accounts(),
        reconciled: numbers.ballots == standing.ballots,
        signatures_given: 0,
        signatures_required: SIGNATURES,
        signed_by_reader: false,
        // Which area a ballot belongs to is sealed; only with few ballots in all it is known that each has few.
        small_areas: if few { numbers.areas.clone() } else { Vec::new() },
        minimum: u64::try_from(FEWEST_BALLOTS).unwrap_or(0),
        problems: mistakes.problems(words),
        confirm: mistakes.field("confirm", confirm, words),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}

/// How many people took part by each way; nothing to tell apart with one.
fn by_channel(standing: &Standing, words: Words<'_>) -> Vec<(&'static str, String)> {
    let mut sums: BTreeMap<Channel, i64> = BTreeMap::new();
    for (_, channel, people) in &standing.people {
        let sum = sums.entry(*channel).or_default();
        *sum = sum.saturating_add(*people);
    }
    sums.into_iter().map(|(channel, people)| (channel_key(channel), words.number(people))).collect()
}
