//! Corrects the entry of one project.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::build::{Correction, council_correct};
use super::form::{Days, Fault, Mistakes, TAKE_BACK, read_correction, read_why};
use super::list::{CORRECTED, TAKEN_BACK, address};
use super::load::{Board, load_board};
use super::{Answer, frame};
use crate::actions::council::{CouncilError, correct_decision, take_back_decision};
use crate::domain::ids::ProjectNumber;
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::routes::{RoundSlug, number_of};
use crate::web::settings::form::Fields;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn form(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let board = load_board(&site, &visitor, &office, &slug).await?;
    let number = ProjectNumber::new(number_of(&request, "number")?);
    answer(&site, &visitor, StatusCode::OK, (&board, number), &Correction::default())
}

pub(super) async fn save(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let board = load_board(&site, &visitor, &office, &slug).await?;
    let number = ProjectNumber::new(number_of(&request, "number")?);
    let typed = Fields::typed(pairs);
    if typed.has(TAKE_BACK) {
        return take_back(&site, &visitor, &office, (&board, number), &typed).await;
    }
    let again = |mistakes, came_too_late| Correction { typed: Some(&typed), mistakes, came_too_late };
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    let (decision, why) = match read_correction(&typed, Days::of(&site, &visitor, &board.round)) {
        Ok(read) => read,
        Err(mistakes) => return answer(&site, &visitor, refused, (&board, number), &again(mistakes, false)),
    };
    let seen = typed.version().unwrap_or(0);
    match correct_decision(&site.app.db, office.actor(), (board.round.id, number), (seen, decision), why).await {
        Ok(()) => Ok(see_other(&address(&visitor, &board, page_of(&board, number), Some(CORRECTED)))),
        Err(CouncilError::Unchanged) => {
            let mistakes = Mistakes::of("outcome", Fault::Unchanged);
            answer(&site, &visitor, refused, (&board, number), &again(mistakes, false))
        }
        Err(CouncilError::ChangedMeanwhile) => {
            let now = load_board(&site, &visitor, &office, &slug).await?;
            answer(&site, &visitor, StatusCode::CONFLICT, (&now, number), &again(Mistakes::default(), true))
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes the entry back: it was no decision on this project.
async fn take_back(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    (board, number): (&Board, ProjectNumber),
    typed: &Fields,
) -> Answer {
    let again = |mistakes, came_too_late| Correction { typed: Some(typed), mistakes, came_too_late };
    let why = match read_why(typed, TAKE_BACK) {
        Ok(why) => why,
        Err(mistakes) => {
            let refused = StatusCode::UNPROCESSABLE_ENTITY;
            return answer(site, visitor, refused, (board, number), &again(mistakes, false));
        }
    };
    let (round, seen) = (board.round.id, typed.version().unwrap_or(0));
    match take_back_decision(&site.app.db, office.actor(), (round, number), seen, why).await {
        Ok(()) => Ok(see_other(&address(visitor, board, page_of(board, number), Some(TAKEN_BACK)))),
        Err(CouncilError::AlreadyDecided) => {
            let mistakes = Mistakes::of(TAKE_BACK, Fault::Concluded);
            answer(site, visitor, StatusCode::CONFLICT, (board, number), &again(mistakes, false))
        }
        Err(CouncilError::ChangedMeanwhile) => {
            let now = load_board(site, visitor, office, &board.round.slug).await?;
            answer(site, visitor, StatusCode::CONFLICT, (&now, number), &again(Mistakes::default(), true))
        }
        Err(error) => Err(error.into()),
    }
}

/// The page of the list on which a project stands.
fn page_of(board: &Board, number: ProjectNumber) -> usize {
    let parts = board.parts();
    let part = parts.iter().position(|items| items.iter().any(|item| item.project.number == number));
    part.unwrap_or(0).saturating_add(1)
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    (board, number): (&Board, ProjectNumber),
    correction: &Correction<'_>,
) -> Answer {
    let item = board.find(number).ok_or_else(WebError::not_found)?;
    let entered = item.entered().ok_or_else(WebError::not_found)?;
    let list_url = address(visitor, board, page_of(board, number), None);
    let view = council_correct(visitor, board, (item, entered, list_url), correction, site.words(visitor));
    site.answer_with(status, visitor, &frame(site, visitor)?, &view)
}
