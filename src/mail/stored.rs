//! How the parameters of messages are written down where their types have no form of their own.

use crate::domain::decision::CouncilOutcome;
use crate::domain::news::NewsKind;
use crate::domain::proposal::HidingRule;
use crate::domain::question::SetAsideReason;
use crate::domain::review::Route;
use crate::domain::role::Role;
use crate::domain::time::Instant;

/// Values as the words that the database carries.
macro_rules! as_words {
    ($($module:ident: $type:ident),*) => {$(
        pub(super) mod $module {
            use serde::{Deserialize, Deserializer, Serializer, de::Error};

            use super::$type;

            pub(in crate::mail) fn serialize<S: Serializer>(value: &$type, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(value.as_str())
            }

            pub(in crate::mail) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                let word = String::deserialize(deserializer)?;
                $type::parse(&word).ok_or_else(|| D::Error::custom(format!("{word:?} is unknown")))
            }
        }
    )*};
}

as_words!(role_word: Role, rule_word: HidingRule, aside_word: SetAsideReason, route_word: Route, outcome_word: CouncilOutcome, news_word: NewsKind);

/// A moment as RFC 3339.
pub(super) mod moment {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::Instant;

    pub(in crate::mail) fn serialize<S: Serializer>(at: &Instant, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&at.to_rfc3339())
    }

    pub(in crate::mail) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Instant, D::Error> {
        let text = String::deserialize(deserializer)?;
        Instant::parse(&text).ok_or_else(|| D::Error::custom(format!("{text:?} is no moment")))
    }
}
