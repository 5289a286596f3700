//! Showing a round.

use actix_web::{HttpResponse, web};

use super::build::round_show;
use super::load::{Reader, find_listing, find_public_round};
use super::nav::{RoundPlace, round_menu};
use super::view::RoundShow;
use crate::web::error::WebError;
use crate::web::following::offer::follow_offer;
use crate::web::routes::RoundSlug;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let reader = Reader::of(&visitor);
    let read = site.app.db.read(move |conn| {
        let found = find_public_round(conn, &slug, reader)?;
        let listing = find_listing(conn, &found.round, reader)?;
        Ok::<_, WebError>((found, listing))
    });
    let (found, listing) = read.await?;
    let words = site.words(&visitor);
    let page = site.page(&visitor, round_menu(&found.round, reader, RoundPlace::Elsewhere, words))?;
    let follow = follow_offer(&site, &visitor, &found.round, None).await?;
    site.answer(&visitor, &page, &RoundShow { follow, ..round_show(&found, &listing, reader, words) })
}
