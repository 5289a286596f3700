//! Links to the pages of somebody's own account and of the sign-in.

use super::{API_RECORD, home, path};
use crate::locale::Language;

/// Somebody's own account.
#[must_use]
pub fn account(language: Language) -> String {
    format!("{}{}", home(language), path::ACCOUNT)
}

/// Changes name and language.
#[must_use]
pub fn account_profile(language: Language) -> String {
    format!("{}{}", home(language), path::ACCOUNT_PROFILE)
}

/// Asks for another address.
#[must_use]
pub fn account_address(language: Language) -> String {
    format!("{}{}", home(language), path::ACCOUNT_ADDRESS)
}

/// Sets or removes the password.
#[must_use]
pub fn account_password(language: Language) -> String {
    format!("{}{}", home(language), path::ACCOUNT_PASSWORD)
}

/// Ends sessions.
#[must_use]
pub fn account_sessions(language: Language) -> String {
    format!("{}{}", home(language), path::ACCOUNT_SESSIONS)
}

/// Everything that is kept of the account, as an archive.
#[must_use]
pub fn account_data(language: Language) -> String {
    format!("{}{}", home(language), path::ACCOUNT_DATA)
}

/// Deletes the account.
#[must_use]
pub fn account_delete(language: Language) -> String {
    format!("{}{}", home(language), path::ACCOUNT_DELETE)
}

/// Asks for a link and six digits by mail.
#[must_use]
pub fn sign_in_mail(language: Language) -> String {
    format!("{}{}", home(language), path::SIGN_IN_MAIL)
}

/// Takes the six digits of the mail.
#[must_use]
pub fn sign_in_code(language: Language) -> String {
    format!("{}{}", home(language), path::SIGN_IN_CODE)
}

/// Where the link of the mail leads.
#[must_use]
pub fn sign_in_link(language: Language) -> String {
    format!("{}{}", home(language), path::SIGN_IN_LINK)
}

/// Takes the code of the telephone.
#[must_use]
pub fn sign_in_second_factor(language: Language) -> String {
    format!("{}{}", home(language), path::SIGN_IN_SECOND_FACTOR)
}

/// Takes the code of the telephone and goes on to a path of this site.
#[must_use]
pub fn second_factor_and_go_to(language: Language, next: &str) -> String {
    with_next(&sign_in_second_factor(language), next)
}

/// Sets up the telephone.
#[must_use]
pub fn second_factor(language: Language) -> String {
    format!("{}{}", home(language), path::SECOND_FACTOR)
}

/// An address that knows where to go on afterwards.
#[must_use]
pub fn with_next(url: &str, next: &str) -> String {
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    let mark = if url.contains('?') { '&' } else { '?' };
    format!("{url}{mark}next={next}")
}

/// Tokens for programs.
#[must_use]
pub fn tokens(language: Language) -> String {
    format!("{}{}", home(language), path::TOKENS)
}

/// Revokes one.
#[must_use]
pub fn token_revoke(language: Language) -> String {
    format!("{}{}", home(language), path::TOKEN_REVOKE)
}

/// The record for programs, in full: it is copied into them.
#[must_use]
pub fn api_record(origin: &str) -> String {
    format!("{origin}{API_RECORD}")
}
