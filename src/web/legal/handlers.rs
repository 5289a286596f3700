//! Showing the organisation's texts.

use actix_web::{HttpResponse, web};

use super::build::legal_show;
use super::kept::kept_table;
use super::view::{KeptTable, LegalShow, LegalText};
use crate::store::personal_data::find_last_deletion;
use crate::web::error::WebError;
use crate::web::frame::Menu;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn imprint(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    show(&site, &visitor, LegalText::Imprint, None)
}

pub(super) async fn privacy(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    let last = site.app.db.read(find_last_deletion).await?;
    show(&site, &visitor, LegalText::Privacy, Some(kept_table(site.words(&visitor), last)))
}

pub(super) async fn accessibility(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    show(&site, &visitor, LegalText::Accessibility, None)
}

fn show(site: &Site, visitor: &Visitor, kind: LegalText, kept: Option<KeptTable>) -> Result<HttpResponse, WebError> {
    let entered = visitor.organisation.entered();
    let view = LegalShow { kept, ..legal_show(kind, entered, visitor.language) };
    let mut page = site.page(visitor, Menu::Public(Vec::new()))?;
    page.last_changed = entered.map(|organisation| site.words(visitor).date(organisation.updated_at));
    site.answer(visitor, &page, &view)
}
