//! Following rounds and proposals. `offer` is the box on their pages, `ask` takes an address, `confirm` is where the link of
//! the question leads, `show` what somebody follows, and `one_click` what mail programs call to stop all.

mod ask;
mod confirm;
pub(super) mod offer;
mod one_click;
mod show;
mod subject;
pub mod view;

use actix_web::web;

use super::routes::{self, path, shown};

/// The addresses of this feature below a language.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::FOLLOW).route(shown().to(ask::show)).route(web::post().to(ask::send)))
        .service(web::resource(path::FOLLOW_SENT).route(shown().to(ask::sent)))
        .service(
            web::resource(path::FOLLOW_CONFIRM)
                .route(shown().to(confirm::show))
                .route(web::post().to(confirm::confirm)),
        )
        .service(web::resource(path::FOLLOWING).route(shown().to(show::show)).route(web::post().to(show::settle)));
}

/// The address that stands in the head of mails, outside the languages.
pub(super) fn configure_one_click(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(routes::UNSUBSCRIBE).route(shown().to(one_click::show)).route(web::post().to(one_click::stop)),
    );
}
