//! Deleting an account.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::load::load_account;
use super::view::{AccountDelete, AccountDeleted, DeleteProblem};
use super::{Answer, page};
use crate::actions::account::{DeleteAccountError, delete_account};
use crate::store::accounts::Account;
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::frame::Menu;
use crate::web::routes;
use crate::web::session::Place;
use crate::web::site::Site;
use crate::web::visitor::{Member, SignedIn, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    sure: Option<String>,
}

pub(super) async fn form(site: web::Data<Site>, visitor: Visitor, SignedIn(member): SignedIn) -> Answer {
    let account = load_account(&site, member.account).await?;
    answer(&site, &visitor, StatusCode::OK, (&member, &account), None)
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let account = load_account(&site, member.account).await?;
    if typed.sure.is_none() {
        let problem = Some(DeleteProblem::NotSure);
        return answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, (&member, &account), problem);
    }
    match delete_account(&site.app.db, site.app.keys.installation(), member.actor(), member.account).await {
        Ok(()) => {}
        Err(DeleteAccountError::LastAdministrator) => {
            return answer(
                &site,
                &visitor,
                StatusCode::CONFLICT,
                (&member, &account),
                Some(DeleteProblem::LastAdministrator),
            );
        }
        Err(error) => return Err(error.into()),
    }
    let cookie = site.close_session(&visitor, Place::Office).await?;
    let mut frame = site.page_without_forms(&visitor, Menu::Public(Vec::new()), routes::home);
    // Neither the way out nor the way to the office is there any more.
    frame.sign_out_url = None;
    frame.shared = None;
    frame.nav.clear();
    // A shared computer is left ready for the next person.
    let entry = member.shared.as_ref().map(|shared| routes::enter(visitor.language, &shared.workplace.key));
    let view = AccountDeleted {
        home_url: entry.unwrap_or_else(|| routes::home(visitor.language)),
        has_email: account.email.is_some(),
    };
    let mut gone = site.answer(&visitor, &frame, &view)?;
    gone.add_cookie(&cookie).map_err(|error| WebError::fault(error.to_string()))?;
    Ok(gone)
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    (member, account): (&Member, &Account),
    problem: Option<DeleteProblem>,
) -> Answer {
    let view = AccountDelete {
        url: routes::account_delete(visitor.language),
        account_url: routes::account(visitor.language),
        data_url: routes::account_data(visitor.language),
        has_roles: !member.grants.is_empty(),
        is_employee: account.is_employee,
        problem: problem.map(|problem| site.words(visitor).text(problem.key(), &[])),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
