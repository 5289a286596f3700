//! Showing the list and a single project.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::build::{Part, address, project_show, projects_index};
use super::load::{find_list, find_one};
use super::order::Order;
use crate::domain::ids::{AreaNumber, ProjectNumber};
use crate::locale::local_day;
use crate::web::council::told::council_name;
use crate::web::error::WebError;
use crate::web::round::load::Reader;
use crate::web::round::nav::{RoundPlace, round_menu};
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
    let read = site.app.db.read(move |conn| find_list(conn, &slug, part, reader)).await?;
    let words = site.words(&visitor);
    let page = site.page(&visitor, round_menu(&read.found.round, reader, RoundPlace::Projects, words))?;
    site.answer(&visitor, &page, &projects_index(&read, part, reader, words))
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let number = ProjectNumber::new(number_of(&request, "number")?);
    let (kept, reader) = (site.allocations.clone(), Reader::of(&visitor));
    let read = site.app.db.read(move |conn| find_one(conn, &kept, (&slug, number), reader)).await?;
    let words = site.words(&visitor);
    let page = site.page(&visitor, round_menu(&read.found.round, reader, RoundPlace::Elsewhere, words))?;
    site.answer(&visitor, &page, &project_show(&read, council_name(&visitor, words), reader, words))
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
