//! The council and a published result: the list in which the office enters what was decided, the correction of an entry,
//! the act that says that all is decided, and the paper for the sitting.
//!
//! `load` reads, `form` reads what was typed, `build` makes the views; `told` puts a decision into words for all pages.

mod build;
mod conclude;
mod correct;
mod form;
mod list;
mod load;
mod paper;
pub mod told;
pub mod view;

use actix_web::{HttpResponse, web};

use super::error::WebError;
use super::frame::{Menu, OfficePlace};
use super::layout::Page;
use super::routes::{path, shown};
use super::site::Site;
use super::visitor::Visitor;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    let page = |path: &str| web::resource(path);
    cfg.service(page(path::OFFICE_DECISIONS).route(shown().to(list::show)).route(web::post().to(list::save)))
        .service(page(path::OFFICE_DECISION).route(shown().to(correct::form)).route(web::post().to(correct::save)))
        .service(page(path::OFFICE_DECIDED).route(shown().to(conclude::form)).route(web::post().to(conclude::submit)))
        .service(page(path::OFFICE_COUNCIL_PAPER).route(shown().to(paper::show)));
}

type Answer = Result<HttpResponse, WebError>;

/// The frame of these pages.
fn frame(site: &Site, visitor: &Visitor) -> Result<Page, WebError> {
    site.page(visitor, Menu::Office(OfficePlace::Elsewhere))
}
