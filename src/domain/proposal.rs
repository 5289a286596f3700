//! What somebody suggests, and what belongs to it: where, in whose name, what they bring themselves.

use super::email::Email;
use super::ids::{AreaId, TopicId};
use super::money::Money;
use super::round::words;
use super::text::{Line, Prose, TextError};

words! {
    /// How a proposal came in.
    Source {
        /// Its author typed it here.
        Web = "web",
        /// It was written on a form.
        Paper = "paper",
        /// It was told by telephone.
        Phone = "phone",
        /// It was told at a meeting.
        Meeting = "meeting",
        /// It came in a letter or an e-mail.
        Mail = "mail",
    }
}

words! {
    /// In whose name somebody writes.
    Voice {
        /// For themselves.
        Myself = "myself",
        /// For somebody whom they care for.
        Relative = "relative",
        /// For a group.
        Group = "group",
        /// As an employee.
        Employee = "employee",
    }
}

words! {
    /// Where a proposal stands.
    ProposalState {
        /// It waits to be read before everybody sees it.
        Unchecked = "unchecked",
        /// It came in and can be read.
        Received = "received",
        /// The office hid it, with a rule and a reason.
        Hidden = "hidden",
        /// Its author took it back.
        Withdrawn = "withdrawn",
    }
}

impl ProposalState {
    /// Whether everybody may read its text.
    #[must_use]
    pub const fn is_public(self) -> bool {
        match self {
            Self::Received => true,
            Self::Unchecked | Self::Hidden | Self::Withdrawn => false,
        }
    }
}

words! {
    /// Why the office hides a proposal.
    HidingRule {
        /// It insults or threatens somebody, or incites to hatred.
        Insult = "insult",
        /// It names somebody or tells of them what is nobody's business.
        Person = "person",
        /// It advertises.
        Advertising = "advertising",
        /// It breaks the law.
        Unlawful = "unlawful",
        /// It suggests nothing.
        NoProposal = "no_proposal",
    }
}

words! {
    /// What people bring to their own proposal.
    OfferKind {
        /// Hours of work.
        Hours = "hours",
        /// Something that they can do.
        Skill = "skill",
        /// Things.
        Goods = "goods",
        /// A room or a piece of land.
        Place = "place",
        /// Care that lasts.
        Care = "care",
    }
}

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 80;
/// The longest description, in characters.
pub const LONGEST_BODY: usize = 2000;
/// The longest summary, in characters.
pub const LONGEST_SUMMARY: usize = 300;
/// The longest description of an offer, in characters.
pub const LONGEST_OFFER: usize = 300;

/// A title: one line of at most [`LONGEST_TITLE`] characters, maybe empty.
///
/// # Errors
/// When it is too long, is no line, or holds a sign that nobody sees.
pub fn parse_title(text: &str) -> Result<Line, TextError> {
    let line = Line::parse(text).map_err(|error| match error {
        TextError::TooLong { .. } => TextError::TooLong { most: LONGEST_TITLE },
        other => other,
    })?;
    if line.as_str().chars().count() > LONGEST_TITLE {
        return Err(TextError::TooLong { most: LONGEST_TITLE });
    }
    Ok(line)
}

/// What everybody reads of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The tag of the language that it is written in.
    pub language: String,
    /// Its title; see [`parse_title`].
    pub title: Line,
    /// What is to change and for whom; at most [`LONGEST_BODY`] characters.
    pub body: Prose,
    /// The same in a sentence or two, maybe empty; at most [`LONGEST_SUMMARY`] characters.
    pub summary: Prose,
}

/// What somebody brings to their own proposal. It never changes a rank or a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What.
    pub kind: OfferKind,
    /// In their own words; at most [`LONGEST_OFFER`] characters.
    pub body: Prose,
    /// Whether a group brings it.
    pub by_group: bool,
}

/// A proposal as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProposal {
    /// How it came in.
    pub source: Source,
    /// Whether somebody of the office wrote it down or helped with it.
    pub helped: bool,
    /// What everybody reads.
    pub wording: Wording,
    /// The area that it is for; none for the whole of the round.
    pub area: Option<AreaId>,
    /// Where in it, in the author's words; may be empty.
    pub place: Line,
    /// What it is about.
    pub topic: Option<TopicId>,
    /// In whose name it is written.
    pub voice: Voice,
    /// The name that everybody reads; may be empty.
    pub display_name: Line,
    /// Where the author is reached; never public.
    pub email: Option<Email>,
    /// What the author thinks that it costs.
    pub cost_guess: Option<Money>,
    /// What its author brings.
    pub offer: Option<Offer>,
}

/// What is written in the place of what somebody mistyped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its title; see [`parse_title`].
    pub title: Line,
    /// What is to change and for whom; at most [`LONGEST_BODY`] characters.
    pub body: Prose,
    /// The same in a sentence or two, maybe empty; at most [`LONGEST_SUMMARY`] characters.
    pub summary: Prose,
    /// Where, in the author's words; may be empty.
    pub place: Line,
    /// The name that everybody reads; may be empty.
    pub display_name: Line,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_eighty_characters_however_many_bytes_they_take() {
        assert!(parse_title(&"ü".repeat(80)).is_ok());
        for long in [81, 120, 121, 9000] {
            assert_eq!(parse_title(&"a".repeat(long)), Err(TextError::TooLong { most: 80 }), "{long}");
        }
        assert_eq!(parse_title("a\nb"), Err(TextError::LineBreak));
    }

    #[test]
    fn only_what_was_received_can_be_read_by_everybody() {
        let public: Vec<_> = ProposalState::ALL.iter().filter(|state| state.is_public()).collect();
        assert_eq!(public, [&ProposalState::Received]);
    }
}
