//! What follows when the clock passes a boundary of a round: each once, in order.

use super::JobError;
use crate::actions::round::{close_voting, open_voting};
use crate::app::App;
use crate::domain::job::Boundary;
use crate::domain::permission::Actor;
use crate::store::jobs::list_due_transitions;

/// Does what is due. Answers how many boundaries were passed.
pub(super) async fn pass_boundaries(app: &App) -> Result<usize, JobError> {
    let clock = app.db.clock().clone();
    let due = app.db.read(move |conn| list_due_transitions(conn, clock.now())).await?;
    for (round, boundary) in &due {
        match boundary {
            Boundary::VotingOpens => open_voting(&app.db, Actor::System, *round).await?,
            Boundary::VotingCloses => close_voting(&app.db, Actor::System, *round).await?,
        }
        tracing::info!(round = round.value(), boundary = boundary.as_str(), "a boundary was passed");
    }
    Ok(due.len())
}
