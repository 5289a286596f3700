//! The people of the office: who is entrusted with what, who is invited, and what can be done about either.
//!
//! `list` and `invite` are about everybody, `person`, `give`, `change` and `confirm` about one. `load` reads; `fields` and
//! `departments` are the part of a form that names a role.

mod change;
mod confirm;
pub(in crate::web) mod departments;
mod fields;
mod give;
mod invite;
mod list;
mod load;
mod person;
pub mod view;

use actix_web::{HttpResponse, web};

use super::error::WebError;
use super::frame::{Menu, OfficePlace};
use super::layout::Page;
use super::routes::{path, shown};
use super::site::Site;
use super::visitor::Visitor;
use crate::domain::role::Role;
use crate::locale::Words;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::PEOPLE).route(shown().to(list::show)))
        .service(web::resource(path::INVITE).route(shown().to(invite::form)).route(web::post().to(invite::submit)))
        .service(
            web::resource(path::SENT_INVITATION)
                .route(shown().to(invite::to_the_list))
                .route(web::post().to(invite::decide)),
        )
        .service(web::resource(path::PERSON).route(shown().to(person::show)))
        .service(web::resource(path::GIVE_ROLE).route(shown().to(give::form)).route(web::post().to(give::submit)))
        .service(
            web::resource(path::TAKE_ROLE).route(shown().to(confirm::ask_take)).route(web::post().to(confirm::take)),
        )
        .service(
            web::resource(path::CHANGE_DEPARTMENTS)
                .route(shown().to(change::form))
                .route(web::post().to(change::submit)),
        )
        .service(
            web::resource(path::CLOSE_ACCOUNT)
                .route(shown().to(confirm::ask_close))
                .route(web::post().to(confirm::close)),
        )
        .service(
            web::resource(path::REOPEN_ACCOUNT)
                .route(shown().to(confirm::ask_reopen))
                .route(web::post().to(confirm::reopen)),
        )
        .service(
            web::resource(path::RESET_TELEPHONE)
                .route(shown().to(confirm::ask_reset))
                .route(web::post().to(confirm::reset)),
        );
}

type Answer = Result<HttpResponse, WebError>;

fn page(site: &Site, visitor: &Visitor) -> Result<Page, WebError> {
    site.page(visitor, Menu::Office(OfficePlace::People))
}

/// What a role is called.
pub(super) fn role_name(role: Role, words: Words<'_>) -> String {
    words.text(&format!("role-{}", role.as_str().replace('_', "-")), &[])
}

/// What a role may do, in a sentence.
pub(super) fn role_may(role: Role, words: Words<'_>) -> String {
    words.text(&format!("people-may-{}", role.as_str().replace('_', "-")), &[])
}
