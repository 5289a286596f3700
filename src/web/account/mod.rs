//! What people with an account see and change of it: name, address, password, sessions, the telephone, their data.

mod address;
mod data;
mod delete;
mod load;
mod overview;
mod password;
mod profile;
mod second_factor;
mod sessions;
pub mod view;

use actix_web::{HttpResponse, Resource, web};

use super::error::WebError;
use super::frame::Menu;
use super::layout::Page;
use super::routes::{path, shown};
use super::site::Site;
use super::visitor::Visitor;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    let page = |path: &str| -> Resource { web::resource(path) };
    cfg.service(page(path::ACCOUNT).route(shown().to(overview::show)))
        .service(page(path::ACCOUNT_PROFILE).route(shown().to(profile::form)).route(web::post().to(profile::submit)))
        .service(page(path::ACCOUNT_ADDRESS).route(shown().to(address::form)).route(web::post().to(address::submit)))
        .service(page(path::ACCOUNT_PASSWORD).route(shown().to(password::form)).route(web::post().to(password::submit)))
        .service(page(path::ACCOUNT_SESSIONS).route(web::post().to(sessions::end)))
        .service(page(path::ACCOUNT_DATA).route(shown().to(data::download)))
        .service(page(path::ACCOUNT_DELETE).route(shown().to(delete::form)).route(web::post().to(delete::submit)))
        .service(
            page(path::SECOND_FACTOR)
                .route(shown().to(second_factor::show))
                .route(web::post().to(second_factor::submit)),
        );
}

type Answer = Result<HttpResponse, WebError>;

/// The frame of the account's pages.
fn page(site: &Site, visitor: &Visitor) -> Result<Page, WebError> {
    site.page(visitor, Menu::Public(Vec::new()))
}
