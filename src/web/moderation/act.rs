//! What is done with a proposal, as it was sent: read, all mistakes at once, and done.

use serde::Deserialize;

use crate::actions::proposal::{ProposalError, hide_proposal, restore_proposal, show_proposal};
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::Actor;
use crate::domain::proposal::HidingRule;
use crate::domain::reason::{PublicReason, PublicReasonError};
use crate::store::Db;

/// What was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    /// Which act: the name of a button's form.
    pub(super) act: String,
    pub(super) rule: String,
    pub(super) reason: String,
}

/// An act with all that it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    /// Everybody may read it from now on.
    Show,
    /// Nobody but the office can read it any more.
    Hide(HidingRule, PublicReason),
    /// Everybody may read it again.
    Restore,
}

/// What is wrong with a form, field by field, as keys of what to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mistakes {
    pub(super) rule: Option<&'static str>,
    pub(super) reason: Option<&'static str>,
}

impl Typed {
    /// Reads an act; none when the form names none of ours.
    pub(super) fn read(&self) -> Option<Result<Act, Mistakes>> {
        match self.act.as_str() {
            "show" => Some(Ok(Act::Show)),
            "hide" => Some(self.hide()),
            "restore" => Some(Ok(Act::Restore)),
            _ => None,
        }
    }

    fn hide(&self) -> Result<Act, Mistakes> {
        match (HidingRule::parse(&self.rule), PublicReason::parse(&self.reason)) {
            (Some(rule), Ok(reason)) => Ok(Act::Hide(rule, reason)),
            (rule, reason) => Err(Mistakes {
                rule: rule.is_none().then_some("moderation-problem-rule"),
                reason: reason.err().map(|error| match error {
                    PublicReasonError::TooShort if self.reason.trim().is_empty() => "office-problem-reason-missing",
                    PublicReasonError::TooShort => "office-problem-reason-too-short",
                    PublicReasonError::TooLong => "office-problem-reason-too-long",
                }),
            }),
        }
    }
}

impl Act {
    /// Does it.
    pub(super) async fn carry_out(self, db: &Db, actor: Actor, number: ProposalNumber) -> Result<(), ProposalError> {
        match self {
            Self::Show => show_proposal(db, actor, number).await,
            Self::Hide(rule, reason) => hide_proposal(db, actor, number, rule, reason).await,
            Self::Restore => restore_proposal(db, actor, number).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(act: &str, rule: &str, reason: &str) -> Typed {
        Typed { act: act.to_owned(), rule: rule.to_owned(), reason: reason.to_owned() }
    }

    #[test]
    fn hiding_takes_a_rule_and_a_reason_and_tells_both_mistakes() {
        let reason = PublicReason::parse("It names a neighbour.").unwrap();

        assert_eq!(
            typed("hide", "person", " It names a neighbour. ").read(),
            Some(Ok(Act::Hide(HidingRule::Person, reason)))
        );
        assert_eq!(
            typed("hide", "", " ").read(),
            Some(Err(Mistakes {
                rule: Some("moderation-problem-rule"),
                reason: Some("office-problem-reason-missing")
            }))
        );
        let long = "x".repeat(501);
        let told = |reason: &str| match typed("hide", "person", reason).read() {
            Some(Err(mistakes)) => mistakes.reason,
            other => panic!("{other:?}"),
        };
        assert_eq!(told("short"), Some("office-problem-reason-too-short"));
        assert_eq!(told(&long), Some("office-problem-reason-too-long"));
    }

    #[test]
    fn a_form_that_names_no_act_of_ours_does_nothing() {
        for act in ["", "delete", "Hide"] {
            assert_eq!(typed(act, "person", "A reason that is long enough.").read(), None, "{act}");
        }
    }
}
