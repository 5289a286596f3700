//! Where the link of an invitation leads: who is invited to what, proving the address, accepting.
//!
//! Opening the link changes nothing, because mail scanners open links. It lets nobody in by itself either: the address is
//! proved by six digits that are sent to it, so a mail that was passed on gives no role away.

mod handlers;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(path::INVITATION).route(shown().to(handlers::show)).route(web::post().to(handlers::submit)),
    );
}
