//! The ballots of an area as a file. A published file never changes, so browsers may keep it.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use super::build::file_name;
use super::load::LoadError;
use crate::domain::ids::AreaNumber;
use crate::domain::slug::Slug;
use crate::media::ContentHash;
use crate::store::areas::list_areas;
use crate::store::results::{ResultFile, list_result_files};
use crate::store::rounds::find_round_by_slug;
use crate::store::{Conn, StoreError};
use crate::web::answer::finished;
use crate::web::error::WebError;
use crate::web::routes::{RoundSlug, number_of};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

pub(super) async fn download(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let area = AreaNumber::new(number_of(&request, "area")?);
    let (name, file) = site.app.db.read(move |conn| find_file(conn, &slug, area)).await?;
    let tag = format!("\"{}\"", file.content_hash);
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((header::ETAG, tag.as_str()))
        .insert_header((header::CACHE_CONTROL, FOR_A_YEAR))
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")));
    if visitor.known_tags.as_deref().is_some_and(|known| known.contains(&tag)) {
        return Ok(finished(answer.status(actix_web::http::StatusCode::NOT_MODIFIED).finish()));
    }
    let hash = ContentHash::parse(&file.content_hash)
        .ok_or_else(|| StoreError::corrupt("result_files", "content_hash", &file.content_hash))?;
    let files = site.app.files.clone();
    let bytes = tokio::task::spawn_blocking(move || files.read(&hash)).await.map_err(WebError::fault)?;
    Ok(finished(answer.body(bytes.map_err(WebError::fault)?)))
}

fn find_file(conn: &mut Conn, slug: &Slug, number: AreaNumber) -> Result<(String, ResultFile), LoadError> {
    let round = find_round_by_slug(conn, slug)?
        .filter(|round| round.facts.result_published_at.is_some())
        .ok_or(StoreError::NotFound)?;
    let areas = list_areas(conn, round.id)?;
    let area = areas.iter().find(|area| area.number == number).ok_or(StoreError::NotFound)?;
    let files = list_result_files(conn, round.id)?;
    let file = files.into_iter().find(|file| file.area == area.id).ok_or(StoreError::NotFound)?;
    Ok((file_name(&round, number, areas.len()), file))
}
