//! From a view to an answer: status, caching, language. Pages for strangers are the same for everybody and may be
//! kept for a moment; everything else belongs to one person and is kept nowhere.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentEncoding};
use actix_web::{HttpResponse, HttpResponseBuilder};

use super::brotli::{Effort, compressed};
use super::error::WebError;
use super::layout::{Page, SharedView};
use super::session::remember_language;
use super::shared::SharedPage;
use super::site::Site;
use super::templates::View;
use super::visitor::Visitor;
use crate::domain::time::Instant;

/// Marks an answer whose body says what there is to say, so that no error page is put in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Finished;

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
        let html = match &page.shared {
            Some(shared) if is_typed_into(&html) => {
                let shared = Some(SharedView { returns: false, ..shared.clone() });
                self.app.templates.render(&Page { shared, ..page.clone() }, view)?
            }
            Some(_) | None => html,
        };
        if status == StatusCode::OK && visitor.may_share() && page.csrf.is_none() {
            return Ok(finished(Arc::new(SharedPage::new(page.html_language, html)).first_answer(visitor)));
        }
        let mut answer = HttpResponse::build(status);
        answer
            .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((header::CONTENT_LANGUAGE, page.html_language))
            .insert_header((header::VARY, "cookie"))
            .insert_header((header::CACHE_CONTROL, PRIVATE));
        if visitor.changed_language {
            answer.cookie(remember_language(&self.app.config, visitor.language));
        }
        if visitor.takes_brotli {
            answer.insert_header(ContentEncoding::Brotli).append_header((header::VARY, "accept-encoding"));
            return Ok(finished(answer.body(compressed(html.as_bytes(), Effort::Once))));
        }
        Ok(finished(answer.body(html)))
    }
}

/// Whether somebody may be filling in something on a page. What is only looked for is typed again in a moment, so a form
/// that searches does not keep a shared computer open.
fn is_typed_into(html: &str) -> bool {
    let mut parts = html.split("<form ");
    let before = parts.next();
    let others = parts.map(|form| {
        let searches = form.split('>').next().is_some_and(|tag| tag.contains("method=\"get\""));
        match form.split_once("</form>") {
            Some((_, behind)) if searches => behind,
            Some(_) | None => form,
        }
    });
    before.into_iter().chain(others).any(has_field)
}

fn has_field(html: &str) -> bool {
    let mut fields = html.split("<input ").skip(1).filter_map(|rest| rest.split('>').next());
    html.contains("<textarea") || html.contains("<select") || fields.any(|tag| !tag.contains("type=\"hidden\""))
}

/// Keeps a page to the one who asked for it although it could be shared: its address carries something secret, or it
/// changes from one moment to the next.
pub(super) fn kept_nowhere(mut answer: HttpResponse) -> HttpResponse {
    answer.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static(PRIVATE));
    answer.headers_mut().remove(header::ETAG);
    answer.extensions_mut().remove::<Arc<SharedPage>>();
    answer
}

/// Says from when asking again helps.
pub(super) fn with_retry_after(mut answer: HttpResponse, again_at: Instant, now: Instant) -> HttpResponse {
    let seconds = again_at.since(now).num_seconds().max(1);
    answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_a_field_is_typed_into_and_one_with_hidden_fields_is_not() {
        let token = r#"<form><input type="hidden" name="_csrf" value="a>b"><button>x</button></form>"#;

        assert!(!is_typed_into(token));
        for field in [r#"<input id="code" name="code">"#, r#"<input type="radio">"#, "<textarea>", "<select id=\"a\">"]
        {
            assert!(is_typed_into(&format!("{token}{field}")), "{field}");
            let form = |method: &str| format!(r#"{token}<form class="filter" method="{method}">{field}</form>"#);
            assert!(is_typed_into(&form("post")), "{field}");
            assert!(!is_typed_into(&form("get")) && is_typed_into(&format!("{}{field}", form("get"))), "{field}");
        }
    }
}
