//! The form, what happens to it, and the way out.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::attempts::Attempt;
use super::view::{SignIn, SignInState};
use super::{device, next};
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::secrecy::password::PasswordHash;
use crate::store::accounts::{Account, find_account_by_email};
use crate::store::sessions::SessionSubject;
use crate::web::answer::see_other;
use crate::web::error::{Code, WebError, status};
use crate::web::form::CheckedForm;
use crate::web::frame::Menu;
use crate::web::limits::LimitError;
use crate::web::routes;
use crate::web::session::Place;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    next: Option<String>,
    /// Set by signing out.
    after: Option<String>,
}

/// The fields of the form. They do not print: one of them is a password.
#[derive(Deserialize)]
pub(super) struct Typed {
    email: String,
    password: String,
    next: Option<String>,
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
    form(&site, &visitor, StatusCode::OK, (String::new(), next), state)
}

pub(super) async fn sign_in(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Result<HttpResponse, WebError> {
    let next = typed.next.as_deref().and_then(|wanted| next::safe(wanted, &site.app.config.base_url));
    let again = (typed.email.clone(), next.clone());
    let Ok(email) = Email::parse(&typed.email) else {
        return refused(&site, &visitor, again);
    };
    let attempt = Attempt::new(visitor.address, &email, device::browser(&site, &request, &email));
    match attempt.take(&site).await {
        Ok(()) => {}
        Err(LimitError::Reached { again_at }) => return too_many(&site, &visitor, again, again_at),
        Err(LimitError::Store(error)) => return Err(error.into()),
    }
    let Some(account) = check(&site, &email, typed.password).await? else {
        return refused(&site, &visitor, again);
    };
    attempt.give_back(&site).await?;
    let session = site.open_session(&visitor, SessionSubject::Account(account)).await?;
    let mut answer = see_other(&next.unwrap_or_else(|| routes::office(visitor.language)));
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

/// The account, if the password is its own and it may sign in.
async fn check(site: &Site, email: &Email, password: String) -> Result<Option<AccountId>, WebError> {
    let email = email.clone();
    let account: Option<Account> = site.app.db.read(move |conn| find_account_by_email(conn, &email)).await?;
    let stored = account.as_ref().map(|account| PasswordHash::new(account.password_hash.clone()));
    let holds = site.password_holds(password, stored).await?;
    Ok(account.filter(|account| holds && !account.disabled).map(|account| account.id))
}

type Again = (String, Option<String>);

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
    (email, next): Again,
    state: SignInState,
) -> Result<HttpResponse, WebError> {
    let page = site.page(visitor, Menu::Public(Vec::new()))?;
    let view = SignIn { url: routes::sign_in(visitor.language), email, next, state };
    site.answer_with(status, visitor, &page, &view)
}
