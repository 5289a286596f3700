//! People's accounts, and who stands behind a name in the record.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::organisation::find_day;
use super::schema::{accounts, actors, mails, office_roles};
use crate::domain::email::Email;
use crate::domain::ids::{AccountId, MailId};
use crate::domain::mail::MailState;
use crate::domain::personal_data::{Rule, WARNED_BEFORE, WARNINGS};
use crate::domain::time::Instant;
use crate::secrecy::AccountKey;

/// An account as sign-in and pages need it.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its row.
    pub id: AccountId,
    /// The address, which employees need not have.
    pub email: Option<Email>,
    /// What the person wants to be called; may be empty.
    pub display_name: String,
    /// The tag of the language in which mails are written.
    pub language: String,
    /// The argon2id hash in PHC form, if there is a password.
    pub password_hash: Option<String>,
    /// Whether it may sign in no more.
    pub disabled: bool,
    /// Whether it was handed a personnel code, and so belongs to the staff.
    pub is_employee: bool,
    /// When it was made.
    pub created_at: Instant,
}

impl Account {
    /// What makes it one for good.
    #[must_use]
    pub const fn key(&self) -> AccountKey {
        AccountKey { id: self.id, made_at: self.created_at }
    }
}

/// What an [`Account`] is read from.
#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
pub(super) struct AccountRow {
    id: i64,
    email: Option<String>,
    personnel_mac: Option<Vec<u8>>,
    display_name: String,
    language: String,
    password_hash: Option<String>,
    created_at: chrono::NaiveDateTime,
    disabled_at: Option<chrono::NaiveDateTime>,
}

impl TryFrom<AccountRow> for Account {
    type Error = StoreError;

    fn try_from(row: AccountRow) -> Result<Self, StoreError> {
        let corrupt = |_| StoreError::corrupt("accounts", "email", &row.id.to_string());
        Ok(Self {
            id: AccountId::new(row.id),
            email: row.email.as_deref().map(Email::parse_kept).transpose().map_err(corrupt)?,
            display_name: row.display_name,
            language: row.language,
            password_hash: row.password_hash,
            disabled: row.disabled_at.is_some(),
            is_employee: row.personnel_mac.is_some(),
            created_at: Instant::from_utc(row.created_at),
        })
    }
}

/// An account to be made.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// The address.
    pub email: Email,
    /// What the person is called; may be empty.
    pub display_name: String,
    /// The tag of the language for mails.
    pub language: String,
    /// The hash of the password, if there is one.
    pub password_hash: Option<String>,
}

/// The account with an address.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_account_by_email(conn: &mut Conn, email: &Email) -> Result<Option<Account>, StoreError> {
    let row = accounts::table.filter(accounts::email.eq_any(email.spellings())).select(AccountRow::as_select());
    let row = row.order(accounts::id).first(conn);
    row.optional()?.map(Account::try_from).transpose()
}

/// The account with an id.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_account(conn: &mut Conn, id: AccountId) -> Result<Option<Account>, StoreError> {
    let row = accounts::table.find(id.value()).select(AccountRow::as_select()).first(conn);
    row.optional()?.map(Account::try_from).transpose()
}

/// Makes an account. An address that has one answers [`StoreError::Conflict`].
///
/// # Errors
/// When the address has an account or the database fails.
pub fn insert_account(conn: &mut Conn, new: &NewAccount, now: Instant) -> Result<AccountId, StoreError> {
    let id = diesel::insert_into(accounts::table)
        .values((
            accounts::email.eq(new.email.as_str()),
            accounts::display_name.eq(&new.display_name),
            accounts::language.eq(&new.language),
            accounts::password_hash.eq(&new.password_hash),
            accounts::created_at.eq(now.to_utc()),
            accounts::used_on.eq(now.to_utc().date()),
        ))
        .returning(accounts::id)
        .get_result(conn)?;
    Ok(AccountId::new(id))
}

