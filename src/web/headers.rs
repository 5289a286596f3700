//! What every answer tells the browser about itself, errors and files included.

use actix_web::middleware::DefaultHeaders;

use crate::config::Config;

/// Everything comes from this site, nothing stands in the page itself, nobody may frame it.
const CONTENT: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
                       object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), \
                           geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
                           publickey-credentials-get=(), usb=()";

/// Middleware that adds them where a handler has not set its own.
pub(super) fn headers(config: &Config) -> DefaultHeaders {
    let headers = DefaultHeaders::new()
        .add(("content-security-policy", CONTENT))
        .add(("permissions-policy", PERMISSIONS))
        .add(("x-content-type-options", "nosniff"))
        .add(("x-frame-options", "DENY"))
        // With `no-referrer` browsers would send `Origin: null` with our own forms.
        .add(("referrer-policy", "same-origin"))
        .add(("cross-origin-opener-policy", "same-origin"))
        .add(("cross-origin-resource-policy", "same-origin"));
    if config.secure_cookies() {
        headers.add(("strict-transport-security", "max-age=31536000; includeSubDomains"))
    } else {
        headers
    }
}
