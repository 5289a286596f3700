//! What stands in the fields: typed by somebody, or as it is saved.

use std::collections::BTreeMap;

use crate::locale::Language;
use crate::store::organisation::{Organisation, OrganisationText};

/// The languages in which the organisation writes.
pub(super) const LANGUAGES: [Language; 2] = [Language::German, Language::English];

/// All fields by name, and the version that they were filled in for.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields {
    values: BTreeMap<String, String>,
}

/// The fields of one language; their names end in its code.
pub(super) const SHORT: [&str; 5] = ["name", "service_name", "help_hours", "help_place", "help_place_note"];
/// The long ones.
pub(super) const TEXTS: [&str; 3] = ["imprint", "privacy", "accessibility"];

/// The name of a language's field.
pub(super) fn named(field: &str, language: Language) -> String {
    format!("{field}_{}", language.code())
}

impl Fields {
    /// What was typed; line ends as the database keeps them.
    pub(super) fn typed(pairs: Vec<(String, String)>) -> Self {
        Self { values: pairs.into_iter().map(|(name, value)| (name, value.replace("\r\n", "\n"))).collect() }
    }

    /// What is saved; empty before anything was.
    pub(super) fn saved(organisation: Option<&Organisation>) -> Self {
        let Some(found) = organisation else { return Self::default() };
        let mut values = BTreeMap::from([
            ("version".to_owned(), found.version.to_string()),
            ("time_zone".to_owned(), found.time_zone.clone()),
            ("help_telephone".to_owned(), found.help_telephone.clone()),
        ]);
        for language in LANGUAGES {
            let Some(text) = found.texts.get(language.code()).cloned() else { continue };
            let OrganisationText { name, service_name, help_hours, help_place, help_place_note, .. } = text;
            let short = [name, service_name, help_hours, help_place, help_place_note];
            let long = [text.imprint, text.privacy, text.accessibility];
            values.extend(SHORT.iter().zip(short).map(|(field, value)| (named(field, language), value)));
            values.extend(TEXTS.iter().zip(long).map(|(field, value)| (named(field, language), value)));
        }
        Self { values }
    }

    /// What stands in a field.
    pub(super) fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// What stands in a language's field.
    pub(super) fn of(&self, field: &str, language: Language) -> &str {
        self.get(&named(field, language))
    }

    /// The version that the form was filled in for; none when nothing was saved then.
    pub(super) fn version(&self) -> Option<i64> {
        self.get("version").parse().ok().filter(|version| *version > 0)
    }
}
