//! Forms: read within limits, held against forged requests, then typed. The only way to a POST's body; the forms of the
//! vote, which have a token of their own, are `vote::form`.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;

use super::error::{Code, WebError};
use super::kept::KeptForm;
use super::routes::WayIn;
use super::site::Site;
use super::visitor::{Visitor, site_of, visitor_of};
use super::{csrf, kept, routes};

/// No form of ours comes near: a ballot of 2,500 choices has 40 KiB.
pub const LARGEST_FORM: usize = 64 * 1024;

/// A form takes no longer over the slowest line; a slower one only holds a connection.
const SLOWEST: Duration = Duration::from_secs(30);

/// A form that was sent from a page of ours, in the order of its fields; the token is taken out.
#[derive(Debug, Clone)]
pub struct CheckedPairs(pub Vec<(String, String)>);

/// A form that was sent from a page of ours.
#[derive(Debug, Clone)]
pub struct CheckedForm<T>(pub T);

/// What reads a form.
pub(super) type Extraction<T> = Pin<Box<dyn Future<Output = Result<T, WebError>>>>;

impl FromRequest for CheckedPairs {
    type Error = WebError;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        read_as(request, payload, |request, pairs| {
            let (site, visitor) = (site_of(request)?, visitor_of(request)?);
            let (token, fields): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| name == csrf::FIELD);
            let token = token.first().map(|(_, token)| token.as_str());
            keep_what_is_written(request, &site, &fields);
            csrf::check(request, &site, &visitor, token)
                .map_err(|error| led_on(request, &site, &visitor, &fields).unwrap_or(error))?;
            Ok(Self(fields))
        })
    }
}

impl<T: DeserializeOwned> FromRequest for CheckedForm<T> {
    type Error = WebError;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let pairs = CheckedPairs::from_request(request, payload);
        Box::pin(async move {
            let CheckedPairs(pairs) = pairs.await?;
            let text = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
            let form = web::Query::<T>::from_query(&text).map_err(|_| WebError::told(Code::MalformedRequest))?;
            Ok(Self(form.into_inner()))
        })
    }
}

/// What somebody wrote in a form of which the browser says that a page of ours sent it. If it is not taken, the error page
/// gives it back with a button that sends it once more.
#[derive(Clone)]
pub(super) struct Written(pub(super) Vec<(String, String)>);

fn keep_what_is_written(request: &HttpRequest, site: &Site, fields: &[(String, String)]) {
    if request.match_pattern().is_some_and(|pattern| routes::is_written(&pattern)) && csrf::is_from_here(request, site)
    {
        request.extensions_mut().insert(Written(fields.to_vec()));
    }
}

/// Where somebody goes on who came in a moment ago and sends the same form again, as by a double click: it carries no token
/// of the session that it opened. Nothing is done with it. Where somebody else may have typed, a page says who is signed in.
fn led_on(request: &HttpRequest, site: &Site, visitor: &Visitor, fields: &[(String, String)]) -> Option<WebError> {
    let way_in = routes::way_in(&request.match_pattern()?)?;
    let member = visitor.member.as_ref().filter(|_| csrf::is_from_here(request, site))?;
    if kept::is_beside(fields) {
        // The form that waits is not lost; where a telephone is still asked for, it could not be sent.
        let (kept, _) = KeptForm::take_out(fields.to_vec(), visitor.language);
        return kept.filter(|_| member.may_send()).map(WebError::SignInFirst);
    }
    let url = match way_in {
        WayIn::Brought => routes::sign_in(visitor.language),
        WayIn::Password => routes::signed_in_already(visitor.language),
        WayIn::PersonnelCode => request.path().to_owned(),
    };
    let next = fields.iter().find(|(name, _)| name == "next").map(|(_, next)| next.as_str());
    Some(WebError::Elsewhere(next.map_or(url.clone(), |next| routes::with_next(&url, next))))
}

/// Reads a form within limits and makes something of it, the token among its fields. Whoever calls this holds the token
/// against forged requests.
pub(super) fn read_as<T: 'static>(
    request: &HttpRequest,
    payload: &mut Payload,
    make: impl FnOnce(&HttpRequest, Vec<(String, String)>) -> Result<T, WebError> + 'static,
) -> Extraction<T> {
    let (request, pairs) = (request.clone(), read(request, payload));
    Box::pin(async move { make(&request, pairs.await?) })
}

/// Reads a form within limits, the token among its fields. Whoever calls this holds the token against forged requests.
pub(super) fn read(request: &HttpRequest, payload: &mut Payload) -> Extraction<Vec<(String, String)>> {
    let (request, body) = (request.clone(), web::Bytes::from_request(request, payload));
    Box::pin(async move { read_body(&request, body).await })
}

/// The same, from a request whose body is at hand.
pub(super) async fn read_body(
    request: &HttpRequest,
    body: impl Future<Output = Result<web::Bytes, actix_web::Error>>,
) -> Result<Vec<(String, String)>, WebError> {
    if !is_form(request) {
        return Err(WebError::told(Code::NotAForm));
    }
    let pairs: Vec<(String, String)> = pairs(&whole(body).await?).collect();
    // No text of people holds this sign, and PostgreSQL takes none with it.
    if pairs.iter().any(|(name, value)| name.contains('\0') || value.contains('\0')) {
        return Err(WebError::told(Code::MalformedRequest));
    }
    Ok(pairs)
}

/// Whether a request says that it brings a form without files.
pub(super) fn is_form(request: &HttpRequest) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = kind.and_then(|value| value.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
        && !request.headers().contains_key(header::CONTENT_ENCODING)
}

/// All of a body, if it comes in time.
pub(super) async fn whole(
    body: impl Future<Output = Result<web::Bytes, actix_web::Error>>,
) -> Result<web::Bytes, WebError> {
    match tokio::time::timeout(SLOWEST, body).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(error)) => Err(WebError::told(unread(&error))),
        Err(_) => Err(WebError::told(Code::MalformedRequest)),
    }
}

/// The fields of a form, in its order.
pub(super) fn pairs(body: &[u8]) -> impl Iterator<Item = (String, String)> {
    url::form_urlencoded::parse(body).into_owned().map(|(name, value)| (name, without_isolates(value)))
}

/// What was typed, without the two unseen marks that our own pages and mails put around names and numbers: whoever copies a
/// line of ours copies them along.
pub(super) fn without_isolates(value: String) -> String {
    let is_isolate = |letter: char| matches!(letter, '\u{2068}' | '\u{2069}');
    if value.contains(is_isolate) { value.replace(is_isolate, "") } else { value }
}

fn unread(error: &actix_web::Error) -> Code {
    match error.as_error::<PayloadError>() {
        Some(PayloadError::Overflow) => Code::TooLarge,
        Some(_) | None => Code::MalformedRequest,
    }
}
