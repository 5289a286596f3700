//! Questions to the office. `public` shows what is answered, `service` what the program answers itself; `ask` is the form and
//! the page of one's own question; `office` the list, `settle` what is done with one, `write` one of the office's own. `form`
//! has the fields that the last two share.

mod ask;
mod build;
mod form;
mod load;
mod office;
mod public;
mod service;
mod settle;
pub mod view;
mod write;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::HELP).route(shown().to(public::show)))
        .service(web::resource(path::ASK).route(shown().to(ask::show)).route(web::post().to(ask::send)))
        .service(web::resource(path::ASKED).route(shown().to(ask::asked)))
        .service(web::resource(path::QUESTIONS).route(shown().to(office::list)))
        // Before the pattern that takes any number.
        .service(web::resource(path::QUESTION_NEW).route(shown().to(write::show)).route(web::post().to(write::save)))
        .service(web::resource(path::QUESTION).route(shown().to(office::show)).route(web::post().to(settle::save)));
}
