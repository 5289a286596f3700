//! The page of a part, fresh, with mistakes, or beside what somebody else has saved; and what its fields are made of.

use chrono_tz::Tz;

use super::overview::part_name;
use super::view::SetUpPart;
use super::{form, rows};
use crate::domain::set_up::{Frozen, RoundPart, SetUp};
use crate::domain::time::Instant;
use crate::locale::{Arg, Language, Words};
use crate::web::layout::NavLink;
use crate::web::parts::Problem;
use crate::web::reading::{self, ReadingPage};
use crate::web::routes;
use crate::web::settings::build::{problem_of, problems};
use crate::web::settings::form::{Fields, named};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldGroup, FieldOption, FieldView, Outcome};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// What forms are read and shown with: the words, the zone of their dates, the languages of their texts.
#[derive(Debug, Clone)]
pub(super) struct Desk<'a> {
    pub(super) words: Words<'a>,
    pub(super) zone: Tz,
    pub(super) offer: Vec<Language>,
    pub(super) now: Instant,
}

impl<'a> Desk<'a> {
    pub(super) fn of(site: &'a Site, visitor: &'a Visitor) -> Self {
        Self {
            words: site.words(visitor),
            zone: site.zone(visitor),
            offer: visitor.organisation.offer().languages().to_vec(),
            now: visitor.now,
        }
    }

    /// The tags of the languages on offer.
    pub(super) fn tags(&self) -> Vec<&'static str> {
        self.offer.iter().map(|language| language.code()).collect()
    }
}

/// What the page of a part is made of.
pub(super) struct Sheet<'a> {
    pub(super) desk: &'a Desk<'a>,
    pub(super) part: RoundPart,
    /// The round as it is saved now.
    pub(super) set_up: &'a SetUp,
    /// What stands in the fields.
    pub(super) fields: Fields,
    /// What is saved, where somebody else was faster.
    pub(super) saved: Option<Fields>,
    pub(super) mistakes: Mistakes,
    pub(super) outcome: Outcome,
    /// Whether the page is only read: then nothing is hidden, and there is no room for more.
    pub(super) is_read: bool,
}

