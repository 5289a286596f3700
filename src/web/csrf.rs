//! Whether a form was sent from a page of ours.
//!
//! Which token a form needs follows from its place: under `/vote` one of the voter's row of the roll, everywhere else
//! one of the office's session. A browser that says that another site sent the form is believed. Without a session there
//! is nothing to bind a token to, so the browser itself must say that the form comes from here; a request that says
//! nothing is refused.

use actix_web::HttpRequest;
use actix_web::http::header;
use url::{Origin, Url};

use super::error::{Code, WebError};
use super::session::Place;
use super::site::Site;
use super::visitor::Visitor;
use crate::domain::ids::RollId;
use crate::secrecy::randomness::{RandomnessError, draw};

/// The name of the hidden field.
pub const FIELD: &str = "_csrf";

/// Where the browser says that a form comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Ours,
    Foreign,
    Untold,
}

/// For whom a form of the vote was made, of one that a page of ours sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MadeFor {
    /// The voter whose session holds.
    TheVoter,
    /// Nobody can tell: no voter's session holds.
    Unknown,
    /// Somebody else than the voter whose session holds.
    SomebodyElse,
}

/// Refuses a form, of any place but the vote, that does not come from a page of ours.
pub(super) fn check(
    request: &HttpRequest,
    site: &Site,
    visitor: &Visitor,
    token: Option<&str>,
) -> Result<(), WebError> {
    let keys = site.app.keys.installation();
    let session = visitor.token(Place::Office);
    let fits = session.map(|session| token.is_some_and(|token| keys.check_csrf_token(&session, token).is_ok()));
    let passes = match source(request, &site.app.config.base_url.origin()) {
        Source::Foreign => false,
        Source::Ours => fits != Some(false),
        Source::Untold => fits == Some(true),
    };
    if passes { Ok(()) } else { Err(WebError::told(Code::FormNotOurs)) }
}

/// Refuses a form of the vote that does not come from a page of ours, and says for whom any other was made. A page of
/// ours may well have been made for somebody who voted in the same browser before.
pub(super) fn check_vote(
    request: &HttpRequest,
    site: &Site,
    visitor: &Visitor,
    token: Option<&str>,
) -> Result<MadeFor, WebError> {
    let fits = visitor.voter.as_ref().map(|voter| fits_row(site, voter.row.id, token));
    match (source(request, &site.app.config.base_url.origin()), fits) {
        (Source::Ours | Source::Untold, Some(true)) => Ok(MadeFor::TheVoter),
        (Source::Ours, Some(false)) => Ok(MadeFor::SomebodyElse),
        (Source::Ours, None) => Ok(MadeFor::Unknown),
        (Source::Foreign, _) | (Source::Untold, Some(false) | None) => Err(WebError::told(Code::FormNotOurs)),
    }
}

/// Whether a form of the vote was made for this row of the roll.
pub(super) fn fits_row(site: &Site, row: RollId, token: Option<&str>) -> bool {
    token.is_some_and(|token| site.app.keys.installation().check_vote_token(row, token).is_ok())
}

/// The token for the forms of a page in this place; other digits on every page.
///
/// # Errors
/// When there is no randomness.
pub(super) fn token_for(site: &Site, visitor: &Visitor, place: Place) -> Result<Option<String>, RandomnessError> {
    match place {
        Place::Office => {
            let Some(session) = visitor.token(place) else { return Ok(None) };
            Ok(Some(site.app.keys.installation().csrf_token(&session, draw()?).to_string()))
        }
        Place::Vote => visitor.voter.as_ref().map(|voter| token_for_row(site, voter.row.id)).transpose(),
    }
}

/// The token for the forms that are made for a row of the roll.
///
/// # Errors
/// When there is no randomness.
pub(super) fn token_for_row(site: &Site, row: RollId) -> Result<String, RandomnessError> {
    Ok(site.app.keys.installation().vote_token(row, draw()?).to_string())
}

/// Whether the browser itself says that a form comes from a page of ours. That is enough to keep what was typed, and
/// never enough to do what the form asks for.
pub(super) fn is_from_here(request: &HttpRequest, site: &Site) -> bool {
    source(request, &site.app.config.base_url.origin()) == Source::Ours
}

/// The strongest witness speaks: no page can forge `Sec-Fetch-Site`, and old browsers send `Origin` or `Referer`.
fn source(request: &HttpRequest, ours: &Origin) -> Source {
    let told = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap_or_default());
    if let Some(site) = told("sec-fetch-site") {
        return if site == "same-origin" { Source::Ours } else { Source::Foreign };
    }
    let Some(from) = told(header::ORIGIN.as_str()).or_else(|| told(header::REFERER.as_str())) else {
        return Source::Untold;
    };
    match Url::parse(from) {
        Ok(from) if from.origin() == *ours => Source::Ours,
        Ok(_) | Err(_) => Source::Foreign,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn told(headers: &[(&str, &str)]) -> Source {
        let request = headers.iter().fold(TestRequest::post(), |request, header| request.insert_header(*header));
        let ours = Url::parse("https://budget.example.org").unwrap().origin();
        source(&request.to_http_request(), &ours)
    }

    #[test]
    fn the_browser_itself_is_believed_first() {
        assert_eq!(told(&[("sec-fetch-site", "same-origin"), ("origin", "https://localhost")]), Source::Ours);
        for foreign in ["cross-site", "same-site", "none", "anything"] {
            let headers = [("sec-fetch-site", foreign), ("origin", "https://budget.example.org")];
            assert_eq!(told(&headers), Source::Foreign, "{foreign}");
        }
    }

    #[test]
    fn an_old_browser_tells_by_origin_or_referer() {
        assert_eq!(told(&[("origin", "https://budget.example.org")]), Source::Ours);
        assert_eq!(told(&[("referer", "https://budget.example.org/de/sign-in")]), Source::Ours);
        assert_eq!(told(&[("origin", "null"), ("referer", "https://budget.example.org/de")]), Source::Foreign);
        assert_eq!(told(&[("origin", "https://budget.example.org.evil.example")]), Source::Foreign);
        assert_eq!(told(&[("referer", "https://evil.example/?https://budget.example.org")]), Source::Foreign);
        assert_eq!(told(&[("origin", "http://budget.example.org")]), Source::Foreign);
    }

    #[test]
    fn a_request_that_says_nothing_is_not_ours() {
        assert_eq!(told(&[]), Source::Untold);
    }
}
