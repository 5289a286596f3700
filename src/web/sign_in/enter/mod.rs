//! The way in for employees without e-mail: the address on the poster of their workplace, and the code on their slip. There
//! is no second factor; whoever holds a role of the office still needs theirs to open the office.

mod attempts;
mod handlers;
mod problem;
pub mod view;

use actix_web::web;

pub(super) use handlers::beside;

use crate::web::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::ENTER).route(shown().to(handlers::show)).route(web::post().to(handlers::enter)));
}
