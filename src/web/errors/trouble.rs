//! What went wrong, in the terms of a page. Whoever makes one of an error has it logged, once; nothing else logs errors.

use std::error::Error as StdError;

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, HttpResponseBuilder};
use tracing_actix_web::RequestId;

use super::view::{ErrorShow, VoteSafety};
use crate::locale::Words;
use crate::web::answer::PRIVATE;
use crate::web::error::{Code, WebError, status};
use crate::web::routes;
use crate::web::visitor::site_of;

/// How soon trying again is worth it, in seconds, when the program is busy or full.
pub(super) const SOON: i64 = 5;

/// What went wrong, in the terms of a page.
pub(in crate::web) struct Trouble {
    pub(super) code: Code,
    pub(in crate::web) vote: VoteSafety,
    pub(super) seconds: Option<i64>,
    reference: Option<String>,
}

impl Trouble {
    /// What one of our own errors comes to.
    pub(in crate::web) fn told(request: &HttpRequest, error: &WebError) -> Self {
        let code = error.code().unwrap_or(Code::Internal);
        let route = request.match_pattern().unwrap_or_default();
        let mut trouble = Self { code, vote: error.vote(), seconds: None, reference: None };
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
    pub(super) fn raised_by_the_server(request: &HttpRequest, bare: &HttpResponse) -> Self {
        let code = Code::of_status(bare.status().as_u16());
        let reference = (code == Code::Internal).then(|| {
            let error = bare.error().map(ToString::to_string).unwrap_or_default();
            log_fault(request, &error)
        });
        let seconds = bare.status().is_server_error().then_some(SOON);
        Self { code, vote: code.vote(), seconds, reference }
    }

    /// The public code.
    pub(in crate::web) const fn code(&self) -> Code {
        self.code
    }

    /// The number under which a mistake of ours stands in the log.
    pub(in crate::web) fn reference(&self) -> Option<&str> {
        self.reference.as_deref()
    }

    /// The answer without its body.
    pub(in crate::web) fn head(&self, request: &HttpRequest) -> HttpResponseBuilder {
        let mut answer = HttpResponse::build(status(self.code.kind()));
        answer.insert_header((header::CACHE_CONTROL, PRIVATE));
        answer.insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"));
        answer.insert_header(("x-error-code", self.code.as_str()));
        if let Some(seconds) = self.seconds {
            answer.insert_header((header::RETRY_AFTER, seconds));
        }
        if self.code == Code::MethodNotAllowed
            && let Some(takes) = request.match_pattern().and_then(|pattern| routes::takes(&pattern))
        {
            answer.insert_header((header::ALLOW, HeaderValue::from_static(takes.allow())));
        }
        answer
    }

    /// What a page says of it; `vote` is what is known of the vote there.
    pub(in crate::web) fn show(&self, vote: VoteSafety, words: Words<'_>, home_url: String) -> ErrorShow {
        let mut view = ErrorShow::new(self.code.kind(), vote, words, home_url);
        view.what = words.text(&format!("error-{}", self.code.in_key()), &[]);
        view.reference.clone_from(&self.reference);
        view
    }
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
