//! Imprint, privacy and accessibility statement.

mod build;
mod handlers;
mod kept;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::IMPRINT).route(shown().to(handlers::imprint)))
        .service(web::resource(path::PRIVACY).route(shown().to(handlers::privacy)))
        .service(web::resource(path::ACCESSIBILITY).route(shown().to(handlers::accessibility)));
}
