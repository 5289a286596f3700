//! Voting with a code or an account: entry, ballot, check, cast, receipt.
//!
//! A walk through it: [`entry`] takes the code and opens the voter's session, [`account`] opens it for somebody who is
//! signed in; from there on both are the same. [`ballot`] shows what there is to choose
//! from; [`check`] shows the choices once more; [`cast`] hands them to `actions::ballot::cast_ballot`; [`receipt`]
//! proves it; [`leave`] ends the session. When a step fails on our side, [`again`] is the
//! page that lets it be done once more. [`door`] says before each step whether voting is open; [`form`] says whose form
//! it is, and [`sent`] is the form as it came. Neither codes nor choices are ever logged.

mod account;
mod again;
mod areas;
mod ballot;
mod cast;
mod check;
pub mod code_problem;
mod conflict;
mod door;
mod entry;
mod form;
mod leave;
mod load;
mod order;
pub mod problem;
mod receipt;
mod recognise;
mod review;
mod sent;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::VOTE).route(shown().to(entry::show)))
        .service(web::resource(path::VOTE_CODE).route(web::post().to(entry::enter)))
        .service(web::resource(path::VOTE_ACCOUNT).route(web::post().to(account::enter)))
        .service(
            web::resource(path::VOTE_BALLOT).route(shown().to(ballot::show)).route(web::post().to(ballot::show_again)),
        )
        .service(web::resource(path::VOTE_CHECK).route(web::post().to(check::check)))
        .service(web::resource(path::VOTE_CAST).route(web::post().to(cast::cast)))
        .service(web::resource(path::VOTE_RECEIPT).route(shown().to(receipt::show)))
        .service(web::resource(path::VOTE_LEAVE).route(web::post().to(leave::leave)));
}
