//! Second factors: the sealed secret that a telephone shares, and the codes on paper.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::{pending_second_factors, recovery_codes, second_factors};
use crate::domain::ids::AccountId;
use crate::domain::time::Instant;
use crate::secrecy::{RecoveryMac, TokenHash};

/// The second factor of an account.
#[derive(Debug, Clone)]
pub struct SecondFactor {
    /// The sealed secret.
    pub secret: Vec<u8>,
}

/// The second factor of an account, if it has one that was confirmed.
///
/// # Errors
/// When the database fails.
pub fn find_second_factor(conn: &mut Conn, account: AccountId) -> Result<Option<SecondFactor>, StoreError> {
    let row = second_factors::table.find(account.value()).select(second_factors::secret);
    Ok(row.first(conn).optional()?.map(|secret| SecondFactor { secret }))
}

/// Which of these accounts have a telephone for codes.
///
/// # Errors
/// When the database fails.
pub fn list_with_second_factor(conn: &mut Conn, of: &[AccountId]) -> Result<BTreeSet<AccountId>, StoreError> {
    let ids = of.iter().map(|account| account.value());
    let with = second_factors::table.filter(second_factors::account_id.eq_any(ids)).select(second_factors::account_id);
    Ok(with.load::<i64>(conn)?.into_iter().map(AccountId::new).collect())
}

/// Sets the second factor of an account, in the place of one that it had; `step` is the span of the code that confirmed
/// it.
///
/// # Errors
/// When the database fails.
pub fn insert_or_replace_second_factor(
    conn: &mut Conn,
    account: AccountId,
    secret: &[u8],
    step: i64,
    now: Instant,
) -> Result<(), StoreError> {
    let values = (
        second_factors::secret.eq(secret),
        second_factors::last_step.eq(step),
        second_factors::confirmed_at.eq(now.to_utc()),
    );
    each_backend!(conn, |c| diesel::insert_into(second_factors::table)
        .values((second_factors::account_id.eq(account.value()), values))
        .on_conflict(second_factors::account_id)
        .do_update()
        .set(values)
        .execute(c))?;
    Ok(())
}

/// Writes a secret that waits for the first code, in the place of one that waits. Only the session that began it may
/// see it or confirm it.
///
/// # Errors
/// When the database fails.
pub fn insert_or_replace_pending(
    conn: &mut Conn,
    account: AccountId,
    session: &TokenHash,
    secret: &[u8],
    now: Instant,
) -> Result<(), StoreError> {
    let values = (
        pending_second_factors::session_hash.eq(session.as_bytes().as_slice()),
        pending_second_factors::secret.eq(secret),
        pending_second_factors::created_at.eq(now.to_utc()),
    );
    each_backend!(conn, |c| diesel::insert_into(pending_second_factors::table)
        .values((pending_second_factors::account_id.eq(account.value()), values))
        .on_conflict(pending_second_factors::account_id)
        .do_update()
        .set(values)
        .execute(c))?;
    Ok(())
}

/// The sealed secret that a session has begun, if it was begun after a time.
///
/// # Errors
/// When the database fails.
pub fn find_pending(
    conn: &mut Conn,
    account: AccountId,
    session: &TokenHash,
    after: Instant,
) -> Result<Option<Vec<u8>>, StoreError> {
    let row = pending_second_factors::table
        .find(account.value())
        .filter(pending_second_factors::session_hash.eq(session.as_bytes().as_slice()))
        .filter(pending_second_factors::created_at.gt(after.to_utc()));
    Ok(row.select(pending_second_factors::secret).first(conn).optional()?)
}

/// Takes away the secret that waits, if it still is this one. Answers whether it was.
///
/// # Errors
/// When the database fails.
pub fn delete_pending(conn: &mut Conn, account: AccountId, secret: &[u8]) -> Result<bool, StoreError> {
    let row = pending_second_factors::table.find(account.value()).filter(pending_second_factors::secret.eq(secret));
    Ok(diesel::delete(row).execute(conn)? == 1)
}

/// Takes a code of a sealed secret: notes its span, if the secret still counts and no code of that span or a later one was
/// taken. Answers whether it was taken.
///
/// # Errors
/// When the database fails.
pub fn update_step_taken(conn: &mut Conn, account: AccountId, secret: &[u8], step: i64) -> Result<bool, StoreError> {
    let same = second_factors::table.find(account.value()).filter(second_factors::secret.eq(secret));
    let earlier = same.filter(second_factors::last_step.lt(step));
    Ok(diesel::update(earlier).set(second_factors::last_step.eq(step)).execute(conn)? == 1)
}

/// Takes the second factor and its codes on paper away.
///
/// # Errors
/// When the database fails.
pub fn delete_second_factor(conn: &mut Conn, account: AccountId) -> Result<(), StoreError> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account.value()))).execute(conn)?;
    diesel::delete(pending_second_factors::table.find(account.value())).execute(conn)?;
    diesel::delete(second_factors::table.find(account.value())).execute(conn)?;
    Ok(())
}

/// Writes new codes on paper in the place of all that there were.
///
/// # Errors
/// When the database fails.
pub fn replace_recovery_codes(conn: &mut Conn, account: AccountId, macs: &[RecoveryMac]) -> Result<(), StoreError> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account.value()))).execute(conn)?;
    for mac in macs {
        diesel::insert_into(recovery_codes::table)
            .values((recovery_codes::account_id.eq(account.value()), recovery_codes::mac.eq(mac.as_bytes().as_slice())))
            .execute(conn)?;
    }
    Ok(())
}

/// Uses up a code on paper. Answers whether there was one to use.
///
/// # Errors
/// When the database fails.
pub fn update_recovery_code_used(
    conn: &mut Conn,
    account: AccountId,
    mac: &RecoveryMac,
    now: Instant,
) -> Result<bool, StoreError> {
    let unused = recovery_codes::table
        .find((account.value(), mac.as_bytes().as_slice()))
        .filter(recovery_codes::used_at.is_null());
    Ok(diesel::update(unused).set(recovery_codes::used_at.eq(now.to_utc())).execute(conn)? == 1)
}

/// How many codes on paper are left.
///
/// # Errors
/// When the database fails.
pub fn count_recovery_codes(conn: &mut Conn, account: AccountId) -> Result<i64, StoreError> {
    let left = recovery_codes::table
        .filter(recovery_codes::account_id.eq(account.value()).and(recovery_codes::used_at.is_null()));
    Ok(left.count().get_result(conn)?)
}
