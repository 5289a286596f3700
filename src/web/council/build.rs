//! From a round with its result to the views of these pages.

use super::form::{Mistakes, TAKE_BACK, outcome_field, reason_field};
use super::list::{CORRECTED, SAVED, TAKEN_BACK, address};
use super::load::{Board, Item};
use super::told::{council_name, outcome_in_words, tell};
use super::view::{
    AreaRows, CouncilConclude, CouncilCorrect, CouncilList, CouncilPaper, CouncilWaiting, KeptRow, OutcomeCount,
    ProjectRow, RoundHead, RowFields,
};
use crate::actions::round::FEWEST_BALLOTS;
use crate::domain::decision::CouncilOutcome;
use crate::domain::ids::ProjectNumber;
use crate::locale::Words;
use crate::store::decisions::EnteredDecision;
use crate::web::parts::{Pager, written};
use crate::web::result::load::CountedRound;
use crate::web::result::{Pen, in_short, many};
use crate::web::round::build::{is_binding, rule_in_words};
use crate::web::routes;
use crate::web::settings::form::Fields;
use crate::web::settings::view::{FieldOption, FieldView};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// What a page of the list shows besides the round.
#[derive(Default)]
pub(super) struct List<'a> {
    /// From 1.
    pub(super) page: usize,
    /// What was sent, if anything was.
    pub(super) typed: Option<&'a Fields>,
    pub(super) mistakes: Mistakes,
    /// What the address says was done.
    pub(super) done: Option<&'a str>,
}

/// What the page of a correction shows besides the entry.
#[derive(Default)]
pub(super) struct Correction<'a> {
    /// What was sent, if anything was.
    pub(super) typed: Option<&'a Fields>,
    pub(super) mistakes: Mistakes,
    /// Whether somebody else has corrected it meanwhile.
    pub(super) came_too_late: bool,
}

impl List<'_> {
    /// Whether a form decides on a project that has a decision by now.
    pub(super) fn came_too_late(items: &[Item<'_>], typed: &Fields) -> bool {
        items.iter().any(|item| is_kept(*item, typed))
    }
}

/// Whether something was typed for a project that has a decision by now.
fn is_kept(item: Item<'_>, typed: &Fields) -> bool {
    let number = item.project.number;
    item.entered().is_some()
        && (!typed.get(&outcome_field(number)).is_empty() || !typed.get(&reason_field(number)).trim().is_empty())
}

fn head(visitor: &Visitor, board: &Board, words: Words<'_>) -> RoundHead {
    RoundHead {
        title: board.title.clone(),
        url: routes::office_round(visitor.language, &board.round.slug),
        council: council_name(visitor, words),
    }
}

/// The list before there is a result.
pub(super) fn council_waiting(visitor: &Visitor, board: &Board, words: Words<'_>) -> CouncilWaiting {
    CouncilWaiting {
        round: head(visitor, board, words),
        expected: board.round.result_expected_at.map(|at| words.date_with_weekday(at)),
    }
}

