//! When what is allowed: windows, facts, and the phase that follows from them.
//!
//! Nobody assigns a phase. Acts ask [`Schedule::open`]; headlines ask [`Phase::at`].

use std::collections::BTreeMap;

use super::time::Instant;

/// A kind of span in which something is allowed. Windows of a round may overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Window {
    /// People submit proposals.
    Collecting,
    /// People support proposals.
    Supporting,
    /// Departments review.
    Reviewing,
    /// The shortlist is made.
    Selecting,
    /// People vote.
    Voting,
}

impl Window {
    /// All kinds in the order of a round.
    pub const ALL: [Self; 5] = [Self::Collecting, Self::Supporting, Self::Reviewing, Self::Selecting, Self::Voting];

    /// The text that the database and the record carry.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Collecting => "collecting",
            Self::Supporting => "supporting",
            Self::Reviewing => "reviewing",
            Self::Selecting => "selecting",
            Self::Voting => "voting",
        }
    }

    /// Reads the text that the database carries.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|window| window.as_str() == text)
    }
}

/// From when until when. `closes_at` itself is outside. Either end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// The first moment inside.
    pub opens_at: Option<Instant>,
    /// The first moment after.
    pub closes_at: Option<Instant>,
}

impl Span {
    fn has_opened(self, now: Instant) -> bool {
        self.opens_at.is_none_or(|opens| opens <= now)
    }

    fn has_closed(self, now: Instant) -> bool {
        self.closes_at.is_some_and(|closes| closes <= now)
    }
}

/// What happened to a round, each with its moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// Its page became public.
    pub round_published_at: Option<Instant>,
    /// The exclusive lock was held once after the end of voting.
    pub voting_closed_at: Option<Instant>,
    /// The administrators signed for the box to be opened.
    pub certified_at: Option<Instant>,
    /// The result became public.
    pub result_published_at: Option<Instant>,
    /// The council decided.
    pub decided_at: Option<Instant>,
    /// The first project is being carried out.
    pub delivery_started_at: Option<Instant>,
    /// Nothing more will change.
    pub archived_at: Option<Instant>,
}

/// The windows of a published round.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Schedule {
    published_at: Option<Instant>,
    windows: BTreeMap<Window, Span>,
}

impl Schedule {
    /// Puts windows and the moment of publication together: before it, nothing is open.
    #[must_use]
    pub fn new(published_at: Option<Instant>, windows: BTreeMap<Window, Span>) -> Self {
        Self { published_at, windows }
    }

    /// The same windows with another moment of publication.
    #[must_use]
    pub fn published(self, published_at: Option<Instant>) -> Self {
        Self { published_at, ..self }
    }

    /// Whether a window is open at a moment.
    #[must_use]
    pub fn open(&self, window: Window, now: Instant) -> bool {
        self.published_at.is_some_and(|published| published <= now)
            && self.windows.get(&window).is_some_and(|span| span.has_opened(now) && !span.has_closed(now))
    }

    /// Whether a window lies in the past.
    #[must_use]
    pub fn over(&self, window: Window, now: Instant) -> bool {
        self.windows.get(&window).is_some_and(|span| span.has_closed(now))
    }

    /// Whether a window has begun, be it open or over.
    #[must_use]
    pub fn begun(&self, window: Window, now: Instant) -> bool {
        self.windows.get(&window).is_some_and(|span| span.has_opened(now))
    }

    /// A window's span, if the round has that window.
    #[must_use]
    pub fn span(&self, window: Window) -> Option<Span> {
        self.windows.get(&window).copied()
    }
}

/// The headline of where a round stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Only the office sees it.
    Draft,
    /// Public, and nothing is open yet.
    Announced,
    /// Proposals come in.
    Collecting,
    /// Departments review.
    Reviewing,
    /// The shortlist is made.
    Selecting,
    /// People vote.
    Voting,
    /// Voting is over, the result is not public yet.
    Counting,
    /// The result is public.
    Result,
    /// The council decided.
    Decided,
    /// Projects are carried out.
    Delivering,
    /// Nothing more will change.
    Archived,
}

impl Phase {
    /// The latest step that a round has reached.
    #[must_use]
    pub fn at(schedule: &Schedule, facts: &Facts, now: Instant) -> Self {
        let reached = |fact: Option<Instant>| fact.is_some_and(|at| at <= now);
        if !reached(facts.round_published_at) {
            Self::Draft
        } else if reached(facts.archived_at) {
            Self::Archived
        } else if reached(facts.delivery_started_at) {
            Self::Delivering
        } else if reached(facts.decided_at) {
            Self::Decided
        } else if reached(facts.result_published_at) {
            Self::Result
        } else if reached(facts.voting_closed_at) || schedule.over(Window::Voting, now) {
            Self::Counting
        } else if schedule.begun(Window::Voting, now) {
            Self::Voting
        } else if schedule.begun(Window::Selecting, now) {
            Self::Selecting
        } else if schedule.begun(Window::Reviewing, now) {
            Self::Reviewing
        } else if schedule.begun(Window::Collecting, now) || schedule.begun(Window::Supporting, now) {
            Self::Collecting
        } else {
            Self::Announced
        }
    }

    /// The key of its name: `phase-voting` and so on.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Announced => "announced",
            Self::Collecting => "collecting",
            Self::Reviewing => "reviewing",
            Self::Selecting => "selecting",
            Self::Voting => "voting",
            Self::Counting => "counting",
            Self::Result => "result",
            Self::Decided => "decided",
            Self::Delivering => "delivering",
            Self::Archived => "archived",
        }
    }
}

#[cfg(test)]
mod tests;
