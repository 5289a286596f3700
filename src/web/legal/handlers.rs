//! Showing the organisation's texts.

use actix_web::{HttpResponse, web};

use super::build::legal_show;
use super::view::LegalText;
use crate::web::error::WebError;
use crate::web::frame::Menu;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn imprint(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    show(&site, &visitor, LegalText::Imprint)
}

pub(super) async fn privacy(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    show(&site, &visitor, LegalText::Privacy)
}

pub(super) async fn accessibility(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    show(&site, &visitor, LegalText::Accessibility)
}

fn show(site: &Site, visitor: &Visitor, kind: LegalText) -> Result<HttpResponse, WebError> {
    let entered = visitor.organisation.entered();
    let view = legal_show(kind, entered, visitor.language);
    let mut page = site.page(visitor, Menu::Public(Vec::new()))?;
    page.last_changed = entered.map(|organisation| site.words(visitor).date(organisation.updated_at));
    site.answer(visitor, &page, &view)
}
