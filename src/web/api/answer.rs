//! JSON of results and of errors, with the same public codes as pages.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::web::answer::{PRIVATE, finished};
use crate::web::error::{Code, WebError, status};
use crate::web::errors::trouble::Trouble;

/// A result.
pub(super) fn json(body: &impl Serialize) -> Result<HttpResponse, WebError> {
    let text = serde_json::to_string(body).map_err(WebError::fault)?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header((header::CONTENT_TYPE, "application/json")).insert_header((header::CACHE_CONTROL, PRIVATE));
    Ok(finished(answer.body(text)))
}

/// An error: `{"error":{"code":"...","reference":"..."}}`. The reference is there for faults of the program only, and
/// stands in the log.
pub(super) fn error(request: &HttpRequest, error: &WebError) -> HttpResponse {
    let trouble = Trouble::told(request, error);
    let code = trouble.code();
    let body = ErrorBody { error: ErrorParts { code: code.as_str(), reference: trouble.reference() } };
    let mut answer = trouble.head(request);
    answer.insert_header((header::CONTENT_TYPE, "application/json"));
    if code == Code::TokenRefused {
        // Pages lead to the sign-in instead, so that only programs meet this status.
        answer.status(StatusCode::UNAUTHORIZED).insert_header((header::WWW_AUTHENTICATE, "Bearer"));
    } else {
        answer.status(status(code.kind()));
    }
    if code == Code::MethodNotAllowed {
        answer.insert_header((header::ALLOW, "GET, HEAD"));
    }
    // It cannot fail: two texts.
    finished(answer.body(serde_json::to_string(&body).unwrap_or_default()))
}

pub(super) async fn not_found(request: HttpRequest) -> HttpResponse {
    error(&request, &WebError::not_found())
}

pub(super) async fn method_not_allowed(request: HttpRequest) -> HttpResponse {
    error(&request, &WebError::told(Code::MethodNotAllowed))
}

#[derive(Serialize)]
struct ErrorBody<'a> {
    error: ErrorParts<'a>,
}

#[derive(Serialize)]
struct ErrorParts<'a> {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a str>,
}
