//! The whole record and who held which role when, for those who may read all of it.

use actix_web::{HttpResponse, web};

use super::asked::Asked;
use super::build::{Addresses, Sheet};
use super::handlers::{download, status};
use super::load::{Scope, find_list};
use super::roles::{find_spans, roles_table, rows};
use super::table::{Pen, whole_table};
use super::view::{OfficeRecord, RecordRoles};
use crate::actions::steps::authorise;
use crate::domain::permission::{Permission, Scope as Within};
use crate::web::answer::PRIVATE;
use crate::web::error::WebError;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::round::load::Reader;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

const CSV: &str = "text/csv; charset=utf-8; header=present";

pub(super) async fn index(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let (language, reader) = (visitor.language, Reader::of(&visitor));
    let (wanted, mistakes) = asked.read(site.zone(&visitor))?;
    let page_number = wanted.page;
    let wanted = mistakes.is_empty().then_some(wanted);
    let read = move |conn: &mut crate::store::Conn| {
        authorise(conn, office.actor(), Permission::ReadRecord, Within::Organisation)?;
        find_list(conn, wanted.as_ref(), Scope::Whole, reader)
    };
    let read = site.app.db.read(read).await?;
    let addresses = Addresses { list: routes::office_record(language), csv: routes::office_record_table(language) };
    let sheet = Sheet { words: site.words(&visitor), scope: Scope::Whole, addresses };
    let list = sheet.list(&read, &asked, (page_number, &mistakes));
    let page = site.page(&visitor, Menu::Office(OfficePlace::Record))?;
    let (roles_url, public_url) = (routes::office_record_roles(language), routes::record_list(language));
    let view = OfficeRecord { list, roles_url, public_url };
    site.answer_with(status(mistakes.is_empty()), &visitor, &page, &view)
}

pub(super) async fn table(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let (wanted, mistakes) = asked.read(site.zone(&visitor))?;
    if !mistakes.is_empty() {
        return Err(WebError::not_found());
    }
    let pen = pen(&site, &visitor);
    let write = move |conn: &mut crate::store::Conn| {
        authorise(conn, office.actor(), Permission::ReadRecord, Within::Organisation)?;
        whole_table(conn, &wanted, &pen)
    };
    Ok(download(CSV, "whole-record.csv", PRIVATE, site.app.db.read(write).await?))
}

pub(super) async fn roles(site: web::Data<Site>, visitor: Visitor, office: Office) -> Result<HttpResponse, WebError> {
    let (language, reader) = (visitor.language, Reader::of(&visitor));
    let read = move |conn: &mut crate::store::Conn| {
        authorise(conn, office.actor(), Permission::ReadRecord, Within::Organisation)?;
        find_spans(conn, reader)
    };
    let held = site.app.db.read(read).await?;
    let page = site.page(&visitor, Menu::Office(OfficePlace::Record))?;
    let view = RecordRoles {
        list_url: routes::office_record(language),
        csv_url: routes::office_record_roles_table(language),
        spans: rows(&held, site.words(&visitor)),
    };
    site.answer(&visitor, &page, &view)
}

pub(super) async fn roles_file(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
) -> Result<HttpResponse, WebError> {
    let pen = pen(&site, &visitor);
    let write = move |conn: &mut crate::store::Conn| {
        authorise(conn, office.actor(), Permission::ReadRecord, Within::Organisation)?;
        roles_table(&find_spans(conn, pen.reader)?, pen.teller())
    };
    Ok(download(CSV, "roles.csv", PRIVATE, site.app.db.read(write).await?))
}

fn pen(site: &Site, visitor: &Visitor) -> Pen {
    Pen { app: site.app.clone(), zone: site.zone(visitor), reader: Reader::of(visitor) }
}
