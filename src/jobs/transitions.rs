//! What follows when the clock passes a boundary of a round: each once, in order.

use super::JobError;
use crate::actions::round::{RoundError, close_voting, open_voting};
use crate::app::App;
use crate::domain::job::Boundary;
use crate::domain::permission::Actor;
use crate::store::jobs::list_due_transitions;

/// Does what is due. Answers how many boundaries were passed. One that cannot be passed holds up no other round.
pub(super) async fn pass_boundaries(app: &App) -> Result<usize, JobError> {
    let clock = app.db.clock().clone();
    let due = app.db.read(move |conn| list_due_transitions(conn, clock.now())).await?;
    let mut passed = 0_usize;
    for (round, boundary) in &due {
        let outcome = match boundary {
            Boundary::VotingOpens => open_voting(&app.db, Actor::System, *round).await,
            Boundary::VotingCloses => close_voting(&app.db, Actor::System, *round).await,
        };
        let (round, boundary) = (round.value(), boundary.as_str());
        match outcome {
            Ok(()) => {
                passed = passed.saturating_add(1);
                tracing::info!(round, boundary, "a boundary was passed");
            }
            // Somebody moved the end meanwhile, or this clock is ahead of the database's: the next turn looks again.
            Err(RoundError::VotingNotOver) => tracing::info!(round, boundary, "a boundary is not yet passed"),
            Err(error) => tracing::error!(round, boundary, %error, "a boundary could not be passed"),
        }
    }
    Ok(passed)
}
