//! The page of a part, fresh, with mistakes, or beside what somebody else has saved.

use super::form::{Fields, named};
use super::mistake::{Mistakes, ratio};
use super::part::{Field, Kind, PlainPart};
use super::view::{FieldGroup, FieldView, Outcome, Preview, Sample, SettingsPart};
use crate::domain::colour::Colour;
use crate::domain::theme::{Faint, Scheme};
use crate::locale::{Arg, Language, Offer, Words, markdown};
use crate::store::organisation::Organisation;
use crate::web::layout::NavLink;
use crate::web::parts::Problem;
use crate::web::reading::{self, ReadingPage};
use crate::web::{routes, theme};

/// What a page of the settings is made of.
pub(super) struct Sheet<'a> {
    pub(super) part: PlainPart,
    pub(super) words: Words<'a>,
    /// What stands in the fields.
    pub(super) fields: Fields,
    /// What is saved now.
    pub(super) organisation: Option<&'a Organisation>,
    pub(super) mistakes: Mistakes,
    pub(super) outcome: Outcome,
}

/// The lines of the summary of all problems.
pub(in crate::web) fn problems(mistakes: &Mistakes, words: &Words<'_>) -> Vec<Problem> {
    let problem = |(name, mistake): &(String, super::mistake::Mistake)| Problem {
        text: mistake.text(words),
        anchor: Some(name.clone()),
    };
    mistakes.iter().map(problem).collect()
}

/// The way back from a part that is read to all of them.
pub(in crate::web) fn to_all_parts(words: &Words<'_>) -> NavLink {
    NavLink { label: words.text("settings-back", &[]), url: routes::organisation(words.language()), current: false }
}

/// What to do about a field.
pub(in crate::web) fn problem_of(mistakes: &Mistakes, name: &str, words: &Words<'_>) -> Option<String> {
    mistakes.iter().find(|(field, _)| field == name).map(|(_, mistake)| mistake.text(words))
}

/// A field by its name, its kind, and the keys of its label and its hint.
pub(in crate::web) fn field_view(
    (name, kind, label, hint): (&str, &'static str, &str, &str),
    (fields, mistakes): (&Fields, &Mistakes),
    words: &Words<'_>,
) -> FieldView {
    FieldView {
        name: name.to_owned(),
        label: words.text(label, &[]),
        hint: words.text(hint, &[]),
        kind,
        value: fields.get(name).to_owned(),
        problem: problem_of(mistakes, name, words),
        ..FieldView::default()
    }
}

impl Sheet<'_> {
    /// The page.
    pub(super) fn page(self) -> SettingsPart {
        let saved = self.part.saved(self.organisation);
        let key = self.part.part().as_str();
        // After a conflict the next try is one upon what is saved now; a form with mistakes keeps its own version.
        let version = if self.has_conflict() { saved.version() } else { self.fields.version() };
        SettingsPart {
            title: self.words.text(&format!("settings-part-{key}"), &[]),
            lead: self.words.text(&format!("settings-lead-{key}"), &[]),
            url: routes::organisation_part(self.words.language(), key),
            overview_url: routes::organisation(self.words.language()),
            version: version.unwrap_or(0),
            problems: problems(&self.mistakes, &self.words),
            groups: self.groups(&saved),
            preview: (self.part == PlainPart::Colours).then(|| self.preview()),
            outcome: self.outcome,
        }
    }

    /// The page for those who only read.
    pub(super) fn reading(self) -> ReadingPage {
        let (words, part) = (self.words, self.part.part());
        let changed = self.organisation.and_then(|found| found.part(part));
        ReadingPage {
            title: words.text(&format!("settings-part-{}", part.as_str()), &[]),
            of: words.text("settings-title", &[]),
            back: to_all_parts(&words),
            groups: reading::groups(self.groups(&self.part.saved(self.organisation)), &words),
            changed: changed.map(|part| words.date_time(part.updated_at)),
            ..ReadingPage::default()
        }
    }

    const fn has_conflict(&self) -> bool {
        matches!(self.outcome, Outcome::ChangedMeanwhile { .. })
    }

    fn groups(&self, saved: &Fields) -> Vec<FieldGroup> {
        let fields = self.part.fields();
        let (for_each, for_all): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.in_each_language);
        let all = for_all.iter().map(|field| self.field(field, field.name.to_owned(), None, saved)).collect::<Vec<_>>();
        let legend = (!for_each.is_empty()).then(|| self.words.text("settings-general", &[]));
        let general = (!all.is_empty()).then_some(FieldGroup { legend, fields: all });
        let in_languages = Offer::ALL.into_iter().filter(|_| !for_each.is_empty()).map(|language| {
            let name = [("language", Arg::from(language.own_name()))];
            let field = |field: &&Field| self.field(field, named(field.name, language), Some(language), saved);
            FieldGroup {
                legend: Some(self.words.text("settings-texts-in", &name)),
                fields: for_each.iter().map(field).collect(),
            }
        });
        general.into_iter().chain(in_languages).collect()
    }

    fn field(&self, field: &Field, name: String, language: Option<Language>, saved: &Fields) -> FieldView {
        let key = field.name.replace('_', "-");
        let (value, kept) = (self.fields.get(&name), saved.get(&name));
        let differs = self.has_conflict() && value.trim() != kept && !matches!(field.kind, Kind::Tick);
        let (kind, url) = match field.kind {
            Kind::Line => ("line", None),
            Kind::Telephone => ("telephone", None),
            Kind::Email => ("email", None),
            Kind::WebAddress => ("url", None),
            Kind::Colour => ("colour", None),
            Kind::Tick => ("tick", None),
            Kind::Prose(page) => ("prose", language.map(page)),
        };
        let is_prose = matches!(field.kind, Kind::Prose(_));
        FieldView {
            label: self.words.text(&format!("settings-field-{key}"), &[]),
            hint: match field.kind {
                Kind::Tick => String::new(),
                Kind::Prose(_) => self.words.text("settings-text-hint", &[]),
                Kind::Line | Kind::Telephone | Kind::Email | Kind::WebAddress | Kind::Colour => {
                    self.words.text(&format!("settings-hint-{key}"), &[])
                }
            },
            kind,
            value: value.to_owned(),
            read_as: None,
            focus: false,
            ticked: self.fields.has(&name),
            options: Vec::new(),
            language: language.map(Language::tag),
            problem: problem_of(&self.mistakes, &name, &self.words),
            saved: (differs && !is_prose).then(|| kept.to_owned()),
            saved_html: (is_prose && !kept.is_empty()).then(|| markdown::to_html(kept)),
            url,
            name,
        }
    }

    /// What stands in the fields, where it is a colour; else the program's own.
    fn preview(&self) -> Preview {
        let typed = |name: &str, scheme: Scheme| Colour::parse(self.fields.get(name)).unwrap_or(scheme.standard());
        let colours = [
            (Scheme::Light, "light", typed("act_light", Scheme::Light)),
            (Scheme::Dark, "dark", typed("act_dark", Scheme::Dark)),
        ];
        let [(_, _, light), (_, _, dark)] = colours;
        let sample = |(scheme, name, colour): (Scheme, &'static str, Colour)| {
            let figure = |what| {
                let found = scheme.contrasts(colour).into_iter().find(|(kind, _)| *kind == what);
                found.map(|(_, contrast)| ratio(&self.words, contrast.hundredths())).unwrap_or_default()
            };
            Sample {
                scheme: name,
                colour: colour.to_string(),
                words: figure(Faint::Words),
                button: figure(Faint::Button),
            }
        };
        Preview { css_url: theme::preview_url(light, dark), samples: colours.map(sample).into() }
    }
}
