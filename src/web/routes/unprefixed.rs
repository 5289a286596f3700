//! Addresses outside the pages: those that lack a language, and those that lead nowhere.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::locale::Wishes;
use crate::web::answer::leads_to;
use crate::web::error::WebError;
use crate::web::session::language_cookie;
use crate::web::site::Site;

/// Leads to the same address in the language of the cookie, or of `Accept-Language`.
pub(super) async fn to_language(request: HttpRequest, site: web::Data<Site>) -> HttpResponse {
    let accept = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let cookie = language_cookie(&request);
    let wishes = Wishes { url: None, cookie: cookie.as_deref(), accept_language: accept };
    // Without a database there is still an address to lead to, and a page there that says so.
    let offer = site.organisations.get(&site.app.db).await.map(|organisation| organisation.offer()).unwrap_or_default();
    let language = site.languages.negotiate(&offer, wishes).code();
    let wanted = request.uri().path_and_query().map_or("/", |wanted| wanted.as_str());
    // `/` alone becomes `/de`, without the slash; with a query `/de?...`.
    let rest = wanted.strip_prefix('/').unwrap_or_default();
    let joint = if rest.is_empty() || rest.starts_with('?') { "" } else { "/" };
    let path = format!("/{language}{joint}{rest}");
    leads_to(StatusCode::FOUND, &path).insert_header((header::VARY, "accept-language, cookie")).finish()
}

/// A slash too many at the end leads to the address without it; everything else is not found.
pub(super) async fn not_found(request: HttpRequest) -> Result<HttpResponse, WebError> {
    let path = request.path();
    let trimmed = path.trim_end_matches('/');
    // Two slashes in front would name another host.
    let ours = trimmed.starts_with('/') && !trimmed.starts_with("//") && !trimmed.contains('\\');
    if trimmed.len() == path.len() || !ours {
        return Err(WebError::not_found());
    }
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    Ok(leads_to(StatusCode::PERMANENT_REDIRECT, &format!("{trimmed}{query}")).finish())
}
