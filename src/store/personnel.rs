//! Personnel codes: which were made together, and to which account the number on a slip leads.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::accounts::find_actor_ref;
use super::conn::Conn;
use super::dialect::lock_slips;
use super::entries::find_last_act_on;
use super::error::StoreError;
use super::schema::{accounts, personnel_batches, personnel_codes};
use crate::domain::ids::{AccountId, PersonnelBatchId, PersonnelSerial};
use crate::domain::text::Line;
use crate::domain::time::Instant;
use crate::record::Act;
use crate::secrecy::PersonnelMac;

/// Codes that were made together, with what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its row.
    pub id: PersonnelBatchId,
    /// For whom they are, in the office's words; may be empty.
    pub word: String,
    /// The number on the first slip.
    pub first: PersonnelSerial,
    /// The number on the last slip.
    pub last: PersonnelSerial,
    /// When they were made.
    pub made_at: Instant,
    /// With how many somebody has entered.
    pub used: i64,
    /// How many were withdrawn.
    pub withdrawn: i64,
}

/// A batch to be made.
#[derive(Debug, Clone)]
pub struct NewBatch {
    /// What names the form that asked for it.
    pub form_key: String,
    /// For whom they are; may be empty.
    pub word: Line,
    /// The tag of the language in which mails to these people are written.
    pub language: String,
}

/// The code of a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    /// The number on it.
    pub serial: PersonnelSerial,
    /// The batch that it was made in.
    pub batch: PersonnelBatchId,
    /// The account that its code opens, until it is deleted.
    pub account: Option<AccountId>,
    /// Grows with each change, so that two people of the office notice each other.
    pub version: i64,
    /// The day on which somebody first entered with it.
    pub used_on: Option<NaiveDate>,
    /// When its code was last replaced.
    pub replaced_at: Option<Instant>,
    /// When its code was withdrawn.
    pub withdrawn_at: Option<Instant>,
}

fn serial(number: i64) -> Result<PersonnelSerial, StoreError> {
    let known = u32::try_from(number).map(PersonnelSerial::new);
    known.map_err(|_| StoreError::corrupt("personnel_codes", "serial", &number.to_string()))
}

/// All batches, the newest first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_batches(conn: &mut Conn) -> Result<Vec<Batch>, StoreError> {
    let counted = personnel_codes::table.group_by(personnel_codes::batch_id);
    let counts = (personnel_codes::batch_id, count_star());
    let used = counted.filter(personnel_codes::used_on.is_not_null()).select(counts).load::<(i64, i64)>(conn)?;
    let withdrawn =
        counted.filter(personnel_codes::withdrawn_at.is_not_null()).select(counts).load::<(i64, i64)>(conn)?;
    let (used, withdrawn): (BTreeMap<_, _>, BTreeMap<_, _>) =
        (used.into_iter().collect(), withdrawn.into_iter().collect());
    let columns = (
        personnel_batches::id,
        personnel_batches::word,
        personnel_batches::first_serial,
        personnel_batches::size,
        personnel_batches::made_at,
    );
    let rows = personnel_batches::table.order(personnel_batches::id.desc()).select(columns).load::<(
        i64,
        String,
        i64,
        i64,
        chrono::NaiveDateTime,
    )>(conn)?;
    rows.into_iter()
        .map(|(id, word, first, size, made_at)| {
            Ok(Batch {
                id: PersonnelBatchId::new(id),
                word,
                first: serial(first)?,
                last: serial(first.saturating_add(size).saturating_sub(1))?,
                made_at: Instant::from_utc(made_at),
                used: used.get(&id).copied().unwrap_or(0),
                withdrawn: withdrawn.get(&id).copied().unwrap_or(0),
            })
        })
        .collect()
}

/// What a slip shows of the batch that its code was made in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchName {
    /// For whom it is, in the office's words; may be empty.
    pub word: String,
    /// When it was made.
    pub made_at: Instant,
}

