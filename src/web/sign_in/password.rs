//! The way in with a password.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::arrive::{Arrival, arrive};
use super::attempts::Attempt;
use super::device;
use super::handlers::form;
use super::typed::{Again, Typed};
use super::view::SignInState;
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::domain::time::Instant;
use crate::secrecy::password::PasswordHash;
use crate::store::accounts::{Account, find_account_by_email};
use crate::store::way_in::WayIn;
use crate::web::answer::with_retry_after;
use crate::web::error::{Code, WebError, status};
use crate::web::form::CheckedPairs;
use crate::web::limits::taken_again_at;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn sign_in(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let typed = Typed::read(pairs, visitor.language, &site.app.config.base_url)?;
    let password = typed.field("password")?.to_owned();
    let again = typed.again;
    let Ok(email) = Email::parse(&again.email) else {
        return refused(&site, &visitor, again);
    };
    let browser = device::browser(&site, &request, &email);
    let attempt = Attempt::new(visitor.address, &email, browser);
    if let Some(again_at) = taken_again_at(attempt.take(&site).await)? {
        return too_many(&site, &visitor, again, again_at);
    }
    let Some((account, way_in)) = try_password(&site, &email, password, attempt).await? else {
        return refused(&site, &visitor, again);
    };
    let arrival = Arrival { account, way_in, is_new: false, email: Some(email), browser, workplace: None, again };
    arrive(&site, &request, &visitor, arrival).await
}

/// The account with the way in.
type Entrant = (AccountId, WayIn);

/// The account, if the password is right. Only a wrong one counts against the limits: neither a right one, nor one that
/// nobody has looked at because too many wait or the database is away.
async fn try_password(
    site: &Site,
    email: &Email,
    password: String,
    attempt: Attempt,
) -> Result<Option<Entrant>, WebError> {
    let checked = check(site, email, password).await;
    let given_back = match &checked {
        Ok(None) => Ok(()),
        Ok(Some(_)) | Err(_) => attempt.give_back(site).await,
    };
    let account = checked?;
    given_back?;
    Ok(account)
}

/// The account, if the password is its own and it may sign in. An account without a password costs the same work.
async fn check(site: &Site, email: &Email, password: String) -> Result<Option<Entrant>, WebError> {
    let email = email.clone();
    let account: Option<Account> = site.app.db.read(move |conn| find_account_by_email(conn, &email)).await?;
    let stored = account.as_ref().and_then(|account| account.password_hash.clone()).map(PasswordHash::new);
    let holds = site.password_holds(password, stored.clone()).await?;
    let found = account.filter(|account| holds && !account.disabled).zip(stored);
    Ok(found.map(|(account, stored)| (account.id, WayIn::Password(stored))))
}

fn refused(site: &Site, visitor: &Visitor, again: Again) -> Result<HttpResponse, WebError> {
    form(site, visitor, StatusCode::UNPROCESSABLE_ENTITY, again, SignInState::Refused)
}

/// The page that says from when the next attempt counts.
pub(super) fn too_many(
    site: &Site,
    visitor: &Visitor,
    again: Again,
    again_at: Instant,
) -> Result<HttpResponse, WebError> {
    let state = SignInState::TooMany { again: site.words(visitor).time(again_at) };
    let answer = form(site, visitor, status(Code::TooManyAttempts.kind()), again, state)?;
    Ok(with_retry_after(answer, again_at, visitor.now))
}
