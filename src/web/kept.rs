//! A form of the office that came when its session had ended. What was typed travels on as hidden fields, beside the
//! sign-in and then beside a button that sends the very same form to the very same path; it is written down nowhere.
//!
//! No other site can make use of this. Only a form is kept of which the browser itself says that a page of ours sent it;
//! keeping does nothing; it goes to no path but that of a form of the office; and only a person's click sends it, from a
//! page that carries the token of the new session.

use std::fmt;

use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use futures_util::future::ready;
use futures_util::stream::once;

use super::error::WebError;
use super::form::{self, LARGEST_FORM, Written};
use super::visitor::{site_of, visitor_of};
use super::{csrf, routes, settings, upload};
use crate::locale::Language;

/// The field that carries the path.
const PATH: &str = "kept-for";
/// What stands before the name of each field beside the sign-in, whose own fields could have the same.
const PREFIX: &str = "kept.";

/// A form that waits for a sign-in. It does not print: nobody has said that it may be written down.
#[derive(Clone)]
pub struct KeptForm {
    path: String,
    fields: Vec<(String, String)>,
}

impl fmt::Debug for KeptForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeptForm({} fields for {})", self.fields.len(), self.path)
    }
}

/// Middleware: keeps a form of the office from its door, which would turn it away, if nobody is signed in and the browser
/// says that it comes from a page of ours. Of any other nothing is read.
pub(super) async fn keep(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let Some(limit) = limit(request.request()) else {
        if let Some(limit) = limit_of_member(request.request())
            && let Err(error) = read_ahead(&mut request, limit).await
        {
            return Ok(request.error_response(error));
        }
        return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    };
    let (head, payload) = request.parts_mut();
    let fields = if upload::is_multipart(head) {
        upload::fields_alone(head, payload).await.map(with_file_left)
    } else {
        let body = body_within(limit, web::Payload::from_request(head, payload).into_inner());
        form::read_body(head, body).await
    };
    let error = match fields {
        Ok(fields) => WebError::SignInFirst(KeptForm::new(head.path().to_owned(), fields)),
        Err(error) => error,
    };
    Ok(request.error_response(error))
}

/// How large the form may be, if it is one to keep.
fn limit(request: &HttpRequest) -> Option<usize> {
    let (site, visitor) = (site_of(request).ok()?, visitor_of(request).ok()?);
    let is_to_keep = request.method() == Method::POST
        && visitor.member.is_none()
        && (!upload::is_multipart(request) || has_length(request))
        && routes::takes_office_form(visitor.language, request.path())
        && csrf::is_from_here(request, &site);
    is_to_keep.then_some(if is_of_organisation(request) { settings::LARGEST } else { LARGEST_FORM })
}

/// How much of the form of somebody who is signed in is read, if it is one in which the office writes: as much as the largest
/// has. Its own handler has its own limit.
fn limit_of_member(request: &HttpRequest) -> Option<usize> {
    let (site, visitor) = (site_of(request).ok()?, visitor_of(request).ok()?);
    let is_written = request.method() == Method::POST
        && visitor.member.is_some()
        && (form::is_form(request) || (upload::is_multipart(request) && has_length(request)))
        && request.path().starts_with(&routes::office(visitor.language))
        && routes::takes_office_form(visitor.language, request.path())
        && csrf::is_from_here(request, &site);
    is_written.then_some(if form::is_form(request) { settings::LARGEST } else { upload::LARGEST_READ })
}

/// Reads a form of the office before its door does, so that the text stands on the error page when the door or the act
/// refuses it: a role can be taken away while its holder writes.
async fn read_ahead(request: &mut ServiceRequest, limit: usize) -> Result<(), WebError> {
    let (head, payload) = request.parts_mut();
    let body = body_within(limit, web::Payload::from_request(head, payload).into_inner());
    let body = form::whole(body).await?;
    let fields = if upload::is_multipart(head) {
        // Of one that cannot be read its own handler says so.
        upload::fields_alone(head, &mut again(&body)).await.ok().map(with_file_left)
    } else {
        Some(form::pairs(&body).collect())
    };
    if let Some(mut fields) = fields {
        fields.retain(|(name, _)| name != csrf::FIELD);
        head.extensions_mut().insert(Written(fields));
    }
    request.set_payload(again(&body));
    Ok(())
}

/// A body that was read, to be read once more.
fn again(body: &web::Bytes) -> Payload {
    Payload::Stream { payload: Box::pin(once(ready(Ok(body.clone())))) }
}

/// The fields of a form that came in parts. A file cannot be kept in hidden fields: a form in whose field nobody chose one is
/// kept like every other, and of one with a file the text is kept with a note that the file is to be chosen again.
fn with_file_left((mut fields, has_file): (Vec<(String, String)>, bool)) -> Vec<(String, String)> {
    if has_file {
        fields.push((upload::FILE_LEFT.to_owned(), "1".to_owned()));
    }
    fields
}

