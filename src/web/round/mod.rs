//! The page of a round, and what other pages about a round stand on: its loading, its menu, where it stands.

pub(super) mod build;
mod handlers;
pub(super) mod load;
pub(super) mod nav;
pub mod phases;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::ROUND).route(shown().to(handlers::show)));
}
