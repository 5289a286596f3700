//! Who asks: the token of the request, verified, looked up and held against the account's roles. Nothing else of the
//! request says who it is, least of all a cookie.

use actix_web::HttpRequest;
use actix_web::http::header;
use chrono::TimeDelta;

use crate::actions::steps::authorise;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::time::Instant;
use crate::secrecy::token::ApiToken;
use crate::store::api_tokens::{TokenStanding, find_api_token, update_api_token_used};
use crate::store::limits::{find_hits, insert_or_update_hits};
use crate::store::{Conn, Lock, StoreError};
use crate::web::address::ClientAddress;
use crate::web::error::{Code, WebError};
use crate::web::routes::{self, OpenTo};
use crate::web::site::Site;

/// Wrong tokens from one address in an hour, after which the next is told to wait.
const WRONG_TOKENS: i64 = 60;

/// The use of a token is noted at most this often.
const NOTED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// Lets a request pass whose token is good for what the table of addresses says. Right tokens are never counted nor told to
/// wait.
pub(super) async fn pass(site: &Site, request: &HttpRequest) -> Result<(), WebError> {
    let open_to = request.match_pattern().and_then(|pattern| routes::open_to(&pattern));
    let Some(OpenTo::Program(scope, permission)) = open_to else {
        return Err(WebError::fault("the table of addresses says that this is not for programs"));
    };
    let now = site.app.db.clock().now();
    let Some(token) = token_of(site, request, now) else { return refuse(site, request).await };
    let id = token.id();
    let found = site.app.db.read(move |conn| find(conn, &token, permission)).await?;
    let Some(standing) = found else { return refuse(site, request).await };
    if standing.scope != scope {
        return Err(WebError::told(Code::RoleMissing));
    }
    if standing.last_used_at.is_none_or(|last| now.since(last) >= NOTED_EVERY) {
        site.app.db.write(Lock::Nothing, move |tx| update_api_token_used(tx, id, now)).await?;
    }
    Ok(())
}

/// A verified token: exactly one header `Authorization: Bearer TOKEN`.
fn token_of(site: &Site, request: &HttpRequest, now: Instant) -> Option<ApiToken> {
    let mut headers = request.headers().get_all(header::AUTHORIZATION);
    let (Some(value), None) = (headers.next(), headers.next()) else { return None };
    let (scheme, text) = value.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return None;
    }
    match site.app.keys.installation().verify_api_token(&site.app.issuer(), text, now) {
        Ok(token) => Some(token),
        Err(reason) => {
            tracing::debug!(%reason, "a token was refused");
            None
        }
    }
}

/// The token's row, if the token was not revoked and its account may still do this.
fn find(conn: &mut Conn, token: &ApiToken, permission: Permission) -> Result<Option<TokenStanding>, WebError> {
    let standing = find_api_token(conn, token.id())?;
    let Some(standing) = standing.filter(|row| !row.is_revoked && row.account == token.account()) else {
        return Ok(None);
    };
    // Whoever made the token had shown the second factor.
    authorise(conn, Actor::Office(standing.account), permission, Scope::Organisation)?;
    Ok(Some(standing))
}

/// Counts a wrong token.
async fn refuse(site: &Site, request: &HttpRequest) -> Result<(), WebError> {
    let address = ClientAddress::of(request, &site.app.config.trusted_proxies);
    let (bucket, span) = (format!("wrong-tokens {}", address.limit_key()), TimeDelta::hours(1));
    let counted = site.app.db.write(Lock::Nothing, move |tx| {
        let now = tx.now;
        match find_hits(tx, &bucket, span, now)? {
            Some(hits) if hits.count >= WRONG_TOKENS => Ok(Some(hits.since.plus(span))),
            Some(_) | None => {
                insert_or_update_hits(tx, &bucket, span, now)?;
                Ok::<_, StoreError>(None)
            }
        }
    });
    match counted.await? {
        Some(again_at) => Err(WebError::TooMany { again_at }),
        None => Err(WebError::told(Code::TokenRefused)),
    }
}
