//! The shortlist of a round in the office: what goes onto the ballot, what is left out and why, and freezing it.
//!
//! `load` reads, `build` makes the views.

mod build;
mod handlers;
mod load;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(path::OFFICE_SHORTLIST).route(shown().to(handlers::list)).route(web::post().to(handlers::freeze)),
    )
    .service(
        web::resource(path::OFFICE_CANDIDATE).route(shown().to(handlers::show)).route(web::post().to(handlers::change)),
    );
}
