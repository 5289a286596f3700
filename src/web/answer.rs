//! From a view to an answer: status, caching, language. Pages for strangers are the same for everybody and may be
//! kept for a moment; everything else belongs to one person and is kept nowhere.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, HttpResponseBuilder};
use sha2::{Digest, Sha256};

use super::error::WebError;
use super::layout::Page;
use super::session::remember_language;
use super::site::Site;
use super::templates::View;
use super::visitor::Visitor;

/// Marks an answer whose body says what there is to say, so that no error page is put in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Finished;

/// A shared page may be shown again this long without asking; then only a changed one is sent again.
const SHARED: &str = "public, max-age=10, must-revalidate";
pub(super) const PRIVATE: &str = "private, no-store";

impl Site {
    /// A page.
    ///
    /// # Errors
    /// When the template uses what the view does not have; a mistake of ours.
    pub fn answer<V: View>(&self, visitor: &Visitor, page: &Page, view: &V) -> Result<HttpResponse, WebError> {
        self.answer_with(StatusCode::OK, visitor, page, view)
    }

    /// A page with a status, such as 422 for a form that is shown again with its problems.
    ///
    /// # Errors
    /// When the template uses what the view does not have; a mistake of ours.
    pub fn answer_with<V: View>(
        &self,
        status: StatusCode,
        visitor: &Visitor,
        page: &Page,
        view: &V,
    ) -> Result<HttpResponse, WebError> {
        let html = self.app.templates.render(page, view)?;
        let shared = status == StatusCode::OK && visitor.reads && visitor.is_anonymous() && page.csrf.is_none();
        let mut answer = HttpResponse::build(status);
        answer
            .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((header::CONTENT_LANGUAGE, page.html_language))
            .insert_header((header::VARY, "cookie"));
        if visitor.changed_language {
            answer.cookie(remember_language(&self.app.config, visitor.language));
        }
        // An answer with a cookie is one person's.
        if !shared || visitor.changed_language {
            answer.insert_header((header::CACHE_CONTROL, PRIVATE));
            return Ok(finished(answer.body(html)));
        }
        let tag = tag_of(&html);
        answer.insert_header((header::CACHE_CONTROL, SHARED)).insert_header((header::ETAG, tag.as_str()));
        let known = visitor.known_tags.as_deref().is_some_and(|known| known.split(',').any(|one| one.trim() == tag));
        if known {
            return Ok(finished(answer.status(StatusCode::NOT_MODIFIED).finish()));
        }
        Ok(finished(answer.body(html)))
    }
}

/// Keeps a page to the one who asked for it although it could be shared, because its address carries something secret.
pub(super) fn kept_nowhere(mut answer: HttpResponse) -> HttpResponse {
    answer.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static(PRIVATE));
    answer.headers_mut().remove(header::ETAG);
    answer
}

/// Leads to a path of this site after a form was taken, so that "reload" does not send it again.
#[must_use]
pub fn see_other(path: &str) -> HttpResponse {
    leads_to(StatusCode::SEE_OTHER, path).finish()
}

/// An answer that leads to a path of this site. It is kept nowhere: an address may carry a letter's code.
pub(super) fn leads_to(status: StatusCode, path: &str) -> HttpResponseBuilder {
    let mut answer = HttpResponse::build(status);
    answer.insert_header((header::LOCATION, path)).insert_header((header::CACHE_CONTROL, PRIVATE));
    answer
}

/// Keeps an answer from being replaced by an error page.
pub(super) fn finished(mut answer: HttpResponse) -> HttpResponse {
    answer.extensions_mut().insert(Finished);
    answer
}

/// Weak, because the same page may leave compressed in several ways.
fn tag_of(html: &str) -> String {
    let hash: String = Sha256::digest(html).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("W/\"{hash}\"")
}
