//! Who is entrusted with what, and since when. A role that was taken away stays written with its end.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{accounts, office_role_departments, office_roles};
use crate::domain::email::Email;
use crate::domain::ids::{AccountId, DepartmentId, RoundId};
use crate::domain::role::{Departments, Grant, Grants, Mandate, Role};
use crate::domain::time::Instant;

fn read_grant((role, round): (String, Option<i64>)) -> Result<Grant, StoreError> {
    let role = Role::parse(&role).ok_or_else(|| StoreError::corrupt("office_roles", "role", &role))?;
    Ok(Grant { role, round: round.map(RoundId::new) })
}

/// What stands written of departments beside a role.
pub(super) fn read_departments(is_every: bool, listed: BTreeSet<DepartmentId>) -> Departments {
    if is_every { Departments::All } else { Departments::Only(listed) }
}

/// What an account is entrusted with; nothing when it is closed.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_grants(conn: &mut Conn, account: AccountId) -> Result<Grants, StoreError> {
    type Row = (i64, (String, Option<i64>), bool, Option<i64>);
    // One row for each department of a role, or one without any.
    let rows = office_roles::table
        .inner_join(accounts::table)
        .left_join(office_role_departments::table)
        .filter(office_roles::account_id.eq(account.value()))
        .filter(office_roles::taken_at.is_null().and(accounts::disabled_at.is_null()))
        .order((office_roles::id, office_role_departments::department_id))
        .select((
            office_roles::id,
            (office_roles::role, office_roles::round_id),
            office_roles::every_department,
            office_role_departments::department_id.nullable(),
        ))
        .load::<Row>(conn)?;
    let mandate = |rows: &[Row]| {
        let (_, grant, is_every, _) = rows.first()?;
        let listed = rows.iter().filter_map(|(_, _, _, department)| department.map(DepartmentId::new)).collect();
        let departments = read_departments(*is_every, listed);
        Some(read_grant(grant.clone()).map(|grant| Mandate { grant, departments }))
    };
    rows.chunk_by(|(one, ..), (next, ..)| one == next).filter_map(mandate).collect()
}

/// The departments of every role that lists some, by the role's row.
fn list_listed(conn: &mut Conn) -> Result<BTreeMap<i64, BTreeSet<DepartmentId>>, StoreError> {
    let columns = (office_role_departments::office_role_id, office_role_departments::department_id);
    let mut listed: BTreeMap<i64, BTreeSet<DepartmentId>> = BTreeMap::new();
    for (role, department) in office_role_departments::table.select(columns).load::<(i64, i64)>(conn)? {
        listed.entry(role).or_default().insert(DepartmentId::new(department));
    }
    Ok(listed)
}

