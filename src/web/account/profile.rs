//! The name and the language of an account.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::load::load_account;
use super::view::{AccountProfile, LanguageOption};
use super::{Answer, page};
use crate::actions::account::change_profile;
use crate::domain::text::{Line, TextError};
use crate::locale::Language;
use crate::web::answer::see_other;
use crate::web::form::CheckedForm;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{SignedIn, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    name: String,
    language: String,
}

pub(super) async fn form(site: web::Data<Site>, visitor: Visitor, SignedIn(member): SignedIn) -> Answer {
    let account = load_account(&site, member.account).await?;
    let typed = Typed { name: account.display_name, language: account.language };
    answer(&site, &visitor, StatusCode::OK, &typed, None)
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let language = Language::from_code(&typed.language).unwrap_or(visitor.language);
    match Line::parse(&typed.name) {
        Ok(name) => {
            change_profile(&site.app.db, member.actor(), member.account, name, language).await?;
            Ok(see_other(&format!("{}?done=profile", routes::account(visitor.language))))
        }
        Err(error) => answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &typed, Some(error)),
    }
}

fn answer(site: &Site, visitor: &Visitor, status: StatusCode, typed: &Typed, problem: Option<TextError>) -> Answer {
    let key = problem.map(|problem| match problem {
        TextError::TooLong { .. } => "account-name-too-long",
        TextError::LineBreak | TextError::Hidden => "account-name-unprintable",
    });
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
        problem: key.map(|key| site.words(visitor).text(key, &[])),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
