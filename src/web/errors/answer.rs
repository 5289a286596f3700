//! Puts the page into every answer that reports an error, and logs what there is to log: the only place that does.

use std::error::Error as StdError;
use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use tracing_actix_web::RequestId;

use super::view::{ErrorShow, VoteSafety};
use crate::locale::{Language, Wishes};
use crate::web::answer::Finished;
use crate::web::error::{Code, WebError, status};
use crate::web::frame::{Menu, in_language};
use crate::web::organisation::OrganisationNow;
use crate::web::routes;
use crate::web::session::language_cookie;
use crate::web::sign_in;
use crate::web::site::Site;
use crate::web::visitor::{Visitor, site_of};

/// How soon trying again is worth it, in seconds, when the program is busy or full.
const SOON: i64 = 5;

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
    let page = finish(&request, &bare);
    Ok(ServiceResponse::new(request, page))
}

/// What went wrong, in the terms of the page.
struct Trouble {
    code: Code,
    vote: VoteSafety,
    seconds: Option<i64>,
    reference: Option<String>,
}

fn finish(request: &HttpRequest, bare: &HttpResponse) -> HttpResponse {
    let error = bare.error().and_then(|error| error.as_error::<WebError>());
    if let Some(WebError::SignInFirst(form)) = error {
        match sign_in::beside(request, form) {
            Ok(page) => return page,
            Err(error) => tracing::error!(error = ?error.to_string(), "what was typed could not be kept"),
        }
    }
    let trouble = match error {
        Some(error) => told(request, error),
        None => raised_by_the_server(request, bare),
    };
    let mut answer = HttpResponse::build(status(trouble.code.kind()));
    answer.insert_header((header::CACHE_CONTROL, "private, no-store"));
    answer.insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"));
    answer.insert_header(("x-error-code", trouble.code.as_str()));
    if let Some(seconds) = trouble.seconds {
        answer.insert_header((header::RETRY_AFTER, seconds));
    }
    if trouble.code == Code::MethodNotAllowed
        && let Some(takes) = request.match_pattern().and_then(|pattern| routes::takes(&pattern))
    {
        answer.insert_header((header::ALLOW, HeaderValue::from_static(takes.allow())));
    }
    answer.body(body(request, trouble).unwrap_or_else(|error| {
        tracing::error!(error = ?error.to_string(), "an error page could not be made");
        LAST_WORDS.to_owned()
    }))
}

/// What one of our own errors comes to.
fn told(request: &HttpRequest, error: &WebError) -> Trouble {
    let code = error.code().unwrap_or(Code::Internal);
    let route = request.match_pattern().unwrap_or_default();
    let mut trouble = Trouble { code, vote: error.vote(), seconds: None, reference: None };
    match error {
        WebError::Told(_) | WebError::Elsewhere(_) | WebError::SignInFirst(_) => {
            tracing::debug!(code = code.as_str(), route, "refused");
        }
        WebError::TooMany { again_at } => {
            let now = site_of(request).map(|site| site.app.db.clock().now());
            let wait = now.map_or(SOON, |now| again_at.since(now).num_seconds().saturating_add(1));
            trouble.seconds = Some(wait.max(1));
            tracing::debug!(code = code.as_str(), route, "too many attempts");
        }
        WebError::Unavailable { source, .. } => {
            trouble.seconds = Some(SOON);
            tracing::warn!(code = code.as_str(), route, error = ?chain(source.as_ref()), "busy or out of reach");
        }
        WebError::Fault { source, .. } => trouble.reference = Some(log_fault(request, &chain(source.as_ref()))),
    }
    trouble
}

/// What the web server answered without asking us: no such page, wrong method, a parameter that does not parse.
fn raised_by_the_server(request: &HttpRequest, bare: &HttpResponse) -> Trouble {
    let code = Code::of_status(bare.status().as_u16());
    let reference = (code == Code::Internal).then(|| {
        let error = bare.error().map(ToString::to_string).unwrap_or_default();
        log_fault(request, &error)
    });
    let seconds = bare.status().is_server_error().then_some(SOON);
    Trouble { code, vote: code.vote(), seconds, reference }
}

/// Logs a mistake of ours and answers with the number under which it stands in the log.
fn log_fault(request: &HttpRequest, error: &str) -> String {
    let id = request.extensions().get::<RequestId>().map(|id| id.simple().to_string()).unwrap_or_default();
    let short: String = id.chars().take(8).collect();
    let reference = short.split_at_checked(4).map_or_else(|| short.clone(), |(one, other)| format!("{one}-{other}"));
    let route = request.match_pattern().unwrap_or_default();
    tracing::error!(reference, route, ?error, "a request failed");
    reference
}

/// An error with all its causes.
fn chain(error: &(dyn StdError + Send + Sync + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_text = inner.to_string();
        if !text.ends_with(&inner_text) {
            text.push_str(": ");
            text.push_str(&inner_text);
        }
        cause = inner.source();
    }
    text
}

fn body(request: &HttpRequest, trouble: Trouble) -> Result<String, WebError> {
    let site = site_of(request)?;
    let visitor = visitor_or_stranger(request, &site);
    let words = site.words(&visitor);
    // Links to the other languages only where there is a page; a form's address may show none.
    let here = if visitor.reads { visitor.here.clone() } else { routes::home(visitor.language) };
    let page = site.page_without_forms(&visitor, Menu::Public(Vec::new()), |language| in_language(&here, language));
    let voting = request.match_pattern().is_some_and(|pattern| pattern.contains("/vote"));
    let vote = match trouble.vote {
        VoteSafety::Unrelated if voting => VoteSafety::Untouched,
        known => known,
    };
    let mut view = ErrorShow::new(trouble.code.kind(), vote, words, page.home_url.clone());
    view.what = words.text(&format!("error-{}", trouble.code.in_key()), &[]);
    view.reference = trouble.reference;
    if let Some(seconds) = trouble.seconds.filter(|seconds| *seconds > SOON) {
        view.retry_at = Some(words.time(visitor.now.plus(chrono::TimeDelta::seconds(seconds))));
    }
    if trouble.seconds.is_some() && visitor.reads {
        view = view.again_at(visitor.here.clone(), words);
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
    let language: Language = site.languages.negotiate(wishes);
    let organisation = site.organisations.known().unwrap_or_else(|| Arc::new(OrganisationNow::default()));
    Visitor::stranger(request, site, language, organisation)
}
