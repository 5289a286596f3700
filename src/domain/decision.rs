//! What the council decides on a project once the result is public. The result itself is never edited.

use chrono::NaiveDate;
use thiserror::Error;

use super::reason::PublicReason;
use super::round::words;
use super::text::{Line, TextError};

words! {
    /// What becomes of a project.
    CouncilOutcome {
        /// It is carried out as it stood on the ballot.
        CarriedOut = "carried_out",
        /// It is carried out in another way.
        Changed = "changed",
        /// It is not carried out.
        NotCarriedOut = "not_carried_out",
        /// Somebody else would have to decide.
        NotCompetent = "not_competent",
    }
}

impl CouncilOutcome {
    /// Whether everybody must be told why. What was voted for and is done explains itself.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        match self {
            Self::CarriedOut => false,
            Self::Changed | Self::NotCarriedOut | Self::NotCompetent => true,
        }
    }
}

/// The number of the council's paper, as the council writes it: one line of at most 60 characters, maybe empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaperNumber(Line);

impl PaperNumber {
    /// The most characters.
    pub const MOST: usize = 60;

    /// Reads a number; blanks around it are dropped.
    ///
    /// # Errors
    /// When it is too long, has a line break inside, or holds a sign that nobody sees.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let line = Line::parse(text)?;
        if line.as_str().chars().count() > Self::MOST {
            return Err(TextError::TooLong { most: Self::MOST });
        }
        Ok(Self(line))
    }

    /// The number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// A decision that must be explained has no reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this decision needs a public reason")]
pub struct ReasonMissing;

/// What the council decided on one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouncilDecision {
    outcome: CouncilOutcome,
    decided_on: NaiveDate,
    paper: PaperNumber,
    reason: Option<PublicReason>,
}

impl CouncilDecision {
    /// Puts a decision together: the day of the sitting in the organisation's zone, the paper and the public reason.
    ///
    /// # Errors
    /// When the outcome needs a reason and there is none.
    pub fn new(
        outcome: CouncilOutcome,
        (decided_on, paper): (NaiveDate, PaperNumber),
        reason: Option<PublicReason>,
    ) -> Result<Self, ReasonMissing> {
        if outcome.needs_reason() && reason.is_none() {
            return Err(ReasonMissing);
        }
        Ok(Self { outcome, decided_on, paper, reason })
    }

    /// What becomes of the project.
    #[must_use]
    pub const fn outcome(&self) -> CouncilOutcome {
        self.outcome
    }

    /// The day of the sitting.
    #[must_use]
    pub const fn decided_on(&self) -> NaiveDate {
        self.decided_on
    }

    /// The number of the paper, maybe empty.
    #[must_use]
    pub fn paper(&self) -> &str {
        self.paper.as_str()
    }

    /// Why, in public.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_ref().map(PublicReason::as_str)
    }
}

/// Why no sitting can have been on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SittingDayError {
    /// It is still to come.
    #[error("the day of the sitting is still to come")]
    InFuture,
    /// People were still voting.
    #[error("on the day of the sitting people were still voting")]
    BeforeTheVoteEnded,
}

/// Checks the day of a sitting against today and the last day of the vote, where that is known; all in the organisation's zone.
///
/// # Errors
/// When no sitting can have been then.
pub fn check_sitting_day(
    day: NaiveDate,
    today: NaiveDate,
    voted_until: Option<NaiveDate>,
) -> Result<(), SittingDayError> {
    if day > today {
        Err(SittingDayError::InFuture)
    } else if voted_until.is_some_and(|end| day < end) {
        Err(SittingDayError::BeforeTheVoteEnded)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn only_what_is_carried_out_as_it_was_voted_for_needs_no_reason() {
        for outcome in CouncilOutcome::ALL {
            let bare = CouncilDecision::new(*outcome, (day("2027-11-18"), PaperNumber::default()), None);
            assert_eq!(bare.is_ok(), *outcome == CouncilOutcome::CarriedOut, "{outcome:?}");
            let reason = PublicReason::parse("The land belongs to the railway.").unwrap();
            let told = CouncilDecision::new(*outcome, (day("2027-11-18"), PaperNumber::default()), Some(reason));
            assert_eq!(told.unwrap().reason(), Some("The land belongs to the railway."));
        }
    }

    #[test]
    fn a_paper_number_is_a_short_line_or_nothing() {
        assert_eq!(PaperNumber::parse(" DS/0412/VIII ").unwrap().as_str(), "DS/0412/VIII");
        assert_eq!(PaperNumber::parse("").unwrap(), PaperNumber::default());
        assert!(PaperNumber::parse(&"x".repeat(60)).is_ok());
        assert_eq!(PaperNumber::parse(&"x".repeat(61)), Err(TextError::TooLong { most: 60 }));
        assert_eq!(PaperNumber::parse("DS\n12"), Err(TextError::LineBreak));
    }

    #[test]
    fn a_sitting_is_neither_still_to_come_nor_before_the_end_of_the_vote() {
        let check = |on: &str| check_sitting_day(day(on), day("2027-11-18"), Some(day("2027-10-10")));

        assert_eq!(check("2027-11-18"), Ok(()));
        assert_eq!(check("2027-11-19"), Err(SittingDayError::InFuture));
        assert_eq!(check("2027-10-10"), Ok(()));
        assert_eq!(check("2027-10-09"), Err(SittingDayError::BeforeTheVoteEnded));
        assert_eq!(check_sitting_day(day("2019-01-01"), day("2027-11-18"), None), Ok(()));
    }
}
