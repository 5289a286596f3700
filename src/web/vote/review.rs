//! What checking and casting share: from a form as it came to a ballot that keeps the rules, or to the page that says
//! why there is none.

use actix_web::HttpResponse;

use super::ballot::with_problems;
use super::conflict::conflict;
use super::form::VoteForm;
use super::load::{Offer, Standing};
use super::sent::{Filled, Sent};
use super::view::ConflictReason;
use crate::domain::ballot::{BallotProblem, ValidBallot, check};
use crate::domain::ids::ProjectNumber;
use crate::web::error::WebError;
use crate::web::round::load::{PublicRound, Reader};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// What came of it.
pub(super) enum Reviewed {
    /// A ballot that keeps the rules, and the form that it came in.
    Ready(Box<Offer>, ValidBallot, Sent),
    /// The answer that says what is in the way.
    Answered(HttpResponse),
}

/// Whether voting is open is not asked here: for a cast, only the action can say.
pub(super) async fn review(
    site: &Site,
    visitor: &Visitor,
    found: PublicRound,
    form: VoteForm,
) -> Result<Reviewed, WebError> {
    let (row, sent) = match form.of_the_voter(site, visitor, &found).await? {
        Ok(theirs) => theirs,
        Err(answer) => return Ok(Reviewed::Answered(answer)),
    };
    if !sent.is_of_version(found.round.ballot_version) {
        return conflict(site, visitor, &found, ConflictReason::RoundChanged, &sent).map(Reviewed::Answered);
    }
    let offer = site.read_offer(found, row).await?;
    if offer.standing() == Standing::PaperFinal {
        let answer = conflict(site, visitor, &offer.found, ConflictReason::PaperIsFinal, &sent);
        return answer.map(Reviewed::Answered);
    }
    let filled = sent.filled();
    match checked(&offer, &filled) {
        Ok(valid) => Ok(Reviewed::Ready(Box::new(offer), valid, sent)),
        Err(problems) => {
            let read = site.read_words(offer, Reader::of(visitor)).await?;
            with_problems(site, visitor, &read, &filled, &problems).map(Reviewed::Answered)
        }
    }
}

/// The domain's check, with what was no number at all among its problems.
fn checked(offer: &Offer, filled: &Filled) -> Result<ValidBallot, Vec<BallotProblem>> {
    let format = offer.found.round.format;
    let outcome = check(format, &offer.offered(), &filled.ballot);
    if filled.unreadable.is_empty() {
        return outcome;
    }
    let max = format.max_value();
    let unreadable = |project: &ProjectNumber| BallotProblem::ValueOutOfRange { project: *project, given: 0, max };
    let mut problems: Vec<BallotProblem> = filled.unreadable.iter().map(unreadable).collect();
    // A ballot on which nothing can be read is not meant to be empty.
    problems.extend(outcome.err().into_iter().flatten().filter(|problem| *problem != BallotProblem::Empty));
    Err(problems)
}
