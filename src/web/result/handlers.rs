//! The pages of a result.

use actix_web::{HttpRequest, HttpResponse, web};

use super::build::{Pen, area_page, overview, waiting};
use super::load::{PublicRound, load_public_round};
use crate::domain::ids::AreaNumber;
use crate::domain::slug::Slug;
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::frame::Menu;
use crate::web::routes::{self, RoundSlug, number_of};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// The result, or what comes before it.
pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let found = load(&site, &visitor, slug).await?;
    let words = site.words(&visitor);
    let page = site.page(&visitor, Menu::Public(Vec::new()))?;
    match &found.result {
        None => site.answer(&visitor, &page, &waiting(words, &found, visitor.now)),
        Some(counted) => {
            let pen = Pen { words, round: &found.round };
            site.answer(&visitor, &page, &overview(pen, &found.text.text, counted))
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
    let found = load(&site, &visitor, slug).await?;
    let Some(counted) = found.result.as_ref().filter(|counted| counted.areas.len() > 1) else {
        return Ok(see_other(&whole));
    };
    let pen = Pen { words: site.words(&visitor), round: &found.round };
    let view = area_page(pen, &found.text.text, counted, number).ok_or_else(WebError::not_found)?;
    let page = site.page(&visitor, Menu::Public(Vec::new()))?;
    site.answer(&visitor, &page, &view)
}

async fn load(site: &Site, visitor: &Visitor, slug: Slug) -> Result<PublicRound, WebError> {
    let language = visitor.language;
    Ok(site.app.db.read(move |conn| load_public_round(conn, &slug, language)).await?)
}
