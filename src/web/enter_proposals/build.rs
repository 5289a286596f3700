//! The page of the form.

use super::form::{DAY, Form, HELPED, SCAN, SOURCE, SOURCES};
use super::load::takes_entries;
use super::view::{EnterDone, EnterFields, EnterProposalForm, EnteredRow, EnteredToday};
use crate::domain::entering::ENTERED_WITHIN;
use crate::domain::proposal::Source;
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::locale::Words;
use crate::media::PictureError;
use crate::store::proposals::Proposal;
use crate::web::parts::Problem;
use crate::web::proposals::words::{source, state};
use crate::web::propose::build::{Here, Sheet, named_problems};
use crate::web::propose::fields::Step;
use crate::web::propose::paper;
use crate::web::routes;
use crate::web::settings::build::problem_of;
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldOption, FieldView};

/// What the page is made of.
pub(super) struct Counter<'a> {
    pub(super) here: &'a Here,
    pub(super) words: Words<'a>,
    pub(super) now: Instant,
    pub(super) form: Form,
    pub(super) mistakes: Mistakes,
    pub(super) scan: Option<PictureError>,
    /// A file came along with a form that is shown again.
    pub(super) file_again: bool,
    /// A file came along with the form when nobody was signed in, and is gone.
    pub(super) file_left: bool,
    pub(super) done: Option<EnterDone>,
    pub(super) today: (i64, Vec<Proposal>),
}

impl Counter<'_> {
    pub(super) fn page(self) -> EnterProposalForm {
        let (language, round) = (self.words.language(), &self.here.found.round);
        // What was sent too late is not taken away.
        let takes = takes_entries(round, self.now) || !self.mistakes.is_empty();
        let form = takes.then(|| self.fields());
        let mut problems = Vec::new();
        if let Some(form) = &form {
            let fields: Vec<FieldView> = form.came_in.iter().chain(&form.paper).cloned().collect();
            problems = named_problems(&self.mistakes, &fields, &self.words);
            problems.extend(form.scan_problem.clone().map(|text| Problem { text, anchor: Some(SCAN.to_owned()) }));
        }
        let closes = round.schedule.span(Window::Collecting).and_then(|span| span.closes_at);
        EnterProposalForm {
            round_title: self.here.found.text.title.clone(),
            round_url: routes::office_round(language, &round.slug),
            paper_url: routes::proposal_form(language, &round.slug),
            paper_version: paper::version(self.here, self.words),
            url: routes::enter_proposal(language, &round.slug),
            problems,
            file_again: self.file_again,
            form,
            until: closes.filter(|_| takes).map(|closes| {
                let (closes, until) = (self.words.until(closes), self.words.until(closes.plus(ENTERED_WITHIN)));
                self.words.text("counter-until", &[("close", closes.into()), ("date", until.into())])
            }),
            today: self.today(),
            done: self.done,
        }
    }

    fn fields(&self) -> EnterFields {
        let sheet = |step| Sheet {
            here: self.here,
            words: self.words,
            step,
            typed: &self.form.typed,
            mistakes: self.mistakes.clone(),
            to_check: false,
            saved: None,
        };
        let mut paper: Vec<FieldView> = Step::ALL.into_iter().flat_map(|step| sheet(step).fields()).collect();
        let is_next = !self.form.fields.get(SOURCE).is_empty() && self.mistakes.is_empty() && !self.file_left;
        if let Some(title) = paper.first_mut() {
            title.focus = is_next;
        }
        EnterFields {
            code: self.form.code.to_string(),
            came_in: self.came_in(),
            paper,
            helped: FieldView {
                name: HELPED.to_owned(),
                label: self.words.text("counter-helped", &[]),
                kind: "tick",
                ticked: self.form.fields.has(HELPED),
                ..FieldView::default()
            },
            scan_problem: match self.scan {
                Some(error) => Some(self.words.text(&format!("counter-scan-{}", error.key()), &[])),
                None => self.file_left.then(|| self.words.text("counter-scan-left", &[])),
            },
        }
    }

    fn came_in(&self) -> Vec<FieldView> {
        let chosen = self.form.fields.get(SOURCE);
        let option = |source: Source| FieldOption {
            value: source.as_str().to_owned(),
            label: self.words.text(&format!("counter-source-{}", source.as_str()), &[]),
            chosen: chosen == source.as_str(),
        };
        let field = |name: &str, kind, key: &str| FieldView {
            name: name.to_owned(),
            label: self.words.text(&format!("counter-{key}"), &[]),
            hint: self.words.text(&format!("counter-{key}-hint"), &[]),
            kind,
            value: self.form.fields.get(name).to_owned(),
            problem: problem_of(&self.mistakes, name, &self.words),
            ..FieldView::default()
        };
        vec![
            FieldView {
                options: SOURCES.map(option).into(),
                focus: chosen.is_empty() && self.mistakes.is_empty(),
                ..field(SOURCE, "radio", "source")
            },
            field(DAY, "date", "day"),
        ]
    }

    fn today(&self) -> EnteredToday {
        let (language, slug) = (self.words.language(), &self.here.found.round.slug);
        let (count, proposals) = &self.today;
        let row = |proposal: &Proposal| EnteredRow {
            number: proposal.number.padded(),
            title: proposal.title.clone(),
            language: proposal.language.clone(),
            state: state(proposal.state, self.words),
            source: source(proposal, self.words),
            correct_url: routes::correct_proposal(language, slug, proposal.number),
            slip_url: routes::entered_slip(language, slug, proposal.number),
        };
        EnteredToday { count: *count, rows: proposals.iter().map(row).collect() }
    }
}
