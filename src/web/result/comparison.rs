//! What a result page says of other rules. Made by [`build`](super::build), shown by `pages/result/_comparison.html`.

use serde::Serialize;

use super::view::ProjectLabel;

/// The same ballots under several rules.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// The rule of the round first.
    pub rows: Vec<ComparedRow>,
    /// What most votes first would have changed; absent where that is the rule.
    pub by_votes: Option<ByVotes>,
    /// Whether a group was passed over; absent where that cannot be checked.
    pub passed: Option<Passed>,
}

/// One rule.
#[derive(Debug, Serialize)]
pub struct ComparedRow {
    /// The rule.
    pub rule: RuleKind,
    /// Whether it is the rule of the round.
    pub own: bool,
    /// How many projects it chooses.
    pub projects: u64,
    /// How many of them are chosen here.
    pub common: u64,
    /// What they cost.
    pub cost: String,
    /// How many people have none of them on the ballot.
    pub without_any: u64,
    /// Whether it passes a group over; absent where that cannot be checked.
    pub passed_over: Option<bool>,
}

/// A rule, as far as people tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// Most votes first.
    Ranking,
    /// The best N.
    Top,
    /// Most satisfaction for the money first.
    Greedy,
    /// The best set.
    Welfare,
    /// Even loads.
    Phragmen,
    /// Equal shares and nothing else.
    Shares,
    /// Equal shares, the rest by satisfaction for the money.
    SharesGreedy,
    /// Equal shares that are raised.
    SharesRaised,
    /// Equal shares that are raised, the rest by satisfaction for the money.
    SharesRaisedGreedy,
    /// Equal shares that are raised, or most votes first where more people gain by it.
    SharesCompared,
}

/// What most votes first would have changed.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ByVotes {
    /// Nothing.
    Same,
    /// Other projects, and more people without any.
    MoreWithout {
        /// How many projects that are not chosen here.
        others: u64,
        /// How many people more.
        people: u64,
    },
    /// Other projects, and fewer people without any.
    FewerWithout {
        /// How many projects that are not chosen here.
        others: u64,
        /// How many people fewer.
        people: u64,
    },
    /// Other projects, and as many people without any.
    AsMany {
        /// How many projects that are not chosen here.
        others: u64,
    },
}

/// Whether a group was passed over.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Passed {
    /// None was.
    Nobody,
    /// The one with the strongest claim.
    Group(Claim),
}

/// A group that could have paid for a project together.
#[derive(Debug, Serialize)]
pub struct Claim {
    /// The project.
    pub project: ProjectLabel,
    /// How many people.
    pub people: u64,
    /// Their share of the money together.
    pub share: String,
    /// What the project costs.
    pub cost: String,
}