/// The name of one batch.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none; when the database fails.
pub fn find_batch_name(conn: &mut Conn, id: PersonnelBatchId) -> Result<BatchName, StoreError> {
    let columns = (personnel_batches::word, personnel_batches::made_at);
    let (word, made_at) = personnel_batches::table.find(id.value()).select(columns).first::<(String, _)>(conn)?;
    Ok(BatchName { word, made_at: Instant::from_utc(made_at) })
}

/// Makes a batch with an account for each code, and answers the number of the first slip. Of two batches at the same moment
/// one waits for the numbers of the other. A form that made one before answers [`StoreError::Conflict`].
///
/// # Errors
/// When the form made one before, or the database fails.
pub fn insert_batch(
    conn: &mut Conn,
    new: &NewBatch,
    codes: &[PersonnelMac],
    now: Instant,
) -> Result<PersonnelSerial, StoreError> {
    let size = i64::try_from(codes.len()).unwrap_or(i64::MAX);
    lock_slips(conn)?;
    let last = personnel_codes::table.select(diesel::dsl::max(personnel_codes::serial)).first::<Option<i64>>(conn)?;
    let first = last.unwrap_or(0).saturating_add(1);
    let batch: i64 = diesel::insert_into(personnel_batches::table)
        .values((
            personnel_batches::form_key.eq(&new.form_key),
            personnel_batches::word.eq(new.word.as_str()),
            personnel_batches::first_serial.eq(first),
            personnel_batches::size.eq(size),
            personnel_batches::made_at.eq(now.to_utc()),
        ))
        .returning(personnel_batches::id)
        .get_result(conn)?;
    for (number, mac) in (first..).zip(codes) {
        let account: i64 = diesel::insert_into(accounts::table)
            .values((
                accounts::personnel_mac.eq(mac.as_bytes().as_slice()),
                accounts::display_name.eq(""),
                accounts::language.eq(&new.language),
                accounts::created_at.eq(now.to_utc()),
                accounts::used_on.eq(now.to_utc().date()),
            ))
            .returning(accounts::id)
            .get_result(conn)?;
        diesel::insert_into(personnel_codes::table)
            .values((
                personnel_codes::serial.eq(number),
                personnel_codes::batch_id.eq(batch),
                personnel_codes::account_id.eq(account),
                personnel_codes::version.eq(1),
            ))
            .execute(conn)?;
    }
    serial(first)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = personnel_codes)]
struct SlipRow {
    serial: i64,
    batch_id: i64,
    account_id: Option<i64>,
    version: i64,
    used_on: Option<NaiveDate>,
    replaced_at: Option<chrono::NaiveDateTime>,
    withdrawn_at: Option<chrono::NaiveDateTime>,
}

impl TryFrom<SlipRow> for Slip {
    type Error = StoreError;

    fn try_from(row: SlipRow) -> Result<Self, StoreError> {
        Ok(Self {
            serial: serial(row.serial)?,
            batch: PersonnelBatchId::new(row.batch_id),
            account: row.account_id.map(AccountId::new),
            version: row.version,
            used_on: row.used_on,
            replaced_at: row.replaced_at.map(Instant::from_utc),
            withdrawn_at: row.withdrawn_at.map(Instant::from_utc),
        })
    }
}

/// The code of the slip with a number.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_slip(conn: &mut Conn, serial: PersonnelSerial) -> Result<Option<Slip>, StoreError> {
    let row = personnel_codes::table.find(i64::from(serial.value())).select(SlipRow::as_select()).first(conn);
    row.optional()?.map(Slip::try_from).transpose()
}

/// The code of the slip that an account's owner was handed.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_slip_of(conn: &mut Conn, account: AccountId) -> Result<Option<Slip>, StoreError> {
    let row = personnel_codes::table
        .filter(personnel_codes::account_id.eq(account.value()))
        .select(SlipRow::as_select())
        .first(conn);
    row.optional()?.map(Slip::try_from).transpose()
}

