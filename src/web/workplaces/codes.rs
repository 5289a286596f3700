//! The codes by batch, and the way to one slip by its number.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::view::{BatchRow, PersonnelList};
use super::{Answer, page};
use crate::domain::ids::PersonnelSerial;
use crate::locale::Words;
use crate::store::personnel::{Batch, find_slip, list_batches};
use crate::store::{Conn, StoreError};
use crate::web::answer::see_other;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    serial: Option<String>,
    /// Set when codes were asked for that had been made before.
    done: Option<String>,
}

pub(super) async fn list(site: web::Data<Site>, visitor: Visitor, _: Office, asked: web::Query<Asked>) -> Answer {
    let typed = asked.serial.clone();
    let serial = typed.as_deref().and_then(|typed| typed.trim().parse().ok()).map(PersonnelSerial::new);
    let read = move |conn: &mut Conn| {
        let slip = serial.map(|serial| find_slip(conn, serial)).transpose()?.flatten();
        Ok::<_, StoreError>((slip, list_batches(conn)?))
    };
    let (slip, batches) = site.app.db.read(read).await?;
    if let Some(slip) = slip {
        return Ok(see_other(&routes::personnel_code(visitor.language, slip.serial)));
    }
    let (words, language) = (site.words(&visitor), visitor.language);
    let view = PersonnelList {
        done: (asked.done.as_deref() == Some("before")).then(|| words.text("personnel-made-before", &[])),
        workplaces_url: routes::workplaces(language),
        new_url: routes::personnel_codes_new(language),
        url: routes::personnel_codes(language),
        problem: typed.as_ref().map(|_| words.text("personnel-problem-serial", &[])),
        serial: typed.unwrap_or_default().chars().take(20).collect(),
        batches: batches.iter().map(|batch| row(batch, words)).collect(),
    };
    let status = if view.problem.is_some() { StatusCode::NOT_FOUND } else { StatusCode::OK };
    site.answer_with(status, &visitor, &page(&site, &visitor)?, &view)
}

fn row(batch: &Batch, words: Words<'_>) -> BatchRow {
    let (first, last) = (batch.first, batch.last);
    BatchRow {
        word: batch.word.clone(),
        serials: if first == last { first.to_string() } else { format!("{first}–{last}") },
        made: words.date(batch.made_at),
        used: batch.used,
        withdrawn: batch.withdrawn,
    }
}
