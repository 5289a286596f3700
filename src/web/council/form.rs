//! What was typed of the council's decisions, and all that is wrong with it.

use chrono::NaiveDate;

use super::load::Item;
use crate::actions::council::last_day_of_voting;
use crate::domain::decision::{CouncilDecision, CouncilOutcome, PaperNumber, SittingDayError, check_sitting_day};
use crate::domain::ids::ProjectNumber;
use crate::domain::reason::{PublicReason, PublicReasonError};
use crate::domain::round::Round;
use crate::domain::text::TextError;
use crate::locale::{Arg, Words, local_day, read_date};
use crate::web::parts::{Problem, printed_number};
use crate::web::settings::form::Fields;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// The field with the reason for which an entry is taken back.
pub(super) const TAKE_BACK: &str = "take_back";

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    DateMissing,
    DateUnreadable,
    DateInFuture,
    DateBeforeTheVoteEnded,
    PaperTooLong,
    PaperUnreadable,
    /// No project has a decision.
    Nothing,
    /// A reason without a decision.
    OutcomeMissing,
    ReasonMissing,
    ReasonTooShort,
    ReasonTooLong,
    /// A correction that corrects nothing.
    Unchanged,
    /// The council is known to have decided on it, so that it is corrected and not taken back.
    Concluded,
}

/// All that is wrong with a form: the field, what is wrong, and the project that it is about.
#[derive(Debug, Default)]
pub(super) struct Mistakes(pub(super) Vec<(String, Fault, Option<ProjectNumber>)>);

impl Fault {
    /// What to do, in the words of the summary and of the field; they name the project where the form has several.
    fn text(self, project: Option<ProjectNumber>, words: Words<'_>) -> String {
        let (key, key_with_project) = match self {
            Self::DateMissing => ("council-problem-date-missing", None),
            Self::DateUnreadable => ("council-problem-date-unreadable", None),
            Self::DateInFuture => ("council-problem-date-in-future", None),
            Self::DateBeforeTheVoteEnded => ("council-problem-date-before-end", None),
            Self::PaperTooLong => ("council-problem-paper-too-long", None),
            Self::PaperUnreadable => ("council-problem-paper-unreadable", None),
            Self::Nothing => ("council-problem-nothing", None),
            Self::Unchanged => ("council-problem-unchanged", None),
            Self::Concluded => ("council-problem-concluded", None),
            Self::OutcomeMissing => ("council-problem-outcome-missing", Some("council-problem-outcome-missing-of")),
            Self::ReasonMissing => ("council-problem-reason-missing", Some("council-problem-reason-missing-of")),
            Self::ReasonTooShort => ("office-problem-reason-too-short", Some("council-problem-reason-too-short-of")),
            Self::ReasonTooLong => ("office-problem-reason-too-long", Some("council-problem-reason-too-long-of")),
        };
        match key_with_project.zip(project.map(printed_number)) {
            Some((key, number)) => words.text(key, &[("number", Arg::from(number))]),
            None => words.text(key, &[]),
        }
    }
}

impl Mistakes {
    fn note(&mut self, field: &str, fault: Fault, project: Option<ProjectNumber>) {
        self.0.push((field.to_owned(), fault, project));
    }

    /// One mistake that the action found.
    pub(super) fn of(field: &str, fault: Fault) -> Self {
        Self(vec![(field.to_owned(), fault, None)])
    }

    /// For the summary above the heading.
    pub(super) fn problems(&self, words: Words<'_>) -> Vec<Problem> {
        let problem = |(field, fault, project): &(String, Fault, Option<ProjectNumber>)| Problem {
            text: fault.text(*project, words),
            anchor: Some(field.clone()),
        };
        self.0.iter().map(problem).collect()
    }

    /// What is wrong with a field, in the same words.
    pub(super) fn at(&self, field: &str, words: Words<'_>) -> Option<String> {
        let (_, fault, project) = self.0.iter().find(|(name, _, _)| name == field)?;
        Some(fault.text(*project, words))
    }
}

/// The days between which a sitting can have been.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    today: NaiveDate,
    voted_until: Option<NaiveDate>,
}

impl Days {
    pub(super) fn of(site: &Site, visitor: &Visitor, round: &Round) -> Self {
        let zone = site.zone(visitor);
        Self { today: local_day(visitor.now, zone), voted_until: last_day_of_voting(round, zone) }
    }
}

/// The names of the fields of a project in the list.
pub(super) fn outcome_field(number: ProjectNumber) -> String {
    format!("outcome_{number}")
}

pub(super) fn reason_field(number: ProjectNumber) -> String {
    format!("reason_{number}")
}

