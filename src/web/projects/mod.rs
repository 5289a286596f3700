//! The projects on a round's ballot: the list and the single project.

pub(super) mod build;
mod handlers;
pub(super) mod load;
pub(super) mod order;
pub(super) mod outcome;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::PROJECTS).route(shown().to(handlers::index)))
        .service(web::resource(path::PROJECT).route(shown().to(handlers::show)));
}