/// Changes the name and the language of an account.
///
/// # Errors
/// When the database fails.
pub fn update_account(conn: &mut Conn, id: AccountId, name: &str, language: &str) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id.value()))
        .set((accounts::display_name.eq(name), accounts::language.eq(language)))
        .execute(conn)?;
    Ok(())
}

/// Sets, changes or removes the password of an account.
///
/// # Errors
/// When the database fails.
pub fn update_password(conn: &mut Conn, id: AccountId, hash: Option<&str>) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id.value())).set(accounts::password_hash.eq(hash)).execute(conn)?;
    Ok(())
}

/// Gives an account another address. One that has an account answers [`StoreError::Conflict`].
///
/// # Errors
/// When the address has an account or the database fails.
pub fn update_address(conn: &mut Conn, id: AccountId, email: &Email) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id.value())).set(accounts::email.eq(email.as_str())).execute(conn)?;
    Ok(())
}

/// Takes the address and the password of an account away. An open account must keep a code.
///
/// # Errors
/// When the account would have no way in, or the database fails.
pub fn update_address_removed(conn: &mut Conn, id: AccountId) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id.value()))
        .set((accounts::email.eq(None::<String>), accounts::password_hash.eq(None::<String>)))
        .execute(conn)?;
    Ok(())
}

/// What is written of an account whose owner was never warned.
macro_rules! unwarned {
    () => {
        (accounts::warned_on.eq(None::<NaiveDate>), accounts::warnings_lost.eq(0))
    };
}

/// Notes the day of a sign-in, which tells unused accounts; warnings from before are forgotten.
///
/// # Errors
/// When the database fails.
pub fn update_used_on(conn: &mut Conn, id: AccountId, day: NaiveDate) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id.value())).set((accounts::used_on.eq(day), unwarned!())).execute(conn)?;
    Ok(())
}

/// Closes an account, or opens it again: `disabled_at` is when, or nothing. Warnings from before are forgotten, because
/// what they said to do does not fit any more.
///
/// # Errors
/// When the database fails.
pub fn update_disabled(conn: &mut Conn, id: AccountId, disabled_at: Option<Instant>) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id.value()))
        .set((accounts::disabled_at.eq(disabled_at.map(Instant::to_utc)), unwarned!()))
        .execute(conn)?;
    Ok(())
}

/// The accounts that nobody has used until a day and that hold no role of the office.
macro_rules! unused {
    ($used_until:expr) => {
        accounts::table.filter(accounts::used_on.le($used_until)).filter(
            accounts::id
                .ne_all(office_roles::table.filter(office_roles::taken_at.is_null()).select(office_roles::account_id)),
        )
    };
}

/// Those of the unused accounts that may go on a day: the period is over, and whoever can be warned was warned in time.
macro_rules! gone {
    ($today:expr) => {{
        let warned = $today.checked_sub_signed(TimeDelta::days(WARNED_BEFORE)).unwrap_or(NaiveDate::MIN);
        let begun = Instant::from_utc($today.and_time(NaiveTime::MIN));
        unused!(Rule::Accounts.used_until(begun).to_utc().date())
            .filter(accounts::email.is_null().or(accounts::warned_on.assume_not_null().le(warned)))
    }};
}

/// Unused accounts whose time is over, at most so many. The day that the warning promised must have begun where the
/// organisation is.
///
/// # Errors
/// When the database fails.
pub fn list_unused_accounts(conn: &mut Conn, now: Instant, most: i64) -> Result<Vec<AccountId>, StoreError> {
    let today = find_day(conn, now)?;
    let rows = gone!(today).order(accounts::id).limit(most).select(accounts::id).load::<i64>(conn)?;
    Ok(rows.into_iter().map(AccountId::new).collect())
}

/// Locks an account until the transaction ends: nobody opens a session of it meanwhile, or ends its sessions.
///
/// # Errors
/// When the database fails.
pub fn lock_account(conn: &mut Conn, id: AccountId) -> Result<(), StoreError> {
    // A row that is changed is locked; what it is changed to is what it was.
    let locked = diesel::update(accounts::table.find(id.value())).set(accounts::used_on.eq(accounts::used_on));
    locked.execute(conn)?;
    Ok(())
}

