//! The way in by mail: an address is typed, a link and six digits are sent, either lets in. The link shows a page first
//! and lets in by its button, because mail scanners open links.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::arrive::{Arrival, arrive, hidden, send_again};
use super::attempts::Browser;
use super::handlers::{already, form};
use super::password::too_many;
use super::typed::{Again, Typed};
use super::view::{CodeProblem, GoodLink, SignInCode, SignInLink, SignInState};
use super::{device, next};
use crate::actions::account::{Entry, GOOD_FOR, Proof, ask_to_sign_in, enter_by_mail};
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::domain::six_digits::SixDigits;
use crate::locale::Language;
use crate::secrecy::token::LinkPurpose;
use crate::store::sign_ins::find_sign_in_by_link;
use crate::store::way_in::WayIn;
use crate::web::answer::{kept_nowhere, see_other, with_retry_after};
use crate::web::error::{Code, WebError};
use crate::web::form::{CheckedForm, CheckedPairs};
use crate::web::frame::Menu;
use crate::web::limits::{Limit, taken_again_at};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// Mails to one address asked for from one place within an hour, ...
const TO_ADDRESS_FROM_PLACE: i64 = 5;
/// ... and from everywhere, so that nobody's mailbox is flooded. A stranger could use these up, so they do not hold for
/// a browser that signed in to the account before.
const TO_ADDRESS: i64 = 20;
/// Mails asked for from one place within an hour: a whole school may stand behind it.
const FROM_PLACE: i64 = 60;
/// Wrong digits from one place within an hour.
const WRONG_FROM_PLACE: i64 = 30;

pub(super) async fn ask(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let again = Typed::read(pairs, visitor.language, &site.app.config.base_url)?.again;
    let Ok(email) = Email::parse(&again.email) else {
        return form(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, again, SignInState::NoAddress);
    };
    let browser = device::browser(&site, &request, &email);
    if let Some(again_at) = taken_again_at(site.take_limits(limits(&visitor, &email, browser)).await)? {
        return too_many(&site, &visitor, again, again_at);
    }
    let keys = site.app.keys.installation();
    let handle = ask_to_sign_in(&site.app.db, keys, email, visitor.language, again.next.clone()).await?;
    if again.kept.is_some() {
        return code_form(&site, &visitor, StatusCode::OK, &handle, again, None);
    }
    Ok(to_the_code(&visitor, &handle, again.next.as_deref()))
}

/// Sends a link and six digits to an address that somebody is to prove, and leads to where the digits are typed; by either
/// it goes on to `next`, a path of this site.
pub(in crate::web) async fn send_code(
    site: &Site,
    request: &HttpRequest,
    visitor: &Visitor,
    email: Email,
    next: &str,
) -> Result<HttpResponse, WebError> {
    let browser = device::browser(site, request, &email);
    site.take_limits(limits(visitor, &email, browser)).await?;
    let (keys, way_on) = (site.app.keys.installation(), next::safe(next, &site.app.config.base_url));
    let handle = ask_to_sign_in(&site.app.db, keys, email, visitor.language, way_on).await?;
    Ok(to_the_code(visitor, &handle, Some(next)))
}

fn limits(visitor: &Visitor, email: &Email, browser: Browser) -> Arc<[Limit]> {
    let (account, place) = (super::attempts::short_name(email), visitor.address.limit_key());
    let mut limits = vec![
        Limit::hourly(format!("sign-in-mail {place}"), FROM_PLACE),
        Limit::hourly(format!("sign-in-mail {account} {place}"), TO_ADDRESS_FROM_PLACE),
    ];
    match browser {
        Browser::Known => {}
        Browser::Unknown => limits.push(Limit::hourly(format!("sign-in-mail {account}"), TO_ADDRESS)),
    }
    limits.into()
}

/// Where the digits of a mail are typed. Handles are hexadecimal digits; whatever else was sent is nobody's business here.
fn url_of_code(language: Language, handle: &str) -> String {
    let handle: String = handle.chars().filter(char::is_ascii_hexdigit).take(64).collect();
    format!("{}?request={handle}", routes::sign_in_code(language))
}

fn to_the_code(visitor: &Visitor, handle: &str, next: Option<&str>) -> HttpResponse {
    let url = url_of_code(visitor.language, handle);
    see_other(&next.map_or(url.clone(), |next| routes::with_next(&url, next)))
}

#[derive(Debug, Deserialize)]
pub(super) struct AskedCode {
    request: String,
    next: Option<String>,
}

pub(super) async fn show_code(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<AskedCode>,
) -> Result<HttpResponse, WebError> {
    let next = asked.next.as_deref().and_then(|wanted| next::safe(wanted, &site.app.config.base_url));
    let again = Again { next, ..Again::default() };
    code_form(&site, &visitor, StatusCode::OK, &asked.request, again, None)
}

