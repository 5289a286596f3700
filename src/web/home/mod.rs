//! The start page.

mod build;
mod handlers;
mod load;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The address of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::HOME).route(shown().to(handlers::show)));
}
