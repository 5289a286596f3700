//! One of each kind of mail, as it reads in the visitor's language: also those that nobody was sent in the demonstration.

use actix_web::{HttpResponse, web};

use super::handlers::{menu, only_in_the_demo};
use super::view::{MailSample, MailSamples};
use crate::mail::Message;
use crate::mail::samples::one_of_each;
use crate::web::error::WebError;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn list(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    only_in_the_demo(&site)?;
    let text = site.words(&visitor).text("mailbox-sample-words", &[]);
    let sample = |message: &Message| {
        let letter = site.app.write_sample(message, visitor.organisation.entered(), visitor.language);
        let letter = letter.map_err(WebError::fault)?;
        Ok(MailSample { subject: letter.subject, lines: letter.text.lines().map(str::to_owned).collect() })
    };
    let samples: Result<Vec<MailSample>, WebError> = one_of_each(&text).iter().map(sample).collect();
    let view = MailSamples { list_url: routes::mailbox(visitor.language), samples: samples? };
    site.answer(&visitor, &site.page(&visitor, menu(&visitor))?, &view)
}
