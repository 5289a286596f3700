//! Signing in and out: by a link or six digits from a mail, or with a password, and in the office with the code of a
//! telephone after that.
//!
//! An address without an account costs the same work and gets the same words as any other. Hashing runs beside the
//! async threads behind [`gate`]; [`attempts`] counts; [`device`] knows a browser that signed in before; [`arrive`] is
//! where all ways meet; [`enter`] is the way of employees without e-mail. A form that came without a session is kept
//! beside the sign-in ([`super::kept`]).

mod arrive;
mod attempts;
mod device;
pub mod enter;
pub(super) mod gate;
mod handlers;
mod mail;
mod next;
mod password;
mod second_factor;
mod typed;
pub mod view;

use actix_web::web;

use super::form::LARGEST_FORM;
use super::routes::{path, shown};
use super::settings;
use super::site::Site;

pub(super) use arrive::hidden;
pub(super) use attempts::short_name;
pub(super) use device::name_of as device_name;
pub(super) use handlers::beside;
pub(super) use mail::send_code;
pub(super) use second_factor::{read_code, wrong_codes};

/// The path, if it is one of this site.
pub(super) fn safe_path(wanted: &str, site: &Site) -> Option<String> {
    next::safe(wanted, &site.app.config.base_url)
}

/// The largest form of the office may be kept beside the sign-in's own.
const LARGEST: usize = settings::LARGEST + LARGEST_FORM;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    let large = |path: &str| web::resource(path).app_data(web::PayloadConfig::new(LARGEST));
    cfg.service(large(path::SIGN_IN).route(shown().to(handlers::show)).route(web::post().to(password::sign_in)))
        .service(large(path::SIGN_IN_MAIL).route(web::post().to(mail::ask)))
        .service(large(path::SIGN_IN_CODE).route(shown().to(mail::show_code)).route(web::post().to(mail::enter_code)))
        .service(
            web::resource(path::SIGN_IN_LINK)
                .route(shown().to(mail::show_link))
                .route(web::post().to(mail::follow_link)),
        )
        .service(
            large(path::SIGN_IN_SECOND_FACTOR)
                .route(shown().to(second_factor::show))
                .route(web::post().to(second_factor::take)),
        )
        .configure(enter::configure)
        .service(web::resource(path::SIGN_OUT).route(web::post().to(handlers::sign_out)));
}
