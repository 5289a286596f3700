//! The organisation's settings: its name, its help, its zone and the texts that every page links.
//!
//! `form` is what was typed, `check` what holds of it, `build` the page. `mail` is how mails leave.

mod build;
mod check;
mod form;
mod handlers;
mod mail;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// Six texts of 20,000 characters, each of which may take nine bytes in a form.
pub(super) const LARGEST: usize = 2 * 1024 * 1024;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(path::SETTINGS)
            .app_data(web::PayloadConfig::new(LARGEST))
            .route(shown().to(handlers::show))
            .route(web::post().to(handlers::save)),
    )
    .service(web::resource(path::TEST_MAIL).route(web::post().to(mail::test)))
    .service(web::resource(path::FAILED_MAILS).route(shown().to(mail::failed)));
}
