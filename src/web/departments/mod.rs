//! The departments of the organisation: a list, and a form for each. One is retired, never deleted.

mod form;
mod handlers;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::DEPARTMENTS).route(shown().to(handlers::list)))
        .service(
            web::resource(path::DEPARTMENT_NEW)
                .route(shown().to(handlers::show_new))
                .route(web::post().to(handlers::add)),
        )
        .service(
            web::resource(path::DEPARTMENT).route(shown().to(handlers::show)).route(web::post().to(handlers::edit)),
        )
        .service(web::resource(path::DEPARTMENT_RETIRE).route(web::post().to(handlers::retire)));
}