/// What the list's form says of projects that have no decision yet.
pub(super) fn read_list(
    fields: &Fields,
    items: &[Item<'_>],
    days: Days,
) -> Result<Vec<(ProjectNumber, CouncilDecision)>, Mistakes> {
    let mut mistakes = Mistakes::default();
    let sitting = read_sitting(fields, days, &mut mistakes);
    let mut decisions = Vec::new();
    let open = items.iter().filter(|item| item.entered().is_none()).map(|item| item.project.number);
    let open: Vec<ProjectNumber> = open.collect();
    for number in &open {
        let (outcome, reason) = (outcome_field(*number), reason_field(*number));
        let is_touched = !fields.get(&outcome).is_empty() || !fields.get(&reason).trim().is_empty();
        if is_touched {
            let read = read_decision(fields, (&outcome, &reason), Some(*number), sitting.as_ref(), &mut mistakes);
            decisions.extend(read.map(|decision| (*number, decision)));
        }
    }
    if decisions.is_empty() && mistakes.0.iter().all(|(_, _, project)| project.is_none()) {
        let first = open.first().map_or_else(|| "date".to_owned(), |number| outcome_field(*number));
        mistakes.note(&first, Fault::Nothing, None);
    }
    if mistakes.0.is_empty() { Ok(decisions) } else { Err(mistakes) }
}

/// What the form of a correction says, with its public reason.
pub(super) fn read_correction(fields: &Fields, days: Days) -> Result<(CouncilDecision, PublicReason), Mistakes> {
    let mut mistakes = Mistakes::default();
    let sitting = read_sitting(fields, days, &mut mistakes);
    let decision = read_decision(fields, ("outcome", "reason"), None, sitting.as_ref(), &mut mistakes);
    let why = read_needed_reason(fields, "why", &mut mistakes);
    match (decision, why) {
        (Some(decision), Some(why)) if mistakes.0.is_empty() => Ok((decision, why)),
        _ => Err(mistakes),
    }
}

/// The public reason alone.
pub(super) fn read_why(fields: &Fields, name: &str) -> Result<PublicReason, Mistakes> {
    let mut mistakes = Mistakes::default();
    read_needed_reason(fields, name, &mut mistakes).ok_or(mistakes)
}

/// Whether all that a form of the list decides was entered in the very same way, as by a first click.
pub(super) fn is_entered(fields: &Fields, items: &[Item<'_>], days: Days) -> bool {
    let mut unread = Mistakes::default();
    let sitting = read_sitting(fields, days, &mut unread);
    let mut same = false;
    for item in items {
        let number = item.project.number;
        let (outcome, reason) = (outcome_field(number), reason_field(number));
        if fields.get(&outcome).is_empty() && fields.get(&reason).trim().is_empty() {
            continue;
        }
        let typed = read_decision(fields, (&outcome, &reason), Some(number), sitting.as_ref(), &mut unread);
        if typed.is_none() || typed.as_ref() != item.entered().map(|entered| &entered.decision) {
            return false;
        }
        same = true;
    }
    same
}

fn read_needed_reason(fields: &Fields, name: &str, mistakes: &mut Mistakes) -> Option<PublicReason> {
    let why = read_reason(fields, name, None, mistakes);
    if why.is_none() && fields.get(name).trim().is_empty() {
        mistakes.note(name, Fault::ReasonMissing, None);
    }
    why
}

fn read_sitting(fields: &Fields, days: Days, mistakes: &mut Mistakes) -> Option<(NaiveDate, PaperNumber)> {
    let typed = fields.get("date").trim();
    let day = match read_date(typed) {
        None if typed.is_empty() => Err(Fault::DateMissing),
        None => Err(Fault::DateUnreadable),
        Some(day) => check_sitting_day(day, days.today, days.voted_until).map(|()| day).map_err(|error| match error {
            SittingDayError::InFuture => Fault::DateInFuture,
            SittingDayError::BeforeTheVoteEnded => Fault::DateBeforeTheVoteEnded,
        }),
    };
    let day = day.map_err(|fault| mistakes.note("date", fault, None)).ok();
    let paper = PaperNumber::parse(fields.get("paper")).map_err(|error| match error {
        TextError::TooLong { .. } => Fault::PaperTooLong,
        TextError::LineBreak | TextError::Hidden => Fault::PaperUnreadable,
    });
    let paper = paper.map_err(|fault| mistakes.note("paper", fault, None)).ok();
    day.zip(paper)
}

/// A decision, where all of it can be read; without a sitting only what is wrong with it is noted.
fn read_decision(
    fields: &Fields,
    (outcome_name, reason_name): (&str, &str),
    project: Option<ProjectNumber>,
    sitting: Option<&(NaiveDate, PaperNumber)>,
    mistakes: &mut Mistakes,
) -> Option<CouncilDecision> {
    let outcome = CouncilOutcome::parse(fields.get(outcome_name));
    if outcome.is_none() {
        mistakes.note(outcome_name, Fault::OutcomeMissing, project);
    }
    let before = mistakes.0.len();
    let reason = read_reason(fields, reason_name, project, mistakes);
    let outcome = outcome?;
    if mistakes.0.len() > before {
        return None;
    }
    if outcome.needs_reason() && reason.is_none() {
        mistakes.note(reason_name, Fault::ReasonMissing, project);
        return None;
    }
    CouncilDecision::new(outcome, sitting.cloned()?, reason).ok()
}

/// A public reason, where one was typed.
fn read_reason(
    fields: &Fields,
    name: &str,
    project: Option<ProjectNumber>,
    mistakes: &mut Mistakes,
) -> Option<PublicReason> {
    let typed = fields.get(name);
    if typed.trim().is_empty() {
        return None;
    }
    let fault = |error| match error {
        PublicReasonError::TooShort => Fault::ReasonTooShort,
        PublicReasonError::TooLong => Fault::ReasonTooLong,
    };
    PublicReason::parse(typed).map_err(|error| mistakes.note(name, fault(error), project)).ok()
}
