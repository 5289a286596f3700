//! Another address for an account. The link or the digits in the new mailbox prove the mailbox, the session that the
//! account wants it; the link shows a page first, because mail scanners open links. Whoever opens it elsewhere, as on a
//! telephone of their own, is told to type the digits where the account is open, not to sign in: that made a second
//! account.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::Answer;
use super::load::load_account;
use super::view::{AccountAddress, AddressState};
use crate::actions::account::{AddressProof, ChangeAddressError, Confirmation, ask_for_address, confirm_address};
use crate::domain::email::Email;
use crate::domain::six_digits::SixDigits;
use crate::secrecy::token::LinkPurpose;
use crate::store::address_changes::{find_address_change, find_address_change_by_link};
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::limits::Limit;
use crate::web::routes;
use crate::web::sign_in::view::CodeProblem;
use crate::web::site::Site;
use crate::web::visitor::{Member, SignedIn, Visitor};

/// Mails about a new address that one account may ask for within an hour.
const HOURLY: i64 = 5;
/// Wrong digits from one place within an hour.
const WRONG_FROM_PLACE: i64 = 30;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    token: Option<String>,
    code: Option<String>,
    email: String,
    /// Whether another mail is asked for although one was sent.
    anew: Option<String>,
}

pub(super) async fn form(
    site: web::Data<Site>,
    visitor: Visitor,
    door: Result<SignedIn, WebError>,
    asked: web::Query<Typed>,
) -> Answer {
    if let Some(token) = &asked.token {
        return link(&site, &visitor, token).await;
    }
    let SignedIn(member) = door?;
    match asked.anew {
        Some(_) => ask_form(&site, &visitor, &member, StatusCode::OK, (String::new(), None)).await,
        None => code_form(&site, &visitor, &member, StatusCode::OK, None).await,
    }
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    match (&typed.token, &typed.code) {
        (Some(token), _) => confirm(&site, &visitor, &member, token).await,
        (None, Some(code)) => enter(&site, &visitor, &member, code).await,
        (None, None) => ask(&site, &visitor, &member, typed.email).await,
    }
}

/// The page behind the link: a button where the account is open, else where to go with it.
async fn link(site: &Site, visitor: &Visitor, token: &str) -> Answer {
    let Ok(link) = site.verify_link(visitor, LinkPurpose::ConfirmAddress, token) else {
        return answer(site, visitor, StatusCode::GONE, AddressState::NotGood);
    };
    let now = visitor.now;
    let found = site.app.db.read(move |conn| find_address_change_by_link(conn, &link, now)).await?;
    let state = match (found, &visitor.member) {
        (Some(change), Some(member)) if member.account == change.account => {
            AddressState::Confirm { token: token.to_owned() }
        }
        (Some(_), _) => AddressState::Elsewhere,
        (None, Some(member)) => return link_over(site, visitor, member).await,
        (None, None) => return answer(site, visitor, StatusCode::GONE, AddressState::NotGood),
    };
    answer(site, visitor, StatusCode::OK, state)
}

/// Which address of the account that is open counts, if none waits to be confirmed: then a link or digits of ours were used,
/// as by a second click, or ran out. Nobody else learns it.
async fn settled(site: &Site, visitor: &Visitor, member: &Member) -> Result<Option<AddressState>, WebError> {
    let (account, now) = (member.account, visitor.now);
    let waits = site.app.db.read(move |conn| find_address_change(conn, account, now)).await?.is_some();
    let email = load_account(site, account).await?.email.filter(|_| !waits);
    Ok(email.map(|email| AddressState::Settled { email: as_text(&email) }))
}

/// The page behind a link of ours that waits no more.
async fn link_over(site: &Site, visitor: &Visitor, member: &Member) -> Answer {
    match settled(site, visitor, member).await? {
        Some(state) => answer(site, visitor, StatusCode::OK, state),
        None => answer(site, visitor, StatusCode::GONE, AddressState::NotGood),
    }
}

/// Asks for the digits where a mail with some was sent, else for an address.
async fn code_form(
    site: &Site,
    visitor: &Visitor,
    member: &Member,
    status: StatusCode,
    problem: Option<CodeProblem>,
) -> Answer {
    let (account, now) = (member.account, visitor.now);
    let found = site.app.db.read(move |conn| find_address_change(conn, account, now)).await?;
    let problem = problem.map(|problem| problem.text(site.words(visitor)));
    let Some(change) = found.filter(|change| change.digits.is_some()) else {
        return ask_form(site, visitor, member, status, (String::new(), problem)).await;
    };
    let anew_url = format!("{}?anew=1", routes::account_address(visitor.language));
    answer(site, visitor, status, AddressState::Sent { email: as_text(&change.email), problem, anew_url })
}

