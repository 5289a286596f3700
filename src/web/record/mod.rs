//! The record: what was done, as a list of sentences that anybody can read and check, and as a whole for the office.
//!
//! `asked` is what the filter holds, `load` reads, `sentence` tells an entry, `build` makes the views, `table` the
//! files; `roles` reads off who held which role when.

mod asked;
pub(super) mod build;
mod handlers;
mod load;
mod office;
mod roles;
mod sentence;
mod table;
pub mod view;

use actix_web::web;

pub(super) use self::handlers::download;
use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::RECORD).route(shown().to(handlers::index)))
        .service(web::resource(path::RECORD_TABLE).route(shown().to(handlers::table)))
        // Before the page of an entry, whose address would take the file's name for a number.
        .service(web::resource(path::RECORD_FILE).route(shown().to(handlers::file)))
        .service(web::resource(path::RECORD_ENTRY).route(shown().to(handlers::show)))
        .service(web::resource(path::OFFICE_RECORD).route(shown().to(office::index)))
        .service(web::resource(path::OFFICE_RECORD_TABLE).route(shown().to(office::table)))
        .service(web::resource(path::OFFICE_ROLES).route(shown().to(office::roles)))
        .service(web::resource(path::OFFICE_ROLES_TABLE).route(shown().to(office::roles_file)));
}
