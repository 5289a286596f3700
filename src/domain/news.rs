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
        /// Its author took a proposal back.
        Withdrawn = "withdrawn",
        /// The council decided on a project. Detail: the outcome.
        Council = "council",
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

impl NewsKind {
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
            | Self::Withdrawn
            | Self::Council
            | Self::CouncilDone => false,
        }
    }
}