fn is_of_organisation(request: &HttpRequest) -> bool {
    visitor_of(request).is_ok_and(|visitor| request.path().starts_with(&routes::organisation(visitor.language)))
}

/// Whether a form says how long it is, and that is not too long to be read for its fields alone.
fn has_length(request: &HttpRequest) -> bool {
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    length.is_some_and(|length: usize| length <= upload::LARGEST_READ)
}

/// The door's own limit is that of its resource, which is not reached here.
async fn body_within(
    limit: usize,
    payload: Result<web::Payload, actix_web::Error>,
) -> Result<web::Bytes, actix_web::Error> {
    payload?.to_bytes_limited(limit).await.unwrap_or_else(|_| Err(PayloadError::Overflow.into()))
}

/// Whether a form waits beside these fields of a sign-in.
pub(super) fn is_beside(fields: &[(String, String)]) -> bool {
    fields.iter().any(|(name, _)| name == PATH)
}

impl KeptForm {
    /// The token is that of the session that ended.
    fn new(path: String, mut fields: Vec<(String, String)>) -> Self {
        fields.retain(|(name, _)| name != csrf::FIELD);
        Self { path, fields }
    }

    /// Takes the kept form out of the fields that were sent with the sign-in.
    pub(super) fn take_out(pairs: Vec<(String, String)>, language: Language) -> (Option<Self>, Vec<(String, String)>) {
        let (kept, mut own): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| name.starts_with(PREFIX));
        let path = own.extract_if(.., |(name, _)| name == PATH).map(|(_, path)| path).next();
        let plain = |(name, value): (String, String)| (name.strip_prefix(PREFIX).unwrap_or(&name).to_owned(), value);
        let form = path
            .filter(|path| routes::takes_office_form(language, path))
            .map(|path| Self::new(path, kept.into_iter().map(plain).collect()));
        (form, own)
    }

    /// The fields that carry it beside the sign-in.
    pub(super) fn beside(&self) -> Vec<(String, String)> {
        let path = (PATH.to_owned(), self.path.clone());
        let prefixed = self.fields.iter().map(|(name, value)| (format!("{PREFIX}{name}"), value.clone()));
        std::iter::once(path).chain(prefixed).collect()
    }

    /// Where it goes.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Whether a file came along, which could not be kept.
    pub(super) fn is_without_its_file(&self) -> bool {
        self.fields.iter().any(|(name, _)| name == upload::FILE_LEFT)
    }

    /// The fields as they were typed.
    pub(super) fn fields(&self) -> &[(String, String)] {
        &self.fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_form_comes_back_as_it_was_whatever_its_fields_are_called() {
        let fields = pairs(&[("email", "a"), ("kept.x", "b"), ("kept-for", "c"), ("email", "d"), ("e", "\r\n <\"")]);
        let path = "/de/office/rounds/lindenau-2027/close";
        let form = KeptForm::new(path.to_owned(), [fields.clone(), pairs(&[("_csrf", "old")])].concat());
        let sent = [pairs(&[("email", "ada@example.org")]), form.beside(), pairs(&[("password", "p")])].concat();

        let (found, own) = KeptForm::take_out(sent, Language::German);

        let found = found.unwrap();
        assert_eq!((found.path(), found.fields()), (path, fields.as_slice()));
        assert_eq!(own, pairs(&[("email", "ada@example.org"), ("password", "p")]));
        assert!(!format!("{found:?}").contains("ada"));
    }

    #[test]
    fn nothing_but_a_form_of_the_office_is_a_place_to_go() {
        let form = |path: &str| KeptForm::take_out(pairs(&[("kept-for", path), ("kept.a", "b")]), Language::German).0;

        for path in ["/de/office/organisation/texts", "/de/office/rounds/a/extend", "/de/office/rounds/a-1/publish"] {
            assert!(form(path).is_some(), "{path}");
        }
        for path in [
            "",
            "/de",
            "/de/office",
            "/de/office/settings",
            "/en/office/organisation/texts",
            "/office/organisation/texts",
            "/de/office/organisation/texts?a=b",
            "/de/office/organisation/texts#a",
            "/de/office/organisation/texts/",
            "/de/office/rounds/a",
            "/de/office/rounds/../close",
            "/de/office/rounds/%2e%2e/close",
            "/de/office/../sign-out",
            "/de/sign-out",
            "/de/rounds/a/vote/cast",
            "//evil.example/de/office/organisation/texts",
            "https://evil.example/de/office/organisation/texts",
            "/de/office/rounds/a/close\n",
            "javascript:alert(1)",
        ] {
            assert!(form(path).is_none(), "{path}");
        }
    }

    #[test]
    fn without_a_place_to_go_nothing_is_kept_and_the_sign_in_has_its_fields() {
        let (form, own) = KeptForm::take_out(pairs(&[("email", "a"), ("kept.a", "b")]), Language::German);

        assert!(form.is_none());
        assert_eq!(own, pairs(&[("email", "a")]));
    }
}
