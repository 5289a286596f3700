//! The page in easy language. Without a text there is no page, and no link to one.

mod view;

use actix_web::{HttpResponse, web};

pub use self::view::{EasySection, EasyShow, EasyTopic};
use super::error::WebError;
use super::frame::Menu;
use super::routes::{path, shown};
use super::site::Site;
use super::visitor::Visitor;
use crate::locale::markdown;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::EASY).route(shown().to(show)));
}

async fn show(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    let text = visitor.organisation.text(visitor.language);
    if !text.has_easy() {
        return Err(WebError::not_found());
    }
    let written = [
        (EasyTopic::What, &text.easy_what),
        (EasyTopic::Vote, &text.easy_vote),
        (EasyTopic::Suggest, &text.easy_suggest),
    ];
    let sections = written.into_iter().filter(|(_, text)| !text.is_empty());
    let view = EasyShow {
        sections: sections.map(|(topic, text)| EasySection { topic, html: markdown::to_html(text) }).collect(),
        video_url: (!text.sign_language.is_empty()).then_some(text.sign_language),
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Public(Vec::new()))?, &view)
}
