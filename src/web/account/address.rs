//! Another address for an account. The link in the new mailbox proves the mailbox, the session that the account wants
//! it; the link shows a page first, because mail scanners open links.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::Answer;
use super::load::load_account;
use super::view::{AccountAddress, AddressState};
use crate::actions::account::{ChangeAddressError, Changed, ask_for_address, confirm_address};
use crate::domain::email::Email;
use crate::secrecy::SessionToken;
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::form::CheckedForm;
use crate::web::limits::Limit;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Member, SignedIn, Visitor};

/// Mails about a new address that one account may ask for within an hour.
const HOURLY: i64 = 5;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    token: Option<String>,
    email: String,
}

pub(super) async fn form(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    asked: web::Query<Typed>,
) -> Answer {
    match &asked.token {
        Some(token) => answer(&site, &visitor, StatusCode::OK, AddressState::Confirm { token: token.clone() }),
        None => {
            let now = load_account(&site, member.account).await?.email;
            let state = AddressState::Ask { now: now.as_ref().map(as_text), email: String::new(), problem: None };
            answer(&site, &visitor, StatusCode::OK, state)
        }
    }
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    match &typed.token {
        Some(token) => confirm(&site, &visitor, &member, token).await,
        None => ask(&site, &visitor, &member, typed.email).await,
    }
}

async fn ask(site: &Site, visitor: &Visitor, member: &Member, typed: String) -> Answer {
    let Ok(email) = Email::parse(&typed) else {
        let now = load_account(site, member.account).await?.email;
        let problem = Some(site.words(visitor).text("sign-in-no-address", &[]));
        let state = AddressState::Ask { now: now.as_ref().map(as_text), email: typed, problem };
        return answer(site, visitor, StatusCode::UNPROCESSABLE_ENTITY, state);
    };
    site.take_limits([Limit::hourly(format!("new-address {}", member.account), HOURLY)].into()).await?;
    let keys = site.app.keys.installation();
    ask_for_address(&site.app.db, keys, member.actor(), member.account, email, visitor.language).await?;
    Ok(see_other(&format!("{}?done=asked", routes::account(visitor.language))))
}

async fn confirm(site: &Site, visitor: &Visitor, member: &Member, token: &str) -> Answer {
    let confirmed = match SessionToken::parse(token) {
        Some(token) => confirm_address(&site.app.db, member.actor(), token.hash(), member.token).await,
        None => Err(ChangeAddressError::NotGood),
    };
    let (status, state) = match confirmed {
        Ok(changed) => (StatusCode::OK, AddressState::Confirmed { old_told: changed == Changed::OldTold }),
        Err(ChangeAddressError::NotGood) => (StatusCode::GONE, AddressState::NotGood),
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
