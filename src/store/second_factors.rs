//! Second factors: the sealed secret that a telephone shares, and the codes on paper.

use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::{recovery_codes, second_factors};
use crate::domain::ids::AccountId;
use crate::domain::time::Instant;
use crate::secrecy::RecoveryMac;

/// The second factor of an account.
#[derive(Debug, Clone)]
pub struct SecondFactor {
    /// The sealed secret.
    pub secret: Vec<u8>,
    /// The span of 30 seconds whose code was taken last; no earlier one and not itself is taken again.
    pub last_step: i64,
    /// When the telephone showed that it has the secret; before that the factor does not count.
    pub confirmed_at: Option<Instant>,
}

/// The second factor of an account, be it one that was not confirmed.
///
/// # Errors
/// When the database fails.
pub fn find_second_factor(conn: &mut Conn, account: AccountId) -> Result<Option<SecondFactor>, StoreError> {
    let columns = (second_factors::secret, second_factors::last_step, second_factors::confirmed_at);
    let row = second_factors::table.find(account.value()).select(columns);
    let row = row.first::<(Vec<u8>, i64, Option<chrono::NaiveDateTime>)>(conn).optional()?;
    Ok(row.map(|(secret, last_step, confirmed)| SecondFactor {
        secret,
        last_step,
        confirmed_at: confirmed.map(Instant::from_utc),
    }))
}

/// Writes a new secret that waits for its confirmation, in the place of one that was not confirmed.
///
/// # Errors
/// When the database fails.
pub fn insert_or_replace_second_factor(
    conn: &mut Conn,
    account: AccountId,
    secret: &[u8],
    now: Instant,
) -> Result<(), StoreError> {
    let fresh = (
        second_factors::account_id.eq(account.value()),
        second_factors::secret.eq(secret),
        second_factors::last_step.eq(0),
        second_factors::created_at.eq(now.to_utc()),
    );
    each_backend!(conn, |c| diesel::insert_into(second_factors::table)
        .values(fresh)
        .on_conflict(second_factors::account_id)
        .do_update()
        .set((
            second_factors::secret.eq(secret),
            second_factors::last_step.eq(0),
            second_factors::created_at.eq(now.to_utc()),
            second_factors::confirmed_at.eq(None::<chrono::NaiveDateTime>),
        ))
        .execute(c))?;
    Ok(())
}

/// Takes a code: notes its span, if no code of that span or a later one was taken. Answers whether it was taken.
///
/// # Errors
/// When the database fails.
pub fn update_step_taken(conn: &mut Conn, account: AccountId, step: i64) -> Result<bool, StoreError> {
    let earlier = second_factors::table.find(account.value()).filter(second_factors::last_step.lt(step));
    Ok(diesel::update(earlier).set(second_factors::last_step.eq(step)).execute(conn)? == 1)
}

/// Notes that the telephone has the secret.
///
/// # Errors
/// When the database fails.
pub fn update_confirmed(conn: &mut Conn, account: AccountId, now: Instant) -> Result<(), StoreError> {
    diesel::update(second_factors::table.find(account.value()))
        .set(second_factors::confirmed_at.eq(now.to_utc()))
        .execute(conn)?;
    Ok(())
}

/// Takes the second factor and its codes on paper away.
///
/// # Errors
/// When the database fails.
pub fn delete_second_factor(conn: &mut Conn, account: AccountId) -> Result<(), StoreError> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account.value()))).execute(conn)?;
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
