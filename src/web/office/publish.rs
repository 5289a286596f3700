//! A last look at the result, and its publication.

use std::collections::BTreeMap;

use actix_web::web;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::load::{Standing, load};
use super::view::{Meanwhile, OfficePublish};
use super::{Answer, build, conflict, page};
use crate::actions::round::{FEWEST_BALLOTS, PublishResultError, RoundError, publish_result};
use crate::domain::hex;
use crate::domain::ids::RoundId;
use crate::store::profile::list_profile_ballots;
use crate::store::results::list_allocations;
use crate::store::{Conn, StoreError};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::result::load::{CountedRound, Naming, load_counted_round};
use crate::web::result::{Pen, check_value};
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    check_value: String,
}

pub(super) async fn form(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let standing = load(&site, &visitor, &office, &slug).await?;
    if standing.round.facts.result_published_at.is_some() {
        return Ok(see_other(&routes::office_round(visitor.language, &slug)));
    }
    let Some(counted_at) = standing.counted_at else {
        return Ok(see_other(&routes::office_count(visitor.language, &slug)));
    };
    let (kept, round, language) = (site.allocations.clone(), standing.round.clone(), visitor.language);
    let (counted, check_value, unique_ballots) = site
        .app
        .db
        .read(move |conn| {
            let counted = load_counted_round(conn, &kept, &round, language, Naming::InWords)?;
            let unique = count_unique(conn, round.id, &counted)?;
            Ok::<_, crate::web::result::load::LoadError>((counted, value_of(conn, round.id)?, unique))
        })
        .await?;
    let words = site.words(&visitor);
    let pen = Pen { words, round: &standing.round };
    let view = OfficePublish {
        counted: words.date_time(counted_at),
        check_value,
        unique_ballots,
        ..build::preview(&visitor, pen, &standing, &counted)
    };
    site.answer(&visitor, &page(&site, &visitor)?, &view)
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let standing = load(&site, &visitor, &office, &slug).await?;
    if standing.counted_at.is_none() {
        return Ok(see_other(&routes::office_count(visitor.language, &slug)));
    }
    let id = standing.round.id;
    let value = site.app.db.read(move |conn| value_of(conn, id)).await?;
    let is_open = standing.round.facts.result_published_at.is_none();
    if is_open && value != typed.check_value {
        return conflict::answer(&site, &visitor, &standing, Meanwhile::Recounted, None);
    }
    match publish_result(&site.app.db, &site.app.files, office.actor(), id).await {
        Ok(()) => Ok(see_other(&build::done_url(&visitor, &slug, build::PUBLISHED))),
        Err(PublishResultError::Round(error)) => refused(&site, &visitor, &standing, error).await,
        Err(error) => Err(WebError::from(error)),
    }
}

async fn refused(site: &Site, visitor: &Visitor, standing: &Standing, error: RoundError) -> Answer {
    conflict::answer_to(site, visitor, standing, error, None).await
}

/// The check value of what was counted: another count has another one.
fn value_of(conn: &mut Conn, round: RoundId) -> Result<String, StoreError> {
    let rows = list_allocations(conn, round)?;
    let hash = rows.iter().fold(Sha256::new(), |hash, row| hash.chain_update(row.body.as_bytes())).finalize();
    Ok(check_value(&hex::encode(&hash)))
}

/// How many of the ballots that will be published are like no other of their area.
fn count_unique(conn: &mut Conn, round: RoundId, counted: &CountedRound) -> Result<u64, StoreError> {
    let mut unique = 0_u64;
    for area in &counted.areas {
        let ballots = list_profile_ballots(conn, round, area.area.id)?;
        if ballots.len() < FEWEST_BALLOTS {
            continue;
        }
        let mut alike: BTreeMap<Vec<(u32, i32)>, u64> = BTreeMap::new();
        for ballot in ballots {
            let choices = ballot.choices.iter().map(|choice| (choice.project.value(), choice.value)).collect();
            let count = alike.entry(choices).or_default();
            *count = count.saturating_add(1);
        }
        let once = alike.values().filter(|count| **count == 1).count();
        unique = unique.saturating_add(u64::try_from(once).unwrap_or(0));
    }
    Ok(unique)
}
