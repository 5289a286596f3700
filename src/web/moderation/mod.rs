//! The office and what people propose: the queue of those that wait to be read, and for each a page on which it is shown,
//! hidden or restored. Nothing is deleted here.
//!
//! `load` reads, `act` does what was sent, `build` makes the views.

mod act;
mod build;
mod handlers;
mod load;
pub mod view;

use actix_web::web;

pub(super) use self::build::moderated;
use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::OFFICE_PROPOSALS).route(shown().to(handlers::list))).service(
        web::resource(path::OFFICE_PROPOSAL).route(shown().to(handlers::show)).route(web::post().to(handlers::submit)),
    );
}
