//! Showing, making and revoking tokens.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::build::Sheet;
use super::check::Fields;
use super::view::{MadeToken, Mistake};
use crate::actions::account::{create_api_token, revoke_api_token};
use crate::actions::steps::authorise;
use crate::domain::api_token::TokenId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::secrecy::randomness::draw;
use crate::store::Conn;
use crate::store::api_tokens::{ListedToken, list_api_tokens};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    revoked: Option<String>,
}

/// What a page shows besides the list.
struct Said {
    status: StatusCode,
    fields: Fields,
    mistakes: Vec<Mistake>,
    made: Option<MadeToken>,
    revoked: bool,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let (fields, revoked) = (fresh()?, asked.revoked.is_some());
    let said = Said { status: StatusCode::OK, fields, mistakes: Vec::new(), made: None, revoked };
    answer(&site, &visitor, &office, said).await
}

/// The token stands in the answer itself: it is shown once, and no address may carry it.
pub(super) async fn make(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let fields = Fields::typed(&pairs);
    let wanted = match fields.check(TokenId::new(draw()?)) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let said = Said { status, fields, mistakes, made: None, revoked: false };
            return answer(&site, &visitor, &office, said).await;
        }
    };
    let name = wanted.name.as_str().to_owned();
    let (keys, issuer, whose) = (&site.app.keys, site.app.issuer(), (office.account(), office.session()));
    let text = create_api_token(&site.app.db, keys, &issuer, office.actor(), whose, wanted).await?;
    let made = Some(MadeToken { name, text, address: routes::api_record(&site.app.issuer()) });
    let said = Said { status: StatusCode::OK, fields: fresh()?, mistakes: Vec::new(), made, revoked: false };
    answer(&site, &visitor, &office, said).await
}

pub(super) async fn revoke(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let list = routes::tokens(visitor.language);
    let Some(id) = pairs.iter().find(|(name, _)| name == "id").and_then(|(_, id)| TokenId::parse(id)) else {
        return Ok(see_other(&list));
    };
    revoke_api_token(&site.app.db, office.actor(), id).await?;
    Ok(see_other(&format!("{list}?revoked=1")))
}

fn fresh() -> Result<Fields, WebError> {
    Ok(Fields::fresh(TokenId::new(draw()?)))
}

async fn answer(site: &Site, visitor: &Visitor, office: &Office, said: Said) -> Result<HttpResponse, WebError> {
    let (actor, may_make) = (office.actor(), office.may_also(Permission::MakeApiToken, Scope::Organisation));
    let tokens = site.app.db.read(move |conn| list(conn, actor)).await?;
    let Said { status, fields, mistakes, made, revoked } = said;
    let page = site.page_at(visitor, Menu::Office(OfficePlace::Tokens), routes::tokens)?;
    let (words, now) = (site.words(visitor), visitor.now);
    let sheet = Sheet { words, now, may_make, fields, mistakes, made, revoked, tokens };
    site.answer_with(status, visitor, &page, &sheet.page())
}

fn list(conn: &mut Conn, actor: Actor) -> Result<Vec<ListedToken>, WebError> {
    authorise(conn, actor, Permission::ReadApiTokens, Scope::Organisation)?;
    Ok(list_api_tokens(conn)?)
}