impl Sheet<'_> {
    /// The page.
    pub(super) fn page(self) -> SetUpPart {
        let (words, key) = (&self.desk.words, self.part.as_str());
        let (language, slug) = (words.language(), &self.set_up.round.slug);
        // After a conflict the next try is one upon what is saved now; a form with mistakes keeps its own version.
        let version = if self.has_conflict() { self.set_up.version(self.part) } else { self.fields.version() };
        let saved_list =
            if self.has_conflict() { rows::saved_names(self.part, self.set_up, language) } else { Vec::new() };
        let groups = form::groups(&self);
        SetUpPart {
            title: words.text(&format!("set-up-part-{key}"), &[]),
            lead: words.text(&format!("set-up-lead-{key}"), &[]),
            round: title(self.set_up, language),
            url: routes::set_up_part(language, slug, self.part),
            overview_url: routes::set_up(language, slug),
            version: version.unwrap_or(0),
            problems: named_problems(&self.mistakes, &groups, words),
            saved_list,
            groups,
            rows: rows::count(&self.fields),
            reason: self.set_up.is_public().then(|| self.hinted("reason", "reason", "prose")),
            read_first: (self.part == RoundPart::Privacy).then(|| NavLink {
                label: words.text("set-up-read-privacy", &[]),
                url: routes::privacy(language),
                current: false,
            }),
            frozen: self.set_up.frozen(self.part, self.desk.now).map(|frozen| words.text(frozen_key(frozen), &[])),
            outcome: self.outcome,
        }
    }

    /// The page for those who only read.
    pub(super) fn reading(self) -> ReadingPage {
        let (words, set_up) = (self.desk.words, self.set_up);
        let (language, slug) = (words.language(), &set_up.round.slug);
        let back =
            NavLink { label: words.text("set-up-back", &[]), url: routes::set_up(language, slug), current: false };
        let frozen = set_up.frozen(self.part, self.desk.now);
        ReadingPage {
            title: part_name(self.part, self.desk),
            of: title(set_up, language),
            back,
            note: frozen.map(|frozen| words.text(frozen_key(frozen), &[])),
            picture: None,
            groups: reading::groups(form::groups(&self), &words),
            changed: set_up.saved.get(&self.part).map(|saved| words.date_time(saved.updated_at)),
        }
    }

    const fn has_conflict(&self) -> bool {
        self.saved.is_some()
    }

    /// A field by its name, with the label of a key.
    pub(super) fn field(&self, name: &str, key: &str, kind: &'static str) -> FieldView {
        self.labelled(name, self.desk.words.text(&format!("set-up-field-{key}"), &[]), kind)
    }

    /// A field by its name, with a label that is put together already.
    pub(super) fn labelled(&self, name: &str, label: String, kind: &'static str) -> FieldView {
        FieldView {
            name: name.to_owned(),
            label,
            kind,
            value: self.fields.get(name).to_owned(),
            ticked: self.fields.has(name),
            problem: problem_of(&self.mistakes, name, &self.desk.words),
            saved: self.saved_beside(name, kind),
            ..FieldView::default()
        }
    }

    /// What is saved, where it differs from what was typed after somebody else has saved. Lists have their rows for that.
    fn saved_beside(&self, name: &str, kind: &str) -> Option<String> {
        let is_list = matches!(self.part, RoundPart::Areas | RoundPart::Topics);
        let saved = self.saved.as_ref().filter(|_| !is_list && !matches!(kind, "tick" | "hidden"))?;
        let kept = saved.get(name);
        (saved.has(name) && self.fields.get(name).trim() != kept).then(|| kept.to_owned())
    }

    /// The hint of a key.
    pub(super) fn hint(&self, key: &str) -> String {
        self.desk.words.text(&format!("set-up-hint-{key}"), &[])
    }

    /// A field with its hint.
    pub(super) fn hinted(&self, name: &str, key: &str, kind: &'static str) -> FieldView {
        FieldView { hint: self.hint(key), ..self.field(name, key, kind) }
    }

    /// A field for each language on offer.
    pub(super) fn in_each_language(&self, name: &str, key: &str, kind: &'static str) -> Vec<FieldView> {
        let one = |language: &Language| {
            let field = self.hinted(&named(name, *language), key, kind);
            FieldView { label: self.in_language(&field.label, *language), language: Some(language.tag()), ..field }
        };
        self.desk.offer.iter().map(one).collect()
    }

    /// A label that names the language, where there are several.
    pub(super) fn in_language(&self, label: &str, language: Language) -> String {
        if self.desk.offer.len() < 2 {
            return label.to_owned();
        }
        let args = [("label", Arg::from(label)), ("language", Arg::from(language.own_name()))];
        self.desk.words.text("set-up-in-language", &args)
    }

    /// A question with some answers of which one is chosen; each has the words `set-up-answer-{name}-{value}`.
    pub(super) fn radio(&self, name: &str, values: &[&str]) -> FieldView {
        let field = self.field(name, name, "radio");
        let name = name.replace('_', "-");
        let option = |value: &&str| FieldOption {
            value: (*value).to_owned(),
            label: self.desk.words.text(&format!("set-up-answer-{name}-{}", value.replace('_', "-")), &[]),
            chosen: field.value == **value,
        };
        let options: Vec<FieldOption> = values.iter().map(option).collect();
        let saved = field.saved.as_ref().and_then(|saved| options.iter().find(|option| option.value == *saved));
        let saved = saved.map(|option| option.label.clone());
        FieldView { options, saved, ..field }
    }

    /// Fields under a heading of a key.
    pub(super) fn group(&self, key: &str, fields: Vec<FieldView>) -> FieldGroup {
        FieldGroup { legend: Some(self.desk.words.text(&format!("set-up-group-{key}"), &[])), fields }
    }
}

/// The lines of the summary of all problems. Each says which field it is about, for many have the same words.
pub(super) fn named_problems(mistakes: &Mistakes, groups: &[FieldGroup], words: &Words<'_>) -> Vec<Problem> {
    let place = |name: &str| {
        groups.iter().find_map(|group| {
            let field = group.fields.iter().find(|field| field.name == name)?;
            let legend = group.legend.as_ref();
            Some(legend.map_or_else(|| field.label.clone(), |legend| format!("{legend}, {}", field.label)))
        })
    };
    let told = |problem: Problem| match problem.anchor.as_deref().and_then(place) {
        Some(field) => {
            let args = [("field", Arg::from(field)), ("problem", Arg::from(problem.text.as_str()))];
            Problem { text: words.text("set-up-problem-at", &args), ..problem }
        }
        None => problem,
    };
    problems(mistakes, words).into_iter().map(told).collect()
}

/// The round's title in a language, or in another one.
pub(super) fn title(set_up: &SetUp, language: Language) -> String {
    let own = set_up.texts.get(language.written()).filter(|text| !text.title.is_empty());
    own.or_else(|| set_up.texts.values().next()).map(|text| text.title.clone()).unwrap_or_default()
}

/// Why a part cannot be changed, as the key of its words.
pub(super) const fn frozen_key(frozen: Frozen) -> &'static str {
    match frozen {
        Frozen::VotingBegan => "set-up-frozen-voting",
        Frozen::Archived => "set-up-frozen-archived",
    }
}
