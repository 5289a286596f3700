//! The view of a review.

use super::act::Act;
use super::fields::kept;
use super::load::Opened;
use super::view::{KeptText, Precedent, Question, ReviewForm, ReviewShow, Spoken, StatementView, VerdictView};
use super::words as told;
use crate::domain::plainness::Plainness;
use crate::domain::proposal::ProposalState;
use crate::domain::review::{Competence, Feasibility, Route, Stage, StandardReason};
use crate::domain::round::Round;
use crate::domain::time::Instant;
use crate::locale::{Arg, Language, Words};
use crate::store::departments::Department;
use crate::store::statements::Statement;
use crate::store::verdicts::Given;
use crate::web::moderation::moderated;
use crate::web::parts::{paragraphs, written};
use crate::web::routes;
use crate::web::settings::build::{problem_of, problems};
use crate::web::settings::form::Fields;
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldOption, FieldView};

/// What stands in the form, and what became of it.
pub(super) struct Sent<'a> {
    /// What was typed; as it is kept when nothing was sent.
    pub(super) fields: &'a Fields,
    pub(super) mistakes: &'a Mistakes,
    /// Why it was not done, where no field is wrong.
    pub(super) refused: Option<&'static str>,
    /// What has been done just before.
    pub(super) done: Option<&'static str>,
}

/// With what a page is written.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a> {
    pub(super) words: Words<'a>,
    pub(super) now: Instant,
}

pub(super) fn review_show(opened: &Opened, sent: &Sent<'_>, pen: Pen<'_>) -> ReviewShow {
    // A statement is a form of its own: whatever became of it, the other one stands as it is kept.
    let as_kept = kept(&opened.review.fields);
    let gives_statement = Act::parse(sent.fields.get("act")) == Some(Act::GiveStatement);
    let own_fields = if gives_statement { &as_kept } else { sent.fields };
    let Opened { here, proposal, review, reviewer, .. } = opened;
    let (words, language, slug) = (pen.words, pen.words.language(), &here.round.slug);
    let note = written(kept(&review.fields).get("note")).filter(|_| !reviewer.may_review);
    ReviewShow {
        round_title: here.title.clone(),
        list_url: routes::office_reviews(language, slug),
        public_url: routes::proposal(language, slug, proposal.number),
        url: routes::office_review(language, slug, proposal.number),
        done: sent.done,
        opens: Act::parse(sent.fields.get("act")).map(Act::as_str),
        refused: sent.refused,
        problems: problems(sent.mistakes, &words),
        proposal: moderated(&here.kinds, proposal, &opened.offers, words),
        cost_guess: proposal.cost_guess.map(|cost| words.money(cost, &here.round.currency)),
        standing: match proposal.state {
            ProposalState::Received => told::standing(review.standing(), words),
            other => crate::web::proposals::words::state(other, words),
        },
        due: told::due(review, pen.now, words),
        department: review.department.map(|id| here.department(id, language.code())),
        objection: opened.objection.as_ref().map(|said| spoken(&said.body, said.objected_at, words)),
        questions: opened.questions.iter().map(|asked| question(asked, words)).collect(),
        statements: opened.statements.iter().map(|one| statement(one, opened, sent, pen)).collect(),
        verdicts: opened.verdicts.iter().map(|given| verdict(given, (&here.round, &here.departments), words)).collect(),
        precedents: opened.precedents.iter().map(|one| precedent(one, language, words)).collect(),
        kept: lost(opened, sent, words),
        form: reviewer.may_review.then(|| form(opened, (sent, own_fields), pen)),
        note,
        is_elsewhere: reviewer.is_elsewhere,
    }
}

fn spoken(text: &str, at: Instant, words: Words<'_>) -> Spoken {
    Spoken { paragraphs: paragraphs(text), date: words.date(at) }
}