async fn ask_form(
    site: &Site,
    visitor: &Visitor,
    member: &Member,
    status: StatusCode,
    (email, problem): (String, Option<String>),
) -> Answer {
    let now = load_account(site, member.account).await?.email;
    answer(site, visitor, status, AddressState::Ask { now: now.as_ref().map(as_text), email, problem })
}

async fn ask(site: &Site, visitor: &Visitor, member: &Member, typed: String) -> Answer {
    let Ok(email) = Email::parse(&typed) else {
        let problem = Some(site.words(visitor).text("sign-in-no-address", &[]));
        return ask_form(site, visitor, member, StatusCode::UNPROCESSABLE_ENTITY, (typed, problem)).await;
    };
    site.take_limits([Limit::hourly(format!("new-address {}", member.account), HOURLY)].into()).await?;
    let keys = site.app.keys.installation();
    ask_for_address(&site.app.db, keys, member.actor(), member.account, email, visitor.language).await?;
    Ok(see_other(&routes::account_address(visitor.language)))
}

async fn enter(site: &Site, visitor: &Visitor, member: &Member, typed: &str) -> Answer {
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    let Ok(digits) = SixDigits::parse(typed) else {
        return code_form(site, visitor, member, refused, Some(CodeProblem::NotSixDigits)).await;
    };
    let wrong = Limit::hourly(format!("address-digits {}", visitor.address.limit_key()), WRONG_FROM_PLACE);
    site.take_limits([wrong.clone()].into()).await?;
    let proof = AddressProof::Digits(member.account, digits);
    let problem = match prove(site, member, proof).await {
        Ok(Confirmation::WrongDigits { left: 0 }) | Err(ChangeAddressError::NotGood) => CodeProblem::NotGood,
        Ok(Confirmation::WrongDigits { left }) => CodeProblem::Wrong { left },
        other => {
            site.give_back_limits([wrong].into()).await?;
            return proved(site, visitor, member, other).await;
        }
    };
    if let (CodeProblem::NotGood, Some(state)) = (&problem, settled(site, visitor, member).await?) {
        return answer(site, visitor, StatusCode::OK, state);
    }
    code_form(site, visitor, member, refused, Some(problem)).await
}

async fn confirm(site: &Site, visitor: &Visitor, member: &Member, token: &str) -> Answer {
    let Ok(link) = site.verify_link(visitor, LinkPurpose::ConfirmAddress, token) else {
        return answer(site, visitor, StatusCode::GONE, AddressState::NotGood);
    };
    let confirmed = prove(site, member, AddressProof::Link(link)).await;
    proved(site, visitor, member, confirmed).await
}

async fn prove(site: &Site, member: &Member, proof: AddressProof) -> Result<Confirmation, ChangeAddressError> {
    confirm_address(&site.app.db, site.app.keys.installation(), member.actor(), proof, member.token).await
}

async fn proved(
    site: &Site,
    visitor: &Visitor,
    member: &Member,
    confirmed: Result<Confirmation, ChangeAddressError>,
) -> Answer {
    let (status, state) = match confirmed {
        Ok(Confirmation::First) => (StatusCode::OK, AddressState::Confirmed { old_told: false }),
        Ok(Confirmation::OldTold) => (StatusCode::OK, AddressState::Confirmed { old_told: true }),
        Ok(Confirmation::WrongDigits { .. }) | Err(ChangeAddressError::NotGood) => {
            return link_over(site, visitor, member).await;
        }
        Err(ChangeAddressError::AddressTaken) => (StatusCode::CONFLICT, AddressState::Taken),
        Err(error) => return Err(error.into()),
    };
    answer(site, visitor, status, state)
}

fn as_text(email: &Email) -> String {
    email.as_str().to_owned()
}

fn answer(site: &Site, visitor: &Visitor, status: StatusCode, state: AddressState) -> Answer {
    let frame = site.page_at(visitor, crate::web::frame::Menu::Public(Vec::new()), routes::account_address)?;
    let view = AccountAddress {
        url: routes::account_address(visitor.language),
        account_url: routes::account(visitor.language),
        state,
    };
    Ok(kept_nowhere(site.answer_with(status, visitor, &frame, &view)?))
}
