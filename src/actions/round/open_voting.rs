//! What follows when the clock passes the beginning of voting: the roll is noted as it is.
//!
//! Voting itself opens by the clock, whether or not this was done.

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, read_roll, round_of};
use crate::domain::follow::Followed;
use crate::domain::ids::RoundId;
use crate::domain::job::Boundary;
use crate::domain::news::NewsKind;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::schedule::Window;
use crate::record::{Act, Subject};
use crate::store::jobs::update_transition_done;
use crate::store::news::{NewNews, insert_news};
use crate::store::{Db, Lock};

/// Notes the size and the hash of the roll at the beginning of voting. Doing it again changes nothing.
///
/// # Errors
/// When the actor may not, or the database fails.
pub async fn open_voting(db: &Db, actor: Actor, round: RoundId) -> Result<(), RoundError> {
    let ids = RecordIds::draw()?;
    let roll = read_roll(db, round).await?;
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::CloseVoting, Scope::Round(round))?;
        let found = round_of(tx, round)?;
        let now = tx.now;
        if !update_transition_done(tx, round, Boundary::VotingOpens, now)? {
            return Ok(());
        }
        let details = [("roll_size", roll.size.into()), ("roll_hash", roll.hash.as_str().into())];
        append(tx, &ids, actor, Act::VotingOpened, (Some(round), Subject::Round(found.public_id)), details)?;
        let about = Followed { round, proposal: None };
        let good_until = found.schedule.span(Window::Voting).and_then(|span| span.closes_at);
        let news = NewNews { about, kind: NewsKind::VotingOpens, detail: String::new(), good_until };
        Ok(insert_news(tx, &news, now)?)
    })
    .await
}
