//! Knows a browser that signed in to an account before, by a cookie that only this installation can make. It proves
//! nothing else: the password is still asked for.

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;
use actix_web::http::header;
use subtle::ConstantTimeEq;

use super::attempts::Browser;
use crate::domain::email::Email;
use crate::web::session::{cookie, full_name};
use crate::web::site::Site;

const NAME: &str = "device";

/// Whether the browser brings the cookie of this account.
pub(super) fn browser(site: &Site, request: &HttpRequest, email: &Email) -> Browser {
    let brought = request.cookie(&full_name(&site.app.config, NAME));
    let right = proof(site, email);
    match brought {
        Some(cookie) if bool::from(cookie.value().as_bytes().ct_eq(right.as_bytes())) => Browser::Known,
        Some(_) | None => Browser::Unknown,
    }
}

/// The cookie that makes this browser known; for half a year.
pub(super) fn remember(site: &Site, email: &Email) -> Cookie<'static> {
    let mut remembered = cookie(&site.app.config, NAME, proof(site, email));
    remembered.set_max_age(Duration::days(180));
    remembered
}

fn proof(site: &Site, email: &Email) -> String {
    let key = site.app.keys.installation().tokens().derive("allmende/1/known-device");
    key.authenticate(&[email.as_str().as_bytes()]).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What browser on what system, as far as the browser says, for the list of somebody's sessions: nothing of it is
/// decided by.
pub(in crate::web) fn name_of(request: &HttpRequest) -> Option<String> {
    let says = request.headers().get(header::USER_AGENT)?.to_str().ok()?;
    let first =
        |names: &[(&str, &'static str)]| names.iter().find(|(part, _)| says.contains(part)).map(|(_, name)| *name);
    match (first(BROWSERS), first(SYSTEMS)) {
        (Some(browser), Some(system)) => Some(format!("{browser}, {system}")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => None,
    }
}

/// Browsers name those that they resemble, so the order matters.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: &[(&str, &str)] = &[
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];