/// The account that a code opens.
///
/// # Errors
/// When the database fails.
pub fn find_account_by_code(conn: &mut Conn, code: &PersonnelMac) -> Result<Option<AccountId>, StoreError> {
    let with_it = accounts::table.filter(accounts::personnel_mac.eq(code.as_bytes().as_slice()));
    let open = with_it.filter(accounts::disabled_at.is_null()).select(accounts::id);
    Ok(open.first::<i64>(conn).optional()?.map(AccountId::new))
}

/// Whether an account is closed because its code was withdrawn, and not for another reason before.
///
/// # Errors
/// When the database fails.
pub fn is_closed_with_code(conn: &mut Conn, account: AccountId) -> Result<bool, StoreError> {
    // Withdrawing closes an open account in the same moment, and leaves a closed one as it is.
    let closed_with_it = personnel_codes::table
        .inner_join(accounts::table)
        .filter(personnel_codes::account_id.eq(account.value()))
        .filter(personnel_codes::withdrawn_at.eq(accounts::disabled_at));
    if closed_with_it.count().get_result::<i64>(conn)? == 0 {
        return Ok(false);
    }
    // An earlier release noted the moment of withdrawing also for what the office had closed before. The record knows.
    let Some(actor_ref) = find_actor_ref(conn, account)? else { return Ok(true) };
    let last = find_last_act_on(conn, &actor_ref, &[Act::AccountClosed, Act::AccountReopened])?;
    Ok(last != Some(Act::AccountClosed))
}

/// Gives an account another code, or takes it away for good. An open account without an address must keep one.
///
/// # Errors
/// When the account would have no way in, or the database fails.
pub fn update_code(conn: &mut Conn, account: AccountId, code: Option<&PersonnelMac>) -> Result<(), StoreError> {
    let code = code.map(|code| code.as_bytes().as_slice());
    diesel::update(accounts::table.find(account.value())).set(accounts::personnel_mac.eq(code)).execute(conn)?;
    Ok(())
}

/// Notes the day on which somebody first entered with the code of an account.
///
/// # Errors
/// When the database fails.
pub fn update_first_use(conn: &mut Conn, account: AccountId, day: NaiveDate) -> Result<(), StoreError> {
    let unused = personnel_codes::account_id.eq(account.value()).and(personnel_codes::used_on.is_null());
    diesel::update(personnel_codes::table.filter(unused)).set(personnel_codes::used_on.eq(day)).execute(conn)?;
    Ok(())
}

/// Notes that the code of a slip was replaced, if its version is still the one that was seen. Answers whether it was.
///
/// # Errors
/// When the database fails.
pub fn update_slip_replaced(conn: &mut Conn, slip: &Slip, seen_version: i64, now: Instant) -> Result<bool, StoreError> {
    let row = personnel_codes::table.find(i64::from(slip.serial.value()));
    let changed = diesel::update(row.filter(personnel_codes::version.eq(seen_version)))
        .set((
            personnel_codes::version.eq(personnel_codes::version + 1),
            personnel_codes::replaced_at.eq(now.to_utc()),
            personnel_codes::withdrawn_at.eq(None::<chrono::NaiveDateTime>),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Notes that the code of a slip was withdrawn, if its version is still the one that was seen. Answers whether it was.
///
/// # Errors
/// When the database fails.
pub fn update_slip_withdrawn(
    conn: &mut Conn,
    slip: &Slip,
    seen_version: i64,
    now: Instant,
) -> Result<bool, StoreError> {
    let row = personnel_codes::table.find(i64::from(slip.serial.value()));
    let changed = diesel::update(row.filter(personnel_codes::version.eq(seen_version)))
        .set((
            personnel_codes::version.eq(personnel_codes::version + 1),
            personnel_codes::withdrawn_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Lets the slip of an account lead nowhere any more, so that the account can be deleted.
///
/// # Errors
/// When the database fails.
pub fn update_slip_forgets_account(conn: &mut Conn, account: AccountId) -> Result<(), StoreError> {
    diesel::update(personnel_codes::table.filter(personnel_codes::account_id.eq(account.value())))
        .set(personnel_codes::account_id.eq(None::<i64>))
        .execute(conn)?;
    Ok(())
}
