//! What happens to rounds and proposals and is told to whoever follows them.

use super::round::words;

words! {
    /// A kind of news. Each but those of the whole round is about a proposal.
    NewsKind {
        /// Two proposals go on as one. Detail: the number of the other one.
        Joined = "joined",
        /// The office decided on a proposal. Detail: the route.
        Decided = "decided",
        /// A proposal stands on the ballot.
        OnBallot = "on_ballot",
        /// A proposal that was to go to the vote is left out of the ballot.
        LeftOut = "left_out",
        /// A proposal that was left out is not any more.
        BackIn = "back_in",
        /// Its author took a proposal back.
        Withdrawn = "withdrawn",
        /// The council decided on a project. Detail: the outcome.
        Council = "council",
        /// What the council was said to have decided on a project was taken back.
        CouncilTakenBack = "council_taken_back",
        /// Voting opens.
        VotingOpens = "voting_opens",
        /// Voting ends within three days.
        LastDays = "last_days",
        /// The result is public.
        Result = "result",
        /// The council has decided on all of the round.
        CouncilDone = "council_done",
    }
}

/// What a piece of news is about. Of two about the same, the older one does not hold any more or says nothing new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// With which other proposals one goes on.
    Joining,
    /// What the office thinks of it.
    Verdict,
    /// Whether it stands on the ballot.
    Ballot,
    /// Whether it is taken back.
    Withdrawal,
    /// What the council thinks of it.
    Council,
    /// Whether people can vote.
    Voting,
    /// What they chose.
    Result,
    /// Whether the council is done.
    CouncilDone,
}

impl NewsKind {
    /// What it is about.
    #[must_use]
    pub const fn topic(self) -> Topic {
        match self {
            Self::Joined => Topic::Joining,
            Self::Decided => Topic::Verdict,
            Self::OnBallot | Self::LeftOut | Self::BackIn => Topic::Ballot,
            Self::Withdrawn => Topic::Withdrawal,
            Self::Council | Self::CouncilTakenBack => Topic::Council,
            Self::VotingOpens | Self::LastDays => Topic::Voting,
            Self::Result => Topic::Result,
            Self::CouncilDone => Topic::CouncilDone,
        }
    }

    /// Whether the author of the proposal gets a mail of their own about it, so that they need not hear it twice.
    #[must_use]
    pub const fn is_written_to_author(self) -> bool {
        match self {
            Self::Joined | Self::Decided | Self::LeftOut | Self::Council | Self::CouncilTakenBack => true,
            Self::OnBallot
            | Self::BackIn
            | Self::Withdrawn
            | Self::VotingOpens
            | Self::LastDays
            | Self::Result
            | Self::CouncilDone => false,
        }
    }

    /// Whether it waits for nothing else that may happen in the same hours: it is about the whole round, and of a vote that
    /// is open now.
    #[must_use]
    pub const fn is_at_once(self) -> bool {
        match self {
            Self::VotingOpens | Self::LastDays | Self::Result => true,
            Self::Joined
            | Self::Decided
            | Self::OnBallot
            | Self::LeftOut
            | Self::BackIn
            | Self::Withdrawn
            | Self::Council
            | Self::CouncilTakenBack
            | Self::CouncilDone => false,
        }
    }
}
