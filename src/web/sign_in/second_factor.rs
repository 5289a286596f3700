//! The code of the telephone, or one from the paper, after the first way in.

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::arrive::{go_on, hidden};
use super::typed::{Again, Typed};
use super::view::{FactorProblem, SignInSecondFactor};
use super::{device, next};
use crate::actions::account::{SecondFactorError, TypedCode, show_second_factor};
use crate::domain::ids::AccountId;
use crate::domain::letter_code::LetterCode;
use crate::domain::six_digits::SixDigits;
use crate::store::second_factors::find_second_factor;
use crate::store::way_in::WayIn;
use crate::web::answer::{see_other, with_retry_after};
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::Menu;
use crate::web::limits::{Limit, taken_again_at};
use crate::web::routes;
use crate::web::session::Opening;
use crate::web::site::Site;
use crate::web::visitor::{Member, SignedIn, Visitor};

/// Wrong digits for one account within an hour.
const WRONG_DIGITS: i64 = 10;

/// The tries that a code costs when it is wrong, wherever it is typed. A code from the paper costs none, because nobody can
/// guess it: so whoever knows a password and uses up the tries does not keep the owner out.
pub(in crate::web) fn tries_of(account: AccountId, code: &TypedCode) -> Vec<Limit> {
    match code {
        TypedCode::Digits(_) => vec![Limit::hourly(format!("second-factor {account}"), WRONG_DIGITS)],
        TypedCode::Paper(_) => Vec::new(),
    }
}

/// Counts the tries, or says that there are none left.
pub(in crate::web) async fn take_tries(site: &Site, tries: &[Limit]) -> Result<Result<(), FactorProblem>, WebError> {
    let again_at = taken_again_at(site.take_limits(tries.into()).await)?;
    Ok(again_at.map_or(Ok(()), |again_at| Err(FactorProblem::TooOften { again_at })))
}

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    next: Option<String>,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let next = asked.next.as_deref().and_then(|wanted| next::safe(wanted, &site.app.config.base_url));
    if member.has_shown_second_factor {
        return Ok(see_other(&next.unwrap_or_else(|| routes::office(visitor.language))));
    }
    if !is_set(&site, member.account).await? {
        return Ok(set_up_first(&visitor, next.as_deref()));
    }
    form(&site, &visitor, None, StatusCode::OK, Again { next, ..Again::default() }, None)
}

pub(super) async fn take(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let typed = Typed::read(pairs, visitor.language, &site.app.config.base_url)?;
    // The same code a second time, as by a double click: it was right, and it is good once.
    if member.has_shown_second_factor && typed.again.kept.is_none() {
        return Ok(see_other(&typed.again.next.unwrap_or_else(|| routes::office(visitor.language))));
    }
    if !is_set(&site, member.account).await? {
        return Ok(set_up_first(&visitor, typed.again.next.as_deref()));
    }
    let refuse = |again, problem: FactorProblem| form(&site, &visitor, None, problem.status(), again, Some(problem));
    let Some(code) = read_code(typed.field("code")?) else {
        return refuse(typed.again, FactorProblem::Unreadable);
    };
    let tries = tries_of(member.account, &code);
    if let Err(problem) = take_tries(&site, &tries).await? {
        return refuse(typed.again, problem);
    }
    let keys = site.app.keys.installation();
    let shown = show_second_factor(&site.app.db, keys, member.actor(), member.account, code).await;
    let taken = shown.map(FactorProblem::of);
    if !matches!(taken, Ok(Err(_))) {
        site.give_back_limits(tries.into()).await?;
    }
    match taken {
        Ok(Ok(papers_left)) => let_in(&site, &request, &visitor, &member, typed.again, papers_left).await,
        Ok(Err(problem)) => refuse(typed.again, problem),
        Err(SecondFactorError::NotBegun) => Ok(set_up_first(&visitor, typed.again.next.as_deref())),
        Err(error) => Err(error.into()),
    }
}

