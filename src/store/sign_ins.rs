//! Ways in by mail: somebody asked for a link and six digits.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::sign_ins;
use crate::domain::email::Email;
use crate::domain::time::Instant;
use crate::secrecy::{DigitsMac, TokenHash};

/// A sign-in that was asked for.
#[derive(Debug, Clone)]
pub struct NewSignIn {
    /// What names it in forms.
    pub handle: String,
    /// The address that was typed.
    pub email: Email,
    /// The hash of the link's token.
    pub link: TokenHash,
    /// What stands for the digits.
    pub digits: DigitsMac,
    /// Where whoever follows the link goes on; sealed.
    pub way_on: Option<Vec<u8>>,
    /// Until when it is good.
    pub expires_at: Instant,
}

/// A sign-in that is still good.
#[derive(Debug, Clone)]
pub struct SignInRow {
    /// Its row.
    id: i64,
    /// What names it in forms.
    pub handle: String,
    /// The address that was typed.
    pub email: Email,
    /// What stands for the digits.
    pub digits: DigitsMac,
    /// Where whoever follows the link goes on; sealed.
    pub way_on: Option<Vec<u8>>,
}

/// Notes a sign-in that was asked for.
///
/// # Errors
/// When the database fails.
pub fn insert_sign_in(conn: &mut Conn, new: &NewSignIn, now: Instant) -> Result<(), StoreError> {
    diesel::insert_into(sign_ins::table)
        .values((
            sign_ins::handle.eq(&new.handle),
            sign_ins::email.eq(new.email.as_str()),
            sign_ins::link_hash.eq(new.link.as_bytes().as_slice()),
            sign_ins::digits_mac.eq(new.digits.as_bytes().as_slice()),
            sign_ins::way_on.eq(new.way_on.as_deref()),
            sign_ins::tries.eq(0),
            sign_ins::created_at.eq(now.to_utc()),
            sign_ins::expires_at.eq(new.expires_at.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

type Columns = (i64, String, String, Vec<u8>, Option<Vec<u8>>);
const COLUMNS: (sign_ins::id, sign_ins::handle, sign_ins::email, sign_ins::digits_mac, sign_ins::way_on) =
    (sign_ins::id, sign_ins::handle, sign_ins::email, sign_ins::digits_mac, sign_ins::way_on);

fn read_row((id, handle, email, digits, way_on): Columns) -> Result<SignInRow, StoreError> {
    let corrupt = |column| StoreError::corrupt("sign_ins", column, &id.to_string());
    Ok(SignInRow {
        id,
        handle,
        way_on,
        email: Email::parse_kept(&email).map_err(|_| corrupt("email"))?,
        digits: DigitsMac::try_from(digits.as_slice()).map_err(|_| corrupt("digits_mac"))?,
    })
}

/// The sign-in with a handle, if it is still good.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_sign_in(conn: &mut Conn, handle: &str, now: Instant) -> Result<Option<SignInRow>, StoreError> {
    let good = sign_ins::used_at.is_null().and(sign_ins::expires_at.gt(now.to_utc()));
    let row = sign_ins::table.filter(sign_ins::handle.eq(handle)).filter(good).select(COLUMNS);
    row.first::<Columns>(conn).optional()?.map(read_row).transpose()
}

/// The sign-in whose link carries a token, if it is still good.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_sign_in_by_link(conn: &mut Conn, link: &TokenHash, now: Instant) -> Result<Option<SignInRow>, StoreError> {
    let good = sign_ins::used_at.is_null().and(sign_ins::expires_at.gt(now.to_utc()));
    let row = sign_ins::table.filter(sign_ins::link_hash.eq(link.as_bytes().as_slice())).filter(good).select(COLUMNS);
    row.first::<Columns>(conn).optional()?.map(read_row).transpose()
}

/// Counts a try with digits. Answers how many there were with this one; nothing when there were `most` before.
///
/// # Errors
/// When the database fails.
pub fn update_sign_in_tried(conn: &mut Conn, row: &SignInRow, most: i64) -> Result<Option<i64>, StoreError> {
    let few = sign_ins::table.find(row.id).filter(sign_ins::tries.lt(most));
    let counted = diesel::update(few).set(sign_ins::tries.eq(sign_ins::tries + 1)).returning(sign_ins::tries);
    Ok(counted.get_result(conn).optional()?)
}

/// Uses a sign-in up. Answers whether it was still unused.
///
/// # Errors
/// When the database fails.
pub fn update_sign_in_used(conn: &mut Conn, row: &SignInRow, now: Instant) -> Result<bool, StoreError> {
    let unused = sign_ins::table.find(row.id).filter(sign_ins::used_at.is_null());
    Ok(diesel::update(unused).set(sign_ins::used_at.eq(now.to_utc())).execute(conn)? == 1)
}

/// Deletes all ways in that were asked for an address.
///
/// # Errors
/// When the database fails.
pub fn delete_sign_ins_of(conn: &mut Conn, email: &Email) -> Result<(), StoreError> {
    diesel::delete(sign_ins::table.filter(sign_ins::email.eq_any(email.spellings()))).execute(conn)?;
    Ok(())
}
