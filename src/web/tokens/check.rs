//! Whether a token can be made of what was typed: all that is wrong at once, field by field.

use super::view::Mistake;
use crate::actions::account::CreateApiToken;
use crate::domain::api_token::{TokenId, TokenLife, TokenName, TokenNameError, TokenScope};

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fields {
    /// Drawn with the form, so that it makes one token however often it is sent.
    pub(super) id: String,
    pub(super) name: String,
    pub(super) days: String,
}

impl Fields {
    /// An empty form.
    pub(super) fn fresh(id: TokenId) -> Self {
        Self { id: id.to_string(), name: String::new(), days: "90".to_owned() }
    }

    /// What was typed.
    pub(super) fn typed(pairs: &[(String, String)]) -> Self {
        let get = |wanted: &str| {
            let found = pairs.iter().find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Self { id: get("id"), name: get("name"), days: get("days") }
    }

    /// What somebody wants, or what is wrong with it, in the order of the page. A form that has lost its id gets the
    /// fresh one.
    ///
    /// # Errors
    /// All mistakes.
    pub(super) fn check(&self, fresh: TokenId) -> Result<CreateApiToken, Vec<Mistake>> {
        let id = TokenId::parse(&self.id).unwrap_or(fresh);
        let name = TokenName::parse(&self.name).map_err(|error| match error {
            TokenNameError::Missing => Mistake::NameMissing,
            TokenNameError::TooLong => Mistake::NameTooLong,
            TokenNameError::Hidden => Mistake::NameUnprintable,
        });
        let days = self.days.trim().parse().ok().and_then(TokenLife::of_days).ok_or(Mistake::DaysOutOfRange);
        match (name, days) {
            (Ok(name), Ok(life)) => Ok(CreateApiToken { id, name, scope: TokenScope::ReadRecord, life }),
            (name, days) => Err(name.err().into_iter().chain(days.err()).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(name: &str, days: &str) -> Vec<Mistake> {
        let fields = Fields { id: "00".repeat(16), name: name.to_owned(), days: days.to_owned() };
        fields.check(TokenId::new([7; 16])).err().unwrap_or_default()
    }

    #[test]
    fn all_mistakes_are_told_at_once() {
        assert_eq!(mistakes("Auditor", " 90 "), []);
        assert_eq!(mistakes(" ", "0"), [Mistake::NameMissing, Mistake::DaysOutOfRange]);
        assert_eq!(mistakes(&"x".repeat(81), "366"), [Mistake::NameTooLong, Mistake::DaysOutOfRange]);
        assert_eq!(mistakes("Am\u{202e}t", "90"), [Mistake::NameUnprintable]);
        for days in ["", "ten", "-1", "1.5", "99999999"] {
            assert_eq!(mistakes("Auditor", days), [Mistake::DaysOutOfRange], "{days}");
        }
    }

    #[test]
    fn a_form_makes_one_token_even_without_its_id() {
        let typed = |id: &str| Fields { id: id.to_owned(), name: "Auditor".to_owned(), days: "1".to_owned() };
        let id = |typed: Fields| typed.check(TokenId::new([7; 16])).unwrap().id;

        assert_eq!(id(typed(&"0a".repeat(16))), TokenId::new([10; 16]));
        assert_eq!(id(typed("")), TokenId::new([7; 16]));
    }
}
