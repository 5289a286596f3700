//! Setting up the telephone whose codes the office asks for, and the codes on paper beside it.

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::view::{AccountSecondFactor, FactorState};
use crate::actions::account::{
    PENDING_FOR, SecondFactorError, Shown, begin_second_factor, confirm_second_factor, renew_recovery_codes,
};
use crate::domain::letter_code::LetterCode;
use crate::domain::six_digits::SixDigits;
use crate::draw::qr_code;
use crate::store::accounts::find_account;
use crate::store::second_factors::{count_recovery_codes, find_pending, find_second_factor};
use crate::store::{Conn, StoreError};
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::frame::Menu;
use crate::web::limits::Limit;
use crate::web::routes;
use crate::web::sign_in::view::FactorProblem;
use crate::web::sign_in::{device_name, read_code, safe_path, wrong_codes};
use crate::web::site::Site;
use crate::web::visitor::{Member, SignedIn, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    next: Option<String>,
    /// Set when a code on paper was used to come in.
    paper: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    act: String,
    code: String,
    next: String,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let next = asked.next.as_deref().and_then(|wanted| safe_path(wanted, &site));
    let state = state_of(&site, &visitor, &member).await?;
    if matches!(state, FactorState::Set { .. }) && !member.has_shown_second_factor {
        return Ok(see_other(&routes::second_factor_and_go_to(visitor.language, &visitor.here)));
    }
    answer(&site, &visitor, (StatusCode::OK, None), (next, asked.paper.is_some()), state, None)
}