fn question(asked: &crate::store::author_questions::AuthorQuestion, words: Words<'_>) -> Question {
    Question {
        asked: spoken(&asked.question, asked.asked_at, words),
        answer_by: words.until(asked.answer_by),
        answer: asked.answer.as_ref().map(|(text, at)| spoken(text, *at, words)),
    }
}

fn statement(one: &Statement, opened: &Opened, sent: &Sent<'_>, pen: Pen<'_>) -> StatementView {
    let (words, here) = (pen.words, &opened.here);
    let open = one.given.is_none() && opened.proposal.state.is_public();
    let id = one.id.to_string();
    let is_sent = sent.fields.get("statement_id") == id;
    let field = (open && opened.reviewer.speaks_for(one.department, &here.departments)).then(|| {
        let typed = if is_sent { sent.fields.get("statement") } else { "" };
        let problem = if is_sent { problem_of(sent.mistakes, "statement", &words) } else { None };
        let label = words.text("review-field-statement", &[]);
        (
            id,
            FieldView {
                name: "statement".to_owned(),
                label,
                kind: "prose",
                value: typed.to_owned(),
                problem,
                ..FieldView::default()
            },
        )
    });
    StatementView {
        department: here.department(one.department, words.language().code()),
        asked: spoken(&one.question, one.asked_at, words),
        due: open.then(|| told::due_at(one.due_at, pen.now, words)),
        given: one.given.as_ref().map(|(text, at)| spoken(text, *at, words)),
        field,
    }
}

/// A verdict as everybody reads it.
pub(in crate::web) fn verdict(
    given: &Given,
    (round, departments): (&Round, &[Department]),
    words: Words<'_>,
) -> VerdictView {
    let (finding, language) = (&given.finding, words.language());
    let money = |amount| words.money(amount, &round.currency);
    let named = |id| departments.iter().find(|one| one.id == id).map(|one| one.name(language.code()));
    let original =
        |number: crate::domain::ids::ProposalNumber| (number.padded(), routes::proposal(language, &round.slug, number));
    VerdictView {
        route: told::route(finding.route, words),
        kind: finding.route.as_str(),
        department: given.department.and_then(named),
        date: words.date(given.decided_at),
        found: words.text(
            "review-found",
            &[
                ("competence", Arg::from(told::competence(finding.competence, words))),
                ("feasibility", Arg::from(told::feasibility(finding.feasibility, words))),
            ],
        ),
        once: finding.costs.once.map(money),
        yearly: finding.costs.yearly.map(money),
        source: written(finding.costs.source.as_str()),
        upkeep: written(finding.costs.upkeep.as_str()),
        standard: finding.standard.map(|reason| told::standard(reason, words)),
        reason: paragraphs(finding.reason.as_str()),
        language: given.language.clone(),
        referred_to: written(finding.referred_to.as_str()),
        next_step: written(finding.next_step.as_str()),
        original: given.original.map(original),
    }
}

fn precedent(
    (proposal, route): &(crate::store::proposals::Proposal, Route),
    language: Language,
    words: Words<'_>,
) -> Precedent {
    Precedent {
        number: proposal.number.padded(),
        title: proposal.title.clone(),
        language: proposal.language.clone(),
        url: format!("{}?number={}", routes::find_proposal(language), proposal.number.value()),
        route: told::route(*route, words),
    }
}

