//! One of each kind of mail, as it reads in the visitor's language: also those that nobody was sent in the demonstration.

use actix_web::{HttpRequest, HttpResponse, web};

use super::handlers::{as_html, menu, only_in_the_demo};
use super::view::{MailSample, MailSamples};
use crate::mail::samples::one_of_each;
use crate::mail::{Letter, Message};
use crate::web::error::WebError;
use crate::web::routes::{self, number_of};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn list(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    only_in_the_demo(&site)?;
    let mut samples = Vec::new();
    let (mut from, mut reply_to) = (String::new(), String::new());
    for (number, message) in (1..).zip(messages(&site, &visitor)) {
        let letter = write(&site, &visitor, &message)?;
        samples.push(MailSample {
            subject: letter.subject,
            lines: letter.text.lines().map(str::to_owned).collect(),
            html_url: routes::mail_sample(visitor.language, number),
        });
        (from, reply_to) = (letter.from, letter.reply_to);
    }
    let sender = &site.app.config.mail.sender.email;
    let view = MailSamples {
        list_url: routes::mailbox(visitor.language),
        from: format!("{from} <{sender}>"),
        reply_to: if reply_to.is_empty() { sender.to_string() } else { reply_to },
        samples,
    };
    site.answer(&visitor, &site.page(&visitor, menu(&visitor))?, &view)
}

pub(super) async fn html(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
) -> Result<HttpResponse, WebError> {
    only_in_the_demo(&site)?;
    let number = usize::try_from(number_of(&request, "number")?).map_err(|_| WebError::not_found())?;
    let index = number.checked_sub(1).ok_or_else(WebError::not_found)?;
    let message = messages(&site, &visitor).into_iter().nth(index).ok_or_else(WebError::not_found)?;
    Ok(as_html(write(&site, &visitor, &message)?.html))
}

/// One of each, as if something had happened now.
fn messages(site: &Site, visitor: &Visitor) -> Vec<Message> {
    one_of_each(&site.words(visitor).text("mailbox-sample-words", &[]), visitor.now)
}

fn write(site: &Site, visitor: &Visitor, message: &Message) -> Result<Letter, WebError> {
    site.app.write_sample(message, visitor.organisation.entered(), visitor.language).map_err(WebError::fault)
}
