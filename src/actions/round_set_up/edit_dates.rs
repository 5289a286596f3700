//! Changing the windows of a round and what is promised after them.

use std::collections::BTreeMap;

use super::part::{Edit, edit_part};
use super::refusal::SetUpError;
use crate::actions::steps::schedule_voting;
use crate::domain::permission::Actor;
use crate::domain::schedule::{Span, Window};
use crate::domain::set_up::{RoundPart, check_change};
use crate::domain::time::Instant;
use crate::store::Db;
use crate::store::set_up::{replace_window, update_promises};

/// The dates as they are to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditDates {
    /// The windows that the round has.
    pub windows: BTreeMap<Window, Span>,
    /// When the result is promised.
    pub result_expected_at: Option<Instant>,
    /// When the council is to decide.
    pub decision_expected_at: Option<Instant>,
}

/// Changes the dates. Voting that has begun is extended or closed by acts of its own.
///
/// # Errors
/// When a window cannot have the new ends, or the part cannot be changed as [`SetUpError`] says.
pub async fn edit_dates(db: &Db, actor: Actor, edit: Edit, wanted: EditDates) -> Result<(), SetUpError> {
    edit_part(db, actor, (RoundPart::Dates, edit), move |tx, set_up| {
        let (round, now) = (&set_up.round, tx.now);
        for window in Window::ALL {
            let (from, to) = (round.schedule.span(window), wanted.windows.get(&window).copied());
            check_change(window, (from, to), (set_up.is_public(), now))
                .map_err(|fault| SetUpError::Span(window, fault))?;
            if from != to {
                replace_window(tx, round.id, window, to)?;
                if window == Window::Voting && set_up.is_public() {
                    schedule_voting(tx, round.id, to.unwrap_or_default())?;
                }
            }
        }
        Ok(update_promises(tx, round.id, (wanted.result_expected_at, wanted.decision_expected_at))?)
    })
    .await
}
