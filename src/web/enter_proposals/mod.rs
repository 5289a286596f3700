//! The counter: entering what came on paper, by telephone, at a meeting or in a letter, ten in a row; the slip for the
//! author; correcting one's own typing; the scanned paper. What is entered goes the way of every other proposal.
//!
//! `form` reads what was typed, `load` what is there, `build` makes the page.

mod build;
mod correct;
mod form;
mod handlers;
mod load;
mod scan;
mod slip;
pub mod view;

pub(super) use load::takes_entries;

use actix_web::{HttpResponse, web};

use super::error::WebError;
use super::routes::{path, shown};

type Answer = Result<HttpResponse, WebError>;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(path::ENTER_PROPOSAL).route(shown().to(handlers::show)).route(web::post().to(handlers::save)),
    )
    .service(
        web::resource(path::CORRECT_PROPOSAL).route(shown().to(correct::show)).route(web::post().to(correct::save)),
    )
    .service(web::resource(path::ENTERED_SLIP).route(shown().to(slip::show)).route(web::post().to(slip::print)))
    .service(web::resource(path::ENTERED_SCAN).route(shown().to(scan::serve)));
}
