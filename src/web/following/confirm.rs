//! Where the link of the question leads. Opening it changes nothing, because mail scanners open links; the button does.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::subject::Subject;
use super::view::{ConfirmState, FollowConfirm};
use crate::actions::follow::{FollowError, confirm_follow};
use crate::domain::permission::Actor;
use crate::secrecy::TokenHash;
use crate::secrecy::token::LinkPurpose;
use crate::store::follow_requests::{FollowRequest, find_follow_request};
use crate::store::followers::Follower;
use crate::web::answer::kept_nowhere;
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::frame::Menu;
use crate::web::round::load::Reader;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Member, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    token: String,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    sent: web::Query<Sent>,
) -> Result<HttpResponse, WebError> {
    let found = match site.verify_link(&visitor, LinkPurpose::ConfirmFollow, &sent.token) {
        Ok(link) => find(&site, &visitor, link).await?,
        Err(_) => None,
    };
    let state = found.map(|(request, subject)| ConfirmState::Ask {
        token: sent.token.clone(),
        email: request.email.shortened(),
        subject: subject.view(visitor.language, site.words(&visitor)),
    });
    page(&site, &visitor, state)
}

pub(super) async fn confirm(
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedForm(sent): CheckedForm<Sent>,
) -> Result<HttpResponse, WebError> {
    let Ok(link) = site.verify_link(&visitor, LinkPurpose::ConfirmFollow, &sent.token) else {
        return page(&site, &visitor, None);
    };
    let Some((_, subject)) = find(&site, &visitor, link).await? else { return page(&site, &visitor, None) };
    let actor = visitor.member.as_ref().map_or(Actor::Anonymous, Member::actor);
    match confirm_follow(&site.app.db, site.app.keys.installation(), actor, link).await {
        Ok(follower) => {
            let subject = subject.view(visitor.language, site.words(&visitor));
            let following_url = following_url(&site, &visitor, &follower)?;
            page(&site, &visitor, Some(ConfirmState::Done { subject, following_url }))
        }
        Err(FollowError::NotGood) => page(&site, &visitor, None),
        Err(error) => Err(error.into()),
    }
}

/// The page of all that somebody follows, with a link such as the mails have.
fn following_url(site: &Site, visitor: &Visitor, follower: &Follower) -> Result<String, WebError> {
    let token = site.app.sign_following(&follower.seed, visitor.now).map_err(WebError::fault)?;
    Ok(routes::following_of(visitor.language, &token))
}

async fn find(site: &Site, visitor: &Visitor, link: TokenHash) -> Result<Option<(FollowRequest, Subject)>, WebError> {
    let (reader, now) = (Reader::of(visitor), visitor.now);
    let read = site.app.db.read(move |conn| {
        let Some(request) = find_follow_request(conn, &link, now)? else { return Ok(None) };
        let subject = Subject::of(conn, request.followed, reader)?;
        Ok::<_, WebError>(subject.map(|subject| (request, subject)))
    });
    read.await
}

fn page(site: &Site, visitor: &Visitor, state: Option<ConfirmState>) -> Result<HttpResponse, WebError> {
    let status = if state.is_some() { StatusCode::OK } else { StatusCode::GONE };
    let page = site.page(visitor, Menu::Public(Vec::new()))?;
    let view = FollowConfirm {
        url: routes::follow_confirm(visitor.language),
        state: state.unwrap_or(ConfirmState::Gone),
        home_url: routes::home(visitor.language),
    };
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &view)?))
}
