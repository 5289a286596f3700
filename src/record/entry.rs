//! One entry, and the draft that makes it. The body is the whole entry: it is what will be hashed into the log.

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::hex;
use crate::domain::ids::RoundPublicId;
use crate::domain::time::Instant;

use super::act::{Act, ActorRef, Subject};
use super::canonical::Value;

/// The version of the body's layout.
pub(super) const VERSION: u32 = 1;

/// The random id of an entry. It carries no order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EntryId([u8; 16]);

impl EntryId {
    /// Takes bytes from a source of randomness; draw them before the transaction.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Reads 32 lower-case hexadecimal digits; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text).map(Self)
    }
}

impl fmt::Display for EntryId {
    /// 32 lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(&self.0))
    }
}

/// An entry as the database stores it. Only [`EntryDraft::at`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    id: EntryId,
    at: Instant,
    act: Act,
    actor: ActorRef,
    subject: Subject,
    reason: Option<String>,
    body: String,
}

impl Entry {
    /// Its random id.
    #[must_use]
    pub const fn id(&self) -> EntryId {
        self.id
    }

    /// The round that it concerns.
    #[must_use]
    pub const fn round(&self) -> Option<RoundPublicId> {
        self.subject.round()
    }

    /// The time of its transaction.
    #[must_use]
    pub const fn at(&self) -> Instant {
        self.at
    }

    /// What was done.
    #[must_use]
    pub const fn act(&self) -> Act {
        self.act
    }

    /// Who did it.
    #[must_use]
    pub const fn actor(&self) -> ActorRef {
        self.actor
    }

    /// On what it was done.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// The public reason as it is searched for: in lower case.
    #[must_use]
    pub fn folded_reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// The whole entry in canonical JSON. Store it as it is; it is never written anew.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }
}

/// An entry without its time, to be made before a transaction and finished in it.
#[derive(Debug, Clone)]
pub struct EntryDraft {
    id: EntryId,
    act: Act,
    actor: ActorRef,
    subject: Subject,
    details: BTreeMap<String, Value>,
}

impl EntryDraft {
    /// Begins an entry.
    #[must_use]
    pub const fn new(id: EntryId, act: Act, actor: ActorRef, subject: Subject) -> Self {
        Self { id, act, actor, subject, details: BTreeMap::new() }
    }

    /// Adds a detail: a figure, a hash, a public id, a public reason. Nothing that belongs to a person.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }

    /// Finishes the entry with the time of its transaction.
    #[must_use]
    pub fn at(self, now: Instant) -> Entry {
        let Self { id, act, actor, subject, details } = self;
        let reason = match details.get("reason") {
            Some(Value::Text(reason)) => Some(reason.to_lowercase()),
            Some(_) | None => None,
        };
        let members = [
            ("act", act.as_str().into()),
            ("actor", actor.to_string().into()),
            ("at", now.to_rfc3339().into()),
            ("details", Value::Object(details)),
            ("id", id.to_string().into()),
            ("round", subject.round().map(|round| round.to_string()).into()),
            ("subject", subject.to_string().into()),
            ("version", VERSION.into()),
        ];
        let body = Value::Object(members.map(|(name, value)| (name.to_owned(), value)).into());
        Entry { id, at: now, act, actor, subject, reason, body: body.to_string() }
    }
}

impl From<Instant> for Value {
    /// RFC 3339 in UTC with milliseconds.
    fn from(time: Instant) -> Self {
        Self::Text(time.to_rfc3339())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::OfficeRef;

    #[test]
    fn the_body_of_an_entry_never_changes_by_accident() {
        let now = Instant::parse("2027-10-10T21:59:00Z").unwrap();
        let office = ActorRef::Office(OfficeRef::new([2; 16]));
        let round = RoundPublicId::new([3; 16]);

        let entry = EntryDraft::new(EntryId::new([1; 16]), Act::WindowExtended, office, Subject::Round(round))
            .with("to", now)
            .with("reason", "Der Bus \"12\" fiel aus.")
            .at(now);

        assert_eq!(
            entry.body(),
            concat!(
                r#"{"act":"window_extended","actor":"office:02020202020202020202020202020202","#,
                r#""at":"2027-10-10T21:59:00.000Z","#,
                r#""details":{"reason":"Der Bus \"12\" fiel aus.","to":"2027-10-10T21:59:00.000Z"},"#,
                r#""id":"01010101010101010101010101010101","round":"03030303030303030303030303030303","#,
                r#""subject":"round:03030303030303030303030303030303","version":1}"#
            )
        );
        assert_eq!(entry.round(), Some(round));
    }

    #[test]
    fn an_entry_about_no_round_says_so() {
        let now = Instant::parse("2027-10-10T21:59:00Z").unwrap();
        let draft = EntryDraft::new(EntryId::new([1; 16]), Act::SettingsChanged, ActorRef::System, Subject::Settings);

        let entry = draft.at(now);

        assert_eq!(entry.round(), None);
        assert!(entry.body().contains(r#""round":null,"subject":"settings""#));
    }
}
