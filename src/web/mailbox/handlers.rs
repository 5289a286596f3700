//! The list of mails, and one of them.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::telephones;
use super::view::{MailRow, MailShow, MailboxList};
use crate::app::Unwritten;
use crate::domain::ids::MailId;
use crate::store::mails::{MailRecord, count_mails, find_mail, list_mails};
use crate::store::organisation::Organisation;
use crate::store::{Conn, StoreError};
use crate::web::answer::kept_nowhere;
use crate::web::error::WebError;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::parts::Pager;
use crate::web::routes::{self, number_of};
use crate::web::site::{Occasion, Site};
use crate::web::visitor::Visitor;

const PAGE: usize = 20;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    page: Option<String>,
}

pub(super) async fn list(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    only_in_the_demo(&site)?;
    let wanted = asked.page.as_deref().and_then(|page| page.parse::<usize>().ok()).unwrap_or(1);
    let (mails, current, pages) = site.app.db.read(move |conn| read_page(conn, wanted)).await?;
    let url = |page: usize| format!("{}?page={page}", routes::mailbox(visitor.language));
    let view = MailboxList {
        mails: mails.iter().map(|mail| row(&site, &visitor, mail)).collect(),
        pager: Pager::new(current, pages, url),
        telephones: telephones::load(&site, &visitor).await?,
    };
    Ok(kept_nowhere(site.answer(&visitor, &site.page(&visitor, menu(&visitor))?, &view)?))
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
) -> Result<HttpResponse, WebError> {
    only_in_the_demo(&site)?;
    let id = MailId::new(number_of(&request, "id")?.into());
    let found = site.app.db.read(move |conn| find_mail(conn, id)).await?;
    let mail = found.ok_or_else(WebError::not_found)?;
    let (subject, text) = written(&site, &mail, None);
    let view = MailShow {
        list_url: routes::mailbox(visitor.language),
        subject,
        from: site.app.config.mail.sender.to_string(),
        to: mail.recipient,
        at: site.words(&visitor).date_time(mail.created_at),
        lines: text.lines().map(str::to_owned).collect(),
    };
    Ok(kept_nowhere(site.answer(&visitor, &site.page(&visitor, menu(&visitor))?, &view)?))
}

fn only_in_the_demo(site: &Site) -> Result<(), WebError> {
    match site.occasion {
        Occasion::Demo => Ok(()),
        Occasion::Live => Err(WebError::not_found()),
    }
}

/// The mails of a page, and which of how many it is; a page that is not there is the last.
fn read_page(conn: &mut Conn, wanted: usize) -> Result<(Vec<MailRecord>, usize, usize), StoreError> {
    let all = usize::try_from(count_mails(conn)?).unwrap_or(0);
    let pages = all.div_ceil(PAGE).max(1);
    let current = wanted.clamp(1, pages);
    let skip = current.saturating_sub(1).saturating_mul(PAGE);
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Ok((list_mails(conn, number(skip), number(PAGE))?, current, pages))
}

fn row(site: &Site, visitor: &Visitor, mail: &MailRecord) -> MailRow {
    MailRow {
        url: routes::mail(visitor.language, mail.id),
        subject: written(site, mail, None).0,
        to: mail.recipient.clone(),
        at: site.words(visitor).date_time(mail.created_at),
    }
}

/// Subject and text as they are sent, in the mail's own language.
fn written(site: &Site, mail: &MailRecord, organisation: Option<&Organisation>) -> (String, String) {
    let row = Unwritten {
        id: mail.id,
        language: &mail.language,
        parameters: &mail.parameters,
        secret: mail.secret.as_deref(),
        message_id: &mail.message_id,
    };
    match site.app.write_letter(row, organisation) {
        Ok(letter) => (letter.subject, letter.text),
        // A message of a later version of the program; its parameters are all that can be shown.
        Err(_) => (mail.recipient.clone(), mail.parameters.clone()),
    }
}

fn menu(visitor: &Visitor) -> Menu {
    match &visitor.member {
        Some(_) => Menu::Office(OfficePlace::Mails),
        None => Menu::Public(Vec::new()),
    }
}