/// Whether an account is one of [`list_unused_accounts`]; nobody can sign in with it until the transaction ends.
///
/// # Errors
/// When the database fails.
pub fn lock_unused_account(conn: &mut Conn, id: AccountId, now: Instant) -> Result<bool, StoreError> {
    lock_account(conn, id)?;
    let today = find_day(conn, now)?;
    let one = gone!(today).filter(accounts::id.eq(id.value())).select(accounts::id);
    Ok(one.first::<i64>(conn).optional()?.is_some())
}

/// The mails with one of these names that have not reached anybody and never will.
macro_rules! lost_mails {
    ($now:expr, $messages:expr) => {{
        let never = mails::state.eq_any([MailState::Failed, MailState::Expired].map(MailState::as_str));
        let ran_out =
            mails::state.ne(MailState::Sent.as_str()).and(mails::expires_at.assume_not_null().le($now.to_utc()));
        mails::table.filter(mails::message.eq_any($messages.to_vec())).filter(never.or(ran_out))
    }};
}

/// The one spelling of an address, however it is kept.
fn one_spelling(kept: &str) -> String {
    Email::parse_kept(kept).map_or_else(|_| kept.to_owned(), |email| email.as_str().to_owned())
}

/// Every spelling under which these addresses may be kept.
fn every_spelling<'a>(kept: impl Iterator<Item = &'a str>) -> Vec<String> {
    let spellings =
        |kept: &str| Email::parse_kept(kept).map_or_else(|_| vec![kept.to_owned()], |it| it.spellings().into());
    kept.flat_map(spellings).collect()
}

/// Takes back that owners were warned whose warning, a mail with one of these names, never left, but for the last warning
/// of all. Looks at no more than `most` such mails, in the order of their ids, that come after one. Answers the last one that
/// it looked at; nothing when there is none.
///
/// # Errors
/// When the database fails.
pub fn update_lost_warnings(
    conn: &mut Conn,
    now: Instant,
    warnings: &[&'static str],
    (after, most): (Option<MailId>, i64),
) -> Result<Option<MailId>, StoreError> {
    let lost = lost_mails!(now, warnings).filter(mails::id.gt(after.map_or(0, MailId::value))).order(mails::id);
    let lost = lost.limit(most).select((mails::id, mails::recipient)).load::<(i64, String)>(conn)?;
    let Some((last, _)) = lost.last() else { return Ok(None) };
    let addresses = every_spelling(lost.iter().map(|(_, recipient)| recipient.as_str()));
    let counts = || accounts::warned_on.is_not_null().and(accounts::warnings_lost.lt(WARNINGS.saturating_sub(1)));
    let unwarned = unused!(warned_from(now)).filter(counts()).filter(accounts::email.eq_any(addresses));
    let unwarned = unwarned.select(accounts::id).load::<i64>(conn)?;
    // The condition once more: somebody may have signed in meanwhile.
    diesel::update(accounts::table.filter(accounts::id.eq_any(unwarned)).filter(counts()))
        .set((accounts::warned_on.eq(None::<NaiveDate>), accounts::warnings_lost.eq(accounts::warnings_lost + 1)))
        .execute(conn)?;
    Ok(Some(MailId::new(*last)))
}

/// Unused accounts whose owners must be warned by now, with the day of the last use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToWarn {
    /// In the order of their ids; fewer than were looked at.
    pub accounts: Vec<(AccountId, NaiveDate)>,
    /// The last one that was looked at.
    pub last: AccountId,
}

