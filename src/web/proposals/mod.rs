//! What people propose, as everybody reads it: the list, the same as a table, a proposal, and the way to one by its number.
//!
//! `asked` is what the filter holds, `load` reads, `words` tells what a proposal carries, `build` makes the views. The office
//! shows, hides and restores in `moderation`. A text is read here only where its state is public.

mod asked;
mod build;
mod find;
mod handlers;
mod load;
mod table;
mod times;
pub mod view;
pub(super) mod words;

use actix_web::web;

pub(super) use self::load::{Kinds, find_kinds};
use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::PROPOSALS).route(shown().to(handlers::index)))
        .service(web::resource(path::PROPOSALS_TABLE).route(shown().to(handlers::table)))
        .service(web::resource(path::ANSWER_TIMES).route(shown().to(times::show)))
        .service(web::resource(path::PROPOSAL).route(shown().to(handlers::show)))
        .service(web::resource(path::FIND_PROPOSAL).route(shown().to(find::find)));
}
