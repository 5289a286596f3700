//! Showing the list and a single project.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::build::{Part, address, project_show, projects_index, slice};
use super::order::Order;
use super::outcome::find_outcomes;
use crate::domain::ids::{AreaNumber, ProjectNumber};
use crate::locale::local_day;
use crate::web::error::WebError;
use crate::web::round::load::{Reader, find_descriptions, find_listing, find_public_round};
use crate::web::round::nav::{RoundPlace, has_result, round_menu};
use crate::web::routes::{self, RoundSlug, number_of};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// What may stand in the address of the list.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    area: Option<String>,
    order: Option<String>,
    page: Option<String>,
}

pub(super) async fn index(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let reader = Reader::of(&visitor);
    let area = asked.area.as_deref().filter(|area| !area.is_empty()).map(number).transpose()?.map(AreaNumber::new);
    let page = asked.page.as_deref().map(number).transpose()?.map_or(1, |page| usize::try_from(page).unwrap_or(0));
    let Some(order) = asked.order.as_deref().and_then(Order::parse) else {
        site.public_round(&visitor, &slug).await?;
        let order = Order::of_day(local_day(visitor.now, site.zone(&visitor)));
        return Ok(to_order(&address(&routes::projects(visitor.language, &slug), Part { order, area, page })));
    };
    let part = Part { order, area, page };
    let read = site.app.db.read(move |conn| {
        let found = find_public_round(conn, &slug, reader)?;
        let listing = find_listing(conn, &found.round, reader)?;
        let slice = slice(&found.round, &listing, part).ok_or_else(WebError::not_found)?;
        let ids: Vec<_> = slice.projects.iter().map(|project| project.id).collect();
        let described = find_descriptions(conn, &found.round, &ids, reader)?;
        Ok::<_, WebError>((found, listing, slice, described))
    });
    let (found, listing, slice, described) = read.await?;
    let words = site.words(&visitor);
    let page = site.page(&visitor, round_menu(&found.round, reader, RoundPlace::Projects, words))?;
    site.answer(&visitor, &page, &projects_index(&found, &listing, (part, &slice, &described), reader, words))
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let number = ProjectNumber::new(number_of(&request, "number")?);
    let reader = Reader::of(&visitor);
    let read = site.app.db.read(move |conn| {
        let found = find_public_round(conn, &slug, reader)?;
        let listing = find_listing(conn, &found.round, reader)?;
        let project = listing.projects.iter().find(|project| project.number == number).cloned();
        let project = project.ok_or_else(WebError::not_found)?;
        let described = find_descriptions(conn, &found.round, &[project.id], reader)?;
        let outcomes = has_result(&found.round, reader).then(|| find_outcomes(conn, found.round.id)).transpose()?;
        Ok::<_, WebError>((found, listing, project, described, outcomes))
    });
    let (found, listing, project, described, outcomes) = read.await?;
    let words = site.words(&visitor);
    let page = site.page(&visitor, round_menu(&found.round, reader, RoundPlace::Elsewhere, words))?;
    let about = (&project, &described, outcomes.as_ref());
    site.answer(&visitor, &page, &project_show(&found, &listing, about, reader, words))
}

/// A number in the query; there is no page for anything else.
fn number(text: &str) -> Result<u32, WebError> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or_else(WebError::not_found)
}

/// Leads to the order of the day. Tomorrow it is another one, so nobody may keep the answer.
fn to_order(address: &str) -> HttpResponse {
    HttpResponse::Found()
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}