pub(super) async fn submit(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Result<HttpResponse, WebError> {
    let next = safe_path(&typed.next, &site);
    let here = routes::second_factor(visitor.language);
    let back = next.as_deref().map_or(here.clone(), |next| routes::with_next(&here, next));
    match typed.act.as_str() {
        "begin" => match begin(&site, &member, &typed.code).await? {
            Ok(()) => Ok(see_other(&back)),
            Err(problem) => refuse(&site, &visitor, &member, next, problem).await,
        },
        "papers" => match renew(&site, &member, &typed.code).await? {
            Ok(codes) if codes.is_empty() => Ok(see_other(&back)),
            Ok(codes) => answer(&site, &visitor, (StatusCode::OK, None), (next, false), papers(&codes), None),
            Err(problem) => refuse(&site, &visitor, &member, next, problem).await,
        },
        _ => confirm(&request, &site, &visitor, &member, &typed.code, next).await,
    }
}

/// Begins to set up a telephone. Where one counts, this takes a code of it or of the paper: a session that was stolen is
/// not enough.
async fn begin(site: &Site, member: &Member, code: &str) -> Result<Result<(), FactorProblem>, WebError> {
    let (db, keys, own) = (&site.app.db, site.app.keys.installation(), (member.account, member.token));
    let typed = read_code(code);
    if typed.is_none() && !code.trim().is_empty() {
        return Ok(Err(FactorProblem::Unreadable));
    }
    let wrong: Vec<Limit> = typed.iter().map(|_| wrong_codes(member.account)).collect();
    site.take_limits(wrong.clone().into()).await?;
    let shown = match begin_second_factor(db, keys, member.actor(), own, typed).await {
        Ok(shown) => shown,
        // Another tab was faster: its state is shown.
        Err(SecondFactorError::SetAlready) => return Ok(Ok(())),
        Err(SecondFactorError::CodeMissing) => return Ok(Err(FactorProblem::Unreadable)),
        Err(error) => return Err(error.into()),
    };
    told(site, shown, wrong).await
}

/// New codes on paper; none where the telephone was taken away meanwhile, or not shown by this session.
async fn renew(site: &Site, member: &Member, code: &str) -> Result<Result<Vec<LetterCode>, FactorProblem>, WebError> {
    let Some(typed) = read_code(code) else { return Ok(Err(FactorProblem::Unreadable)) };
    let wrong = vec![wrong_codes(member.account)];
    site.take_limits(wrong.clone().into()).await?;
    let (db, keys) = (&site.app.db, site.app.keys.installation());
    match renew_recovery_codes(db, keys, member.actor(), member.account, typed).await {
        Ok((shown, codes)) => Ok(told(site, shown, wrong).await?.map(|()| codes)),
        Err(SecondFactorError::NotBegun) => Ok(Ok(Vec::new())),
        Err(error) => Err(error.into()),
    }
}

/// What is wrong with a code that was held against the telephone; a right one costs no try.
async fn told(site: &Site, shown: Shown, wrong: Vec<Limit>) -> Result<Result<(), FactorProblem>, WebError> {
    let outcome = FactorProblem::of(shown).map(|_| ());
    if outcome.is_ok() {
        site.give_back_limits(wrong.into()).await?;
    }
    Ok(outcome)
}

async fn refuse(
    site: &Site,
    visitor: &Visitor,
    member: &Member,
    next: Option<String>,
    problem: FactorProblem,
) -> Result<HttpResponse, WebError> {
    let state = state_of(site, visitor, member).await?;
    answer(site, visitor, (StatusCode::UNPROCESSABLE_ENTITY, None), (next, false), state, Some(problem))
}

async fn confirm(
    request: &HttpRequest,
    site: &Site,
    visitor: &Visitor,
    member: &Member,
    code: &str,
    next: Option<String>,
) -> Result<HttpResponse, WebError> {
    let (db, keys) = (&site.app.db, site.app.keys.installation());
    let problem = match SixDigits::parse(code) {
        Err(_) => FactorProblem::Unreadable,
        Ok(digits) => match confirm_second_factor(db, keys, member.actor(), member.account, member.token, digits).await
        {
            Ok((shown, codes)) => match FactorProblem::of(shown) {
                Ok(_) => return confirmed(request, site, visitor, member, &codes, next).await,
                Err(problem) => problem,
            },
            Err(SecondFactorError::NotBegun) => return Ok(see_other(&routes::second_factor(visitor.language))),
            Err(error) => return Err(error.into()),
        },
    };
    refuse(site, visitor, member, next, problem).await
}

/// The codes on paper, together with a session that counts in the office.
async fn confirmed(
    request: &HttpRequest,
    site: &Site,
    visitor: &Visitor,
    member: &Member,
    codes: &[LetterCode],
    next: Option<String>,
) -> Result<HttpResponse, WebError> {
    let session = site.open_office_session(visitor, member, device_name(request)).await?;
    let mut page = answer(site, visitor, (StatusCode::OK, Some(&session)), (next, false), papers(codes), None)?;
    page.add_cookie(&session).map_err(|error| WebError::fault(error.to_string()))?;
    Ok(page)
}

fn papers(codes: &[LetterCode]) -> FactorState {
    FactorState::Papers { codes: codes.iter().map(ToString::to_string).collect() }
}

/// A secret that waits is shown to the session that began it, and to no other.
async fn state_of(site: &Site, visitor: &Visitor, member: &Member) -> Result<FactorState, WebError> {
    let (account, token, after) = (member.account, member.token, visitor.now.plus(-PENDING_FOR));
    let read = move |conn: &mut Conn| {
        let email = find_account(conn, account)?.and_then(|account| account.email);
        let pending = find_pending(conn, account, &token, after)?;
        let is_set = find_second_factor(conn, account)?.is_some();
        Ok::<_, StoreError>((email, pending, is_set.then_some(count_recovery_codes(conn, account)?)))
    };
    let (email, pending, papers) = site.app.db.read(read).await?;
    let Some(sealed) = pending else {
        return Ok(papers.map_or(FactorState::None, |papers| FactorState::Set { papers }));
    };
    let secret = site.app.keys.installation().open_one_time_secret(account, &sealed).map_err(WebError::fault)?;
    let issuer = visitor.organisation.text(visitor.language).name;
    let issuer = if issuer.is_empty() { "Allmende" } else { issuer.as_str() };
    let name = email.as_ref().map_or(member.display_name.as_str(), |email| email.as_str());
    let url = secret.to_url(issuer, name);
    Ok(FactorState::Waiting {
        picture: qr_code(&url).unwrap_or_default(),
        key: in_groups(&secret.to_base32()),
        // Another picture would take another code of the telephone that counts.
        can_begin_anew: papers.is_none(),
    })
}

fn in_groups(key: &str) -> String {
    let signs: Vec<char> = key.chars().collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

type Around = (Option<String>, bool);

/// The page; `session` is the cookie of a session that is sent with it.
fn answer(
    site: &Site,
    visitor: &Visitor,
    (status, session): (StatusCode, Option<&Cookie<'_>>),
    (next, paper_used): Around,
    state: FactorState,
    problem: Option<FactorProblem>,
) -> Result<HttpResponse, WebError> {
    let mut page = site.page_at(visitor, Menu::Public(Vec::new()), routes::second_factor)?;
    if let Some(session) = session {
        page.csrf = Some(site.csrf_for_new_session(session)?);
    }
    let view = AccountSecondFactor {
        url: routes::second_factor(visitor.language),
        next,
        state,
        problem: problem.map(|problem| site.words(visitor).text(problem.key(), &[])),
        paper_used,
        office_url: routes::office(visitor.language),
    };
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &view)?))
}
