//! An author's objection to the verdict. It is answered by another verdict, be it the same one with a reason.

use chrono_tz::Tz;

use super::refusal::ReviewError;
use super::reviewed::own;
use crate::actions::steps::RecordIds;
use crate::domain::permission::Actor;
use crate::domain::review::{Event, MAY_OBJECT, OBJECTION_ANSWER, Route, Stage};
use crate::domain::text::Prose;
use crate::domain::time::Instant;
use crate::locale::{local_day, moments_of_day};
use crate::record::Act;
use crate::secrecy::ChangeMac;
use crate::store::objections::{find_objection, insert_objection};
use crate::store::organisation::find_zone;
use crate::store::reviews::{Review, ReviewChange};
use crate::store::{Db, Lock};

/// The end of the day until which the author may object to the verdict that holds, if at all: once for each proposal,
/// within thirty days.
#[must_use]
pub fn may_object(review: &Review, objected_before: bool, (now, zone): (Instant, Tz)) -> Option<Instant> {
    let (_, until) = moments_of_day(local_day(review.decided_at?.plus(MAY_OBJECT), zone), zone);
    let may = review.stage == Stage::Decided && review.route.is_some_and(Route::may_be_objected);
    (may && !objected_before && now < until).then_some(until)
}

/// Objects to the verdict on the proposal that a change code belongs to.
///
/// # Errors
/// [`ReviewError::NoObjection`] when there is no verdict to object to, its time is over, or there was an objection before;
/// [`ReviewError::NotReviewed`], [`ReviewError::ChangedMeanwhile`]; [`crate::store::StoreError::NotFound`] when no proposal
/// lies under the code; or when the database fails.
pub async fn object_to_verdict(db: &Db, actor: Actor, code: ChangeMac, body: Prose) -> Result<(), ReviewError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        let (found, now) = (own(tx, actor, &code)?, tx.now);
        let before = find_objection(tx, found.proposal.id)?.is_some();
        may_object(&found.review, before, (now, find_zone(tx)?)).ok_or(ReviewError::NoObjection)?;
        let (stage, due_at) = (found.after(Event::Object)?, now.plus(OBJECTION_ANSWER));
        insert_objection(tx, found.proposal.id, &body, (now, due_at))?;
        found.change(tx, ReviewChange { stage: Some((stage, due_at)), ..ReviewChange::default() })?;
        found.enter(tx, (&ids, Actor::Anonymous, Act::VerdictObjected), [])
    })
    .await
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;

    use super::*;
    use crate::domain::ids::ProposalId;

    fn decided(route: Route) -> Review {
        let at = Instant::parse("2027-05-03T10:00:00Z").unwrap();
        Review {
            proposal: ProposalId::new(1),
            department: None,
            stage: Stage::Decided,
            due_at: at,
            version: 2,
            fields: String::new(),
            route: Some(route),
            decided_at: Some(at),
            answer_days: Some(3),
        }
    }

    #[test]
    fn an_author_objects_once_within_thirty_days_and_not_to_a_place_on_the_ballot() {
        let at = |text: &str| (Instant::parse(text).unwrap(), Berlin);
        let (no, end) = (decided(Route::NotPossible), Instant::parse("2027-06-02T22:00:00Z").unwrap());

        assert_eq!(may_object(&no, false, at("2027-06-02T21:59:59Z")), Some(end), "the day counts to its end");
        assert_eq!(may_object(&no, false, (end, Berlin)), None);
        assert_eq!(may_object(&no, true, at("2027-05-04T00:00:00Z")), None);
        assert_eq!(may_object(&decided(Route::Vote), false, at("2027-05-04T00:00:00Z")), None);
        assert_eq!(may_object(&Review { stage: Stage::Objected, ..no }, false, at("2027-05-04T00:00:00Z")), None);
    }
}
