//! Supporting a proposal: what its page and the list say of it, and the page that whoever signs in comes back to.
//!
//! `load` reads what stands against it and how many there are, `build` says it. Numbers are read only where they are shown:
//! not while voting is open.

mod build;
mod handlers;
mod load;
pub mod view;

use actix_web::web;

pub(super) use self::build::support_section;
pub(super) use self::load::{Asker, ListSupports, SupportRead, find_list_supports, find_support};
use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::SUPPORT).route(shown().to(handlers::show)).route(web::post().to(handlers::change)));
}
