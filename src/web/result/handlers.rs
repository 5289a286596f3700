//! The pages of a result.

use actix_web::{HttpRequest, HttpResponse, web};

use super::build::{Pen, area_page, overview, waiting};
use super::load::{load_area_reading, load_reading};
use crate::domain::ids::AreaNumber;
use crate::web::answer::see_other;
use crate::web::council::told::council_name;
use crate::web::error::WebError;
use crate::web::layout::Page;
use crate::web::round::load::{PublicRound, Reader};
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::routes::{self, RoundSlug, number_of};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// The result, or what comes before it.
pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let (kept, reader) = (site.allocations.clone(), Reader::of(&visitor));
    let reading = site.app.db.read(move |conn| load_reading(conn, &kept, &slug, reader)).await?;
    let (words, page) = (site.words(&visitor), page(&site, &visitor, &reading.found)?);
    match &reading.result {
        None => site.answer(&visitor, &page, &waiting(words, &reading, visitor.now)),
        Some(counted) => {
            let pen = Pen { words, round: &reading.found.round };
            site.answer(&visitor, &page, &overview(pen, &reading.found.text, counted, council_name(&visitor, words)))
        }
    }
}

/// One area of several; that of the only area stands on the page of the round's result.
pub(super) async fn area(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let number = AreaNumber::new(number_of(&request, "area")?);
    let whole = routes::result(visitor.language, &slug);
    let (kept, reader) = (site.allocations.clone(), Reader::of(&visitor));
    let read = site.app.db.read(move |conn| load_area_reading(conn, &kept, (&slug, number), reader)).await?;
    let Some(reading) = read.filter(|reading| reading.areas.len() > 1) else { return Ok(see_other(&whole)) };
    let area = reading.area.as_ref().ok_or_else(WebError::not_found)?;
    let pen = Pen { words: site.words(&visitor), round: &reading.found.round };
    let council = council_name(&visitor, pen.words);
    let view = area_page(pen, &reading.found.text, &reading.areas, area, council);
    site.answer(&visitor, &page(&site, &visitor, &reading.found)?, &view)
}

fn page(site: &Site, visitor: &Visitor, found: &PublicRound) -> Result<Page, WebError> {
    site.page(visitor, round_menu(&found.round, Reader::of(visitor), RoundPlace::Result, site.words(visitor)))
}
