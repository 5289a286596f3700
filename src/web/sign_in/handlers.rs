//! The form, what happens to it, and the way out.

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::attempts::Attempt;
use super::typed::{Again, Typed};
use super::view::{HiddenField, SignIn, SignInAgain, SignInState};
use super::{device, next};
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::secrecy::password::PasswordHash;
use crate::store::accounts::{Account, find_account_by_email};
use crate::store::sessions::SessionSubject;
use crate::web::answer::see_other;
use crate::web::error::{Code, WebError, status};
use crate::web::form::{CheckedForm, CheckedPairs};
use crate::web::frame::Menu;
use crate::web::kept::KeptForm;
use crate::web::limits::LimitError;
use crate::web::routes;
use crate::web::session::Place;
use crate::web::site::Site;
use crate::web::visitor::{Visitor, site_of, visitor_of};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    next: Option<String>,
    /// Set by signing out.
    after: Option<String>,
}

/// What is said above the form, besides its own state.
const SIGN_OUT: &str = "sign-out";

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let next = asked.next.as_deref().and_then(|wanted| next::safe(wanted, &site.app.config.base_url));
    if visitor.member.is_some() {
        return Ok(see_other(&next.unwrap_or_else(|| routes::office(visitor.language))));
    }
    let state = match (&next, asked.after.as_deref()) {
        (_, Some(SIGN_OUT)) => SignInState::SignedOut,
        (Some(_), _) => SignInState::Needed,
        (None, _) => SignInState::Fresh,
    };
    form(&site, &visitor, StatusCode::OK, Again { next, ..Again::default() }, state)
}

/// The sign-in beside a form that came when nobody was signed in.
pub(in crate::web) fn beside(request: &HttpRequest, kept: &KeptForm) -> Result<HttpResponse, WebError> {
    let again = Again { kept: Some(kept.clone()), ..Again::default() };
    form(&*site_of(request)?, &visitor_of(request)?, StatusCode::FORBIDDEN, again, SignInState::Lapsed)
}

pub(super) async fn sign_in(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let Typed { password, again } = Typed::read(pairs, visitor.language, &site.app.config.base_url)?;
    let Ok(email) = Email::parse(&again.email) else {
        return refused(&site, &visitor, again);
    };
    let attempt = Attempt::new(visitor.address, &email, device::browser(&site, &request, &email));
    match attempt.take(&site).await {
        Ok(()) => {}
        Err(LimitError::Reached { again_at }) => return too_many(&site, &visitor, again, again_at),
        Err(LimitError::Store(error)) => return Err(error.into()),
    }
    let Some(account) = try_password(&site, &email, password, attempt).await? else {
        return refused(&site, &visitor, again);
    };
    let session = site.open_session(&visitor, SessionSubject::Account(account)).await?;
    let mut answer = match again.kept {
        Some(kept) => send_again(&site, &visitor, &session, &kept)?,
        None => see_other(&again.next.unwrap_or_else(|| routes::office(visitor.language))),
    };
    for cookie in [session, device::remember(&site, &email)] {
        answer.add_cookie(&cookie).map_err(|error| WebError::fault(error.to_string()))?;
    }
    Ok(answer)
}

pub(super) async fn sign_out(
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedForm(()): CheckedForm<()>,
) -> Result<HttpResponse, WebError> {
    let cookie = site.close_session(&visitor, Place::Office).await?;
    let mut answer = see_other(&format!("{}?after={SIGN_OUT}", routes::sign_in(visitor.language)));
    answer.add_cookie(&cookie).map_err(|error| WebError::fault(error.to_string()))?;
    Ok(answer)
}

/// The account, if the password is right. Only a wrong one counts against the limits: neither a right one, nor one that
/// nobody has looked at because too many wait or the database is away.
async fn try_password(
    site: &Site,
    email: &Email,
    password: String,
    attempt: Attempt,
) -> Result<Option<AccountId>, WebError> {
    let checked = check(site, email, password).await;
    let given_back = match &checked {
        Ok(None) => Ok(()),
        Ok(Some(_)) | Err(_) => attempt.give_back(site).await,
    };
    let account = checked?;
    given_back?;
    Ok(account)
}

/// The account, if the password is its own and it may sign in.
async fn check(site: &Site, email: &Email, password: String) -> Result<Option<AccountId>, WebError> {
    let email = email.clone();
    let account: Option<Account> = site.app.db.read(move |conn| find_account_by_email(conn, &email)).await?;
    let stored = account.as_ref().map(|account| PasswordHash::new(account.password_hash.clone()));
    let holds = site.password_holds(password, stored).await?;
    Ok(account.filter(|account| holds && !account.disabled).map(|account| account.id))
}

/// The kept form with the token of the new session, and a button that sends it.
fn send_again(site: &Site, visitor: &Visitor, session: &Cookie<'_>, kept: &KeptForm) -> Result<HttpResponse, WebError> {
    let mut page = site.page(visitor, Menu::Public(Vec::new()))?;
    page.csrf = Some(site.csrf_for_new_session(session)?);
    let view = SignInAgain {
        url: kept.path().to_owned(),
        fields: hidden(kept.fields()),
        office_url: routes::office(visitor.language),
    };
    site.answer(visitor, &page, &view)
}

fn hidden(fields: &[(String, String)]) -> Vec<HiddenField> {
    fields.iter().map(|(name, value)| HiddenField { name: name.clone(), value: value.clone() }).collect()
}

fn refused(site: &Site, visitor: &Visitor, again: Again) -> Result<HttpResponse, WebError> {
    form(site, visitor, StatusCode::UNPROCESSABLE_ENTITY, again, SignInState::Refused)
}

fn too_many(
    site: &Site,
    visitor: &Visitor,
    again: Again,
    again_at: crate::domain::time::Instant,
) -> Result<HttpResponse, WebError> {
    let state = SignInState::TooMany { again: site.words(visitor).time(again_at) };
    let mut answer = form(site, visitor, status(Code::TooManyAttempts.kind()), again, state)?;
    let seconds = again_at.since(visitor.now).num_seconds().max(1);
    answer.headers_mut().insert(actix_web::http::header::RETRY_AFTER, seconds.into());
    Ok(answer)
}

fn form(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    again: Again,
    state: SignInState,
) -> Result<HttpResponse, WebError> {
    let page = site.page(visitor, Menu::Public(Vec::new()))?;
    let kept = again.kept.map(|kept| hidden(&kept.beside())).unwrap_or_default();
    let url = routes::sign_in(visitor.language);
    let view = SignIn { url, email: again.email, next: again.next, kept, state };
    site.answer_with(status, visitor, &page, &view)
}
