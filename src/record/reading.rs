//! Reading a stored body again. A later version may have written it: what this one does not know is left to whoever
//! asks, never guessed.

use serde_json::{Map, Value};

use super::entry::VERSION;
use crate::domain::time::Instant;

/// The details of a stored entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Details(Map<String, Value>);

impl Details {
    /// Reads a body. `None` for a layout of another version, and for what is no body at all.
    #[must_use]
    pub fn read(body: &str) -> Option<Self> {
        let Value::Object(mut members) = serde_json::from_str(body).ok()? else { return None };
        match (members.get("version")?.as_u64()?, members.remove("details")?) {
            (version, Value::Object(details)) if version == u64::from(VERSION) => Some(Self(details)),
            _ => None,
        }
    }

    /// The names of all details, ascending.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// A text.
    #[must_use]
    pub fn written(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// A whole number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<i64> {
        self.0.get(name)?.as_i64()
    }

    /// A time.
    #[must_use]
    pub fn time(&self, name: &str) -> Option<Instant> {
        Instant::parse(self.written(name)?)
    }

    /// The texts of a list; none when there is no list.
    pub fn listed(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    }

    /// The whole numbers of a list; nothing when there is no list.
    #[must_use]
    pub fn numbered(&self, name: &str) -> Option<Vec<i64>> {
        Some(self.0.get(name)?.as_array()?.iter().filter_map(Value::as_i64).collect())
    }

    /// Whether nothing was known or set.
    #[must_use]
    pub fn is_null(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(Value::is_null)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Act, ActorRef, EntryDraft, EntryId, Subject};

    #[test]
    fn what_was_entered_is_read_again() {
        let now = Instant::parse("2027-10-10T21:59:00Z").unwrap();
        let draft = EntryDraft::new(EntryId::new([1; 16]), Act::SettingsChanged, ActorRef::System, Subject::Settings);
        let entry =
            draft.with("reason", "Ein Grund.").with("after", now).with("size", 3_i64).with("before", None::<i64>);
        let entry = entry.with("roles", vec!["auditor".into(), "moderator".into()]);
        let entry = entry.with("departments", vec![2_i64.into(), 5_i64.into()]);

        let details = Details::read(entry.at(now).body()).unwrap();

        assert_eq!(details.written("reason"), Some("Ein Grund."));
        assert_eq!((details.time("after"), details.number("size")), (Some(now), Some(3)));
        assert!(details.is_null("before") && !details.is_null("size") && !details.is_null("nothing"));
        assert_eq!(Vec::from_iter(details.names()), ["after", "before", "departments", "reason", "roles", "size"]);
        assert_eq!(Vec::from_iter(details.listed("roles")), ["auditor", "moderator"]);
        assert_eq!((details.numbered("departments"), details.numbered("size")), (Some(vec![2, 5]), None));
        assert_eq!(details.listed("reason").chain(details.listed("nothing")).count(), 0);
    }

    #[test]
    fn another_layout_is_not_guessed() {
        assert_eq!(Details::read(r#"{"details":{},"version":1}"#), Some(Details::default()));
        for body in [r#"{"details":{},"version":2}"#, r#"{"details":[],"version":1}"#, r#"{"version":1}"#, "[]", "x"] {
            assert_eq!(Details::read(body), None, "{body}");
        }
    }
}
