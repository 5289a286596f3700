//! Proposing something, by anybody and without an account: what and why, where, similar proposals, what is optional, a last
//! look, the receipt. What is typed is kept on the server from the first step on, under a change code that the browser
//! brings back; with it the author comes back from anywhere.

pub(in crate::web) mod build;
mod check;
mod code;
mod door;
pub(in crate::web) mod fields;
mod kept;
mod own;
pub(in crate::web) mod paper;
mod receipt;
pub(in crate::web) mod similar;
mod steps;
pub mod view;

pub(super) use code::forgotten;

use actix_web::web;

use crate::web::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(path::PROPOSE).route(shown().to(steps::show_what)).route(web::post().to(steps::take_what)),
    )
    .service(
        web::resource(path::PROPOSE_WHERE)
            .route(shown().to(steps::show_where))
            .route(web::post().to(steps::take_where)),
    )
    .service(web::resource(path::PROPOSE_SIMILAR).route(shown().to(similar::show)))
    .service(
        web::resource(path::PROPOSE_MORE).route(shown().to(steps::show_more)).route(web::post().to(steps::take_more)),
    )
    .service(web::resource(path::PROPOSE_CHECK).route(shown().to(check::show)).route(web::post().to(check::send)))
    .service(web::resource(path::PROPOSE_RECEIPT).route(shown().to(receipt::show)))
    .service(web::resource(path::PROPOSE_DRAFT).route(shown().to(kept::show)).route(web::post().to(kept::discard)))
    .service(web::resource(path::PROPOSAL_FORM).route(shown().to(paper::show)))
    .service(web::resource(path::OWN_PROPOSAL).route(shown().to(own::show)).route(web::post().to(own::act)));
}
