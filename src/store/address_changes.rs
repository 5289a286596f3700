//! Addresses that accounts are to have: each waits until its mailbox has shown the link or the six digits.

use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::address_changes;
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::domain::time::Instant;
use crate::secrecy::{DigitsMac, TokenHash};

/// An address that an account is to have.
#[derive(Debug, Clone)]
pub struct NewAddressChange {
    /// The account.
    pub account: AccountId,
    /// The address.
    pub email: Email,
    /// The hash of the link's token.
    pub link: TokenHash,
    /// What stands for the digits.
    pub digits: DigitsMac,
    /// Until when both are good.
    pub expires_at: Instant,
}

/// An address that waits and can still be confirmed.
#[derive(Debug, Clone)]
pub struct AddressChange {
    /// The account that asked for it.
    pub account: AccountId,
    /// The address.
    pub email: Email,
    /// What stands for the digits; an earlier release sent none.
    pub digits: Option<DigitsMac>,
}

/// Notes the address that an account is to have, in the place of one that waits.
///
/// # Errors
/// When the database fails.
pub fn insert_or_replace_address_change(conn: &mut Conn, new: &NewAddressChange) -> Result<(), StoreError> {
    let values = (
        address_changes::email.eq(new.email.as_str()),
        address_changes::link_hash.eq(new.link.as_bytes().as_slice()),
        address_changes::digits_mac.eq(new.digits.as_bytes().as_slice()),
        address_changes::tries.eq(0),
        address_changes::expires_at.eq(new.expires_at.to_utc()),
    );
    each_backend!(conn, |c| diesel::insert_into(address_changes::table)
        .values((address_changes::account_id.eq(new.account.value()), values))
        .on_conflict(address_changes::account_id)
        .do_update()
        .set(values)
        .execute(c))?;
    Ok(())
}

type Columns = (i64, String, Option<Vec<u8>>);
const COLUMNS: (address_changes::account_id, address_changes::email, address_changes::digits_mac) =
    (address_changes::account_id, address_changes::email, address_changes::digits_mac);

fn read_row((id, email, digits): Columns) -> Result<AddressChange, StoreError> {
    let corrupt = |column| StoreError::corrupt("address_changes", column, &id.to_string());
    let digits = digits.map(|digits| DigitsMac::try_from(digits.as_slice())).transpose();
    Ok(AddressChange {
        account: AccountId::new(id),
        email: Email::parse_kept(&email).map_err(|_| corrupt("email"))?,
        digits: digits.map_err(|_| corrupt("digits_mac"))?,
    })
}

/// The address that a link confirms, if it is still good.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_address_change_by_link(
    conn: &mut Conn,
    link: &TokenHash,
    now: Instant,
) -> Result<Option<AddressChange>, StoreError> {
    let good = address_changes::expires_at.gt(now.to_utc());
    let row = address_changes::table.filter(address_changes::link_hash.eq(link.as_bytes().as_slice())).filter(good);
    row.select(COLUMNS).first::<Columns>(conn).optional()?.map(read_row).transpose()
}

/// The address that waits for an account, if it is still good.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_address_change(
    conn: &mut Conn,
    account: AccountId,
    now: Instant,
) -> Result<Option<AddressChange>, StoreError> {
    let good = address_changes::expires_at.gt(now.to_utc());
    let row = address_changes::table.find(account.value()).filter(good).select(COLUMNS);
    row.first::<Columns>(conn).optional()?.map(read_row).transpose()
}

/// Counts a try with digits. Answers how many there were with this one; nothing when there were `most` before.
///
/// # Errors
/// When the database fails.
pub fn update_address_change_tried(conn: &mut Conn, account: AccountId, most: i64) -> Result<Option<i64>, StoreError> {
    let few = address_changes::table.find(account.value()).filter(address_changes::tries.lt(most));
    let counted = diesel::update(few)
        .set(address_changes::tries.eq(address_changes::tries + 1))
        .returning(address_changes::tries);
    Ok(counted.get_result(conn).optional()?)
}

/// Forgets the address that waits for an account.
///
/// # Errors
/// When the database fails.
pub fn delete_address_change(conn: &mut Conn, account: AccountId) -> Result<(), StoreError> {
    diesel::delete(address_changes::table.find(account.value())).execute(conn)?;
    Ok(())
}
