//! The tokens of programs: what they are good for, whether they were revoked. The token itself is nowhere stored.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{accounts, api_tokens};
use crate::domain::api_token::{TokenId, TokenName, TokenScope};
use crate::domain::ids::AccountId;
use crate::domain::time::Instant;

/// A token as it is first written down.
#[derive(Debug, Clone)]
pub struct NewApiTokenRow {
    /// Its random id.
    pub id: TokenId,
    /// The account that it acts for.
    pub account: AccountId,
    /// What the office calls it.
    pub name: TokenName,
    /// What it is good for.
    pub scope: TokenScope,
    /// When it ends.
    pub expires_at: Instant,
}

/// What is asked of a token that a program has sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenStanding {
    /// The account that it acts for.
    pub account: AccountId,
    /// What it is good for.
    pub scope: TokenScope,
    /// Whether it was revoked.
    pub is_revoked: bool,
    /// When it was last used, to the minute or so.
    pub last_used_at: Option<Instant>,
}

/// A token as the office's list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedToken {
    /// Its id.
    pub id: TokenId,
    /// What the office calls it.
    pub name: String,
    /// Whose it is.
    pub owner: String,
    /// What it is good for.
    pub scope: TokenScope,
    /// When it was made.
    pub created_at: Instant,
    /// When it ends, or ended.
    pub expires_at: Instant,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
    /// When it was last used, to the minute or so.
    pub last_used_at: Option<Instant>,
}

fn read_scope(text: &str) -> Result<TokenScope, StoreError> {
    TokenScope::parse(text).ok_or_else(|| StoreError::corrupt("api_tokens", "scope", text))
}

/// Writes a token down. An id that is there already answers [`StoreError::Conflict`].
///
/// # Errors
/// When the id is taken or the database fails.
pub fn insert_api_token(conn: &mut Conn, new: &NewApiTokenRow, now: Instant) -> Result<(), StoreError> {
    diesel::insert_into(api_tokens::table)
        .values((
            api_tokens::jti.eq(new.id.to_string()),
            api_tokens::account_id.eq(new.account.value()),
            api_tokens::name.eq(new.name.as_str()),
            api_tokens::scope.eq(new.scope.as_str()),
            api_tokens::created_at.eq(now.to_utc()),
            api_tokens::expires_at.eq(new.expires_at.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// What is asked of the token with an id.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_api_token(conn: &mut Conn, id: TokenId) -> Result<Option<TokenStanding>, StoreError> {
    type Row = (i64, String, Option<NaiveDateTime>, Option<NaiveDateTime>);
    let row = api_tokens::table
        .find(id.to_string())
        .select((api_tokens::account_id, api_tokens::scope, api_tokens::revoked_at, api_tokens::last_used_at))
        .first::<Row>(conn)
        .optional()?;
    row.map(|(account, scope, revoked, used)| {
        Ok(TokenStanding {
            account: AccountId::new(account),
            scope: read_scope(&scope)?,
            is_revoked: revoked.is_some(),
            last_used_at: used.map(Instant::from_utc),
        })
    })
    .transpose()
}

/// All tokens, the newest first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_api_tokens(conn: &mut Conn) -> Result<Vec<ListedToken>, StoreError> {
    type Texts = (String, String, String, String);
    type Times = (NaiveDateTime, NaiveDateTime, Option<NaiveDateTime>, Option<NaiveDateTime>);
    let rows = api_tokens::table
        .inner_join(accounts::table)
        .order((api_tokens::created_at.desc(), api_tokens::jti))
        .select((
            (api_tokens::jti, api_tokens::name, api_tokens::scope, accounts::display_name),
            (api_tokens::created_at, api_tokens::expires_at, api_tokens::revoked_at, api_tokens::last_used_at),
        ))
        .load::<(Texts, Times)>(conn)?;
    rows.into_iter()
        .map(|((jti, name, scope, owner), (created, expires, revoked, used))| {
            Ok(ListedToken {
                id: TokenId::parse(&jti).ok_or_else(|| StoreError::corrupt("api_tokens", "jti", &jti))?,
                name,
                owner,
                scope: read_scope(&scope)?,
                created_at: Instant::from_utc(created),
                expires_at: Instant::from_utc(expires),
                revoked_at: revoked.map(Instant::from_utc),
                last_used_at: used.map(Instant::from_utc),
            })
        })
        .collect()
}

/// Revokes a token for good. Answers whether it held until now.
///
/// # Errors
/// When the database fails.
pub fn update_api_token_revoked(conn: &mut Conn, id: TokenId, now: Instant) -> Result<bool, StoreError> {
    let held = api_tokens::table.find(id.to_string()).filter(api_tokens::revoked_at.is_null());
    Ok(diesel::update(held).set(api_tokens::revoked_at.eq(now.to_utc())).execute(conn)? == 1)
}

/// Notes that a token was used.
///
/// # Errors
/// When the database fails.
pub fn update_api_token_used(conn: &mut Conn, id: TokenId, now: Instant) -> Result<(), StoreError> {
    diesel::update(api_tokens::table.find(id.to_string()))
        .set(api_tokens::last_used_at.eq(now.to_utc()))
        .execute(conn)?;
    Ok(())
}

/// Deletes the tokens of an account.
///
/// # Errors
/// When the database fails.
pub fn delete_api_tokens(conn: &mut Conn, account: AccountId) -> Result<(), StoreError> {
    diesel::delete(api_tokens::table.filter(api_tokens::account_id.eq(account.value()))).execute(conn)?;
    Ok(())
}
