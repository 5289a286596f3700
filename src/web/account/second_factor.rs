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
use crate::store::second_factors::{count_recovery_codes, find_pending, find_second_factor};
use crate::store::{Conn, StoreError};
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::frame::Menu;
use crate::web::limits::Limit;
use crate::web::routes;
use crate::web::sign_in::view::FactorProblem;
use crate::web::sign_in::{device_name, read_code, safe_path, take_tries, tries_of};
use crate::web::site::Site;
use crate::web::visitor::{Member, SignedIn, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    next: Option<String>,
    /// Set when a code on paper was used to come in.
    paper: Option<String>,
    /// Set when a form came that did not fit how it stands.
    moved: Option<String>,
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
    let around = Around { next, paper_used: asked.paper.is_some(), moved: asked.moved.is_some() };
    answer(&site, &visitor, (StatusCode::OK, None), around, state, None)
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
    let back = |url: String| see_other(&next.as_deref().map_or(url.clone(), |next| routes::with_next(&url, next)));
    let outcome = match typed.act.as_str() {
        "begin" => begin(&site, &member, &typed.code).await?,
        "papers" => renew(&site, &member, &typed.code).await?,
        _ => confirm(&site, &member, &typed.code).await?,
    };
    match outcome {
        Outcome::Begun => Ok(back(here)),
        Outcome::Moved => Ok(back(format!("{here}?moved=yes"))),
        Outcome::Renewed(codes) => {
            answer(&site, &visitor, (StatusCode::OK, None), Around::before(next), papers(&codes), None)
        }
        Outcome::Confirmed(codes) => confirmed(&request, &site, &visitor, &member, &codes, next).await,
        Outcome::Refused(problem) => refuse(&site, &visitor, &member, next, problem).await,
    }
}

/// What came of a form.
enum Outcome {
    Begun,
    /// New codes on paper.
    Renewed(Vec<LetterCode>),
    /// A telephone counts, with these codes on paper.
    Confirmed(Vec<LetterCode>),
    /// The form did not fit how it stands: another tab or an administrator was faster, or it lay too long.
    Moved,
    Refused(FactorProblem),
}

/// Begins to set up a telephone. Where one counts, this takes a code of it or of the paper: a session that was stolen is
/// not enough.
async fn begin(site: &Site, member: &Member, code: &str) -> Result<Outcome, WebError> {
    let (db, keys, own) = (&site.app.db, site.app.keys.installation(), (member.account, member.token));
    let typed = read_code(code);
    if typed.is_none() && !code.trim().is_empty() {
        return Ok(Outcome::Refused(FactorProblem::Unreadable));
    }
    let tries: Vec<Limit> = typed.iter().flat_map(|code| tries_of(member.account, code)).collect();
    if let Err(problem) = take_tries(site, &tries).await? {
        return Ok(Outcome::Refused(problem));
    }
    let begun = begin_second_factor(db, keys, member.actor(), own, typed).await.map(|shown| (shown, ()));
    told(site, begun, tries, |()| Outcome::Begun).await
}

/// New codes on paper.
async fn renew(site: &Site, member: &Member, code: &str) -> Result<Outcome, WebError> {
    let Some(typed) = read_code(code) else { return Ok(Outcome::Refused(FactorProblem::Unreadable)) };
    let tries = tries_of(member.account, &typed);
    if let Err(problem) = take_tries(site, &tries).await? {
        return Ok(Outcome::Refused(problem));
    }
    let (db, keys) = (&site.app.db, site.app.keys.installation());
    let renewed = renew_recovery_codes(db, keys, member.actor(), member.account, typed).await;
    told(site, renewed, tries, Outcome::Renewed).await
}

/// Whoever photographed the picture guesses nothing, so no try is counted.
async fn confirm(site: &Site, member: &Member, code: &str) -> Result<Outcome, WebError> {
    let Ok(digits) = SixDigits::parse(code) else { return Ok(Outcome::Refused(FactorProblem::Unreadable)) };
    let (db, keys) = (&site.app.db, site.app.keys.installation());
    let confirmed = confirm_second_factor(db, keys, member.actor(), member.account, member.token, digits).await;
    told(site, confirmed, Vec::new(), Outcome::Confirmed).await
}

/// What a form comes to. Only a code that was held against the telephone and did not fit costs a try.
async fn told<T>(
    site: &Site,
    made: Result<(Shown, T), SecondFactorError>,
    tries: Vec<Limit>,
    right: impl FnOnce(T) -> Outcome,
) -> Result<Outcome, WebError> {
    let made = made.map(|(shown, made)| FactorProblem::of(shown).map(|_| made));
    if !matches!(made, Ok(Err(_))) {
        site.give_back_limits(tries.into()).await?;
    }
    match made {
        Ok(Ok(made)) => Ok(right(made)),
        Ok(Err(problem)) => Ok(Outcome::Refused(problem)),
        Err(SecondFactorError::CodeMissing) => Ok(Outcome::Refused(FactorProblem::Unreadable)),
        Err(SecondFactorError::SetAlready | SecondFactorError::NotBegun) => Ok(Outcome::Moved),
        Err(error) => Err(error.into()),
    }
}

async fn refuse(
    site: &Site,
    visitor: &Visitor,
    member: &Member,
    next: Option<String>,
    problem: FactorProblem,
) -> Result<HttpResponse, WebError> {
    let state = state_of(site, visitor, member).await?;
    answer(site, visitor, (problem.status(), None), Around::before(next), state, Some(problem))
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
    let mut page = answer(site, visitor, (StatusCode::OK, Some(&session)), Around::before(next), papers(codes), None)?;
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
        let pending = find_pending(conn, account, &token, after)?;
        let is_set = find_second_factor(conn, account)?.is_some();
        Ok::<_, StoreError>((pending, is_set.then_some(count_recovery_codes(conn, account)?)))
    };
    let (pending, papers) = site.app.db.read(read).await?;
    let Some(sealed) = pending else {
        return Ok(papers.map_or(FactorState::None, |papers| FactorState::Set { papers }));
    };
    let secret = site.app.keys.installation().open_one_time_secret(account, &sealed).map_err(WebError::fault)?;
    let issuer = visitor.organisation.text(visitor.language).name;
    let issuer = if issuer.is_empty() { "Allmende" } else { issuer.as_str() };
    let name = member.email.as_ref().map_or(member.display_name.as_str(), |email| email.as_str());
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

/// What stands around the form.
struct Around {
    next: Option<String>,
    paper_used: bool,
    moved: bool,
}

impl Around {
    /// Nothing but where to go on.
    const fn before(next: Option<String>) -> Self {
        Self { next, paper_used: false, moved: false }
    }
}

/// The page; `session` is the cookie of a session that is sent with it.
fn answer(
    site: &Site,
    visitor: &Visitor,
    (status, session): (StatusCode, Option<&Cookie<'_>>),
    Around { next, paper_used, moved }: Around,
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
        problem: problem.map(|problem| problem.text(site.words(visitor))),
        paper_used,
        moved,
        office_url: routes::office(visitor.language),
    };
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &view)?))
}
