//! Somebody who works or worked in the office.

use actix_web::{HttpRequest, web};

use super::list::Asked;
use super::load::load;
use super::view::{Done, PersonDeeds, PersonShow};
use super::{Answer, page};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    let (words, language, id) = (site.words(&visitor), visitor.language, person.account.id);
    let view = PersonShow {
        list_url: routes::people(language),
        done: asked.done.as_deref().and_then(Done::parse),
        name: person.name(words),
        email: person.email(),
        closed: person.account.disabled,
        is_reader: id == office.account(),
        is_last: person.is_last,
        roles: person.rows(words, true),
        past: person.rows(words, false),
        has_telephone: person.has_telephone,
        deeds: person.is_managed.then(|| PersonDeeds {
            give_url: routes::give_role(language, id),
            close_url: routes::close_account(language, id),
            reopen_url: routes::reopen_account(language, id),
            reset_url: routes::reset_telephone(language, id),
        }),
    };
    site.answer(&visitor, &page(&site, &visitor)?, &view)
}
