//! Links to following and to what is followed.

use super::{home, path};
use crate::locale::Language;

/// Takes an address that is to follow something.
#[must_use]
pub fn follow(language: Language) -> String {
    format!("{}{}", home(language), path::FOLLOW)
}

/// Asks for an address that is to follow this: a round by its name in addresses, and the number of a proposal or nothing.
#[must_use]
pub fn follow_this(language: Language, round: &str, proposal: &str) -> String {
    format!("{}{}", follow(language), named(round, proposal))
}

/// Says that the mailbox was asked.
#[must_use]
pub fn follow_sent(language: Language, round: &str, proposal: &str) -> String {
    format!("{}{}{}", home(language), path::FOLLOW_SENT, named(round, proposal))
}

fn named(round: &str, proposal: &str) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("round", round);
    if !proposal.is_empty() {
        query.append_pair("proposal", proposal);
    }
    format!("?{}", query.finish())
}

/// Where the mailbox confirms.
#[must_use]
pub fn follow_confirm(language: Language) -> String {
    format!("{}{}", home(language), path::FOLLOW_CONFIRM)
}

/// What whoever is signed in follows.
#[must_use]
pub fn following(language: Language) -> String {
    format!("{}{}", home(language), path::FOLLOWING)
}

/// What somebody follows, by the token of a mail.
#[must_use]
pub fn following_of(language: Language, token: &str) -> String {
    // It comes from outside where a mail program calls.
    let token: String = url::form_urlencoded::byte_serialize(token.as_bytes()).collect();
    format!("{}?token={token}", following(language))
}
