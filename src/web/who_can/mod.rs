//! Who can see and do what, for everybody to read. Nothing of it is typed by hand: each cell asks the very rule that
//! every act asks, and the addresses are those that are served.

mod build;
pub mod view;

use actix_web::{HttpResponse, web};

use super::error::WebError;
use super::frame::Menu;
use super::routes::{path, shown};
use super::site::Site;
use super::visitor::Visitor;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::WHO_SEES_WHAT).route(shown().to(show)));
}

async fn show(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    let page = site.page(&visitor, Menu::Public(Vec::new()))?;
    site.answer(&visitor, &page, &build::who_can(site.words(&visitor)))
}
