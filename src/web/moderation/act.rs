//! What is done with a proposal, as it was sent: read, all mistakes at once, and done.

use serde::Deserialize;

use crate::actions::proposal::{
    ProposalError, hide_name, hide_proposal, restore_name, restore_proposal, show_proposal,
};
use crate::actions::report::{ReportError, dismiss_reports};
use crate::domain::ids::{ProposalNumber, ReportId};
use crate::domain::permission::Actor;
use crate::domain::proposal::HidingRule;
use crate::domain::reason::{PublicReason, PublicReasonError};
use crate::domain::report::LONGEST_NOTE;
use crate::domain::text::Prose;
use crate::store::Db;
use crate::web::error::WebError;

/// What was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    /// Which act: the name of a button's form.
    pub(super) act: String,
    pub(super) rule: String,
    pub(super) reason: String,
    /// The same for the name alone.
    pub(super) name_rule: String,
    pub(super) name_reason: String,
    /// Why reports change nothing.
    pub(super) note: String,
    /// The latest report that was read.
    pub(super) last: String,
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
    /// Nobody but the office can read the name any more.
    HideName(HidingRule, PublicReason),
    /// Everybody may read the name again.
    RestoreName,
    /// The text stands, whatever was reported.
    Keep(ReportId, Prose),
}

/// Why nothing was done.
pub(super) enum NotDone {
    /// Somebody else was faster.
    Meanwhile,
    /// Something else.
    Refused(WebError),
}

impl From<ProposalError> for NotDone {
    fn from(error: ProposalError) -> Self {
        match error {
            ProposalError::Standing(_) => Self::Meanwhile,
            other => Self::Refused(other.into()),
        }
    }
}

impl From<ReportError> for NotDone {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::SettledMeanwhile => Self::Meanwhile,
            other => Self::Refused(other.into()),
        }
    }
}

/// What is wrong with a form, field by field, as keys of what to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mistakes {
    pub(super) rule: Option<&'static str>,
    pub(super) reason: Option<&'static str>,
    pub(super) name_rule: Option<&'static str>,
    pub(super) name_reason: Option<&'static str>,
    pub(super) note: Option<&'static str>,
}

impl Typed {
    /// Reads an act; none when the form names none of ours.
    pub(super) fn read(&self) -> Option<Result<Act, Mistakes>> {
        match self.act.as_str() {
            "show" => Some(Ok(Act::Show)),
            "hide" => Some(
                why(&self.rule, &self.reason)
                    .map(|(rule, reason)| Act::Hide(rule, reason))
                    .map_err(|(rule, reason)| Mistakes { rule, reason, ..Mistakes::default() }),
            ),
            "restore" => Some(Ok(Act::Restore)),
            "hide_name" => Some(
                why(&self.name_rule, &self.name_reason)
                    .map(|(rule, reason)| Act::HideName(rule, reason))
                    .map_err(|(name_rule, name_reason)| Mistakes { name_rule, name_reason, ..Mistakes::default() }),
            ),
            "restore_name" => Some(Ok(Act::RestoreName)),
            "keep" => {
                let last = ReportId::new(self.last.parse().ok()?);
                Some(self.note().map(|note| Act::Keep(last, note)))
            }
            _ => None,
        }
    }

    fn note(&self) -> Result<Prose, Mistakes> {
        let wrong = |note| Err(Mistakes { note: Some(note), ..Mistakes::default() });
        match Prose::parse_within(&self.note, LONGEST_NOTE) {
            Ok(note) if note.as_str().is_empty() => wrong("moderation-problem-note"),
            Ok(note) => Ok(note),
            Err(_) => wrong("moderation-problem-note-length"),
        }
    }
}

type Wrong = Option<&'static str>;

/// A rule and a public reason, or what is wrong with each.
fn why(rule: &str, reason: &str) -> Result<(HidingRule, PublicReason), (Wrong, Wrong)> {
    match (HidingRule::parse(rule), PublicReason::parse(reason)) {
        (Some(rule), Ok(reason)) => Ok((rule, reason)),
        (rule, read) => Err((
            rule.is_none().then_some("moderation-problem-rule"),
            read.err().map(|error| match error {
                PublicReasonError::TooShort if reason.trim().is_empty() => "office-problem-reason-missing",
                PublicReasonError::TooShort => "office-problem-reason-too-short",
                PublicReasonError::TooLong => "office-problem-reason-too-long",
            }),
        )),
    }
}

impl Act {
    /// Does it.
    pub(super) async fn carry_out(self, db: &Db, actor: Actor, number: ProposalNumber) -> Result<(), NotDone> {
        match self {
            Self::Show => show_proposal(db, actor, number).await?,
            Self::Hide(rule, reason) => hide_proposal(db, actor, number, rule, reason).await?,
            Self::Restore => restore_proposal(db, actor, number).await?,
            Self::HideName(rule, reason) => hide_name(db, actor, number, rule, reason).await?,
            Self::RestoreName => restore_name(db, actor, number).await?,
            Self::Keep(last, note) => dismiss_reports(db, actor, (number, last), note).await?,
        }
        Ok(())
    }

    /// What is said of it afterwards where the state of the proposal says too little.
    pub(super) const fn told(&self) -> Option<&'static str> {
        match self {
            Self::Show | Self::Hide(..) | Self::Restore => None,
            Self::HideName(..) => Some("name-hidden"),
            Self::RestoreName => Some("name-shown"),
            Self::Keep(..) => Some("kept"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(act: &str, rule: &str, reason: &str) -> Typed {
        let (act, rule, reason) = (act.to_owned(), rule.to_owned(), reason.to_owned());
        Typed {
            act,
            rule: rule.clone(),
            reason: reason.clone(),
            name_rule: rule,
            name_reason: reason,
            ..Typed::default()
        }
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
                reason: Some("office-problem-reason-missing"),
                ..Mistakes::default()
            }))
        );
        assert_eq!(
            typed("hide_name", "", " ").read(),
            Some(Err(Mistakes {
                name_rule: Some("moderation-problem-rule"),
                name_reason: Some("office-problem-reason-missing"),
                ..Mistakes::default()
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
    fn letting_a_text_stand_takes_a_note_and_the_latest_report_that_was_read() {
        let keep = |last: &str, note: &str| {
            let (act, last, note) = ("keep".to_owned(), last.to_owned(), note.to_owned());
            Typed { act, last, note, ..Typed::default() }.read()
        };
        let told = |note: &str| match keep("7", note) {
            Some(Err(mistakes)) => mistakes.note,
            other => panic!("{other:?}"),
        };

        assert_eq!(keep("7", "No insult."), Some(Ok(Act::Keep(ReportId::new(7), Prose::parse("No insult.").unwrap()))));
        assert_eq!(keep("", "No insult."), None);
        assert_eq!(told(" "), Some("moderation-problem-note"));
        assert_eq!(told(&"x".repeat(501)), Some("moderation-problem-note-length"));
    }

    #[test]
    fn a_form_that_names_no_act_of_ours_does_nothing() {
        for act in ["", "delete", "Hide"] {
            assert_eq!(typed(act, "person", "A reason that is long enough.").read(), None, "{act}");
        }
    }
}
