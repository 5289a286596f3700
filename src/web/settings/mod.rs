//! The organisation's settings: an overview, and a page for each part with a form and a version of its own.
//!
//! `form` is what was typed and the reader of it, `mistake` what can be wrong. `part` has the parts that are one plain
//! form, `build` and `handlers` their pages; `logo` and `neighbourhoods` are forms of another shape.
//! `mail` is how mails leave.

pub(in crate::web) mod build;
pub(in crate::web) mod form;
mod handlers;
mod logo;
mod mail;
pub mod mail_view;
pub(in crate::web) mod mistake;
mod neighbourhoods;
mod overview;
mod part;
pub mod view;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use self::part::PlainPart;
use super::answer::leads_to;
use super::form::CheckedPairs;
use super::routes::{self, path, shown};
use super::site::Site;
use super::visitor::{Office, Visitor};

/// Six texts of 20,000 characters, each of which may take nine bytes in a form.
pub(super) const LARGEST: usize = 2 * 1024 * 1024;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::SETTINGS).route(shown().to(moved)))
        .service(web::resource(path::ORGANISATION).route(shown().to(overview::show)))
        .service(web::resource(path::ORGANISATION_LOGO).route(shown().to(logo::show)).route(web::post().to(logo::save)))
        .service(
            web::resource(path::ORGANISATION_NEIGHBOURHOODS)
                .route(shown().to(neighbourhoods::show))
                .route(web::post().to(neighbourhoods::save)),
        );
    cfg.service(web::resource(path::OFFICE_MAILS).route(shown().to(mail::show)))
        .service(web::resource(path::TEST_MAIL).route(web::post().to(mail::test)))
        .service(web::resource(path::FAILED_MAILS).route(shown().to(mail::failed)));
    for part in PlainPart::ALL {
        cfg.service(plain(part));
    }
}

/// A part that is one plain form.
fn plain(part: PlainPart) -> actix_web::Resource {
    let show = move |site: web::Data<Site>, visitor: Visitor, office: Office, asked: web::Query<handlers::Asked>| {
        handlers::show(part, site, visitor, office, asked)
    };
    let save = move |site: web::Data<Site>, visitor: Visitor, office: Office, CheckedPairs(pairs): CheckedPairs| {
        handlers::save(part, site, visitor, office, pairs)
    };
    web::resource(address(part))
        .app_data(web::PayloadConfig::new(LARGEST))
        .route(shown().to(show))
        .route(web::post().to(save))
}

const fn address(part: PlainPart) -> &'static str {
    match part {
        PlainPart::Name => path::ORGANISATION_NAME,
        PlainPart::Colours => path::ORGANISATION_COLOURS,
        PlainPart::Help => path::ORGANISATION_HELP,
        PlainPart::Texts => path::ORGANISATION_TEXTS,
        PlainPart::Languages => path::ORGANISATION_LANGUAGES,
        PlainPart::Words => path::ORGANISATION_WORDS,
        PlainPart::Easy => path::ORGANISATION_EASY,
    }
}

/// The address of the settings before they had parts.
async fn moved(visitor: Visitor, _: Office) -> HttpResponse {
    leads_to(StatusCode::PERMANENT_REDIRECT, &routes::organisation(visitor.language)).finish()
}
