//! The change code as the browser carries it: a cookie without an age, so that closing the browser takes it away. It holds
//! only with the mark that it was given by us, and on a shared computer only as long as the session in which it was given.

use actix_web::cookie::Cookie;
use actix_web::{HttpRequest, HttpResponse};

use crate::domain::hex;
use crate::domain::letter_code::LetterCode;
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::secrecy::{CarriedMac, ChangeMac};
use crate::web::error::WebError;
use crate::web::session::{cookie, full_name, gone};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

const NAME: &str = "proposal";

/// A change code with what it is found by.
#[derive(Debug, Clone)]
pub(super) struct ChangeCode {
    pub(super) code: LetterCode,
    pub(super) mac: ChangeMac,
}

impl ChangeCode {
    pub(super) fn new(site: &Site, code: LetterCode) -> Self {
        let mac = site.app.keys.installation().change_mac(&code);
        Self { code, mac }
    }

    /// A fresh one.
    pub(super) fn draw(site: &Site) -> Result<Self, RandomnessError> {
        Ok(Self::new(site, LetterCode::from_random(draw()?)))
    }

    /// The one that the browser brought.
    pub(super) fn of(site: &Site, visitor: &Visitor, request: &HttpRequest) -> Option<Self> {
        let cookie = request.cookie(&full_name(&site.app.config, NAME))?;
        let (code, mark) = cookie.value().split_once('.')?;
        let code = LetterCode::parse(code).ok()?;
        let mark = CarriedMac::new(hex::decode(mark)?);
        (mark == carried(site, visitor, &code)).then(|| Self::new(site, code))
    }

    /// What the browser is to bring back.
    pub(super) fn cookie(&self, site: &Site, visitor: &Visitor) -> Cookie<'static> {
        let mark = hex::encode(carried(site, visitor, &self.code).as_bytes());
        cookie(&site.app.config, NAME, format!("{}.{mark}", self.code.characters().as_str()))
    }
}

fn carried(site: &Site, visitor: &Visitor, code: &LetterCode) -> CarriedMac {
    let shared = visitor.member.as_ref().filter(|member| member.shared.is_some());
    site.app.keys.installation().carried_mac(code, shared.map(|member| &member.token))
}

/// An answer that gives the browser a cookie, or takes it away.
pub(super) fn with_cookie(mut answer: HttpResponse, cookie: &Cookie<'_>) -> Result<HttpResponse, WebError> {
    answer.add_cookie(cookie).map_err(WebError::fault)?;
    Ok(answer)
}

/// What makes the browser forget its code.
pub(in crate::web) fn forgotten(site: &Site) -> Cookie<'static> {
    gone(cookie(&site.app.config, NAME, String::new()))
}
