//! The poster of a workplace: a page to be printed and hung up.

use actix_web::{HttpRequest, web};

use super::view::WorkplacePoster;
use super::{Answer, find, page};
use crate::draw::qr_code;
use crate::web::error::WebError;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn show(request: HttpRequest, site: web::Data<Site>, visitor: Visitor, _: Office) -> Answer {
    let place = find(&request, &site).await?;
    let (address, key) = (routes::enter_address(&site.app.issuer(), &place.key), place.key.to_string());
    let start = address.strip_suffix(&key).unwrap_or(&address);
    let view = WorkplacePoster {
        place_url: routes::workplace(visitor.language, place.id),
        name: place.name,
        closed: place.closed_at.is_some(),
        picture: qr_code(&address).ok_or_else(|| WebError::fault("the address is too long for a QR code"))?,
        address_start: start.to_owned(),
        key,
    };
    site.answer(&visitor, &page(&site, &visitor)?, &view)
}
