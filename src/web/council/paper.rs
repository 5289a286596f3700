//! The paper for the sitting: what was chosen, on at most two sheets, with columns to tick.

use actix_web::web;

use super::build::{council_paper, council_waiting};
use super::load::load_board;
use super::{Answer, frame};
use crate::web::routes::RoundSlug;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let board = load_board(&site, &visitor, &office, &slug).await?;
    match &board.result {
        Some(result) => {
            let view = council_paper(&site, &visitor, &board, result);
            site.answer(&visitor, &frame(&site, &visitor)?, &view)
        }
        None => {
            let view = council_waiting(&visitor, &board, site.words(&visitor));
            site.answer(&visitor, &frame(&site, &visitor)?, &view)
        }
    }
}
