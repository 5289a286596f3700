//! Setting up a round: `start` begins one, `overview` is its task list, `publish` its last look and its preview.
//!
//! Each part is one form with a version of its own. `form` knows the eight parts, each of which has a file; `sheet` makes
//! the page of one and `handlers` show and save it. `rows` is what the parts that are lists share.

mod areas;
mod ballot;
mod basics;
mod dates;
mod form;
mod handlers;
mod load;
mod mistake;
mod overview;
mod people;
mod privacy;
mod publish;
mod rows;
mod sheet;
mod start;
mod texts;
mod topics;
pub mod view;

use actix_web::web;

pub(super) use self::mistake::{RoundMistake, reason_mistake};
use super::form::CheckedPairs;
use super::routes::{RoundSlug, path, shown};
use super::site::Site;
use super::visitor::{Office, Visitor};
use crate::domain::set_up::RoundPart;

/// Two hundred areas with their names, which may take nine bytes a letter in a form.
const LARGEST: usize = 1024 * 1024;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::NEW_ROUND).route(shown().to(start::form)).route(web::post().to(start::submit)))
        .service(web::resource(path::SET_UP).route(shown().to(overview::show)))
        .service(web::resource(path::SET_UP_PREVIEW).route(shown().to(publish::preview)))
        .service(
            web::resource(path::SET_UP_PUBLISH).route(shown().to(publish::form)).route(web::post().to(publish::submit)),
        );
    for part in RoundPart::ALL {
        cfg.service(resource(*part));
    }
}

fn resource(part: RoundPart) -> actix_web::Resource {
    let show = move |site: web::Data<Site>, visitor: Visitor, office: Office, slug: RoundSlug| {
        handlers::show(part, site, visitor, office, slug)
    };
    let save = move |site: web::Data<Site>, visitor: Visitor, office: Office, slug: RoundSlug, form: CheckedPairs| {
        handlers::save(part, site, visitor, office, slug, form.0)
    };
    web::resource(address(part))
        .app_data(web::PayloadConfig::new(LARGEST))
        .route(shown().to(show))
        .route(web::post().to(save))
}

const fn address(part: RoundPart) -> &'static str {
    match part {
        RoundPart::Basics => path::SET_UP_BASICS,
        RoundPart::Texts => path::SET_UP_TEXTS,
        RoundPart::Areas => path::SET_UP_AREAS,
        RoundPart::Topics => path::SET_UP_TOPICS,
        RoundPart::People => path::SET_UP_PEOPLE,
        RoundPart::Ballot => path::SET_UP_BALLOT,
        RoundPart::Dates => path::SET_UP_DATES,
        RoundPart::Privacy => path::SET_UP_PRIVACY,
    }
}
