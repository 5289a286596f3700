//! What people with an account see and change of it.

mod second_factor;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(path::SECOND_FACTOR)
            .route(shown().to(second_factor::show))
            .route(web::post().to(second_factor::submit)),
    );
}
