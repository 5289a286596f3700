//! Reviewing proposals in the office: the queue by due date, and for each proposal a page with its text beside the form of
//! the verdict, the questions to its author and the statements of other departments. Everything on that page but a statement
//! is one form, so that no act loses what was typed for another one.
//!
//! `load` reads, `fields` reads the form, `act` does what was sent, `build` makes the views.

mod act;
mod build;
mod fields;
mod handlers;
mod list;
mod load;
pub mod view;
pub(super) mod words;

use actix_web::web;

pub(super) use self::build::verdict;
use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::OFFICE_REVIEWS).route(shown().to(list::list))).service(
        web::resource(path::OFFICE_REVIEW).route(shown().to(handlers::show)).route(web::post().to(handlers::submit)),
    );
}
