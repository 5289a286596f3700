//! How mails leave: the way and its last check, the mail to oneself, and what will not arrive.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::mail_view::{FailedMailRow, FailedMails, MailBlock, MailProblem, MailWay, MailsShow};
use crate::actions::organisation::send_test_mail;
use crate::domain::permission::{Permission, Scope};
use crate::domain::time::Instant;
use crate::locale::Words;
use crate::mail::{Message, Unreachable, WayOut, subject_of};
use crate::store::mails::{FailedMail, count_mails_by_state, list_failed_mails};
use crate::store::{Conn, StoreError};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::parts::{ListPart, Pager};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

const PAGE: usize = 50;

/// The way as it stands now; what leads further, for those who may check it.
async fn block(site: &Site, visitor: &Visitor, may_check: bool) -> Result<MailBlock, WebError> {
    let counts = site.app.db.read(count_mails_by_state).await?;
    let words = site.words(visitor);
    let check = site.app.mailer.last_check();
    let problem = check.as_ref().and_then(|check| check.outcome.as_ref().err());
    let number = |count: i64| u64::try_from(count).unwrap_or(0);
    Ok(MailBlock {
        way: match site.app.mailer.way_out() {
            WayOut::File => MailWay::File,
            WayOut::Memory => MailWay::Memory,
            WayOut::Smtp { host, port } => MailWay::Smtp { server: format!("{host}:{port}") },
        },
        checked_at: check.as_ref().map(|check| words.date_time(Instant::new(check.at))),
        problem: problem.map(|problem| MailProblem {
            next: next_step(problem, &words),
            // In the words of the server, which may name an account.
            reason: may_check.then(|| problem.to_string()),
        }),
        waiting: number(counts.open),
        failed: number(counts.failed),
        failed_url: may_check.then(|| routes::failed_mails(visitor.language)),
        test_url: may_check.then(|| routes::test_mail(visitor.language)),
    })
}

fn next_step(problem: &Unreachable, words: &Words<'_>) -> String {
    let key = match problem {
        Unreachable::Network(_) | Unreachable::Silent => "mails-next-network",
        Unreachable::Refused(_) => "mails-next-refused",
        Unreachable::Tls(_) => "mails-next-tls",
        Unreachable::NoStartTls => "mails-next-starttls",
        Unreachable::SignIn(_) => "mails-next-sign-in",
        Unreachable::Folder(_) => "mails-next-folder",
    };
    words.text(key, &[])
}

#[derive(Debug, Deserialize)]
pub(super) struct Seen {
    tested: Option<String>,
}

/// How mails leave.
pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Seen>,
) -> Result<HttpResponse, WebError> {
    let may_check = office.may_also(Permission::CheckMails, Scope::Organisation);
    let view = MailsShow {
        back_url: routes::organisation(visitor.language),
        test_sent: may_check && asked.tested.is_some(),
        mail: block(&site, &visitor, may_check).await?,
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Settings))?, &view)
}

/// Sends a mail to whoever asks.
pub(super) async fn test(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(_): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    send_test_mail(&site.app.db, office.actor(), office.account(), visitor.language).await?;
    Ok(see_other(&format!("{}?tested=1", routes::office_mails(visitor.language))))
}

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    page: Option<String>,
}

/// The mails that will not arrive.
pub(super) async fn failed(
    site: web::Data<Site>,
    visitor: Visitor,
    _: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let wanted = asked.page.as_deref().and_then(|page| page.parse::<usize>().ok()).unwrap_or(1);
    let (mails, current, pages) = site.app.db.read(move |conn| read_page(conn, wanted)).await?;
    let words = site.words(&visitor);
    let url = |page: usize| format!("{}?page={page}", routes::failed_mails(visitor.language));
    let view = FailedMails {
        back_url: routes::office_mails(visitor.language),
        mails: mails.into_iter().map(|mail| row(mail, &words)).collect(),
        pager: Pager::new(current, pages, url),
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Settings))?, &view)
}

/// The mails of a page, and which of how many it is; a page that is not there is the last.
fn read_page(conn: &mut Conn, wanted: usize) -> Result<(Vec<FailedMail>, usize, usize), StoreError> {
    let part = ListPart::nearest(wanted, count_mails_by_state(conn)?.failed, PAGE);
    Ok((list_failed_mails(conn, part.skip, part.limit)?, part.current, part.pages))
}

fn row(mail: FailedMail, words: &Words<'_>) -> FailedMailRow {
    FailedMailRow {
        // A message of another version of the program has no words here.
        subject: Message::parse(&mail.parameters).map(|message| subject_of(&message, words)),
        to: mail.recipient,
        at: words.date_time(mail.created_at),
        reason: mail.reason,
    }
}
