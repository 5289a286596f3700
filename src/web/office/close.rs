//! Ends voting early.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::load::{Standing, load};
use super::typed::{Mistakes, check_confirmation, read_reason};
use super::view::OfficeClose;
use super::{Answer, build, conflict, page};
use crate::actions::round::close_voting_early;
use crate::domain::time::Instant;
use crate::web::answer::see_other;
use crate::web::form::CheckedForm;
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    reason: String,
    confirm: String,
    closes_at: String,
}

pub(super) async fn form(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let standing = load(&site, &visitor, &office, &slug).await?;
    if !standing.is_open(visitor.now) {
        return Ok(see_other(&routes::office_round(visitor.language, &slug)));
    }
    show(&site, &visitor, StatusCode::OK, &standing, &Typed::default(), &Mistakes::default())
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let standing = load(&site, &visitor, &office, &slug).await?;
    if let Some(meanwhile) = conflict::end_moved(&standing, &typed.closes_at, site.words(&visitor), visitor.now) {
        return conflict::answer(&site, &visitor, &standing, meanwhile, Some(&typed.reason));
    }
    let mut mistakes = Mistakes::default();
    let reason = mistakes.take(read_reason(&typed.reason));
    let confirmed = mistakes.take(check_confirmation(&typed.confirm, &standing.title));
    let (Some(reason), Some(())) = (reason, confirmed) else {
        return show(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &standing, &typed, &mistakes);
    };
    match close_voting_early(&site.app.db, office.actor(), standing.round.id, reason).await {
        Ok(()) => Ok(see_other(&build::done_url(&visitor, &slug, build::CLOSED))),
        Err(error) => conflict::answer_to(&site, &visitor, &standing, error, Some(&typed.reason)).await,
    }
}

fn show(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    standing: &Standing,
    typed: &Typed,
    mistakes: &Mistakes,
) -> Answer {
    let words = site.words(visitor);
    let closes = standing.closes_at();
    let slug = &standing.round.slug;
    let view = OfficeClose {
        round: build::round_of(visitor, standing),
        url: routes::office_close(visitor.language, slug),
        closes: closes.map(|at| words.until(at)).unwrap_or_default(),
        closes_at: closes.map(Instant::to_rfc3339).unwrap_or_default(),
        ballots: u64::try_from(standing.ballots).unwrap_or(0),
        extend_url: routes::office_extend(visitor.language, slug),
        problems: mistakes.problems(words),
        reason: mistakes.field("reason", &typed.reason, words),
        confirm: mistakes.field("confirm", &typed.confirm, words),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
