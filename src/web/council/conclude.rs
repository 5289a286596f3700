//! Says that the council has decided on all that was chosen.

use actix_web::http::StatusCode;
use actix_web::web;

use super::build::council_conclude;
use super::load::{Board, load_board};
use super::{Answer, frame};
use crate::actions::council::{CouncilError, conclude_decisions};
use crate::web::answer::see_other;
use crate::web::form::CheckedPairs;
use crate::web::office::{DECIDED, done_url};
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn form(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let board = load_board(&site, &visitor, &office, &slug).await?;
    if board.result.is_none() || board.round.facts.decided_at.is_some() {
        return Ok(see_other(&routes::office_decisions(visitor.language, &slug)));
    }
    show(&site, &visitor, StatusCode::OK, &board)
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(_): CheckedPairs,
) -> Answer {
    let board = load_board(&site, &visitor, &office, &slug).await?;
    match conclude_decisions(&site.app.db, office.actor(), board.round.id).await {
        // Whoever was a little later wanted the same.
        Ok(()) | Err(CouncilError::AlreadyDecided) => Ok(see_other(&done_url(&visitor, &slug, DECIDED))),
        // The page says how many are open.
        Err(CouncilError::Open(_)) => {
            let now = load_board(&site, &visitor, &office, &slug).await?;
            show(&site, &visitor, StatusCode::CONFLICT, &now)
        }
        Err(error) => Err(error.into()),
    }
}

fn show(site: &Site, visitor: &Visitor, status: StatusCode, board: &Board) -> Answer {
    site.answer_with(status, visitor, &frame(site, visitor)?, &council_conclude(visitor, board, site.words(visitor)))
}
