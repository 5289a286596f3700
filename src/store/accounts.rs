//! Accounts of the office, what they are entrusted with, and who stands behind a name in the record.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{accounts, actors, office_roles};
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::domain::permission::Role;
use crate::domain::time::Instant;

/// An account as sign-in and pages need it.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its row.
    pub id: AccountId,
    /// How the office calls the person.
    pub display_name: String,
    /// The argon2id hash in PHC form.
    pub password_hash: String,
    /// Whether it may sign in no more.
    pub disabled: bool,
}

type Columns = (i64, String, String, Option<chrono::NaiveDateTime>);

const COLUMNS: (accounts::id, accounts::display_name, accounts::password_hash, accounts::disabled_at) =
    (accounts::id, accounts::display_name, accounts::password_hash, accounts::disabled_at);

fn read_account((id, display_name, password_hash, disabled): Columns) -> Account {
    Account { id: AccountId::new(id), display_name, password_hash, disabled: disabled.is_some() }
}

/// The account with an address.
///
/// # Errors
/// When the database fails.
pub fn find_account_by_email(conn: &mut Conn, email: &Email) -> Result<Option<Account>, StoreError> {
    let row = accounts::table.filter(accounts::email.eq(email.as_str())).select(COLUMNS).first(conn).optional()?;
    Ok(row.map(read_account))
}

/// The account with an id.
///
/// # Errors
/// When the database fails.
pub fn find_account(conn: &mut Conn, id: AccountId) -> Result<Option<Account>, StoreError> {
    Ok(accounts::table.find(id.value()).select(COLUMNS).first(conn).optional()?.map(read_account))
}

/// Makes an account. An address that has one answers [`StoreError::Conflict`].
///
/// # Errors
/// When the address has an account or the database fails.
pub fn insert_account(
    conn: &mut Conn,
    email: &Email,
    display_name: &str,
    password_hash: &str,
    now: Instant,
) -> Result<AccountId, StoreError> {
    let id = diesel::insert_into(accounts::table)
        .values((
            accounts::email.eq(email.as_str()),
            accounts::display_name.eq(display_name),
            accounts::password_hash.eq(password_hash),
            accounts::created_at.eq(now.to_utc()),
        ))
        .returning(accounts::id)
        .get_result(conn)?;
    Ok(AccountId::new(id))
}

/// Entrusts an account with a role.
///
/// # Errors
/// When it has the role or the database fails.
pub fn insert_role(conn: &mut Conn, account: AccountId, role: Role, now: Instant) -> Result<(), StoreError> {
    diesel::insert_into(office_roles::table)
        .values((
            office_roles::account_id.eq(account.value()),
            office_roles::role.eq(role.as_str()),
            office_roles::given_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// What an account is entrusted with; nothing when it is disabled.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_roles(conn: &mut Conn, account: AccountId) -> Result<BTreeSet<Role>, StoreError> {
    office_roles::table
        .inner_join(accounts::table)
        .filter(office_roles::account_id.eq(account.value()).and(accounts::disabled_at.is_null()))
        .select(office_roles::role)
        .load::<String>(conn)?
        .into_iter()
        .map(|role| Role::parse(&role).ok_or_else(|| StoreError::corrupt("office_roles", "role", &role)))
        .collect()
}

/// The addresses of all who have a role and may sign in.
///
/// # Errors
/// When the database fails or holds something that is no address.
pub fn list_addresses_with_role(conn: &mut Conn, role: Role) -> Result<Vec<Email>, StoreError> {
    office_roles::table
        .inner_join(accounts::table)
        .filter(office_roles::role.eq(role.as_str()).and(accounts::disabled_at.is_null()))
        .order(accounts::id)
        .select(accounts::email)
        .load::<String>(conn)?
        .iter()
        .map(|text| read_address(text))
        .collect()
}

/// The address of an account.
///
/// # Errors
/// When the database fails or holds something that is no address.
pub fn find_address(conn: &mut Conn, account: AccountId) -> Result<Option<Email>, StoreError> {
    let text = accounts::table.find(account.value()).select(accounts::email).first::<String>(conn).optional()?;
    text.map(|text| read_address(&text)).transpose()
}

fn read_address(text: &str) -> Result<Email, StoreError> {
    // Errors are logged, and addresses are not.
    Email::parse(text).map_err(|_| StoreError::corrupt("accounts", "email", "(hidden)"))
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
