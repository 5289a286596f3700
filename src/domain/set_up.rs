//! Setting up a round: the parts in which it is edited, what each still lacks before the round may be public, and what
//! can no longer be changed.

mod dates;
mod lack;
mod preset;

use std::collections::BTreeMap;

pub use self::dates::{SpanFault, check_change};
pub use self::lack::Lack;
pub use self::preset::{FAIR_SHARES_OF_POINTS, FAIR_SHARES_OF_TICKS, Preset, first_ties};
use super::ids::TopicId;
use super::organisation::ByLanguage;
use super::round::{Area, Round, RoundText, words};
use super::time::Instant;

words! {
    /// A part that is edited by itself. Two people who edit different parts do not disturb each other.
    RoundPart {
        /// Title, name in addresses, currency, effect of the result.
        Basics = "basics",
        /// What it is about, and what happens with the result.
        Texts = "texts",
        /// The areas with their money or places.
        Areas = "areas",
        /// The topics by which proposals are sorted.
        Topics = "topics",
        /// Who may propose, support and vote.
        People = "people",
        /// How the ballot is filled in and counted.
        Ballot = "ballot",
        /// The windows, and what is promised after them.
        Dates = "dates",
        /// Whether proposals are read first, and that somebody has looked at what is kept of people.
        Privacy = "privacy",
    }
}

/// How a part was last saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SavedPart {
    /// Grows with every edit, from 1.
    pub version: i64,
    /// When.
    pub updated_at: Instant,
}

/// An area with its name in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedArea {
    /// The area.
    pub area: Area,
    /// Its name by language tag.
    pub names: ByLanguage<String>,
    /// How many supports a proposal needs to reach its list on the ballot.
    pub supports_needed: Option<u32>,
}

/// A topic by which proposals are sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its row.
    pub id: TopicId,
    /// Its name by language tag.
    pub names: ByLanguage<String>,
}

/// A round with all that is edited in its set-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUp {
    /// The round itself.
    pub round: Round,
    /// What it says of itself, by language tag.
    pub texts: ByLanguage<RoundText>,
    /// Its areas by number.
    pub areas: Vec<NamedArea>,
    /// Its topics in their order.
    pub topics: Vec<Topic>,
    /// The parts that somebody has saved.
    pub saved: BTreeMap<RoundPart, SavedPart>,
}

/// Why a part can no longer be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frozen {
    /// People vote by it, or have voted.
    VotingBegan,
    /// Nothing of the round changes any more.
    Archived,
}

impl SetUp {
    /// The version of a part; none where nobody has saved it yet.
    #[must_use]
    pub fn version(&self, part: RoundPart) -> Option<i64> {
        self.saved.get(&part).map(|saved| saved.version)
    }

    /// Whether everybody sees the round, so that every change needs a public reason.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.round.facts.round_published_at.is_some()
    }

    /// Why a part cannot be changed at a moment. What people vote by is settled when voting begins. Texts, topics and dates
    /// stay open until the end: proposals may come in beside the vote, and each window guards what of it has passed.
    #[must_use]
    pub fn frozen(&self, part: RoundPart, now: Instant) -> Option<Frozen> {
        if self.round.facts.archived_at.is_some() {
            return Some(Frozen::Archived);
        }
        let voting_began = self.round.voting_has_begun(now);
        let is_frozen = match part {
            RoundPart::Texts | RoundPart::Topics | RoundPart::Dates | RoundPart::Privacy => false,
            RoundPart::Basics | RoundPart::Areas | RoundPart::People | RoundPart::Ballot => voting_began,
        };
        is_frozen.then_some(Frozen::VotingBegan)
    }
}

#[cfg(test)]
mod tests;
