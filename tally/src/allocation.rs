//! What a count gives back: the funded projects, a reason for every project, and the steps that led there.
//!
//! Everything here is data, named by project ids, and goes to JSON and back without loss. Amounts are in minor units.

use serde::{Deserialize, Serialize};

use crate::exact::Exact;
use crate::rule::Rule;
use crate::ties::Ties;

/// The outcome of a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// The rule that was applied.
    pub rule: Rule,
    /// What decided between equal projects.
    pub ties: Ties,
    /// The number of ballots, empty ones included.
    pub voters: u32,
    /// The budget, in minor units.
    pub budget: i64,
    /// How many decimals a major unit has.
    pub exponent: u8,
    /// What the chosen projects cost together, in minor units; a project without a cost adds nothing.
    pub cost: i64,
    /// The total satisfaction of all voters with the chosen projects: under Equal Shares by its measure (in minor
    /// units for `cost`), under the other rules the sum of scores.
    pub welfare: Exact,
    /// The chosen projects in the order in which they were chosen.
    pub chosen: Vec<Chosen>,
    /// Every project, in the order of the instance.
    pub outcomes: Vec<Outcome>,
    /// How it came about.
    pub steps: Vec<Step>,
}

impl Allocation {
    /// Whether the project with this id was chosen.
    #[must_use]
    pub fn is_funded(&self, id: &str) -> bool {
        self.chosen.iter().any(|chosen| chosen.id == id)
    }
}

/// A funded (or placed) project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The project's id.
    pub id: String,
    /// Its cost in minor units, if it has one.
    pub cost: Option<i64>,
}

/// What became of one project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The project's id.
    pub id: String,
    /// Votes, points, or points for places, over all ballots.
    pub score: i64,
    /// How many ballots list it.
    pub supporters: u32,
    /// Whether it was chosen.
    pub funded: bool,
    /// Why it was chosen, or what it lacked.
    pub reason: Reason,
}

/// Why a project was chosen or not. Every project has exactly one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// It is funded.
    Funded {
        /// The place in the order of choice, from 1.
        place: u32,
        /// What chose it.
        by: ChosenBy,
        /// Under Equal Shares, what it cost its supporters per unit of satisfaction.
        price: Option<Exact>,
        /// Under Equal Shares, the most that one supporter paid.
        largest_payment: Option<Exact>,
    },
    /// Equal Shares: its supporters together had too little left.
    SupportersHadLeft {
        /// What they had, less than the cost.
        left: Exact,
        /// The cost.
        cost: i64,
    },
    /// Its score is too low for a seat or for the threshold.
    Place {
        /// Its place by score, from 1.
        place: u32,
        /// How much more score it needed, at least 1: for the threshold, and where all seats were taken also for the last
        /// of them.
        needed: i64,
    },
    /// Its turn came, and too little of the budget was left.
    DoesNotFit {
        /// What was left of the budget.
        left: i64,
        /// The cost, more than that.
        cost: i64,
    },
    /// It is worth nothing to any voter.
    NoSupporters,
    /// It was withdrawn and takes no part.
    Withdrawn,
    /// An earlier project did not fit, and that ended the count.
    AfterFirstMisfit,
    /// Phragmén: it would have loaded its supporters more than the project with which the count ended.
    LoadTooHigh {
        /// What each supporter would have carried, in minor units.
        load: Exact,
        /// The least load when the count ended.
        ended_at: Exact,
    },
    /// Welfare: no best set includes it.
    NotInBestSet {
        /// How much less total satisfaction the best set has that includes it; nothing where such a set is as good.
        lacking: Exact,
        /// Where it lacks nothing: how much more that set costs, in minor units. 0 where only the order of ties decided.
        #[serde(default)]
        dearer: i64,
    },
    /// It would pass a ceiling.
    PassesCeiling {
        /// The name of the ceiling.
        ceiling: String,
        /// What was left of it when the project's turn came, in minor units.
        left: i64,
        /// The cost, more than that.
        cost: i64,
    },
    /// It cannot be carried out beside another one that was taken before.
    Incompatible {
        /// The other project.
        with: String,
    },
    /// Fewer ballots list it than are asked for.
    TooFewVotes {
        /// How many do.
        votes: u32,
        /// How many are asked for.
        needed: u32,
    },
    /// It was taken out before the count.
    TakenOut {
        /// The published reason.
        reason: String,
    },
}

/// What chose a funded project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChosenBy {
    /// The rule itself.
    Rule,
    /// The completion, with money that the rule left over (or, after a comparison, in the rule's stead).
    Completion,
    /// A decision before the count, whose reason is in the steps.
    Override,
}

