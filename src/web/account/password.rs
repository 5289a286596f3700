//! The password of an account, which nobody needs to have.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::load::load_account;
use super::view::AccountPassword;
use super::{Answer, page};
use crate::actions::account::set_password;
use crate::secrecy::{ChosenPassword, ChosenPasswordError};
use crate::store::accounts::Account;
use crate::web::answer::see_other;
use crate::web::form::CheckedForm;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{SignedIn, Visitor};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    password: String,
    /// Set by the button that removes the password.
    remove: Option<String>,
}

pub(super) async fn form(site: web::Data<Site>, visitor: Visitor, SignedIn(member): SignedIn) -> Answer {
    let account = load_account(&site, member.account).await?;
    if account.email.is_none() {
        return Ok(address_first(&visitor));
    }
    answer(&site, &visitor, StatusCode::OK, &account, None)
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let account = load_account(&site, member.account).await?;
    if account.email.is_none() {
        return Ok(address_first(&visitor));
    }
    let (hash, done) = if typed.remove.is_some() {
        (None, "no-password")
    } else {
        match ChosenPassword::parse(&typed.password, &own_words(&site, &visitor, &account)) {
            Ok(chosen) => (Some(site.hash_password(chosen).await?), "password"),
            Err(error) => {
                return answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &account, Some(error));
            }
        }
    };
    set_password(&site.app.db, member.actor(), member.account, hash, member.token).await?;
    Ok(see_other(&format!("{}?done={done}", routes::account(visitor.language))))
}

/// Nobody signs in with a password alone: whoever comes in with a personnel code adds an address first.
fn address_first(visitor: &Visitor) -> HttpResponse {
    see_other(&routes::account_address(visitor.language))
}

/// Words that are no secret here.
fn own_words<'a>(site: &'a Site, visitor: &'a Visitor, account: &'a Account) -> Vec<&'a str> {
    let host = site.app.config.base_url.host_str().unwrap_or_default();
    let email = account.email.as_ref().map_or("", |email| email.as_str());
    let organisation = visitor.organisation.entered().into_iter();
    let texts = organisation.flat_map(|known| known.texts.values()).map(|text| text.name.as_str());
    texts.chain([host, email, account.display_name.as_str(), "allmende"]).filter(|word| !word.is_empty()).collect()
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    account: &Account,
    problem: Option<ChosenPasswordError>,
) -> Answer {
    let key = problem.map(|problem| match problem {
        ChosenPasswordError::TooShort => "account-password-too-short",
        ChosenPasswordError::TooLong => "account-password-too-long",
        ChosenPasswordError::Common => "account-password-common",
    });
    let view = AccountPassword {
        url: routes::account_password(visitor.language),
        account_url: routes::account(visitor.language),
        email: account.email.as_ref().map(|email| email.as_str().to_owned()),
        has_one: account.password_hash.is_some(),
        problem: key.map(|key| site.words(visitor).text(key, &[])),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
