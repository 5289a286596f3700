//! `GET /api/v1/record`: the record of all rounds, oldest first, page by page.

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;
use serde::Serialize;

use super::answer::{error, json};
use super::door::pass;
use crate::domain::time::Instant;
use crate::record::EntryId;
use crate::store::entries::{RecordEntry, RecordPlace, list_record_after};
use crate::web::error::{Code, WebError};
use crate::web::site::Site;

/// Entries on a page, unless another number is asked for.
const LIMIT: i64 = 100;
/// The most that may be asked for.
const LARGEST_LIMIT: i64 = 1000;

/// Entries are given when they are this old. An entry's time is that of its transaction's beginning, and no transaction
/// lasts as long: so whoever reads on from the last entry misses none.
const SETTLED_AFTER: TimeDelta = TimeDelta::minutes(2);

#[derive(Debug, PartialEq, Eq)]
struct Asked {
    after: Option<RecordPlace>,
    limit: i64,
}

#[derive(Serialize)]
struct Page<'a> {
    entries: Vec<EntryView<'a>>,
    /// Where to read on, also when nothing came.
    next: Option<String>,
    /// Whether there is more already.
    more: bool,
}

#[derive(Serialize)]
struct EntryView<'a> {
    id: &'a str,
    at: String,
    act: &'a str,
    /// The canonical JSON as text, so that it can be hashed byte for byte.
    body: &'a str,
}

pub(super) async fn show(request: HttpRequest, site: web::Data<Site>) -> HttpResponse {
    match page(&request, &site).await {
        Ok(answer) => answer,
        Err(failed) => error(&request, &failed),
    }
}

async fn page(request: &HttpRequest, site: &Site) -> Result<HttpResponse, WebError> {
    pass(site, request).await?;
    let Asked { after, limit } = read_query(request.query_string())?;
    let until = site.app.db.clock().now().plus(-SETTLED_AFTER);
    let place = after.clone();
    // One more than is shown says whether there is more.
    let wanted = limit.saturating_add(1);
    let mut found = site.app.db.read(move |conn| list_record_after(conn, place.as_ref(), until, wanted)).await?;
    let shown = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = found.len() > shown;
    found.truncate(shown);
    let next = found.last().map(|entry| entry.place.clone()).or(after);
    json(&Page { entries: found.iter().map(view).collect(), next: next.as_ref().map(cursor), more })
}

fn view(entry: &RecordEntry) -> EntryView<'_> {
    EntryView { id: &entry.place.id, at: entry.place.at.to_rfc3339(), act: &entry.act, body: &entry.body }
}

/// `TIME_ID`.
fn cursor(place: &RecordPlace) -> String {
    format!("{}_{}", place.at.to_rfc3339(), place.id)
}

fn read_cursor(text: &str) -> Option<RecordPlace> {
    let (at, id) = text.split_once('_')?;
    let place = RecordPlace { at: Instant::parse(at)?, id: EntryId::parse(id)?.to_string() };
    (cursor(&place) == text).then_some(place)
}

/// `after` and `limit`, each at most once, and nothing else: a mistyped name is told.
fn read_query(query: &str) -> Result<Asked, WebError> {
    let malformed = || WebError::told(Code::MalformedRequest);
    let (mut after, mut limit) = (None, None);
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        let is_new = match name.as_ref() {
            "after" => after.replace(read_cursor(&value).ok_or_else(malformed)?).is_none(),
            "limit" => limit.replace(value.parse::<i64>().map_err(|_| malformed())?).is_none(),
            _ => false,
        };
        if !is_new {
            return Err(malformed());
        }
    }
    let limit = limit.unwrap_or(LIMIT);
    if (1..=LARGEST_LIMIT).contains(&limit) { Ok(Asked { after, limit }) } else { Err(malformed()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CURSOR: &str = "2027-05-01T12:00:00.123Z_00112233445566778899aabbccddeeff";

    #[test]
    fn a_cursor_reads_as_it_is_written() {
        assert_eq!(cursor(&read_cursor(CURSOR).unwrap()), CURSOR);
        for wrong in ["", "_", "2027-05-01T12:00:00.123Z", &CURSOR.to_uppercase(), &CURSOR.replace(".123", "")] {
            assert_eq!(read_cursor(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_query_holds_a_cursor_a_limit_and_nothing_else() {
        let limit = |query: &str| read_query(query).ok().map(|asked| asked.limit);

        assert_eq!([limit(""), limit("limit=1"), limit("limit=1000")], [Some(100), Some(1), Some(1000)]);
        assert!(read_query(&format!("after={CURSOR}&limit=5")).is_ok());
        for wrong in ["limit=0", "limit=1001", "limit=-1", "limit=x", "limit=1&limit=2", "after=x", "page=2"] {
            assert_eq!(limit(wrong), None, "{wrong}");
        }
    }
}
