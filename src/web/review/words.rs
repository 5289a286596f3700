//! What belongs to reviews and verdicts, in words.

use super::view::Due;
use crate::domain::review::{Competence, Feasibility, Route, Stage, StandardReason, Standing};
use crate::domain::time::Instant;
use crate::locale::{Arg, Words};
use crate::store::reviews::Review;

/// A way.
pub(in crate::web) fn route(route: Route, words: Words<'_>) -> String {
    words.text(&format!("review-route-{}", route.as_str().replace('_', "-")), &[])
}

/// A sentence of the library.
pub(in crate::web) fn standard(reason: StandardReason, words: Words<'_>) -> String {
    words.text(&format!("review-reason-{}", reason.as_str().replace('_', "-")), &[])
}

/// Where a proposal stands.
pub(in crate::web) fn standing(standing: Standing, words: Words<'_>) -> String {
    words.text(&format!("review-standing-{}", standing.as_str().replace('_', "-")), &[])
}

/// Whose business it is.
pub(super) fn competence(competence: Competence, words: Words<'_>) -> String {
    words.text(&format!("review-competence-{}", competence.as_str()), &[])
}

/// Whether it can be done.
pub(super) fn feasibility(feasibility: Feasibility, words: Words<'_>) -> String {
    words.text(&format!("review-feasibility-{}", feasibility.as_str().replace('_', "-")), &[])
}

/// Until when the next step is due, or since when it is overdue; nothing of a decided one.
pub(super) fn due(review: &Review, now: Instant, words: Words<'_>) -> Option<Due> {
    match review.stage {
        Stage::Decided => None,
        // An author is waited for until the end of a day.
        Stage::Asked => Some(due_by((review.due_at, words.until(review.due_at)), now, words)),
        Stage::Open | Stage::Objected => Some(due_at(review.due_at, now, words)),
    }
}

/// That something is due at a moment, or overdue since then.
pub(super) fn due_at(at: Instant, now: Instant, words: Words<'_>) -> Due {
    due_by((at, words.date_with_weekday(at)), now, words)
}

fn due_by((at, date): (Instant, String), now: Instant, words: Words<'_>) -> Due {
    let is_overdue = at <= now;
    let key = if is_overdue { "review-overdue" } else { "review-due" };
    Due { text: words.text(key, &[("date", Arg::from(date))]), is_overdue }
}
