//! What is done with a review, as it was sent.

use super::fields::{asking, department, field_of, finding, to_keep};
use super::load::Opened;
use crate::actions::review::{
    Asking, Decision, ReviewError, SeenVersion, ask_author, ask_statement, decide_proposal, give_statement, hand_over,
    save_review,
};
use crate::domain::ids::StatementId;
use crate::domain::permission::Actor;
use crate::domain::review::LONGEST_TEXT;
use crate::domain::text::Prose;
use crate::store::Db;
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::visitor::Visitor;

/// An act, named as its button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Decide,
    Save,
    Ask,
    HandOver,
    AskStatement,
    GiveStatement,
}

impl Act {
    /// Reads the name of a button.
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "decide" => Self::Decide,
            "save" => Self::Save,
            "ask" => Self::Ask,
            "hand_over" => Self::HandOver,
            "ask_statement" => Self::AskStatement,
            "give_statement" => Self::GiveStatement,
            _ => return None,
        })
    }

    /// The name of its button, by which the page says what was done.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Decide => "decide",
            Self::Save => "save",
            Self::Ask => "ask",
            Self::HandOver => "hand_over",
            Self::AskStatement => "ask_statement",
            Self::GiveStatement => "give_statement",
        }
    }
}

/// Why an act was not done.
pub(super) enum Undone {
    /// Something in the form is wrong.
    Mistakes(Mistakes),
    /// Something else stands against it.
    Error(ReviewError),
}

impl From<ReviewError> for Undone {
    fn from(error: ReviewError) -> Self {
        let told = |field: &str, mistake| Self::Mistakes(vec![(field.to_owned(), mistake)]);
        match error {
            ReviewError::Faults(faults) => Self::Mistakes(
                faults.into_iter().map(|fault| (field_of(fault).to_owned(), Mistake::Verdict(fault))).collect(),
            ),
            ReviewError::NoOriginal => told("original", Mistake::NoOriginal),
            other => Self::Error(other),
        }
    }
}

impl From<Mistakes> for Undone {
    fn from(mistakes: Mistakes) -> Self {
        Self::Mistakes(mistakes)
    }
}

/// Does it.
pub(super) async fn carry_out(
    act: Act,
    db: &Db,
    (actor, visitor): (Actor, &Visitor),
    (opened, fields): (&Opened, &Fields),
) -> Result<(), Undone> {
    let number = opened.proposal.number;
    let of = (number, SeenVersion(fields.version().unwrap_or_default()));
    let kept = to_keep(fields);
    let mut read = Reader::new(fields);
    match act {
        Act::Save => save_review(db, actor, of, kept).await?,
        Act::Decide => {
            let (finding, original) = finding(fields, &opened.here.round.currency)?;
            let decision = Decision { finding, original, language: visitor.language };
            decide_proposal(db, actor, of, (decision, kept)).await?;
        }
        Act::Ask => {
            let (question, answer_by) = asking(fields, (visitor.now, opened.here.zone))?;
            ask_author(db, actor, of, (Asking { question, answer_by }, kept)).await?;
        }
        Act::HandOver => {
            let to = department(&mut read, "department");
            let to = read.finish(to)?.ok_or_else(Mistakes::new)?;
            hand_over(db, actor, of, (to, kept)).await?;
        }
        Act::AskStatement => {
            let to = department(&mut read, "statement_of");
            let question = read.needed_prose("statement_question", LONGEST_TEXT);
            let (to, question) = read.finish((to, question))?;
            ask_statement(db, actor, of, (to.ok_or_else(Mistakes::new)?, question, kept)).await?;
        }
        Act::GiveStatement => {
            let body = read.needed_prose("statement", LONGEST_TEXT);
            let id = read.raw("statement_id").parse().map_or(StatementId::new(0), StatementId::new);
            let body: Prose = read.finish(body)?;
            give_statement(db, actor, (number, id), body).await?;
        }
    }
    Ok(())
}
