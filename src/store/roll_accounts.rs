//! How an account leads to a row of the roll, by itself or by its mailbox, and what was declared before the first time.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::roll::{COLUMNS, Columns, RollRow, insert_roll_key, insert_roll_row, read_row};
use super::schema::{declarations, roll, roll_keys, rounds};
use crate::domain::ids::{RollId, RoundId};
use crate::secrecy::{AccountMac, AddressMac, PersonRef, WaysOfAccount};

const ACCOUNT: &str = "account";
const ADDRESS: &str = "address";

/// Where an account stands on a roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountHolder {
    /// The row of the roll.
    pub row: RollRow,
    /// Whether the account itself leads there.
    pub by_account: bool,
    /// Whether the mailbox leads to any row.
    pub by_address: bool,
}

/// The row of a round's roll that an account leads to. Where the account and its mailbox lead to two rows, it is that of the
/// account.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_account_holder(
    conn: &mut Conn,
    round: RoundId,
    ways: &WaysOfAccount,
) -> Result<Option<AccountHolder>, StoreError> {
    let account = roll_keys::kind.eq(ACCOUNT).and(roll_keys::mac.eq(ways.account.as_bytes().as_slice()));
    let address = roll_keys::kind.eq(ADDRESS).and(roll_keys::mac.eq(ways.address.as_bytes().as_slice()));
    let found = roll_keys::table
        .inner_join(roll::table)
        .filter(roll_keys::round_id.eq(round.value()).and(account.or(address)))
        .order(roll_keys::kind)
        .select((roll_keys::kind, COLUMNS))
        .load::<(String, Columns)>(conn)?;
    let has = |kind: &str| found.iter().any(|(found, _)| found == kind);
    let (by_account, by_address) = (has(ACCOUNT), has(ADDRESS));
    let Some((_, columns)) = found.into_iter().next() else { return Ok(None) };
    Ok(Some(AccountHolder { row: read_row(columns)?, by_account, by_address }))
}

/// Puts somebody on the roll without a way to the row yet.
///
/// # Errors
/// When the person is there already, or the database fails.
pub fn insert_account_holder(conn: &mut Conn, round: RoundId, person: &PersonRef) -> Result<RollId, StoreError> {
    insert_roll_row(conn, round, person, None)
}

/// Lets an account lead to a row.
///
/// # Errors
/// When it leads to one already, or the database fails.
pub fn insert_way_by_account(conn: &mut Conn, to: (RoundId, RollId), account: &AccountMac) -> Result<(), StoreError> {
    insert_roll_key(conn, to, ACCOUNT, account.as_bytes())
}

/// Lets a mailbox lead to a row.
///
/// # Errors
/// When it leads to one already, or the database fails.
pub fn insert_way_by_address(conn: &mut Conn, to: (RoundId, RollId), address: &AddressMac) -> Result<(), StoreError> {
    insert_roll_key(conn, to, ADDRESS, address.as_bytes())
}

/// Forgets which accounts and mailboxes led to a round's roll, once its box is open.
///
/// # Errors
/// When the database fails.
pub fn delete_ways_of_accounts(conn: &mut Conn, round: RoundId) -> Result<(), StoreError> {
    let ways = roll_keys::table.filter(roll_keys::round_id.eq(round.value()));
    diesel::delete(ways.filter(roll_keys::kind.eq_any([ACCOUNT, ADDRESS]))).execute(conn)?;
    Ok(())
}

/// What somebody declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// The day, in the organisation's time zone. Never the hour.
    pub declared_on: NaiveDate,
    /// The tag of the language of the words.
    pub language: String,
    /// The words, as they stood beside the tick.
    pub text: String,
}

/// Keeps what somebody declared when they were put on the roll.
///
/// # Errors
/// When they declared before, or the database fails.
pub fn insert_declaration(conn: &mut Conn, row: RollId, new: &Declaration) -> Result<(), StoreError> {
    diesel::insert_into(declarations::table)
        .values((
            declarations::roll_id.eq(row.value()),
            declarations::declared_on.eq(new.declared_on),
            declarations::language.eq(&new.language),
            declarations::text.eq(&new.text),
        ))
        .execute(conn)?;
    Ok(())
}

/// What somebody declared whose references on the rolls these are, with the name of each round in addresses.
///
/// # Errors
/// When the database fails.
pub fn list_declarations(conn: &mut Conn, people: &[PersonRef]) -> Result<Vec<(String, Declaration)>, StoreError> {
    let people = people.iter().map(|person| person.as_bytes().as_slice());
    let rows = declarations::table
        .inner_join(roll::table.inner_join(rounds::table))
        .filter(roll::person_ref.eq_any(people))
        .order(declarations::declared_on)
        .select((rounds::slug, declarations::declared_on, declarations::language, declarations::text))
        .load::<(String, NaiveDate, String, String)>(conn)?;
    let read = |(slug, declared_on, language, text)| (slug, Declaration { declared_on, language, text });
    Ok(rows.into_iter().map(read).collect())
}
