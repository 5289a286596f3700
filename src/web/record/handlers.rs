//! The public record: the list, an entry, its exact text, and the list as a table.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};

use super::asked::Asked;
use super::build::{Addresses, Sheet, record_show};
use super::load::{Scope, find_list, find_public_entry};
use super::table::{Pen, public_table};
use super::view::RecordIndex;
use crate::record::{EntryId, Publicity};
use crate::web::answer::finished;
use crate::web::error::WebError;
use crate::web::frame::Menu;
use crate::web::round::load::Reader;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// An entry never changes.
const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";
/// A table is made anew soon.
const FOR_A_MOMENT: &str = "public, max-age=10, must-revalidate";

pub(super) async fn index(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let (words, reader) = (site.words(&visitor), Reader::of(&visitor));
    let (wanted, mistakes) = asked.read(site.zone(&visitor))?;
    let page_number = wanted.page;
    let wanted = mistakes.is_empty().then_some(wanted);
    let read = site.app.db.read(move |conn| find_list(conn, wanted.as_ref(), Scope::Public, reader)).await?;
    let language = visitor.language;
    let addresses = Addresses { list: routes::record_list(language), csv: routes::record_table(language) };
    let sheet = Sheet { words, scope: Scope::Public, addresses };
    let view = RecordIndex { list: sheet.list(&read, &asked, (page_number, &mistakes)) };
    let page = site.page(&visitor, Menu::Public(Vec::new()))?;
    site.answer_with(status(view.list.problems.is_empty()), &visitor, &page, &view)
}

/// A filter with a mistake is shown again.
pub(super) const fn status(is_right: bool) -> StatusCode {
    if is_right { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
) -> Result<HttpResponse, WebError> {
    let (id, reader) = (id_of(&request)?, Reader::of(&visitor));
    let read = site.app.db.read(move |conn| find_public_entry(conn, &id, reader)).await?;
    let page = site.page(&visitor, Menu::Public(Vec::new()))?;
    let base = site.app.config.base_url.origin().ascii_serialization();
    site.answer(&visitor, &page, &record_show(&read, &base, site.words(&visitor)))
}

/// The exact text as a file. One that names an account has none.
pub(super) async fn file(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
) -> Result<HttpResponse, WebError> {
    let (id, reader) = (id_of(&request)?, Reader::of(&visitor));
    let name = format!("{id}.json");
    let read = site.app.db.read(move |conn| find_public_entry(conn, &id, reader)).await?;
    if read.publicity != Publicity::Whole {
        return Err(WebError::not_found());
    }
    Ok(download("application/json", &name, FOR_A_YEAR, read.entry.body.into_bytes()))
}

pub(super) async fn table(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let (wanted, mistakes) = asked.read(site.zone(&visitor))?;
    if !mistakes.is_empty() {
        return Err(WebError::not_found());
    }
    let pen = Pen { app: site.app.clone(), zone: site.zone(&visitor), reader: Reader::of(&visitor) };
    let bytes = site.app.db.read(move |conn| public_table(conn, &wanted, &pen)).await?;
    Ok(download("text/csv; charset=utf-8; header=present", "record.csv", FOR_A_MOMENT, bytes))
}

/// A file under a name.
pub(in crate::web) fn download(kind: &'static str, name: &str, kept: &'static str, bytes: Vec<u8>) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::CACHE_CONTROL, HeaderValue::from_static(kept)))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")));
    finished(answer.body(bytes))
}

fn id_of(request: &HttpRequest) -> Result<String, WebError> {
    let id = EntryId::parse(request.match_info().get("id").unwrap_or_default());
    id.map(|id| id.to_string()).ok_or_else(WebError::not_found)
}