pub(super) async fn enter_code(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let typed = Typed::read(pairs, visitor.language, &site.app.config.base_url)?;
    let handle = typed.field("request")?.to_owned();
    let digits = SixDigits::parse(typed.field("code")?);
    let refuse =
        |again, problem| code_form(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &handle, again, Some(problem));
    let Ok(digits) = digits else { return refuse(typed.again, CodeProblem::NotSixDigits) };
    let wrong = Limit::hourly(format!("sign-in-digits {}", visitor.address.limit_key()), WRONG_FROM_PLACE);
    if let Some(again_at) = taken_again_at(site.take_limits([wrong.clone()].into()).await)? {
        let (status, problem) = (StatusCode::TOO_MANY_REQUESTS, CodeProblem::TooMany { again_at });
        let answer = code_form(&site, &visitor, status, &handle, typed.again, Some(problem))?;
        return Ok(with_retry_after(answer, again_at, visitor.now));
    }
    let keys = site.app.keys.installation();
    let proof = Proof::Digits { handle: handle.clone(), digits };
    match enter_by_mail(&site.app.db, keys, proof, visitor.language).await? {
        Entry::In { account, is_new, email, way_on: _ } => {
            site.give_back_limits([wrong].into()).await?;
            arrive(&site, &request, &visitor, arrival(account, is_new, email, typed.again)).await
        }
        Entry::NotGood if visitor.member.is_some() => match typed.again.kept {
            Some(kept) => send_again(&site, &visitor, None, &kept),
            None => link_gone(&site, &visitor).await,
        },
        Entry::WrongDigits { left: 0 } | Entry::NotGood => refuse(typed.again, CodeProblem::NotGood),
        Entry::WrongDigits { left } => refuse(typed.again, CodeProblem::Wrong { left }),
        Entry::Closed => Err(WebError::told(Code::AccountClosed)),
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct AskedLink {
    /// Empty where a mail program cut the link.
    #[serde(default)]
    token: String,
}

pub(super) async fn show_link(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<AskedLink>,
) -> Result<HttpResponse, WebError> {
    let Ok(link) = site.verify_link(&visitor, LinkPurpose::SignIn, &asked.token) else {
        return link_gone(&site, &visitor).await;
    };
    let now = visitor.now;
    match site.app.db.read(move |conn| find_sign_in_by_link(conn, &link, now)).await? {
        Some(found) => {
            let good = GoodLink { token: asked.into_inner().token, email: found.email.shortened() };
            link_page(&site, &visitor, StatusCode::OK, Some(good))
        }
        None => link_gone(&site, &visitor).await,
    }
}

pub(super) async fn follow_link(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedForm(sent): CheckedForm<AskedLink>,
) -> Result<HttpResponse, WebError> {
    let Ok(link) = site.verify_link(&visitor, LinkPurpose::SignIn, &sent.token) else {
        return link_gone(&site, &visitor).await;
    };
    let keys = site.app.keys.installation();
    match enter_by_mail(&site.app.db, keys, Proof::Link(link), visitor.language).await? {
        Entry::In { account, is_new, email, way_on } => {
            // What was kept is held against the rule once more: another release may have written it.
            let next = way_on.and_then(|wanted| next::safe(&wanted, &site.app.config.base_url));
            let again = Again { next, ..Again::default() };
            arrive(&site, &request, &visitor, arrival(account, is_new, email, again)).await
        }
        Entry::WrongDigits { .. } | Entry::NotGood => link_gone(&site, &visitor).await,
        Entry::Closed => Err(WebError::told(Code::AccountClosed)),
    }
}

/// A mail tells of itself, so no other one tells of a new device.
fn arrival(account: AccountId, is_new: bool, email: Email, again: Again) -> Arrival {
    let way_in = WayIn::Mail(email.clone());
    Arrival { account, way_in, is_new, email: Some(email), browser: Browser::Known, workplace: None, again }
}

fn code_form(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    handle: &str,
    again: Again,
    problem: Option<CodeProblem>,
) -> Result<HttpResponse, WebError> {
    let page = site.page_at(visitor, Menu::Public(Vec::new()), |language| {
        let url = url_of_code(language, handle);
        again.next.as_deref().map_or(url.clone(), |next| routes::with_next(&url, next))
    })?;
    let view = SignInCode {
        url: routes::sign_in_code(visitor.language),
        request: handle.to_owned(),
        next: again.next,
        kept: again.kept.map(|kept| hidden(&kept.beside())).unwrap_or_default(),
        minutes: GOOD_FOR.num_minutes(),
        problem: problem.map(|problem| problem.text(site.words(visitor))),
        again_url: routes::sign_in(visitor.language),
    };
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &view)?))
}

/// The page behind the link, which names whose account it opens; else it says that the link is not good any more.
fn link_page(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    good: Option<GoodLink>,
) -> Result<HttpResponse, WebError> {
    let token = good.as_ref().map(|good| good.token.clone());
    let page = site.page_at(visitor, Menu::Public(Vec::new()), |language| match &token {
        Some(token) => format!("{}?token={token}", routes::sign_in_link(language)),
        None => routes::sign_in(language),
    })?;
    let view =
        SignInLink { url: routes::sign_in_link(visitor.language), good, again_url: routes::sign_in(visitor.language) };
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &view)?))
}

/// The link or the digits are not good any more. Whoever is signed in needs none, be it because of this very one: a second
/// click is no mistake, and whose account it is is said.
async fn link_gone(site: &Site, visitor: &Visitor) -> Result<HttpResponse, WebError> {
    match &visitor.member {
        Some(member) => already(site, visitor, member, None, "sign-in-done-gone").await,
        None => link_page(site, visitor, StatusCode::GONE, None),
    }
}
