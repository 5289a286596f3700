//! The change code as the browser carries it: a cookie without an age, so that closing the browser takes it away.

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;

use crate::domain::letter_code::LetterCode;
use crate::secrecy::ChangeMac;
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::web::session::{cookie, full_name, gone};
use crate::web::site::Site;

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
    pub(super) fn of(site: &Site, request: &HttpRequest) -> Option<Self> {
        let cookie = request.cookie(&full_name(&site.app.config, NAME))?;
        LetterCode::parse(cookie.value()).ok().map(|code| Self::new(site, code))
    }

    /// What the browser is to bring back.
    pub(super) fn cookie(&self, site: &Site) -> Cookie<'static> {
        cookie(&site.app.config, NAME, self.code.characters().as_str().to_owned())
    }
}

/// What makes the browser forget its code.
pub(super) fn forgotten(site: &Site) -> Cookie<'static> {
    gone(cookie(&site.app.config, NAME, String::new()))
}
