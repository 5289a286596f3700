//! Puts the page into every answer that reports an error and has none of its own.

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};

use super::trouble::{SOON, Trouble};
use super::view::{ErrorKind, VoteSafety};
use super::written::written_form;
use crate::locale::{Language, Wishes};
use crate::web::answer::Finished;
use crate::web::error::{Code, WebError, status};
use crate::web::form::Written;
use crate::web::frame::{Menu, in_language};
use crate::web::organisation::OrganisationNow;
use crate::web::routes;
use crate::web::session::{Place, language_cookie};
use crate::web::site::Site;
use crate::web::visitor::{Visitor, site_of};
use crate::web::{csrf, sign_in};

/// What is left to say when not even the error page can be made.
const LAST_WORDS: &str = "<!doctype html><title>Allmende</title><p>Das hat nicht geklappt. Bitte versuchen Sie es \
                          gleich noch einmal. / That did not work. Please try again in a moment.</p>";

/// Middleware: lets good answers pass and finishes the others.
pub(in crate::web) async fn answer(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let answer = next.call(request).await?.map_into_boxed_body();
    let status = answer.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || answer.response().extensions().contains::<Finished>() {
        return Ok(answer);
    }
    let (request, bare) = answer.into_parts();
    let page = finish(&request, &bare).await;
    Ok(ServiceResponse::new(request, page))
}

async fn finish(request: &HttpRequest, bare: &HttpResponse) -> HttpResponse {
    let error = bare.error().and_then(|error| error.as_error::<WebError>());
    if let Some(WebError::SignInFirst(form)) = error {
        match sign_in::beside(request, form).await {
            Ok(page) => return page,
            Err(error) => tracing::error!(error = ?error.to_string(), "what was typed could not be kept"),
        }
    }
    let trouble = match error {
        Some(error) => Trouble::told(request, error),
        None => Trouble::raised_by_the_server(request, bare),
    };
    trouble.head(request).body(body(request, &trouble).unwrap_or_else(|error| {
        tracing::error!(error = ?error.to_string(), "an error page could not be made");
        LAST_WORDS.to_owned()
    }))
}

fn body(request: &HttpRequest, trouble: &Trouble) -> Result<String, WebError> {
    let site = site_of(request)?;
    let visitor = visitor_or_stranger(request, &site);
    let words = site.words(&visitor);
    // Links to the other languages only where there is a page; a form's address may show none.
    let here = if visitor.reads { visitor.here.clone() } else { routes::home(visitor.language) };
    let mut page = site.page_without_forms(&visitor, Menu::Public(Vec::new()), |language| in_language(&here, language));
    let voting = request.match_pattern().is_some_and(|pattern| pattern.contains("/vote"));
    let vote = match trouble.vote {
        VoteSafety::Unrelated if voting => VoteSafety::Untouched,
        known => known,
    };
    let mut view = trouble.show(vote, words, page.home_url.clone());
    if let Some(seconds) = trouble.seconds.filter(|seconds| *seconds > SOON) {
        view.retry_at = Some(words.time(visitor.now.plus(chrono::TimeDelta::seconds(seconds))));
    }
    if trouble.seconds.is_some() && visitor.reads {
        view = view.again_at(visitor.here.clone(), words);
    }
    let written = request.extensions().get::<Written>().cloned();
    let is_written = !visitor.reads && request.match_pattern().is_some_and(|pattern| routes::is_written(&pattern));
    let written = written.filter(|_| trouble.code != Code::MalformedRequest);
    let form = written.map(|Written(fields)| written_form(request.path(), &fields, words));
    // In a form of the office there may be nothing but a button.
    if let Some(mut form) = form.filter(|form| is_written || !form.texts.is_empty()) {
        page.csrf = csrf::token_for(&site, &visitor, Place::Office)?;
        let next = match trouble.code.kind() {
            // Sent again it would be refused again.
            ErrorKind::NotEntrusted => {
                form.url = None;
                "errors-written-copy"
            }
            _ if view.retry_at.is_some() => "errors-written-later",
            _ => "errors-written-next",
        };
        view.next = words.text(next, &[]);
        view.written = Some(form);
    } else if is_written {
        // It failed before the form was read: only the browser still has what was written.
        view.next = words.text("errors-written-back", &[]);
    }
    if voting && !visitor.reads && status(trouble.code.kind()).is_server_error() {
        // Only the browser still has what was chosen.
        view.next = words.text("errors-vote-reload", &[]);
    }
    let page = crate::web::layout::Page { sign_out_url: None, ..page };
    Ok(site.app.templates.render(&page, &view)?)
}

/// Who asked, or as much as is known of them when the error came first.
fn visitor_or_stranger(request: &HttpRequest, site: &Site) -> Visitor {
    if let Some(visitor) = request.extensions().get::<Visitor>() {
        return visitor.clone();
    }
    let accept = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let cookie = language_cookie(request);
    let wishes = Wishes { url: request.path().split('/').nth(1), cookie: cookie.as_deref(), accept_language: accept };
    let organisation = site.organisations.known().unwrap_or_else(|| Arc::new(OrganisationNow::default()));
    let language: Language = site.languages.negotiate(&organisation.offer(), wishes);
    Visitor::stranger(request, site, language, organisation)
}
