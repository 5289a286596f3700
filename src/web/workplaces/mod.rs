//! Workplaces and personnel codes: how employees without e-mail come in, as the office sees it.
//!
//! `places`, `end` and `poster` are about workplaces, `codes`, `batch` and `slip` about the codes. A code stands in the
//! answer that shows its slip and nowhere else.

mod batch;
mod codes;
mod end;
mod places;
mod poster;
mod slip;
pub mod view;

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::error::WebError;
use super::frame::{Menu, OfficePlace};
use super::layout::Page;
use super::routes::{number_of, path, shown};
use super::site::Site;
use super::visitor::Visitor;
use crate::domain::ids::WorkplaceId;
use crate::store::workplaces::{Workplace, find_workplace};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::WORKPLACES).route(shown().to(places::list)))
        .service(
            web::resource(path::WORKPLACE_NEW).route(shown().to(places::show_new)).route(web::post().to(places::add)),
        )
        .service(web::resource(path::WORKPLACE).route(shown().to(places::show)).route(web::post().to(places::rename)))
        .service(
            web::resource(path::WORKPLACE_CLOSE).route(shown().to(end::ask_close)).route(web::post().to(end::close)),
        )
        .service(
            web::resource(path::WORKPLACE_REOPEN).route(shown().to(end::ask_reopen)).route(web::post().to(end::reopen)),
        )
        .service(
            web::resource(path::WORKPLACE_ADDRESS)
                .route(shown().to(end::ask_address))
                .route(web::post().to(end::change_address)),
        )
        .service(web::resource(path::WORKPLACE_POSTER).route(shown().to(poster::show)))
        .service(web::resource(path::PERSONNEL_CODES).route(shown().to(codes::list)))
        .service(
            web::resource(path::PERSONNEL_CODES_NEW)
                .route(shown().to(batch::show_new))
                .route(web::post().to(batch::make)),
        )
        .service(web::resource(path::PERSONNEL_CODE).route(shown().to(slip::show)))
        .service(
            web::resource(path::PERSONNEL_CODE_REPLACE)
                .route(shown().to(slip::ask_replace))
                .route(web::post().to(slip::replace)),
        )
        .service(
            web::resource(path::PERSONNEL_CODE_WITHDRAW)
                .route(shown().to(slip::ask_withdraw))
                .route(web::post().to(slip::withdraw)),
        );
}

/// The version that somebody saw when they were asked once more.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Seen {
    version: i64,
}

type Answer = Result<HttpResponse, WebError>;

fn page(site: &Site, visitor: &Visitor) -> Result<Page, WebError> {
    site.page(visitor, Menu::Office(OfficePlace::People))
}

/// The workplace that the address names.
async fn find(request: &HttpRequest, site: &Site) -> Result<Workplace, WebError> {
    let id = WorkplaceId::new(number_of(request, "id")?.into());
    site.app.db.read(move |conn| find_workplace(conn, id)).await?.ok_or_else(WebError::not_found)
}
