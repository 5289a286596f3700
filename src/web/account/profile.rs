//! The name and the language of an account.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::load::load_account;
use super::view::{AccountProfile, LanguageOption};
use super::{Answer, page};
use crate::actions::account::{ChangeAccountError, change_profile};
use crate::domain::text::{Line, TextError};
use crate::locale::Language;
use crate::web::answer::see_other;
use crate::web::form::CheckedForm;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Member, SignedIn, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    name: String,
    language: String,
}

pub(super) async fn form(site: web::Data<Site>, visitor: Visitor, SignedIn(member): SignedIn) -> Answer {
    let account = load_account(&site, member.account).await?;
    let typed = Typed { name: account.display_name, language: account.language };
    answer(&site, &visitor, &member, StatusCode::OK, &typed, None)
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let language = Language::from_code(&typed.language).unwrap_or(visitor.language);
    let refuse = |key| answer(&site, &visitor, &member, StatusCode::UNPROCESSABLE_ENTITY, &typed, Some(key));
    let name = match Line::parse(&typed.name) {
        Ok(name) => name,
        Err(TextError::TooLong { .. }) => return refuse("account-name-too-long"),
        Err(TextError::LineBreak | TextError::Hidden) => return refuse("account-name-unprintable"),
    };
    match change_profile(&site.app.db, member.actor(), member.account, name, language).await {
        Ok(()) => Ok(see_other(&format!("{}?done=profile", routes::account(visitor.language)))),
        Err(ChangeAccountError::NameNeeded) => refuse("account-name-needed"),
        Err(error) => Err(error.into()),
    }
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    member: &Member,
    status: StatusCode,
    typed: &Typed,
    problem: Option<&str>,
) -> Answer {
    let option = |language: Language| LanguageOption {
        code: language.code(),
        name: language.own_name(),
        chosen: language.code() == typed.language,
    };
    let view = AccountProfile {
        url: routes::account_profile(visitor.language),
        account_url: routes::account(visitor.language),
        languages: [Language::German, Language::English].map(option).into(),
        name: typed.name.clone(),
        is_of_office: !member.grants.is_empty(),
        problem: problem.map(|key| site.words(visitor).text(key, &[])),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
