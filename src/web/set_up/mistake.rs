//! What can be wrong with a field of a round's set-up, and the words that say what to do.

use crate::domain::reason::PublicReasonError;
use crate::domain::set_up::{Lack, SpanFault};
use crate::locale::Words;
use crate::web::settings::mistake::Mistake;

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum RoundMistake {
    /// Not a name for an address.
    Slug,
    /// A name that another round has.
    SlugTaken,
    /// The round is public, and its address and currency stay.
    Stays,
    /// Codes were made, and the address stands in letters.
    InLetters,
    /// Codes were made, and people would not come to a ballot with them any more.
    CodesInLetters,
    /// A public round would lack something.
    Lack(Lack),
    /// Nothing was chosen.
    Choice,
    /// Not an amount, or nothing.
    Money,
    /// Not a whole number that fits.
    Count,
    /// Not a number of places that an area may have.
    Places,
    /// Not a number of supports that a proposal may need.
    Supports,
    /// Neither money nor places, or both.
    MoneyOrPlaces,
    /// An area that has projects and cannot go.
    AreaInUse,
    /// An area whose projects are frozen with their costs, or without.
    AreaFrozen,
    /// A topic that is used and cannot go.
    TopicInUse,
    /// More points for one project than there are.
    MoreOnOne,
    /// Not a rule.
    Rule,
    /// A rule that cannot count such ballots.
    RuleMisfits,
    /// Not a way to decide between equals.
    Ties,
    /// Not a date.
    Date,
    /// Not a time of day.
    Time,
    /// A time that the clock jumps over.
    TimeSkipped,
    /// A time without its date.
    DateMissing,
    /// A window that cannot have these ends.
    Span(SpanFault),
    /// The tick is not set.
    NotConfirmed,
    /// No public reason, or one that is too short or too long.
    ReasonMissing,
    /// A public reason that nobody would understand later.
    ReasonTooShort,
    /// A public reason that is too long.
    ReasonTooLong,
}

impl RoundMistake {
    /// What to do.
    pub(in crate::web) fn text(self, words: &Words<'_>) -> String {
        let key = match self {
            Self::Lack(lack) => return lack_in_words(lack, words),
            Self::Slug => "set-up-problem-slug",
            Self::SlugTaken => "set-up-problem-slug-taken",
            Self::Stays => "set-up-problem-stays",
            Self::InLetters => "set-up-problem-in-letters",
            Self::CodesInLetters => "set-up-problem-codes-in-letters",
            Self::Places => "set-up-problem-places",
            Self::Supports => "set-up-problem-supports",
            Self::Choice => "set-up-problem-choice",
            Self::Money => "set-up-problem-money",
            Self::Count => "set-up-problem-count",
            Self::MoneyOrPlaces => "set-up-problem-money-or-places",
            Self::AreaInUse => "set-up-problem-area-in-use",
            Self::AreaFrozen => "set-up-problem-area-frozen",
            Self::TopicInUse => "set-up-problem-topic-in-use",
            Self::MoreOnOne => "set-up-problem-more-on-one",
            Self::Rule => "set-up-problem-rule",
            Self::RuleMisfits => "set-up-problem-rule-misfits",
            Self::Ties => "set-up-problem-ties",
            Self::Date => "set-up-problem-date",
            Self::Time => "set-up-problem-time",
            Self::TimeSkipped => "set-up-problem-time-skipped",
            Self::DateMissing => "set-up-problem-date-missing",
            Self::Span(SpanFault::Backwards) => "set-up-problem-backwards",
            Self::Span(SpanFault::BeginningPassed) => "set-up-problem-beginning-passed",
            Self::Span(SpanFault::BeginningInThePast) => "set-up-problem-beginning-in-the-past",
            Self::Span(SpanFault::EndPassed) => "set-up-problem-end-passed",
            Self::Span(SpanFault::EndInThePast) => "set-up-problem-end-in-the-past",
            Self::Span(SpanFault::VotingOpen) => "set-up-problem-voting-open",
            Self::Span(SpanFault::VotingNeedsBoth) => "set-up-problem-voting-needs-both",
            Self::NotConfirmed => "set-up-problem-not-confirmed",
            Self::ReasonMissing => "set-up-problem-reason-missing",
            Self::ReasonTooShort => "set-up-problem-reason-too-short",
            Self::ReasonTooLong => "set-up-problem-reason-too-long",
        };
        words.text(key, &[])
    }
}

/// What a round lacks, in words.
pub(super) fn lack_in_words(lack: Lack, words: &Words<'_>) -> String {
    words.text(&format!("set-up-lack-{}", lack.as_str()), &[])
}

impl From<RoundMistake> for Mistake {
    fn from(mistake: RoundMistake) -> Self {
        Self::Round(mistake)
    }
}

/// What is wrong with a public reason.
pub(in crate::web) fn reason_mistake(typed: &str, error: PublicReasonError) -> Mistake {
    match error {
        PublicReasonError::TooShort if typed.trim().is_empty() => RoundMistake::ReasonMissing.into(),
        PublicReasonError::TooShort => RoundMistake::ReasonTooShort.into(),
        PublicReasonError::TooLong => RoundMistake::ReasonTooLong.into(),
    }
}
