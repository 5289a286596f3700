//! Writing a profile in slices, so that no ballot of another round waits long for it.

use std::sync::Arc;

use super::round::round_of;
use crate::domain::ids::RoundId;
use crate::domain::round::Origin;
use crate::store::profile::{
    Opening, ProfileBallot, delete_profile_ballots, find_opening, insert_profile_ballots, replace_opening,
    update_opening_complete,
};
use crate::store::{Db, Lock, StoreError};

const SLICE: usize = 500;

/// Writes a whole profile under a new opening number and marks it complete. What an earlier opening left behind is
/// thrown away; an opening that another one has taken over stops. The complete profile of a live round is all that is
/// left of its box, so it is never written again.
///
/// # Errors
/// [`StoreError::Stopped`] when another opening has taken over or ended; or a failure of the database.
pub async fn write_profile(
    db: &Db,
    round: RoundId,
    ballots: Arc<[ProfileBallot]>,
    mut progress: impl FnMut(usize, usize),
) -> Result<(), StoreError> {
    let number = begin(db, round).await?;
    let mut done = 0;
    progress(done, ballots.len());
    while done < ballots.len() {
        let end = done.saturating_add(SLICE).min(ballots.len());
        let slice = Arc::clone(&ballots);
        db.write(Lock::RoundShared(round), move |tx| {
            still_ours(find_opening(tx, round)?, number)?;
            insert_profile_ballots(tx, round, slice.get(done..end).unwrap_or_default())
        })
        .await?;
        done = end;
        progress(done, ballots.len());
    }
    db.write(Lock::Round(round), move |tx| {
        still_ours(find_opening(tx, round)?, number)?;
        let now = tx.now;
        update_opening_complete(tx, round, now)
    })
    .await
}

async fn begin(db: &Db, round: RoundId) -> Result<i64, StoreError> {
    db.write(Lock::Round(round), move |tx| {
        let number = match (find_opening(tx, round)?, round_of(tx, round)?.origin) {
            (Opening::Complete, Origin::Live) => return Err(StoreError::Stopped),
            (Opening::NotBegun, _) | (Opening::Complete, Origin::Imported | Origin::Generated) => 1,
            (Opening::Begun(number), _) => number.saturating_add(1),
        };
        delete_profile_ballots(tx, round)?;
        let now = tx.now;
        replace_opening(tx, round, number, now)?;
        Ok(number)
    })
    .await
}

fn still_ours(opening: Opening, number: i64) -> Result<(), StoreError> {
    if opening == Opening::Begun(number) { Ok(()) } else { Err(StoreError::Stopped) }
}
