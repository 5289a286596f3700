//! The kinds of work that run beside requests, and the boundaries that the clock passes.

use super::round::words;

words! {
    /// A kind of job. Jobs are idempotent: running one twice does no harm.
    JobKind {
        /// Opens a certified round's box into its profile.
        OpenBox = "open_box",
        /// Counts a round's profile, area by area.
        CountRound = "count_round",
    }
}

words! {
    /// Where a job stands. None is ever given up: one that failed waits again.
    JobState {
        /// For its time, or for a worker.
        Waiting = "waiting",
        /// A worker has it.
        Running = "running",
        /// It is done.
        Done = "done",
    }
}

words! {
    /// A boundary of a round's schedule from which something follows.
    Boundary {
        /// The beginning of voting.
        VotingOpens = "voting_opens",
        /// The end of voting.
        VotingCloses = "voting_closes",
    }
}