/// Opens a session that counts in the office, in the place of the one that did not.
async fn let_in(
    site: &Site,
    request: &HttpRequest,
    visitor: &Visitor,
    member: &Member,
    again: Again,
    papers_left: Option<i64>,
) -> Result<HttpResponse, WebError> {
    let session = site.open_office_session(visitor, member, device::name_of(request)).await?;
    // Whoever used up a code on paper is shown how many are left, unless a form waits.
    let otherwise = match papers_left {
        Some(_) => format!("{}?paper=used", routes::second_factor(visitor.language)),
        None => routes::office(visitor.language),
    };
    let again = if papers_left.is_some() { Again { next: None, ..again } } else { again };
    let mut answer = go_on(site, visitor, Some(&session), again, otherwise)?;
    answer.add_cookie(&session).map_err(|error| WebError::fault(error.to_string()))?;
    Ok(answer)
}

impl Site {
    /// Opens a session of somebody who has shown the second factor; on a shared computer it stays one of its sessions.
    pub(in crate::web) async fn open_office_session(
        &self,
        visitor: &Visitor,
        member: &Member,
        device: Option<String>,
    ) -> Result<Cookie<'static>, WebError> {
        let workplace = member.shared.as_ref().map(|shared| shared.workplace.id);
        let opening = Opening::of_account(member.account, WayIn::Session(member.token), device);
        self.open_session(visitor, Opening { workplace, has_shown_second_factor: true, ..opening }).await
    }
}

/// What comes after the first way in for whoever has a role: the form for the code, or the page that sets it up.
pub(super) async fn ask_first(
    site: &Site,
    visitor: &Visitor,
    session: &Cookie<'_>,
    account: AccountId,
    again: Again,
) -> Result<HttpResponse, WebError> {
    if !is_set(site, account).await? {
        return Ok(set_up_first(visitor, again.next.as_deref()));
    }
    if again.kept.is_some() {
        return form(site, visitor, Some(session), StatusCode::OK, again, None);
    }
    let url = routes::sign_in_second_factor(visitor.language);
    Ok(see_other(&again.next.map_or(url.clone(), |next| routes::with_next(&url, &next))))
}

async fn is_set(site: &Site, account: AccountId) -> Result<bool, WebError> {
    let factor = site.app.db.read(move |conn| find_second_factor(conn, account)).await?;
    Ok(factor.is_some())
}

fn set_up_first(visitor: &Visitor, next: Option<&str>) -> HttpResponse {
    let url = routes::second_factor(visitor.language);
    see_other(&next.map_or(url.clone(), |next| routes::with_next(&url, next)))
}

/// Six digits, or a code from the paper.
pub(in crate::web) fn read_code(text: &str) -> Option<TypedCode> {
    match SixDigits::parse(text) {
        Ok(digits) => Some(TypedCode::Digits(digits)),
        Err(_) => LetterCode::parse(text).ok().map(TypedCode::Paper),
    }
}

fn form(
    site: &Site,
    visitor: &Visitor,
    session: Option<&Cookie<'_>>,
    status: StatusCode,
    again: Again,
    problem: Option<FactorProblem>,
) -> Result<HttpResponse, WebError> {
    let mut page = site.page_at(visitor, Menu::Public(Vec::new()), routes::sign_in_second_factor)?;
    if let Some(session) = session {
        page.csrf = Some(site.csrf_for_new_session(session)?);
    }
    let view = SignInSecondFactor {
        url: routes::sign_in_second_factor(visitor.language),
        next: again.next,
        kept: again.kept.map(|kept| hidden(&kept.beside())).unwrap_or_default(),
        problem: problem.map(|problem| problem.text(site.words(visitor))),
    };
    let answer = site.answer_with(status, visitor, &page, &view)?;
    Ok(match problem {
        Some(FactorProblem::TooOften { again_at }) => with_retry_after(answer, again_at, visitor.now),
        Some(_) | None => answer,
    })
}