/// One step of a count. Under Add1 the purchases are those of the run that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Step {
    /// Lots were drawn for ties, before anything was counted.
    LotsDrawn {
        /// The published seed.
        seed: String,
        /// All projects by their lots, the first one first.
        order: Vec<String>,
    },
    /// A project was decided about before the count.
    Overridden {
        /// The project.
        project: String,
        /// Whether it is funded or takes no part.
        funded: bool,
        /// The published reason.
        reason: String,
        /// What is left of the budget after it, in minor units.
        left: i64,
    },
    /// A project's turn came, and a constraint struck it out.
    StruckOut {
        /// The project.
        project: String,
        /// The constraint.
        reason: Reason,
    },
    /// Phragmén: the supporters of a project carry its cost.
    Loaded {
        /// The project.
        project: String,
        /// What each supporter carries from now on, in minor units; `None` where nobody supports it.
        load: Option<Exact>,
        /// Its cost, in minor units.
        cost: i64,
        /// How many voters carry it.
        supporters: u32,
        /// What was left of the budget before, in minor units.
        left: i64,
        /// Whether it was taken. The first one that was not ended the count.
        taken: bool,
        /// All projects of this load in the order that decided, if there were several.
        tied: Vec<String>,
    },
    /// Welfare: the best set was found.
    BestSet {
        /// The total satisfaction, in minor units where the measure is cost.
        welfare: Exact,
        /// The cost, in minor units.
        cost: i64,
    },
    /// Equal Shares begins: the budget over the voters.
    Start {
        /// Ballots, empty ones included.
        voters: u32,
        /// What each voter starts with.
        share: Exact,
    },
    /// Add1 ran with a share, the first time with that of the start. Runs in a row with the same outcome are one step.
    ShareTried {
        /// How many shares this step stands for. (Nobody waits for 2^64.)
        runs: u64,
        /// The share of the last of them.
        share: Exact,
        /// How many projects it buys.
        projects: u32,
        /// What they cost together, in minor units.
        cost: i64,
        /// What followed from it.
        verdict: Verdict,
        /// Where it stands because nothing can be added: how many of the others a constraint rules out.
        #[serde(default)]
        barred: u32,
        /// Projects that were equal in one of these runs, each set in the order that decided.
        ties: Vec<Vec<String>>,
    },
    /// The share that the following purchases are made with.
    Share {
        /// What each voter has.
        share: Exact,
    },
    /// A project without cost that somebody supports is put in at the start.
    Free {
        /// The project.
        project: String,
    },
    /// The supporters of a project buy it.
    Purchased {
        /// The project.
        project: String,
        /// Money per unit of satisfaction, the least of all projects.
        price: Exact,
        /// The most that one supporter paid. The others paid the price of what the project is worth to them, or all they
        /// had left.
        largest_payment: Exact,
        /// All payments together, in minor units: the cost.
        paid: i64,
        /// How many voters paid or would have, had they had money left.
        supporters: u32,
        /// How many of them paid anything. The others had nothing left. (0 in counts that were kept before this was told.)
        #[serde(default)]
        payers: u32,
        /// How many of them had less left than the price asks, and gave that; some of these may have had nothing. Those
        /// who gave all that they had for an earlier purchase do not count.
        #[serde(default)]
        emptied: u32,
        /// What all voters together have left.
        left: Exact,
        /// All projects of this price in the order that decided, if there were several.
        tied: Vec<String>,
    },
    /// A project's turn came by order of score, or of satisfaction per cost.
    Considered {
        /// The project.
        project: String,
        /// Its place in that order, from 1.
        place: u32,
        /// Its score, or total satisfaction per minor unit of cost; `None` where it costs nothing.
        merit: Option<Exact>,
        /// Its cost, in minor units.
        cost: i64,
        /// What was left of the budget before, in minor units.
        left: i64,
        /// Whether it was taken.
        taken: bool,
    },
    /// Equal projects of which some were not taken that another order could have taken, in the order that decided.
    Tied {
        /// The projects.
        projects: Vec<String>,
    },
    /// A place in a list without money.
    Placed {
        /// The project.
        project: String,
        /// Its place, from 1.
        place: u32,
        /// Its score.
        score: i64,
        /// How much its score is above (or, negative, below) that of the last place taken; `None` where none was.
        distance: Option<i64>,
        /// Whether it has a seat.
        taken: bool,
    },
    /// Equal Shares was compared with most-votes-first.
    Compared {
        /// Voters with more funded projects on their ballot under Equal Shares.
        prefer_equal_shares: u32,
        /// Voters with more funded projects on their ballot under most-votes-first.
        prefer_ranking: u32,
        /// Whether most-votes-first took the place of Equal Shares. Then the steps that follow are its.
        replaced: bool,
    },
}

/// What followed from a run of Add1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Within the budget, so one more was tried.
    Within,
    /// It passes the budget: the outcome before it stands.
    PassesBudget,
    /// Within the budget, and no other project that is worth something to somebody fits (or, under `add1-all`, no other
    /// at all) that no constraint rules out: it stands.
    Exhaustive,
    /// Everything that is worth something to somebody is bought, or ruled out by a constraint: it stands.
    EverythingBought,
}
