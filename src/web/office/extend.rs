//! Lets voting last longer.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::load::{Standing, load};
use super::typed::{Mistakes, read_end, read_reason};
use super::view::OfficeExtend;
use super::{Answer, build, conflict, page};
use crate::actions::round::extend_voting;
use crate::domain::time::Instant;
use crate::locale::local_field;
use crate::web::answer::see_other;
use crate::web::form::CheckedForm;
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    date: String,
    time: String,
    reason: String,
    closes_at: String,
}

pub(super) async fn form(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let standing = load(&site, &visitor, &office, &slug).await?;
    let Some(closes) = standing.closes_at().filter(|_| standing.is_open(visitor.now)) else {
        return Ok(see_other(&routes::office_round(visitor.language, &slug)));
    };
    // What the end is now, to be changed.
    let local = local_field(closes, site.zone(&visitor));
    let (date, time) = local.split_once('T').unwrap_or_default();
    let typed = Typed { date: date.to_owned(), time: time.to_owned(), ..Typed::default() };
    show(&site, &visitor, StatusCode::OK, &standing, &typed, &Mistakes::default())
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
    let local = (typed.date.as_str(), typed.time.as_str());
    let end = read_end(local, site.zone(&visitor), standing.closes_at(), visitor.now, &mut mistakes);
    let reason = mistakes.take(read_reason(&typed.reason));
    let (Some(end), Some(reason)) = (end, reason) else {
        return show(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &standing, &typed, &mistakes);
    };
    match extend_voting(&site.app.db, office.actor(), standing.round.id, end, reason).await {
        Ok(()) => Ok(see_other(&build::done_url(&visitor, &slug, build::EXTENDED))),
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
    let view = OfficeExtend {
        round: build::round_of(visitor, standing),
        url: routes::office_extend(visitor.language, &standing.round.slug),
        closes: closes.map(|at| words.until(at)).unwrap_or_default(),
        closes_at: closes.map(Instant::to_rfc3339).unwrap_or_default(),
        zone: site.zone(visitor).name().to_owned(),
        problems: mistakes.problems(words),
        date: mistakes.field("date", &typed.date, words),
        time: mistakes.field("time", &typed.time, words),
        reason: mistakes.field("reason", &typed.reason, words),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