fn form(opened: &Opened, (sent, fields): (&Sent<'_>, &Fields), pen: Pen<'_>) -> ReviewForm {
    let words = pen.words;
    let field = |name: &str, kind: &'static str| FieldView {
        name: name.to_owned(),
        label: words.text(&format!("review-field-{}", name.replace('_', "-")), &[]),
        hint: words.text(&format!("review-hint-{}", name.replace('_', "-")), &[]),
        kind,
        value: fields.get(name).to_owned(),
        problem: problem_of(sent.mistakes, name, &words),
        ..FieldView::default()
    };
    let chosen = |name: &str, kind, options: Vec<(&str, String)>| {
        let option = |(value, label): (&str, String)| FieldOption {
            value: value.to_owned(),
            label,
            chosen: fields.get(name) == value,
        };
        FieldView { options: options.into_iter().map(option).collect(), ..field(name, kind) }
    };
    let none = || ("", words.text("review-choose-none", &[]));
    let sentences = StandardReason::ALL.iter().map(|reason| (reason.as_str(), told::standard(*reason, words)));
    let departments: Vec<(String, String)> = opened
        .here
        .departments
        .iter()
        .filter(|one| one.retired_at.is_none())
        .map(|one| (one.id.to_string(), one.name(words.language().code())))
        .collect();
    let department = |name: &str| {
        let options = departments.iter().map(|(id, label)| (id.as_str(), label.clone()));
        chosen(name, "choice", std::iter::once(none()).chain(options).collect())
    };
    ReviewForm {
        version: if sent.refused == Some("changed") {
            opened.review.version
        } else {
            fields.version().unwrap_or(opened.review.version)
        },
        ways: vec![
            chosen("route", "radio", Route::ALL.iter().map(|one| (one.as_str(), told::route(*one, words))).collect()),
            chosen(
                "competence",
                "radio",
                Competence::ALL.iter().map(|one| (one.as_str(), told::competence(*one, words))).collect(),
            ),
            chosen(
                "feasibility",
                "radio",
                Feasibility::ALL.iter().map(|one| (one.as_str(), told::feasibility(*one, words))).collect(),
            ),
        ],
        costs: ["cost_once", "cost_yearly", "cost_source", "upkeep"].map(|name| field(name, "line")).into(),
        reasons: vec![
            chosen("standard", "choice", std::iter::once(none()).chain(sentences).collect()),
            field("reason", "prose"),
            field("next_step", "line"),
            field("referred_to", "line"),
            field("original", "number"),
        ],
        plainness: plainness(fields.get("reason"), words),
        note: field("note", "prose"),
        asking: may_ask(opened).then(|| vec![field("question", "prose"), field("answer_by", "date")]),
        handing_over: department("department"),
        statement: vec![department("statement_of"), field("statement_question", "prose")],
    }
}

/// What was typed and has no field on this page any more, with the names of its fields.
fn lost(opened: &Opened, sent: &Sent<'_>, words: Words<'_>) -> Vec<KeptText> {
    if sent.refused.is_none() {
        return Vec::new();
    }
    let shows_form = opened.reviewer.may_review;
    let shows_question = shows_form && may_ask(opened);
    let id = sent.fields.get("statement_id");
    let open = opened.statements.iter().any(|one| one.given.is_none() && one.id.to_string() == id);
    let is_shown = |name: &str| match name {
        "question" => shows_question,
        "statement" => open && opened.proposal.state.is_public(),
        _ => shows_form,
    };
    let texts = [
        "cost_once",
        "cost_yearly",
        "cost_source",
        "upkeep",
        "reason",
        "next_step",
        "referred_to",
        "original",
        "note",
        "question",
        "statement_question",
        "statement",
    ];
    let text = |name: &str| {
        let label = words.text(&format!("review-field-{}", name.replace('_', "-")), &[]);
        Some(KeptText { label, text: written(sent.fields.get(name)).filter(|_| !is_shown(name))? })
    };
    texts.into_iter().filter_map(text).collect()
}

/// Whether the author can be asked now.
const fn may_ask(opened: &Opened) -> bool {
    matches!(opened.review.stage, Stage::Open | Stage::Objected)
}

/// How plain a text is; nothing of an empty one.
fn plainness(text: &str, words: Words<'_>) -> Option<String> {
    let found = Plainness::of(text)?;
    let args = [("mean", Arg::Count(found.mean)), ("longest", Arg::Count(found.longest))];
    Some(words.text(if found.is_plain() { "review-plain" } else { "review-not-plain" }, &args))
}
