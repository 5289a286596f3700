//! What stands in the head of optional mails (RFC 8058): mail programs send a form there, without a cookie and from no page
//! of ours, and all mails of this kind stop. The token of the mail is the only proof, and it can do nothing else. Whoever
//! opens the address is led to the page; that changes nothing, because mail scanners do so too.

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use crate::actions::follow::{FollowerProof, stop_all};
use crate::domain::permission::Actor;
use crate::locale::{Language, Wishes};
use crate::secrecy::token::LinkPurpose;
use crate::web::answer::{PRIVATE, finished, leads_to};
use crate::web::error::{Code, WebError};
use crate::web::form;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::upload::{fields_alone, is_multipart};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    token: String,
    language: String,
}

pub(super) async fn show(site: web::Data<Site>, asked: web::Query<Asked>) -> HttpResponse {
    let offer = site.organisations.get(&site.app.db).await.map(|organisation| organisation.offer()).unwrap_or_default();
    let wishes = Wishes { url: Some(&asked.language), cookie: None, accept_language: None };
    let language: Language = site.languages.negotiate(&offer, wishes);
    leads_to(StatusCode::FOUND, &routes::following_of(language, &asked.token)).finish()
}

pub(super) async fn stop(
    request: HttpRequest,
    site: web::Data<Site>,
    asked: web::Query<Asked>,
    body: web::Payload,
) -> Result<HttpResponse, WebError> {
    let mut payload: Payload = body.into_inner();
    // The standard lets mail programs choose between both kinds of forms, and prefers the one for files.
    let pairs = match is_multipart(&request) {
        true => fields_alone(&request, &mut payload).await?.0,
        false => form::read(&request, &mut payload).await?,
    };
    let is_one_click = pairs.iter().any(|(name, value)| name == "List-Unsubscribe" && value == "One-Click");
    if !is_one_click {
        return Err(WebError::told(Code::MalformedRequest));
    }
    let now = site.app.db.clock().now();
    let link = site.app.keys.installation().verify_link(&site.app.issuer(), LinkPurpose::Following, &asked.token, now);
    let link = link.map_err(|_| WebError::not_found())?;
    stop_all(&site.app.db, Actor::Anonymous, FollowerProof::Link(link)).await?;
    let done = HttpResponse::Ok()
        .insert_header(("cache-control", PRIVATE))
        .content_type("text/plain; charset=utf-8")
        .body("OK\n");
    Ok(finished(done))
}
