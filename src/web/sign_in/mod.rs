//! Signing in and out of the office with an e-mail address and a password.
//!
//! An address without an account costs the same work and gets the same words as a wrong password. Hashing runs beside
//! the async threads behind [`gate`]; [`attempts`] counts; [`device`] knows a browser that signed in before. A form that
//! came without a session is kept beside the sign-in ([`super::kept`]).

mod attempts;
mod device;
pub(super) mod gate;
mod handlers;
mod next;
mod typed;
pub mod view;

use actix_web::web;

use super::form::LARGEST_FORM;
use super::routes::{path, shown};
use super::settings;

pub(super) use handlers::beside;

/// The largest form of the office may be kept beside the sign-in's own.
const LARGEST: usize = settings::LARGEST + LARGEST_FORM;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(path::SIGN_IN)
            .app_data(web::PayloadConfig::new(LARGEST))
            .route(shown().to(handlers::show))
            .route(web::post().to(handlers::sign_in)),
    )
    .service(web::resource(path::SIGN_OUT).route(web::post().to(handlers::sign_out)));
}
