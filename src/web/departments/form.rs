//! The form of a department: its fields as they are saved, what was typed into them, and the page.

use super::view::{DepartmentForm, RetireView};
use crate::domain::department::DepartmentDetails;
use crate::domain::ids::DepartmentId;
use crate::locale::{Arg, Language, Offer, Words};
use crate::store::departments::Department;
use crate::web::layout::NavLink;
use crate::web::reading::{self, ReadingPage};
use crate::web::routes;
use crate::web::settings::build::{problem_of, problems};
use crate::web::settings::form::{Fields, Reader, named};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldGroup, FieldOption, FieldView, Outcome};

/// The one that takes over.
pub(super) const SUBSTITUTE: &str = "substitute";
/// The address of whoever fills in.
const DEPUTY_EMAIL: &str = "deputy_email";

/// What a page of the form is made of.
pub(super) struct Sheet<'a> {
    pub(super) words: Words<'a>,
    pub(super) fields: Fields,
    pub(super) mistakes: Mistakes,
    pub(super) outcome: Outcome,
    /// All departments.
    pub(super) all: &'a [Department],
    /// The one that is edited; none for a new one.
    pub(super) own: Option<&'a Department>,
}

/// What is saved, as the fields show it.
pub(super) fn saved(own: Option<&Department>) -> Fields {
    let mut fields = Fields::default();
    let Some(own) = own else { return fields };
    fields.set("version", own.version.to_string());
    for language in Offer::ALL {
        fields.set(named("name", language), own.names.get(language.code()).map_or("", String::as_str));
    }
    fields.set("email", &own.email);
    fields.set("telephone", &own.telephone);
    fields.set("deputy_name", &own.deputy_name);
    fields.set(DEPUTY_EMAIL, &own.deputy_email);
    fields.set(SUBSTITUTE, own.substitute.map(|id| id.to_string()).unwrap_or_default());
    fields
}

/// Reads what was typed.
pub(super) fn read(fields: &Fields) -> Result<DepartmentDetails, Mistakes> {
    let mut read = Reader::new(fields);
    let details = DepartmentDetails {
        names: read.in_each_language(|read, of| read.needed_line(&of("name"))),
        email: read.email("email"),
        telephone: read.telephone("telephone"),
        deputy_name: read.line("deputy_name"),
        deputy_email: read.email(DEPUTY_EMAIL),
        substitute: read.raw(SUBSTITUTE).parse().ok().map(DepartmentId::new),
    };
    read.finish(details)
}

impl Sheet<'_> {
    pub(super) fn page(self) -> DepartmentForm {
        let language = self.words.language();
        let saved = saved(self.own);
        let version = if self.has_conflict() { saved.version() } else { self.fields.version() };
        DepartmentForm {
            name: self.own.map(|own| own.name(language.written())),
            url: self.own.map_or_else(|| routes::department_new(language), |own| routes::department(language, own.id)),
            list_url: routes::departments(language),
            version: version.unwrap_or(0),
            problems: problems(&self.mistakes, &self.words),
            fields: self.fields(&saved),
            retire: self.own.map(|own| self.retire(own)),
            outcome: self.outcome,
        }
    }

    /// The page for those who only read: without the deputy's address, which is a person's and not the department's.
    pub(super) fn reading(self, own: &Department) -> ReadingPage {
        let (words, language) = (self.words, self.words.language());
        let mut fields = self.fields(&saved(self.own));
        fields.retain(|field| field.name != DEPUTY_EMAIL);
        let back = NavLink {
            label: words.text("departments-back-to-list", &[]),
            url: routes::departments(language),
            current: false,
        };
        ReadingPage {
            title: own.name(language.written()),
            of: words.text("departments-title", &[]),
            back,
            note: own.retired_at.map(|_| words.text("departments-is-retired", &[])),
            groups: reading::groups(vec![FieldGroup { legend: None, fields }], &words),
            ..ReadingPage::default()
        }
    }

    fn fields(&self, saved: &Fields) -> Vec<FieldView> {
        let in_languages = Offer::ALL.map(|one| {
            let label = self.words.text("departments-name", &[("language", Arg::from(one.own_name()))]);
            self.field(&named("name", one), ("line", label, "departments-name-hint"), saved, Some(one))
        });
        let plain = [
            ("email", "email", "departments-email", "departments-email-hint"),
            ("telephone", "telephone", "departments-telephone", "departments-telephone-hint"),
            ("deputy_name", "line", "departments-deputy-name", "departments-deputy-name-hint"),
            (DEPUTY_EMAIL, "email", "departments-deputy-email", "departments-deputy-email-hint"),
        ];
        let plain = plain
            .map(|(name, kind, label, hint)| self.field(name, (kind, self.words.text(label, &[]), hint), saved, None));
        in_languages.into_iter().chain(plain).chain([self.substitute(saved)]).collect()
    }

    const fn has_conflict(&self) -> bool {
        matches!(self.outcome, Outcome::ChangedMeanwhile { .. })
    }

    fn field(
        &self,
        name: &str,
        (kind, label, hint): (&'static str, String, &str),
        saved: &Fields,
        language: Option<Language>,
    ) -> FieldView {
        let (value, kept) = (self.fields.get(name), saved.get(name));
        FieldView {
            name: name.to_owned(),
            label,
            hint: self.words.text(hint, &[]),
            kind,
            value: value.to_owned(),
            language: language.map(Language::tag),
            problem: problem_of(&self.mistakes, name, &self.words),
            saved: (self.has_conflict() && value.trim() != kept).then(|| kept.to_owned()),
            ..FieldView::default()
        }
    }

    /// Any other one at work; and the one that is saved, even if it has retired since.
    fn substitute(&self, saved: &Fields) -> FieldView {
        let language = self.words.language();
        let label = self.words.text("departments-takes-over", &[]);
        let field = self.field(SUBSTITUTE, ("choice", label, "departments-takes-over-hint"), saved, None);
        let chosen = self.fields.get(SUBSTITUTE);
        let nobody = FieldOption {
            value: String::new(),
            label: self.words.text("departments-nobody", &[]),
            chosen: chosen.is_empty(),
        };
        let other = |one: &&Department| {
            self.own.is_none_or(|own| own.id != one.id) && (one.retired_at.is_none() || one.id.to_string() == chosen)
        };
        let option = |one: &Department| FieldOption {
            value: one.id.to_string(),
            label: one.name(language.written()),
            chosen: one.id.to_string() == chosen,
        };
        let kept = field.saved.as_ref().map(|kept| {
            let known = self.all.iter().find(|one| one.id.to_string() == *kept);
            known.map(|one| one.name(language.written())).unwrap_or_default()
        });
        let options = std::iter::once(nobody).chain(self.all.iter().filter(other).map(option)).collect();
        FieldView { options, saved: kept, ..field }
    }

    fn retire(&self, own: &Department) -> RetireView {
        let names_it = self.all.iter().filter(|one| one.substitute == Some(own.id) && one.retired_at.is_none());
        RetireView {
            url: routes::department_retire(self.words.language(), own.id),
            retired: own.retired_at.is_some(),
            named_by: names_it.map(|one| one.name(self.words.language().written())).collect(),
        }
    }
}