/// A page of the list.
pub(super) fn council_list(
    visitor: &Visitor,
    board: &Board,
    (list, may_enter): (&List<'_>, bool),
    words: Words<'_>,
) -> CouncilList {
    let parts = board.parts();
    let items = parts.get(list.page.saturating_sub(1)).map_or(&[][..], Vec::as_slice);
    let row = |item: &Item<'_>| project_row(visitor, board, (*item, may_enter), list, words);
    let (open, chosen) = board.open_of_chosen();
    let kept = list.typed.map(|typed| kept_rows(board, items, typed, words)).unwrap_or_default();
    let has_open = items.iter().any(|item| item.entered().is_none());
    let decided = board.round.facts.decided_at;
    CouncilList {
        round: head(visitor, board, words),
        url: address(visitor, board, list.page, None),
        saved: (list.done == Some(SAVED)).then(|| board.entered_last()).filter(|saved| *saved > 0),
        taken_back: list.done == Some(TAKEN_BACK) && items.iter().any(|item| item.entered().is_none()),
        corrected: list.done == Some(CORRECTED) && items.iter().any(|item| is_corrected(*item)),
        problems: list.mistakes.problems(words),
        kept,
        sitting: if may_enter && has_open { sitting(board, list, words) } else { Vec::new() },
        open,
        chosen,
        concluded: decided.map(|at| words.date_with_weekday(at)),
        conclude_url: (may_enter && open == 0 && decided.is_none())
            .then(|| routes::office_decided(visitor.language, &board.round.slug)),
        paper_url: routes::council_paper(visitor.language, &board.round.slug),
        areas: areas(items, list, row),
        page_number: list.page,
        page_count: parts.len(),
        pager: Pager::new(list.page, parts.len(), |page| address(visitor, board, page, None)),
    }
}

fn is_corrected(item: Item<'_>) -> bool {
    item.entered().is_some_and(|entered| entered.version > 1)
}

/// The projects of a page by area.
fn areas(items: &[Item<'_>], list: &List<'_>, row: impl Fn(&Item<'_>) -> ProjectRow) -> Vec<AreaRows> {
    let same = |one: &Item<'_>, other: &Item<'_>| one.area.area.id == other.area.area.id;
    let of_area = |items: &[Item<'_>]| {
        let (chosen, others): (Vec<Item<'_>>, Vec<Item<'_>>) = items.iter().partition(|item| item.is_chosen);
        AreaRows {
            name: items.first().map(|item| item.area.name.text.clone()).unwrap_or_default(),
            others_open: chosen.is_empty() || others.iter().any(|item| is_busy(*item, list)),
            chosen: chosen.iter().map(&row).collect(),
            others: others.iter().map(&row).collect(),
        }
    };
    items.chunk_by(same).map(of_area).collect()
}

/// Whether there is something to see at a project that was not chosen.
fn is_busy(item: Item<'_>, list: &List<'_>) -> bool {
    let number = item.project.number;
    let is_typed = |typed: &&Fields| {
        !typed.get(&outcome_field(number)).is_empty() || !typed.get(&reason_field(number)).trim().is_empty()
    };
    item.entered().is_some() || list.typed.as_ref().is_some_and(is_typed)
}

/// Date and paper, as they were typed, or else as they were entered last.
fn sitting(board: &Board, list: &List<'_>, words: Words<'_>) -> Vec<FieldView> {
    let last = board.last_entered().map(|entered| &entered.decision);
    let value = |name: &str, saved: Option<String>| match list.typed {
        Some(typed) => typed.get(name).to_owned(),
        None => saved.unwrap_or_default(),
    };
    let date = value("date", last.map(|last| last.decided_on().to_string()));
    let paper = value("paper", last.map(|last| last.paper().to_owned()));
    sitting_fields((date, paper), &list.mistakes, words)
}

fn sitting_fields((date, paper): (String, String), mistakes: &Mistakes, words: Words<'_>) -> Vec<FieldView> {
    let field = |name: &str, [label, hint]: [&str; 2], kind, value| FieldView {
        name: name.to_owned(),
        label: words.text(label, &[]),
        hint: words.text(hint, &[]),
        kind,
        value,
        problem: mistakes.at(name, words),
        ..FieldView::default()
    };
    vec![
        field("date", ["council-date", "council-date-hint"], "date", date),
        field("paper", ["council-paper-number", "council-paper-number-hint"], "line", paper),
    ]
}

fn project_row(
    visitor: &Visitor,
    board: &Board,
    (item, may_enter): (Item<'_>, bool),
    list: &List<'_>,
    words: Words<'_>,
) -> ProjectRow {
    let pen = Pen { words, round: &board.round };
    let (number, label) = (item.project.number, pen.label(item.project, item.text));
    let entered = item.entered();
    let (language, slug) = (visitor.language, &board.round.slug);
    ProjectRow {
        number: label.number,
        title: label.title,
        language: label.language,
        cost: item.project.cost.map(|cost| pen.money(cost.minor())),
        decision: entered.map(|entered| tell(entered, words)),
        correct_url: (entered.is_some() && may_enter).then(|| routes::office_decision(language, slug, number)),
        fields: (entered.is_none() && may_enter).then(|| row_fields(number, list, words)),
    }
}

fn row_fields(number: ProjectNumber, list: &List<'_>, words: Words<'_>) -> RowFields {
    let (outcome, reason) = (outcome_field(number), reason_field(number));
    let typed = |name: &str| list.typed.map_or("", |typed| typed.get(name));
    let open = FieldOption {
        value: String::new(),
        label: words.text("council-not-decided", &[]),
        chosen: CouncilOutcome::parse(typed(&outcome)).is_none(),
    };
    RowFields {
        options: [open].into_iter().chain(outcome_options(typed(&outcome), words)).collect(),
        outcome_problem: list.mistakes.at(&outcome, words),
        reason_value: typed(&reason).to_owned(),
        reason_problem: list.mistakes.at(&reason, words),
        outcome,
        reason,
    }
}

fn outcome_options<'a>(chosen: &'a str, words: Words<'a>) -> impl Iterator<Item = FieldOption> + 'a {
    CouncilOutcome::ALL.iter().map(move |outcome| FieldOption {
        value: outcome.as_str().to_owned(),
        label: outcome_in_words(*outcome, words),
        chosen: outcome.as_str() == chosen,
    })
}

/// What was typed for projects on which somebody else has entered a decision meanwhile.
fn kept_rows(board: &Board, items: &[Item<'_>], typed: &Fields, words: Words<'_>) -> Vec<KeptRow> {
    let pen = Pen { words, round: &board.round };
    let row = |item: &Item<'_>| {
        let (number, label) = (item.project.number, pen.label(item.project, item.text));
        let outcome = CouncilOutcome::parse(typed.get(&outcome_field(number)));
        KeptRow {
            number: label.number,
            title: label.title,
            outcome: outcome.map(|outcome| outcome_in_words(outcome, words)),
            reason: written(typed.get(&reason_field(number))),
        }
    };
    items.iter().filter(|item| is_kept(**item, typed)).map(row).collect()
}

/// The correction of an entry.
pub(super) fn council_correct(
    visitor: &Visitor,
    board: &Board,
    (item, entered, list_url): (Item<'_>, &EnteredDecision, String),
    correction: &Correction<'_>,
    words: Words<'_>,
) -> CouncilCorrect {
    let label = Pen { words, round: &board.round }.label(item.project, item.text);
    // After a conflict the next try is one upon what is saved now; a form with mistakes keeps its own version.
    let seen = correction.typed.and_then(Fields::version).filter(|_| !correction.came_too_late);
    CouncilCorrect {
        round: head(visitor, board, words),
        url: routes::office_decision(visitor.language, &board.round.slug, item.project.number),
        list_url,
        number: label.number,
        title: label.title,
        language: label.language,
        decision: tell(entered, words),
        version: seen.unwrap_or(entered.version),
        came_too_late: correction.came_too_late,
        problems: correction.mistakes.problems(words),
        fields: correction_fields(entered, correction, words),
        take_back: FieldView {
            name: TAKE_BACK.to_owned(),
            label: words.text("council-take-back-why", &[]),
            hint: words.text("council-take-back-why-hint", &[]),
            kind: "prose",
            value: correction.typed.map_or("", |typed| typed.get(TAKE_BACK)).to_owned(),
            problem: correction.mistakes.at(TAKE_BACK, words),
            ..FieldView::default()
        },
    }
}

fn correction_fields(entered: &EnteredDecision, correction: &Correction<'_>, words: Words<'_>) -> Vec<FieldView> {
    let saved = &entered.decision;
    let value = |name: &str, saved: &str| correction.typed.map_or(saved, |typed| typed.get(name)).to_owned();
    let prose = |name: &str, [label, hint]: [&str; 2], saved: &str| FieldView {
        name: name.to_owned(),
        label: words.text(label, &[]),
        hint: words.text(hint, &[]),
        kind: "prose",
        value: value(name, saved),
        problem: correction.mistakes.at(name, words),
        ..FieldView::default()
    };
    let outcome = FieldView {
        name: "outcome".to_owned(),
        label: words.text("council-outcome", &[]),
        kind: "radio",
        options: outcome_options(&value("outcome", saved.outcome().as_str()), words).collect(),
        problem: correction.mistakes.at("outcome", words),
        ..FieldView::default()
    };
    let (date, paper) = (value("date", &saved.decided_on().to_string()), value("paper", saved.paper()));
    let mut fields = sitting_fields((date, paper), &correction.mistakes, words);
    fields.extend([
        outcome,
        prose("reason", ["council-reason", "council-reason-hint"], saved.reason().unwrap_or_default()),
        prose("why", ["council-why", "council-why-hint"], ""),
    ]);
    fields
}

/// The last look before it is said that the council has decided.
pub(super) fn council_conclude(visitor: &Visitor, board: &Board, words: Words<'_>) -> CouncilConclude {
    let (language, slug) = (visitor.language, &board.round.slug);
    let decided: Vec<CouncilOutcome> = (board.areas().iter().flat_map(|area| area.decisions.values()))
        .map(|entered| entered.decision.outcome())
        .collect();
    let count = |outcome: &CouncilOutcome| {
        let count = decided.iter().filter(|found| *found == outcome).count();
        OutcomeCount {
            words: outcome_in_words(*outcome, words),
            count: words.number(i64::try_from(count).unwrap_or(i64::MAX)),
        }
    };
    CouncilConclude {
        round: head(visitor, board, words),
        url: routes::office_decided(language, slug),
        list_url: routes::office_decisions(language, slug),
        open: board.open_of_chosen().0,
        outcomes: CouncilOutcome::ALL.iter().filter(|outcome| decided.contains(outcome)).map(count).collect(),
    }
}

/// The paper for the sitting.
pub(super) fn council_paper(site: &Site, visitor: &Visitor, board: &Board, result: &CountedRound) -> CouncilPaper {
    let (words, round) = (site.words(visitor), &board.round);
    let pen = Pen { words, round };
    let base = site.app.config.base_url.origin().ascii_serialization();
    let is_small = |ballots: i64| usize::try_from(ballots).is_ok_and(|ballots| ballots < FEWEST_BALLOTS);
    let small = result.areas.iter().filter(|area| is_small(area.ballots));
    CouncilPaper {
        round: head(visitor, board, words),
        organisation: visitor.organisation.text(visitor.language).name,
        list_url: routes::office_decisions(visitor.language, &round.slug),
        result_url: format!("{base}{}", routes::result(visitor.language, &round.slug)),
        published_on: round.facts.result_published_at.map(|at| words.date_with_weekday(at)).unwrap_or_default(),
        binding: is_binding(round),
        rule: rule_in_words(round.rule, words),
        unit: pen.unit(),
        result: in_short(pen, result),
        small_areas: small.map(|area| area.name.text.clone()).collect(),
        minimum: many(FEWEST_BALLOTS),
    }
}
