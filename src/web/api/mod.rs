//! The interface for programs: JSON, a token in the head of each request, no cookies. It reads only.
//!
//! `door` says who asks, `answer` makes JSON of results and errors, and each resource has a file.

mod answer;
mod door;
mod record;

use actix_web::web;

use super::routes::{API_RECORD, shown};

/// The path of the whole interface.
const SCOPE: &str = "/api";

/// The addresses of the interface. What is none of them, or is asked in another way, is told so in JSON too.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(API_RECORD).route(shown().to(record::show)).default_service(web::to(answer::method_not_allowed)),
    )
    .service(web::scope(SCOPE).default_service(web::to(answer::not_found)));
}
