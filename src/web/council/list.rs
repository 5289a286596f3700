//! The list in which the office enters what the council decided.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::build::{List, council_list, council_waiting};
use super::form::{Days, Mistakes, is_entered, read_list};
use super::load::{Board, load_board};
use super::{Answer, frame};
use crate::actions::council::{CouncilError, enter_decisions};
use crate::domain::permission::{Permission, Scope};
use crate::web::answer::see_other;
use crate::web::form::CheckedPairs;
use crate::web::routes::{self, RoundSlug};
use crate::web::settings::form::Fields;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// Something was saved.
pub(super) const SAVED: &str = "saved";
/// An entry was corrected.
pub(super) const CORRECTED: &str = "corrected";
/// An entry was taken back.
pub(super) const TAKEN_BACK: &str = "taken_back";

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    page: Option<String>,
    /// What has just been done.
    done: Option<String>,
}

impl Asked {
    /// The page that is asked for, from 1; one that is not there is the nearest.
    fn page(&self, board: &Board) -> usize {
        let wanted = self.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1_usize);
        wanted.clamp(1, board.parts().len().max(1))
    }
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Answer {
    let board = load_board(&site, &visitor, &office, &slug).await?;
    let list = List { page: asked.page(&board), done: asked.done.as_deref(), ..List::default() };
    answer(&site, &visitor, &office, StatusCode::OK, (&board, &list))
}

pub(super) async fn save(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let board = load_board(&site, &visitor, &office, &slug).await?;
    let typed = Fields::typed(pairs);
    // A form that waited for a sign-in comes back without what stood in its address.
    let sent = Asked {
        page: Some(typed.get("page").to_owned()).filter(|page| !page.is_empty()).or_else(|| asked.page.clone()),
        done: None,
    };
    let page = sent.page(&board);
    let list = |mistakes| List { page, typed: Some(&typed), mistakes, done: None };
    let parts = board.parts();
    let items = parts.get(page.saturating_sub(1)).map_or(&[][..], Vec::as_slice);
    let days = Days::of(&site, &visitor, &board.round);
    let saved = || see_other(&address(&visitor, &board, page, Some(SAVED)));
    if is_entered(&typed, items, days) {
        return Ok(saved());
    }
    if board.result.is_none() || List::came_too_late(items, &typed) {
        return answer(&site, &visitor, &office, StatusCode::CONFLICT, (&board, &list(Mistakes::default())));
    }
    let decisions = match read_list(&typed, items, Days::of(&site, &visitor, &board.round)) {
        Ok(decisions) => decisions,
        Err(mistakes) => {
            let refused = StatusCode::UNPROCESSABLE_ENTITY;
            return answer(&site, &visitor, &office, refused, (&board, &list(mistakes)));
        }
    };
    match enter_decisions(&site.app.db, office.actor(), board.round.id, decisions).await {
        Ok(_) => Ok(saved()),
        Err(CouncilError::Entered(_)) => {
            let now = load_board(&site, &visitor, &office, &slug).await?;
            let parts = now.parts();
            // A second click that came at the same moment.
            if parts.get(page.saturating_sub(1)).is_some_and(|items| is_entered(&typed, items, days)) {
                return Ok(saved());
            }
            answer(&site, &visitor, &office, StatusCode::CONFLICT, (&now, &list(Mistakes::default())))
        }
        Err(error) => Err(error.into()),
    }
}

/// The address of a page of the list.
pub(super) fn address(visitor: &Visitor, board: &Board, page: usize, done: Option<&str>) -> String {
    let list = routes::office_decisions(visitor.language, &board.round.slug);
    let page = (page > 1).then(|| format!("page={page}"));
    let asked: Vec<String> = page.into_iter().chain(done.map(|done| format!("done={done}"))).collect();
    if asked.is_empty() { list } else { format!("{list}?{}", asked.join("&")) }
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    status: StatusCode,
    (board, list): (&Board, &List<'_>),
) -> Answer {
    let (words, frame) = (site.words(visitor), frame(site, visitor)?);
    if board.result.is_none() {
        return site.answer_with(status, visitor, &frame, &council_waiting(visitor, board, words));
    }
    let may_enter = office.may_also(Permission::EnterDecisions, Scope::Round(board.round.id));
    site.answer_with(status, visitor, &frame, &council_list(visitor, board, (list, may_enter), words))
}
