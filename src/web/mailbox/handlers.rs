//! The list of mails, and one of them.
//!
//! A mail that has left is read from where the file transport put it: its secret is forgotten in the database by then, and
//! what is shown is what went out, to the letter. One that waits is written anew, which its sealed secret still allows.

use std::borrow::Cow;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use mail_parser::MessageParser;
use serde::Deserialize;

use super::telephones;
use super::view::{EntryRow, MailRow, MailShow, MailboxList};
use crate::domain::ids::MailId;
use crate::domain::mail::MailState;
use crate::locale::{Language, Words};
use crate::mail::{Message, subject_of};
use crate::store::mails::{MailRecord, count_mails, find_mail, list_mails};
use crate::store::workplaces::{Workplace, list_workplaces};
use crate::store::{Conn, StoreError};
use crate::web::answer::kept_nowhere;
use crate::web::error::WebError;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::parts::{ListPart, Pager};
use crate::web::routes::{self, number_of};
use crate::web::site::{Occasion, Site};
use crate::web::visitor::Visitor;

const PAGE: usize = 20;
/// A mail brings its own few styles and nothing else.
const CONTENT: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

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
    let places = site.app.db.read(list_workplaces).await?;
    let entry = |place: &Workplace| EntryRow {
        workplace: place.name.clone(),
        url: routes::enter(visitor.language, &place.key),
    };
    let url = |page: usize| format!("{}?page={page}", routes::mailbox(visitor.language));
    let view = MailboxList {
        mails: mails.iter().map(|mail| row(&site, &visitor, mail)).collect(),
        pager: Pager::new(current, pages, url),
        telephones: telephones::load(&site, &visitor).await?,
        samples_url: routes::mail_samples(visitor.language),
        entries: places.iter().filter(|place| place.closed_at.is_none()).map(entry).collect(),
    };
    Ok(kept_nowhere(site.answer(&visitor, &site.page(&visitor, menu(&visitor))?, &view)?))
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
) -> Result<HttpResponse, WebError> {
    let mail = find(&request, &site).await?;
    let written = written(&site, &visitor, &mail).await;
    let words = site.words(&visitor);
    let view = MailShow {
        list_url: routes::mailbox(visitor.language),
        subject: subject(&site, &visitor, &mail),
        from: written.as_ref().map_or_else(|| site.app.config.mail.sender.to_string(), |written| written.from.clone()),
        at: words.date_time(mail.created_at),
        state: words.text(state_key(mail.state), &[]),
        html_url: written.is_some().then(|| routes::mail_html(visitor.language, mail.id)),
        lines: written.map(|written| written.text.lines().map(str::to_owned).collect()),
        to: mail.recipient,
    };
    Ok(kept_nowhere(site.answer(&visitor, &site.page(&visitor, menu(&visitor))?, &view)?))
}

pub(super) async fn html(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
) -> Result<HttpResponse, WebError> {
    let mail = find(&request, &site).await?;
    let written = written(&site, &visitor, &mail).await.ok_or_else(WebError::not_found)?;
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CONTENT_SECURITY_POLICY, CONTENT));
    Ok(kept_nowhere(answer.body(written.html)))
}

async fn find(request: &HttpRequest, site: &Site) -> Result<MailRecord, WebError> {
    only_in_the_demo(site)?;
    let id = MailId::new(number_of(request, "id")?.into());
    let found = site.app.db.read(move |conn| find_mail(conn, id)).await?;
    found.ok_or_else(WebError::not_found)
}

pub(super) fn only_in_the_demo(site: &Site) -> Result<(), WebError> {
    match site.occasion {
        Occasion::Demo => Ok(()),
        Occasion::Live => Err(WebError::not_found()),
    }
}

/// The mails of a page, and which of how many it is; a page that is not there is the last.
fn read_page(conn: &mut Conn, wanted: usize) -> Result<(Vec<MailRecord>, usize, usize), StoreError> {
    let part = ListPart::nearest(wanted, count_mails(conn)?, PAGE);
    Ok((list_mails(conn, part.skip, part.limit)?, part.current, part.pages))
}

fn row(site: &Site, visitor: &Visitor, mail: &MailRecord) -> MailRow {
    MailRow {
        url: routes::mail(visitor.language, mail.id),
        subject: subject(site, visitor, mail),
        to: mail.recipient.clone(),
        at: site.words(visitor).date_time(mail.created_at),
    }
}

const fn state_key(state: MailState) -> &'static str {
    match state {
        MailState::Waiting | MailState::Sending => "mailbox-state-waiting",
        MailState::Sent => "mailbox-state-sent",
        MailState::Failed => "mailbox-state-failed",
        MailState::Expired => "mailbox-state-expired",
    }
}

/// The subject in the mail's own language. It has nothing secret in it, so it outlives the secret.
fn subject(site: &Site, visitor: &Visitor, mail: &MailRecord) -> String {
    let language = Language::from_code(&mail.language).unwrap_or_default();
    let words = Words::new(&site.app.catalogue, language, site.zone(visitor));
    // A message of another version of the program has no words here.
    Message::parse(&mail.parameters).map_or_else(|| mail.recipient.clone(), |message| subject_of(&message, &words))
}

/// Both versions of what a mail says, and who says it.
struct Written {
    from: String,
    text: String,
    html: String,
}

/// What a mail says; nothing once its secret is gone and no file holds it.
async fn written(site: &Site, visitor: &Visitor, mail: &MailRecord) -> Option<Written> {
    if mail.state == MailState::Sent {
        let (mailer, id) = (site.app.mailer.clone(), mail.message_id.clone());
        let kept = web::block(move || mailer.kept(&id)).await.ok()?.ok()??;
        let parsed = MessageParser::default().parse(&kept)?;
        let (text, html, from) = (parsed.body_text(0)?, parsed.body_html(0)?, parsed.from()?.first()?);
        let from = format!("{} <{}>", from.name().unwrap_or_default(), from.address().unwrap_or_default());
        return Some(Written { from, text: Cow::into_owned(text), html: Cow::into_owned(html) });
    }
    let letter = site.app.write_letter(mail.into(), visitor.organisation.entered()).ok()?;
    let from = format!("{} <{}>", letter.from, site.app.config.mail.sender.email);
    Some(Written { from, text: letter.text, html: letter.html })
}

pub(super) fn menu(visitor: &Visitor) -> Menu {
    match &visitor.member {
        Some(_) => Menu::Office(OfficePlace::Mails),
        None => Menu::Public(Vec::new()),
    }
}
