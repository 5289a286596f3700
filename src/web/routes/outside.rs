//! What is served outside a language: which addresses, what each takes, who may open it; and that nothing is served, with a
//! language or without, that stands in neither table.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

use super::served::{Takes, takes};
use crate::domain::api_token::TokenScope;
use crate::domain::permission::Permission;
use crate::web::error::WebError;

/// What pages are made of.
pub(super) const ASSET: &str = "/assets/{name}";
/// What the office has put up.
pub(super) const FILE: &str = "/files/{name}";
/// Whether the program runs.
pub(super) const LIVE: &str = "/health/live";
/// Whether it can answer.
pub(super) const READY: &str = "/health/ready";
/// The record of all rounds, for programs.
pub const API_RECORD: &str = "/api/v1/record";

/// Stops all mails to somebody, called by mail programs; `?token=` says whose.
pub const UNSUBSCRIBE: &str = "/unsubscribe";

macro_rules! without_language {
    ($rest:literal) => {
        concat!(
            "/{first:rounds|proposals|record|imprint|privacy|accessibility|easy|who-sees-what|sign-in|enter|invitation|",
            "account|office|demo}",
            $rest
        )
    };
}

/// Addresses that somebody typed without a language; each leads to the page in theirs.
pub(super) const WITHOUT_LANGUAGE: [&str; 3] = ["/", without_language!(""), without_language!("/{rest:.*}")];

/// Who may open an address outside the languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenTo {
    /// Everybody.
    Everybody,
    /// A program with a token that is good for this, of an account that may do this.
    Program(TokenScope, Permission),
}

/// What is served outside a language, what each address takes, and who may open it. The tests walk along this list, and an
/// address that is not on it answers nothing.
pub const OUTSIDE: &[(&str, Takes, OpenTo)] = &[
    (WITHOUT_LANGUAGE[0], Takes::Page, OpenTo::Everybody),
    (WITHOUT_LANGUAGE[1], Takes::Page, OpenTo::Everybody),
    (WITHOUT_LANGUAGE[2], Takes::Page, OpenTo::Everybody),
    (ASSET, Takes::Page, OpenTo::Everybody),
    (FILE, Takes::Page, OpenTo::Everybody),
    (LIVE, Takes::Page, OpenTo::Everybody),
    (READY, Takes::Page, OpenTo::Everybody),
    (UNSUBSCRIBE, Takes::PageAndForm, OpenTo::Everybody),
    (API_RECORD, Takes::Page, OpenTo::Program(TokenScope::ReadRecord, Permission::ReadRecord)),
];

/// Who may open the address with this whole pattern, if it is one of ours outside the languages.
pub(in crate::web) fn open_to(pattern: &str) -> Option<OpenTo> {
    OUTSIDE.iter().find(|(path, _, _)| *path == pattern).map(|(_, _, open_to)| *open_to)
}

/// Keeps an address shut that is answered by somebody but stands in no table. What nobody answers goes on to be not found.
pub(in crate::web) async fn shut_undeclared(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let pattern = request.match_pattern();
    if pattern.is_some_and(|pattern| takes(&pattern).is_none() && open_to(&pattern).is_none()) {
        return Ok(request.error_response(WebError::not_found()));
    }
    next.call(request).await.map(ServiceResponse::map_into_boxed_body)
}

#[cfg(test)]
mod tests {
    use actix_web::middleware::from_fn;
    use actix_web::test::{TestRequest, call_service, init_service};
    use actix_web::{App, HttpResponse, web};

    use super::*;
    use crate::web::routes::LANGUAGE;

    #[tokio::test]
    async fn an_address_that_stands_in_no_table_is_shut() {
        let below = ["/imprint", "/more"].map(|path| format!("{LANGUAGE}{path}"));
        let patterns = below.iter().map(String::as_str).chain([LIVE, API_RECORD, "/api/v1/ballots"]);
        let app = patterns.fold(App::new(), |app, pattern| {
            app.service(web::resource(pattern).to(|| async { HttpResponse::Ok().finish() }))
        });
        let app = init_service(app.wrap(from_fn(shut_undeclared))).await;

        for (path, status) in [
            ("/health/live", 200),
            ("/api/v1/record", 200),
            ("/de/imprint", 200),
            ("/api/v1/ballots", 404),
            ("/de/more", 404),
            ("/nowhere", 404),
        ] {
            let answer = call_service(&app, TestRequest::get().uri(path).to_request()).await;
            assert_eq!(answer.status(), status, "{path}");
        }
    }
}
