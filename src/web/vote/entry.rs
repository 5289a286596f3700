//! The entry: the ways to a ballot of a round, and the way with a code. That with an account stands in `account`.

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::account::account_way;
use super::again::Again;
use super::code_problem::CodeProblem;
use super::door::{Arrival, shut, until};
use super::form::CodeForm;
use super::recognise::{Refusal, recognise};
use super::sent::Sent;
use super::view::VoteEntry;
use super::{ballot, load};
use crate::domain::channel::Channel;
use crate::domain::slug::Slug;
use crate::store::roll::RollRow;
use crate::web::answer::{kept_nowhere, see_other, with_retry_after};
use crate::web::csrf::token_for_row;
use crate::web::error::{Code, WebError, status};
use crate::web::frame::Menu;
use crate::web::layout::Leave;
use crate::web::round::load::{PublicRound, Reader};
use crate::web::routes::{self, RoundSlug};
use crate::web::session::Opening;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// What may stand in the address. It does not print: a QR code carries a letter's code here.
#[derive(Deserialize)]
pub(super) struct Asked {
    code: Option<String>,
}

/// The page as it is to be shown.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) typed: String,
    pub(super) refusal: Option<Refusal>,
    /// Whether the declaration was not ticked.
    pub(super) undeclared: bool,
    pub(super) kept: Sent,
}

/// Longer than any code with all its blanks and dashes; more is not sent back.
const LONGEST: usize = 100;

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let found = site.public_round(&visitor, &slug).await?;
    if let Some(answer) = shut(&site, &visitor, &found, Arrival::Looking)? {
        return Ok(answer);
    }
    let typed = asked.into_inner().code.unwrap_or_default();
    page(&site, &visitor, &found, StatusCode::OK, Entry { typed, ..Entry::default() }).await
}

pub(super) async fn enter(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    form: CodeForm,
) -> Result<HttpResponse, WebError> {
    let again = Again::with_code(&slug, &form.typed, form.carried.to_carry_on(&site, &visitor));
    let answer = open(&site, &visitor, &slug, form).await;
    again.if_we_failed(&request, &site, &visitor, answer)
}

async fn open(site: &Site, visitor: &Visitor, slug: &Slug, form: CodeForm) -> Result<HttpResponse, WebError> {
    let found = site.public_round(visitor, slug).await?;
    let arrival = if form.carried.is_empty() { Arrival::WithCode } else { Arrival::WithChoices };
    if let Some(answer) = shut(site, visitor, &found, arrival)? {
        return Ok(answer);
    }
    match recognise(site, visitor, &found, &form.typed).await? {
        Ok(row) => {
            let kept = form.carried.of(site, &row);
            welcome(site, visitor, found, (row, Channel::LetterCode), &kept).await
        }
        Err(refusal) => {
            let kept = form.carried.to_carry_on(site, visitor);
            let entry = Entry { typed: form.typed, refusal: Some(refusal), kept, ..Entry::default() };
            refused(site, visitor, &found, entry).await
        }
    }
}

/// Asks for a way to the ballot once more because the session has ended; the choices are kept for whoever they were made by.
pub(super) async fn ask_again(
    site: &Site,
    visitor: &Visitor,
    found: &PublicRound,
    kept: Sent,
) -> Result<HttpResponse, WebError> {
    page(site, visitor, found, StatusCode::FORBIDDEN, Entry { kept, ..Entry::default() }).await
}

/// Opens the voter's session. Who comes back with choices finds them on the ballot.
pub(super) async fn welcome(
    site: &Site,
    visitor: &Visitor,
    found: PublicRound,
    (row, channel): (RollRow, Channel),
    kept: &Sent,
) -> Result<HttpResponse, WebError> {
    let cookie = site.open_session(visitor, Opening::of_voter(row.id, channel)).await?;
    if kept.is_empty() {
        return with_cookie(see_other(&routes::ballot(visitor.language, &found.round.slug)), &cookie);
    }
    let csrf = token_for_row(site, row.id)?;
    let read: load::BallotRead = site.read_ballot(found, row, Reader::of(visitor)).await?;
    with_cookie(ballot::with_choices(site, visitor, &read, kept, Some(csrf))?, &cookie)
}

fn with_cookie(mut answer: HttpResponse, cookie: &Cookie<'_>) -> Result<HttpResponse, WebError> {
    answer.add_cookie(cookie).map_err(|error| WebError::fault(error.to_string()))?;
    Ok(answer)
}

async fn refused(site: &Site, visitor: &Visitor, found: &PublicRound, entry: Entry) -> Result<HttpResponse, WebError> {
    let problem = entry.refusal.as_ref().map(|refusal| refusal.problem);
    let Some(CodeProblem::TooOften { again_at }) = problem else {
        return page(site, visitor, found, StatusCode::UNPROCESSABLE_ENTITY, entry).await;
    };
    let answer = page(site, visitor, found, status(Code::TooManyAttempts.kind()), entry).await?;
    Ok(with_retry_after(answer, again_at, visitor.now))
}

pub(super) async fn page(
    site: &Site,
    visitor: &Visitor,
    found: &PublicRound,
    status: StatusCode,
    entry: Entry,
) -> Result<HttpResponse, WebError> {
    let account = account_way(site, visitor, found, entry.undeclared).await?;
    let (language, slug, words) = (visitor.language, &found.round.slug, site.words(visitor));
    let round_url = routes::round(language, slug);
    let menu = Menu::Focus(Leave { url: round_url.clone(), posts: false });
    let mut page = site.page_at(visitor, menu, |language| routes::vote(language, slug))?;
    if !entry.kept.is_empty() {
        // The token says whose choices they are, to whoever enters a code.
        page.csrf = entry.kept.token().map(str::to_owned);
        page = page.taking_along("enter", |language| routes::ballot(language, slug));
    }
    let (problem, other_round) = match entry.refusal {
        Some(refusal) => (Some(refusal.problem.text(words)), refusal.other_round),
        None => (None, None),
    };
    let view = VoteEntry {
        round_title: found.text.title.clone(),
        round_url,
        until: until(&found.round, words),
        takes_codes: found.round.basis.takes_codes(),
        account,
        enter_url: routes::vote_code(language, slug),
        code: entry.typed.chars().take(LONGEST).collect(),
        problem,
        other_round,
        kept: entry.kept.kept(),
    };
    // It may show a code that came in the address.
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &view)?))
}
