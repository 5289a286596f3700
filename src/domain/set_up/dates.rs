//! What may happen to a window when its dates are edited.

use crate::domain::schedule::{Span, Window};
use crate::domain::time::Instant;

/// Why a window cannot be given other ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanFault {
    /// It would close before it opens, or at the same moment.
    Backwards,
    /// Its beginning has passed and stays as it was.
    BeginningPassed,
    /// Voting would begin in the past, and so at once.
    BeginningInThePast,
    /// Its end has passed and stays as it was.
    EndPassed,
    /// The new end has passed already.
    EndInThePast,
    /// Voting is open: its end is moved by acts of their own.
    VotingOpen,
    /// A public round's voting has both a beginning and an end.
    VotingNeedsBoth,
}

/// Whether a window may change from one span to another; none stands for a window that the round does not have. In a
/// draft only the order of the ends counts. In a public round what has passed stays, a new end lies ahead, and so does the
/// beginning of voting, which nothing takes back.
///
/// # Errors
/// The first reason why not.
pub fn check_change(
    window: Window,
    (from, to): (Option<Span>, Option<Span>),
    (is_public, now): (bool, Instant),
) -> Result<(), SpanFault> {
    let (opens, closes) = to.map_or((None, None), |span| (span.opens_at, span.closes_at));
    if opens.zip(closes).is_some_and(|(opens, closes)| closes <= opens) {
        return Err(SpanFault::Backwards);
    }
    if !is_public || from == to {
        return Ok(());
    }
    let (opened, closed) = from.map_or((None, None), |span| (span.opens_at, span.closes_at));
    let has_begun = from.is_some_and(|span| span.opens_at.is_none_or(|opens| opens <= now));
    let has_ended = closed.is_some_and(|closes| closes <= now);
    if has_ended {
        return Err(SpanFault::EndPassed);
    }
    if window == Window::Voting {
        if has_begun {
            return Err(SpanFault::VotingOpen);
        }
        if opens.zip(closes).is_none() {
            return Err(SpanFault::VotingNeedsBoth);
        }
        if opens.is_some_and(|opens| opens <= now) {
            return Err(SpanFault::BeginningInThePast);
        }
    }
    if has_begun && (to.is_none() || opens != opened) {
        return Err(SpanFault::BeginningPassed);
    }
    if closes != closed && closes.is_some_and(|closes| closes <= now) {
        return Err(SpanFault::EndInThePast);
    }
    Ok(())
}
