//! Reporting a proposal that breaks a rule, by anybody, and what became of it; and how often that happens in a round.
//!
//! `send` is the form, `sent` its confirmation, `figures` the page with the counts.

mod figures;
mod load;
mod send;
mod sent;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::REPORT_PROPOSAL).route(shown().to(send::show)).route(web::post().to(send::send)))
        .service(web::resource(path::REPORTED_PROPOSAL).route(shown().to(sent::show)))
        .service(web::resource(path::MODERATION_FIGURES).route(shown().to(figures::show)));
}
