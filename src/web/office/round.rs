//! One round in the office.

use actix_web::web;
use serde::Deserialize;

use super::load::{load, load_details};
use super::{Answer, build, page};
use crate::web::routes::RoundSlug;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// The act that led here.
    done: Option<String>,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Answer {
    let standing = load(&site, &visitor, &office, &slug).await?;
    let details = load_details(&site, &standing).await?;
    let view = build::round_show(&site, &visitor, &standing, &details, asked.done.as_deref());
    site.answer(&visitor, &page(&site, &visitor)?, &view)
}