/// Unused accounts whose owners must be warned by now and have not been; in the order of their ids, of those that come after
/// one at most so many. As long as a warning that never left is kept among the mails, a mail with one of these names, no
/// other follows it. Answers nothing when there are no more to look at.
///
/// # Errors
/// When the database fails.
pub fn list_accounts_to_warn(
    conn: &mut Conn,
    now: Instant,
    warnings: &[&'static str],
    (after, most): (Option<AccountId>, i64),
) -> Result<Option<ToWarn>, StoreError> {
    let rows = unused!(warned_from(now))
        .filter(accounts::email.is_not_null().and(accounts::warned_on.is_null()))
        .filter(accounts::id.gt(after.map_or(0, AccountId::value)))
        .order(accounts::id)
        .limit(most)
        .select((accounts::id, accounts::used_on, accounts::email.assume_not_null()))
        .load::<(i64, NaiveDate, String)>(conn)?;
    let Some(last) = rows.last().map(|(id, ..)| AccountId::new(*id)) else { return Ok(None) };
    let addresses = every_spelling(rows.iter().map(|(_, _, email)| email.as_str()));
    let lost = lost_mails!(now, warnings).filter(mails::recipient.eq_any(addresses)).select(mails::recipient);
    let lost: BTreeSet<String> = lost.load::<String>(conn)?.iter().map(|kept| one_spelling(kept)).collect();
    let waits = rows.into_iter().filter(|(_, _, email)| !lost.contains(&one_spelling(email)));
    Ok(Some(ToWarn { accounts: waits.map(|(id, used_on, _)| (AccountId::new(id), used_on)).collect(), last }))
}

/// The last day of use of accounts whose warning is due: the period less the time before which is warned.
fn warned_from(now: Instant) -> NaiveDate {
    Rule::Accounts.used_until(now.plus(TimeDelta::days(WARNED_BEFORE))).to_utc().date()
}

/// Notes that the owner was warned of the deletion. Answers whether nobody had signed in meanwhile or warned before.
///
/// # Errors
/// When the database fails.
pub fn update_warned_on(
    conn: &mut Conn,
    id: AccountId,
    used_on: NaiveDate,
    warned_on: NaiveDate,
) -> Result<bool, StoreError> {
    let same =
        accounts::table.find(id.value()).filter(accounts::used_on.eq(used_on).and(accounts::warned_on.is_null()));
    Ok(diesel::update(same).set(accounts::warned_on.eq(warned_on)).execute(conn)? == 1)
}

/// Forgets warnings: the account got a role, so it stays, and its owner is warned anew should it ever go.
///
/// # Errors
/// When the database fails.
pub fn update_not_warned(conn: &mut Conn, id: AccountId) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id.value())).set(unwarned!()).execute(conn)?;
    Ok(())
}

/// Deletes an account; what pointed at it must be gone.
///
/// # Errors
/// When something still points at it or the database fails.
pub fn delete_account(conn: &mut Conn, id: AccountId) -> Result<(), StoreError> {
    diesel::delete(accounts::table.find(id.value())).execute(conn)?;
    Ok(())
}

/// The random name under which an account stands in the record, if it has acted before.
///
/// # Errors
/// When the database fails.
pub fn find_actor_ref(conn: &mut Conn, account: AccountId) -> Result<Option<String>, StoreError> {
    let found = actors::table.filter(actors::account_id.eq(account.value())).select(actors::actor_ref).first(conn);
    Ok(found.optional()?)
}

/// Gives an account its random name for the record. The row is the only link, and may be deleted.
///
/// # Errors
/// When the name is taken or the database fails.
pub fn insert_actor_ref(conn: &mut Conn, account: AccountId, actor_ref: &str) -> Result<(), StoreError> {
    diesel::insert_into(actors::table)
        .values((actors::actor_ref.eq(actor_ref), actors::account_id.eq(account.value())))
        .execute(conn)?;
    Ok(())
}

/// Takes away the only link between an account and its acts in the record.
///
/// # Errors
/// When the database fails.
pub fn delete_actor_ref(conn: &mut Conn, account: AccountId) -> Result<(), StoreError> {
    diesel::delete(actors::table.filter(actors::account_id.eq(account.value()))).execute(conn)?;
    Ok(())
}
