//! Ending sessions: one of them, or all but this one. They are rows of the machinery, so no action is asked.

use actix_web::web;
use serde::Deserialize;

use super::Answer;
use crate::store::Lock;
use crate::store::sessions::{delete_session_of, delete_sessions_of};
use crate::web::answer::see_other;
use crate::web::form::CheckedForm;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{SignedIn, Visitor};

#[derive(Debug, Deserialize)]
pub(super) struct Typed {
    /// The session to be ended; without one, all others.
    handle: Option<String>,
}

pub(super) async fn end(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let (account, token) = (member.account, member.token);
    site.app
        .db
        .write(Lock::Nothing, move |tx| match &typed.handle {
            Some(handle) => delete_session_of(tx, account, handle).map(drop),
            None => delete_sessions_of(tx, account, Some(&token)).map(drop),
        })
        .await?;
    Ok(see_other(&format!("{}?done=sessions", routes::account(visitor.language))))
}
