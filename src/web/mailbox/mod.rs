//! The demonstration's mailbox: every message in the outbox, written as it is sent. Elsewhere it does not exist.

mod handlers;
mod samples;
mod telephones;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::MAILBOX).route(shown().to(handlers::list)))
        // Before the pattern that takes any number.
        .service(web::resource(path::MAIL_SAMPLES).route(shown().to(samples::list)))
        .service(web::resource(path::MAIL).route(shown().to(handlers::show)))
        .service(web::resource(path::MAIL_HTML).route(shown().to(handlers::html)));
}
