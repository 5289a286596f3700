//! What acts on people's accounts share: giving a role, who may not go, and whom mails tell.

use super::authorise::{Forbidden, authorise};
use super::enqueue::{Outgoing, enqueue};
use super::record::{RecordIds, account_subject, append};
use super::round::round_of;
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::role::{Departments, Grant, Mandate, Role, RoleWay};
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::record::canonical::Value;
use crate::store::accounts::{Account, update_not_warned};
use crate::store::departments::list_departments;
use crate::store::roles::{insert_grant, list_grants, list_open_holders, lock_holders, update_departments};
use crate::store::second_factors::list_with_second_factor;
use crate::store::texts::find_round_text;
use crate::store::{Conn, StoreError, Tx};

/// What an entry says of a role: which, and for which round if it is for one.
///
/// # Errors
/// When there is no such round or the database fails.
pub fn grant_details(tx: &mut Tx<'_>, grant: Grant) -> Result<Vec<(&'static str, Value)>, StoreError> {
    let mut details = vec![("role", grant.role.as_str().into())];
    if let Some(round) = grant.round {
        details.push(("round", round_of(tx, round)?.public_id.to_string().into()));
    }
    Ok(details)
}

/// What an entry says of a role that is given: also for which departments, unless for all.
///
/// # Errors
/// When there is no such round or the database fails.
pub fn mandate_details(tx: &mut Tx<'_>, mandate: &Mandate) -> Result<Vec<(&'static str, Value)>, StoreError> {
    let mut details = grant_details(tx, mandate.grant)?;
    if let Departments::Only(ids) = &mandate.departments {
        details.push(("departments", ids.iter().map(|id| Value::from(id.value())).collect::<Vec<_>>().into()));
    }
    Ok(details)
}

/// Entrusts an account with a role and enters it. An account that holds the role answers [`StoreError::Conflict`].
///
/// # Errors
/// When the account holds the role or the database fails.
pub fn give_role(
    tx: &mut Tx<'_>,
    ids: &RecordIds,
    actor: Actor,
    (account, mandate): (AccountId, &Mandate),
    way: RoleWay,
) -> Result<(), StoreError> {
    let now = tx.now;
    insert_grant(tx, account, mandate, now)?;
    update_not_warned(tx, account)?;
    let subject = account_subject(tx, ids, account)?;
    let mut details = mandate_details(tx, mandate)?;
    if way != RoleWay::Given {
        details.push(("way", way.as_str().into()));
    }
    append(tx, ids, actor, Act::RoleGiven, (mandate.grant.round, subject), details)
}

/// Changes the departments of a role that an account holds and enters it.
///
/// # Errors
/// [`StoreError::NotFound`] when it does not hold the role; when a department is not there or the database fails.
pub fn change_departments(
    tx: &mut Tx<'_>,
    ids: &RecordIds,
    actor: Actor,
    account: AccountId,
    mandate: &Mandate,
) -> Result<(), StoreError> {
    update_departments(tx, account, mandate)?;
    let (subject, details) = (account_subject(tx, ids, account)?, mandate_details(tx, mandate)?);
    append(tx, ids, actor, Act::RoleDepartmentsChanged, (mandate.grant.round, subject), details)
}

/// Lets whoever manages people pass, and nobody else make an administrator fewer until the transaction ends. Whoever had
/// to wait is asked once more: it may have been their own role that was taken meanwhile.
///
/// # Errors
/// The reason why the actor does not pass, or a failure of the database.
pub fn authorise_alone(tx: &mut Tx<'_>, actor: Actor) -> Result<(), Forbidden> {
    authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
    lock_holders(tx, Role::Administrator)?;
    authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)
}

/// Whether nobody would be left who can administer everything without this account. Who has no telephone for codes cannot
/// yet, and so takes the place only of somebody who cannot either. Holds until the end of a transaction that began with
/// [`authorise_alone`].
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn is_last_administrator(conn: &mut Conn, account: AccountId) -> Result<bool, StoreError> {
    if !list_grants(conn, account)?.hold(&[Role::Administrator], None) {
        return Ok(false);
    }
    let open = list_open_holders(conn, Role::Administrator)?;
    let can_act = list_with_second_factor(conn, &open)?;
    Ok(!open.iter().any(|other| *other != account && (can_act.contains(other) || !can_act.contains(&account))))
}

/// The title of the round that a role is for, in a language; none when it is for all.
///
/// # Errors
/// When the round has no text or the database fails.
pub fn round_title(conn: &mut Conn, grant: Grant, language: Language) -> Result<Option<String>, StoreError> {
    let Some(round) = grant.round else { return Ok(None) };
    Ok(Some(find_round_text(conn, round, language.written())?.text.title))
}

/// The names of the departments that a role is for, in a language; none when it is for all.
///
/// # Errors
/// When the database fails.
pub fn department_names(
    conn: &mut Conn,
    departments: &Departments,
    language: Language,
) -> Result<Vec<String>, StoreError> {
    let Departments::Only(ids) = departments else { return Ok(Vec::new()) };
    let all = list_departments(conn)?;
    Ok(all.iter().filter(|one| ids.contains(&one.id)).map(|one| one.name(language.written())).collect())
}

/// Tells somebody of a role, in the language of the account. `message` gets the title of the round, if it is for one, and
/// the names of the departments, if it is not for all.
///
/// # Errors
/// When the database fails.
pub fn tell_of_role(
    tx: &mut Tx<'_>,
    ids: &MessageIds,
    account: &Account,
    mandate: &Mandate,
    message: impl FnOnce(Role, Option<String>, Vec<String>) -> Message,
) -> Result<(), StoreError> {
    let Some(email) = &account.email else { return Ok(()) };
    let language = Language::from_code(&account.language).unwrap_or_default();
    let departments = department_names(tx, &mandate.departments, language)?;
    let message = message(mandate.grant.role, round_title(tx, mandate.grant, language)?, departments);
    enqueue(tx, ids, 0, Outgoing::new(&message, email, language))
}