fn insert_departments(conn: &mut Conn, role: i64, departments: &Departments) -> Result<(), StoreError> {
    for department in departments.listed() {
        diesel::insert_into(office_role_departments::table)
            .values((
                office_role_departments::office_role_id.eq(role),
                office_role_departments::department_id.eq(department.value()),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Entrusts an account with a role. One that it holds already answers [`StoreError::Conflict`].
///
/// # Errors
/// [`StoreError::Violation`] when a department is not there; when it has the role or the database fails.
pub fn insert_grant(conn: &mut Conn, account: AccountId, mandate: &Mandate, now: Instant) -> Result<(), StoreError> {
    let grant = mandate.grant;
    let role: i64 = diesel::insert_into(office_roles::table)
        .values((
            office_roles::account_id.eq(account.value()),
            office_roles::role.eq(grant.role.as_str()),
            office_roles::round_id.eq(grant.round.map(RoundId::value)),
            office_roles::every_department.eq(mandate.departments == Departments::All),
            office_roles::given_at.eq(now.to_utc()),
        ))
        .returning(office_roles::id)
        .get_result(conn)?;
    insert_departments(conn, role, &mandate.departments)
}

/// Locks the roles that an account holds until the transaction ends: two who change one do so one after the other.
///
/// # Errors
/// When the database fails.
pub fn lock_roles_of(conn: &mut Conn, account: AccountId) -> Result<(), StoreError> {
    let held = office_roles::table
        .filter(office_roles::account_id.eq(account.value()).and(office_roles::taken_at.is_null()))
        .order(office_roles::id)
        .select(office_roles::id);
    match conn {
        // SQLite has one writer.
        Conn::Sqlite(_) => {}
        Conn::Postgres(c) => drop(held.for_update().load::<i64>(c)?),
    }
    Ok(())
}

/// Changes the departments of a role that an account holds.
///
/// # Errors
/// [`StoreError::NotFound`] when it does not hold it, [`StoreError::Violation`] when a department is not there; or when the
/// database fails.
pub fn update_departments(conn: &mut Conn, account: AccountId, mandate: &Mandate) -> Result<(), StoreError> {
    let held = office_roles::table
        .filter(office_roles::account_id.eq(account.value()).and(office_roles::role.eq(mandate.grant.role.as_str())))
        .filter(office_roles::taken_at.is_null())
        .select(office_roles::id);
    let role: i64 = match mandate.grant.round {
        Some(round) => held.filter(office_roles::round_id.eq(round.value())).first(conn)?,
        None => held.filter(office_roles::round_id.is_null()).first(conn)?,
    };
    diesel::update(office_roles::table.find(role))
        .set(office_roles::every_department.eq(mandate.departments == Departments::All))
        .execute(conn)?;
    diesel::delete(office_role_departments::table.filter(office_role_departments::office_role_id.eq(role)))
        .execute(conn)?;
    insert_departments(conn, role, &mandate.departments)
}

/// Takes a role away. Answers whether the account held it.
///
/// # Errors
/// When the database fails.
pub fn update_grant_taken(conn: &mut Conn, account: AccountId, grant: Grant, now: Instant) -> Result<bool, StoreError> {
    let held = office_roles::table
        .filter(office_roles::account_id.eq(account.value()).and(office_roles::role.eq(grant.role.as_str())))
        .filter(office_roles::taken_at.is_null());
    let taken = office_roles::taken_at.eq(now.to_utc());
    let changed = match grant.round {
        Some(round) => {
            diesel::update(held.filter(office_roles::round_id.eq(round.value()))).set(taken).execute(conn)?
        }
        None => diesel::update(held.filter(office_roles::round_id.is_null())).set(taken).execute(conn)?,
    };
    Ok(changed > 0)
}

/// The open accounts that hold a role for all rounds, with or without a telephone for codes.
///
/// # Errors
/// When the database fails.
pub fn list_open_holders(conn: &mut Conn, role: Role) -> Result<Vec<AccountId>, StoreError> {
    let ids = office_roles::table
        .inner_join(accounts::table)
        .filter(office_roles::role.eq(role.as_str()).and(office_roles::round_id.is_null()))
        .filter(office_roles::taken_at.is_null().and(accounts::disabled_at.is_null()))
        .select(office_roles::account_id)
        .load::<i64>(conn)?;
    Ok(ids.into_iter().map(AccountId::new).collect())
}

/// Locks the rows of all who hold a role for all rounds until the transaction ends: two who take it from each other at the
/// same moment do so one after the other.
///
/// # Errors
/// When the database fails.
pub fn lock_holders(conn: &mut Conn, role: Role) -> Result<(), StoreError> {
    let held = office_roles::table
        .filter(office_roles::role.eq(role.as_str()).and(office_roles::round_id.is_null()))
        .filter(office_roles::taken_at.is_null())
        .order(office_roles::id)
        .select(office_roles::id);
    match conn {
        // SQLite has one writer.
        Conn::Sqlite(_) => {}
        Conn::Postgres(c) => drop(held.for_update().load::<i64>(c)?),
    }
    Ok(())
}

/// The addresses of all who hold a role for a round, or for everything, and may sign in: each once, with the language of
/// its mails.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_addresses_with_role(
    conn: &mut Conn,
    role: Role,
    round: RoundId,
) -> Result<Vec<(Email, String)>, StoreError> {
    let here = office_roles::round_id.is_null().or(office_roles::round_id.eq(round.value()).assume_not_null());
    let holders = office_roles::table
        .filter(office_roles::role.eq(role.as_str()).and(office_roles::taken_at.is_null()))
        .filter(here)
        .select(office_roles::account_id);
    let rows = accounts::table
        .filter(accounts::id.eq_any(holders))
        .filter(accounts::disabled_at.is_null().and(accounts::email.is_not_null()))
        .order(accounts::id)
        .select((accounts::email.assume_not_null(), accounts::language))
        .load::<(String, String)>(conn)?;
    let read = |(email, language): (String, String)| {
        let email = Email::parse_kept(&email).map_err(|_| StoreError::corrupt("accounts", "email", "no address"))?;
        Ok((email, language))
    };
    rows.into_iter().map(read).collect()
}

/// Somebody of the office, with one of the roles that they hold.
#[derive(Debug, Clone)]
pub struct Holder {
    /// The account.
    pub account: AccountId,
    /// What the person is called.
    pub name: String,
    /// The address.
    pub email: Option<String>,
    /// Whether the account is closed.
    pub disabled: bool,
    /// The role.
    pub mandate: Mandate,
    /// Since when.
    pub given_at: Instant,
}

/// All who hold a role, also of closed accounts, by name; one row for each role.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_holders(conn: &mut Conn) -> Result<Vec<Holder>, StoreError> {
    type Person = (i64, String, Option<String>, Option<chrono::NaiveDateTime>);
    type Row = (Person, (i64, bool), (String, Option<i64>), chrono::NaiveDateTime);
    let mut listed = list_listed(conn)?;
    let rows = office_roles::table
        .inner_join(accounts::table)
        .filter(office_roles::taken_at.is_null())
        .order((accounts::display_name, accounts::id, office_roles::id))
        .select((
            (accounts::id, accounts::display_name, accounts::email, accounts::disabled_at),
            (office_roles::id, office_roles::every_department),
            (office_roles::role, office_roles::round_id),
            office_roles::given_at,
        ))
        .load::<Row>(conn)?;
    let read = |((id, name, email, disabled), (role, is_every), grant, given): Row| {
        let departments = read_departments(is_every, listed.remove(&role).unwrap_or_default());
        Ok(Holder {
            account: AccountId::new(id),
            name,
            email,
            disabled: disabled.is_some(),
            mandate: Mandate { grant: read_grant(grant)?, departments },
            given_at: Instant::from_utc(given),
        })
    };
    rows.into_iter().map(read).collect()
}

/// A role that somebody holds or held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The role.
    pub mandate: Mandate,
    /// Since when.
    pub given_at: Instant,
    /// Until when, if it was taken away.
    pub taken_at: Option<Instant>,
}

/// All that an account was ever entrusted with, oldest first. Nothing for an account that never belonged to the office.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_held(conn: &mut Conn, account: AccountId) -> Result<Vec<Held>, StoreError> {
    type Row = ((i64, bool), (String, Option<i64>), chrono::NaiveDateTime, Option<chrono::NaiveDateTime>);
    let mut listed = list_listed(conn)?;
    let rows = office_roles::table
        .filter(office_roles::account_id.eq(account.value()))
        .order(office_roles::id)
        .select((
            (office_roles::id, office_roles::every_department),
            (office_roles::role, office_roles::round_id),
            office_roles::given_at,
            office_roles::taken_at,
        ))
        .load::<Row>(conn)?;
    let read = |((role, is_every), grant, given, taken): Row| {
        let departments = read_departments(is_every, listed.remove(&role).unwrap_or_default());
        Ok(Held {
            mandate: Mandate { grant: read_grant(grant)?, departments },
            given_at: Instant::from_utc(given),
            taken_at: taken.map(Instant::from_utc),
        })
    };
    rows.into_iter().map(read).collect()
}

/// Deletes what is written of an account's roles; the record keeps that somebody held them.
///
/// # Errors
/// When the database fails.
pub fn delete_grants(conn: &mut Conn, account: AccountId) -> Result<(), StoreError> {
    diesel::delete(office_roles::table.filter(office_roles::account_id.eq(account.value()))).execute(conn)?;
    Ok(())
}
