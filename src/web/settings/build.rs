//! The page of the settings, fresh, with mistakes, or beside what somebody else has saved.

use super::check::mistake_of;
use super::form::{Fields, LANGUAGES, named};
use super::view::{LanguageSettings, MailBlock, Mistake, Outcome, SettingsShow, ShortField, TextField};
use crate::locale::{Language, Words, markdown};
use crate::store::organisation::Organisation;
use crate::web::parts::Problem;
use crate::web::routes;

/// What a page of the settings is made of.
pub(super) struct Sheet<'a> {
    pub(super) words: Words<'a>,
    /// What stands in the fields.
    pub(super) fields: Fields,
    /// What is saved now.
    pub(super) organisation: Option<&'a Organisation>,
    pub(super) mistakes: Vec<(String, Mistake)>,
    pub(super) outcome: Outcome,
    pub(super) mail: MailBlock,
}

impl Sheet<'_> {
    /// The page.
    pub(super) fn page(self) -> SettingsShow {
        let saved = Fields::saved(self.organisation);
        let problem = |(name, mistake): &(String, Mistake)| Problem {
            text: self.words.text(mistake.key(), &[]),
            anchor: Some(name.clone()),
        };
        // After a conflict the next try is one upon what is saved now; a form with mistakes keeps its own version.
        let version = if self.has_conflict() { saved.version() } else { self.fields.version() };
        SettingsShow {
            url: routes::settings(self.words.language()),
            version: version.and_then(|version| u64::try_from(version).ok()).unwrap_or(0),
            problems: self.mistakes.iter().map(problem).collect(),
            time_zone: self.short("time_zone", &saved),
            help_telephone: self.short("help_telephone", &saved),
            languages: LANGUAGES.map(|language| self.language(language, &saved)).into(),
            outcome: self.outcome,
            mail: self.mail,
        }
    }

    const fn has_conflict(&self) -> bool {
        matches!(self.outcome, Outcome::ChangedMeanwhile { .. })
    }

    fn language(&self, language: Language, saved: &Fields) -> LanguageSettings {
        let short = |field| self.short(&named(field, language), saved);
        let text = |field, url: fn(Language) -> String| self.text(&named(field, language), saved, url(language));
        LanguageSettings {
            tag: language.code(),
            name: language.own_name(),
            organisation: short("name"),
            service_name: short("service_name"),
            help_hours: short("help_hours"),
            help_place: short("help_place"),
            help_place_note: short("help_place_note"),
            imprint: text("imprint", routes::imprint),
            privacy: text("privacy", routes::privacy),
            accessibility: text("accessibility", routes::accessibility),
        }
    }

    fn problem(&self, name: &str) -> Option<String> {
        mistake_of(&self.mistakes, name).map(|mistake| self.words.text(mistake.key(), &[]))
    }

    fn short(&self, name: &str, saved: &Fields) -> ShortField {
        let (value, saved) = (self.fields.get(name), saved.get(name));
        ShortField {
            value: value.to_owned(),
            problem: self.problem(name),
            saved: (self.has_conflict() && value.trim() != saved).then(|| saved.to_owned()),
        }
    }

    fn text(&self, name: &str, saved: &Fields, url: String) -> TextField {
        let saved = saved.get(name);
        TextField {
            value: self.fields.get(name).to_owned(),
            problem: self.problem(name),
            saved_html: (!saved.is_empty()).then(|| markdown::to_html(saved)),
            url,
        }
    }
}
