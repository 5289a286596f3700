//! The addresses of the people of the office, of their invitations, and of who may do what.

use super::{home, path};
use crate::domain::ids::AccountId;
use crate::domain::role::Role;
use crate::domain::slug::Slug;
use crate::locale::Language;

/// Who works in the office, and who is invited.
#[must_use]
pub fn people(language: Language) -> String {
    format!("{}{}", home(language), path::PEOPLE)
}

/// Invites somebody.
#[must_use]
pub fn invite(language: Language) -> String {
    format!("{}{}", home(language), path::INVITE)
}

/// Sends an invitation again, or takes it back.
#[must_use]
pub fn sent_invitation(language: Language, handle: &str) -> String {
    format!("{}/invitations/{handle}", people(language))
}

/// Somebody who works in the office.
#[must_use]
pub fn person(language: Language, account: AccountId) -> String {
    format!("{}/{account}", people(language))
}

/// Gives them a role.
#[must_use]
pub fn give_role(language: Language, account: AccountId) -> String {
    format!("{}/give", person(language, account))
}

/// Takes a role from them.
#[must_use]
pub fn take_role(language: Language, account: AccountId) -> String {
    format!("{}/take", person(language, account))
}

/// Asks whether a role is to be taken from them: one for a round, or one for all.
#[must_use]
pub fn take_this_role(language: Language, account: AccountId, role: Role, round: Option<&Slug>) -> String {
    let round = round.map_or("", Slug::as_str);
    format!("{}?role={}&round={round}", take_role(language, account), role.as_str())
}

/// Changes the departments of a role of theirs.
#[must_use]
pub fn change_departments(language: Language, account: AccountId) -> String {
    format!("{}/departments", person(language, account))
}

/// Asks for which departments a role is to be: one for a round, or one for all.
#[must_use]
pub fn change_these_departments(language: Language, account: AccountId, role: Role, round: Option<&Slug>) -> String {
    let round = round.map_or("", Slug::as_str);
    format!("{}?role={}&round={round}", change_departments(language, account), role.as_str())
}

/// Closes their account.
#[must_use]
pub fn close_account(language: Language, account: AccountId) -> String {
    format!("{}/close", person(language, account))
}

/// Opens it again.
#[must_use]
pub fn reopen_account(language: Language, account: AccountId) -> String {
    format!("{}/reopen", person(language, account))
}

/// Resets their telephone.
#[must_use]
pub fn reset_telephone(language: Language, account: AccountId) -> String {
    format!("{}/telephone", person(language, account))
}

/// Takes what was decided on an invitation.
#[must_use]
pub fn invitation(language: Language) -> String {
    format!("{}{}", home(language), path::INVITATION)
}

/// An invitation, by the signed token of its link.
#[must_use]
pub fn invitation_of(language: Language, token: &str) -> String {
    format!("{}?token={token}", invitation(language))
}

/// Who can see and do what.
#[must_use]
pub fn who_sees_what(language: Language) -> String {
    format!("{}{}", home(language), path::WHO_SEES_WHAT)
}
