//! Tokens for programs: who has which, making one, revoking one.

mod build;
mod check;
mod handlers;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::TOKENS).route(shown().to(handlers::show)).route(web::post().to(handlers::make)))
        .service(web::resource(path::TOKEN_REVOKE).route(web::post().to(handlers::revoke)));
}
