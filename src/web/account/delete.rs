//! Deleting an account.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::view::{AccountDelete, AccountDeleted, DeleteProblem};
use super::{Answer, page};
use crate::actions::account::{DeleteAccountError, delete_account};
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::frame::Menu;
use crate::web::routes;
use crate::web::session::Place;
use crate::web::site::Site;
use crate::web::visitor::{SignedIn, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    sure: Option<String>,
}

pub(super) async fn form(site: web::Data<Site>, visitor: Visitor, SignedIn(member): SignedIn) -> Answer {
    answer(&site, &visitor, StatusCode::OK, !member.grants.is_empty(), None)
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let has_roles = !member.grants.is_empty();
    if typed.sure.is_none() {
        let problem = Some(DeleteProblem::NotSure);
        return answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, has_roles, problem);
    }
    match delete_account(&site.app.db, member.actor(), member.account).await {
        Ok(()) => {}
        Err(DeleteAccountError::LastAdministrator) => {
            return answer(&site, &visitor, StatusCode::CONFLICT, has_roles, Some(DeleteProblem::LastAdministrator));
        }
        Err(error) => return Err(error.into()),
    }
    let cookie = site.close_session(&visitor, Place::Office).await?;
    let mut frame = site.page_without_forms(&visitor, Menu::Public(Vec::new()), routes::home);
    // Neither the way out nor the way to the office is there any more.
    frame.sign_out_url = None;
    frame.nav.clear();
    let view = AccountDeleted { home_url: routes::home(visitor.language) };
    let mut gone = site.answer(&visitor, &frame, &view)?;
    gone.add_cookie(&cookie).map_err(|error| WebError::fault(error.to_string()))?;
    Ok(gone)
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    has_roles: bool,
    problem: Option<DeleteProblem>,
) -> Answer {
    let view = AccountDelete {
        url: routes::account_delete(visitor.language),
        account_url: routes::account(visitor.language),
        data_url: routes::account_data(visitor.language),
        has_roles,
        problem: problem.map(|problem| site.words(visitor).text(problem.key(), &[])),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
