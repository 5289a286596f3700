//! The office: what waits, the rounds, and the acts that lead a round from voting to its published result.
//!
//! Each act is a page with one form. `load` reads a round as it stands, `typed` checks what was typed, `conflict` tells
//! whoever was slower what has happened meanwhile, `build` makes the views.

mod alarms;
mod build;
mod certify;
mod close;
mod conflict;
mod count;
mod dashboard;
mod extend;
mod load;
mod publish;
mod reviewing;
mod round;
mod set_up;
mod typed;
pub mod view;

use actix_web::{HttpResponse, Resource, web};

pub(super) use self::build::{DECIDED, ROUND_PUBLISHED, done_url};

use super::error::WebError;
use super::frame::{Menu, OfficePlace};
use super::layout::Page;
use super::routes::{path, shown};
use super::site::Site;
use super::visitor::Visitor;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    let page = |path: &str| -> Resource { web::resource(path) };
    cfg.service(page(path::OFFICE).route(shown().to(dashboard::show)))
        .service(page(path::OFFICE_ROUND).route(shown().to(round::show)))
        .service(page(path::OFFICE_COUNT).route(shown().to(count::show)))
        .service(page(path::OFFICE_EXTEND).route(shown().to(extend::form)).route(web::post().to(extend::submit)))
        .service(page(path::OFFICE_CLOSE).route(shown().to(close::form)).route(web::post().to(close::submit)))
        .service(page(path::OFFICE_CERTIFY).route(shown().to(certify::form)).route(web::post().to(certify::submit)))
        .service(page(path::OFFICE_PUBLISH).route(shown().to(publish::form)).route(web::post().to(publish::submit)));
}

/// The frame of the office's pages that its menu does not name.
fn page(site: &Site, visitor: &Visitor) -> Result<Page, WebError> {
    site.page(visitor, Menu::Office(OfficePlace::Elsewhere))
}

type Answer = Result<HttpResponse, WebError>;
