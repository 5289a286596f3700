//! The codes by batch, and the way to one slip by its number.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::view::{BatchRow, PersonnelList};
use super::{Answer, page};
use crate::domain::ids::PersonnelSerial;
use crate::domain::permission::{Permission, Scope};
use crate::locale::Words;
use crate::record::Act;
use crate::store::personnel::{Batch, find_slip, list_batches};
use crate::store::record::{KnownActor, Place, Recorded, Sought, list_actors, list_record};
use crate::store::{Conn, StoreError};
use crate::web::answer::see_other;
use crate::web::record::build::by_whom;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    serial: Option<String>,
    /// Set when codes were asked for that had been made before.
    done: Option<String>,
}

/// What the record tells of who made codes; older entries than these are not looked at.
const LOOKED_AT: i64 = 1_000;

/// The entries about batches, and who stands in them.
type Makers = (Vec<Recorded>, BTreeMap<String, KnownActor>);

fn find_makers(conn: &mut Conn) -> Result<Makers, StoreError> {
    let sought = Sought { acts: Some(vec![Act::PersonnelCodesMade]), ..Sought::default() };
    Ok((list_record(conn, &sought, &Place::Skip(0), LOOKED_AT)?, list_actors(conn)?))
}

pub(super) async fn list(site: web::Data<Site>, visitor: Visitor, office: Office, asked: web::Query<Asked>) -> Answer {
    let manages = office.may_also(Permission::ManageWorkplaces, Scope::Organisation);
    // Single slips are nothing to be read.
    let typed = asked.serial.clone().filter(|_| manages);
    let serial = typed.as_deref().and_then(|typed| typed.trim().parse().ok()).map(PersonnelSerial::new);
    let read = move |conn: &mut Conn| {
        let slip = serial.map(|serial| find_slip(conn, serial)).transpose()?.flatten();
        Ok::<_, StoreError>((slip, list_batches(conn)?, find_makers(conn)?))
    };
    let (slip, batches, makers) = site.app.db.read(read).await?;
    if let Some(slip) = slip {
        return Ok(see_other(&routes::personnel_code(visitor.language, slip.serial)));
    }
    let (words, language) = (site.words(&visitor), visitor.language);
    let view = PersonnelList {
        done: (asked.done.as_deref() == Some("before")).then(|| words.text("personnel-made-before", &[])),
        workplaces_url: routes::workplaces(language),
        new_url: manages.then(|| routes::personnel_codes_new(language)),
        url: manages.then(|| routes::personnel_codes(language)),
        problem: typed.as_ref().map(|_| words.text("personnel-problem-serial", &[])),
        serial: typed.unwrap_or_default().chars().take(20).collect(),
        batches: batches.iter().map(|batch| row(batch, &makers, words)).collect(),
    };
    let status = if view.problem.is_some() { StatusCode::NOT_FOUND } else { StatusCode::OK };
    site.answer_with(status, &visitor, &page(&site, &visitor)?, &view)
}

fn row(batch: &Batch, makers: &Makers, words: Words<'_>) -> BatchRow {
    let (first, last) = (batch.first, batch.last);
    BatchRow {
        word: batch.word.clone(),
        serials: if first == last { first.to_string() } else { format!("{first}–{last}") },
        made: words.date(batch.made_at),
        by: maker(batch, makers, words),
        size: last.value().saturating_sub(first.value()).saturating_add(1),
        used: batch.used,
        withdrawn: batch.withdrawn,
    }
}

/// Who made a batch, unless its entry cannot be told from another's: both were written in one transaction, at one time.
fn maker(batch: &Batch, (entries, actors): &Makers, words: Words<'_>) -> Option<String> {
    let mut at_that_time = entries.iter().filter(|entry| entry.at == batch.made_at);
    let entry = at_that_time.next()?;
    at_that_time.all(|other| other.actor_ref == entry.actor_ref).then(|| by_whom(entry, actors, words))
}
