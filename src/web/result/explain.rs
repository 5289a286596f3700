//! How a count is explained: why a project was not chosen, and the count in a few steps. One kind for each thing
//! that can be said; `templates/pages/result/_reason.html` and `_step.html` say it.

use serde::Serialize;

use super::view::{ProjectLabel, Unit};

/// Why a project was not chosen.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// Equal shares: those who were for it could not pay it any more.
    SupportersHadLeft {
        /// What they had left together, rounded down.
        left: String,
        /// What it cost.
        cost: String,
        /// The difference, rounded up, so that it is never nothing.
        short: String,
    },
    /// In its turn there was too little money.
    DoesNotFit {
        /// What was left then.
        left: String,
        /// What it cost.
        cost: String,
        /// The difference.
        short: String,
    },
    /// It came after the last place.
    Place {
        /// Its place, from 1.
        place: u64,
        /// How much more the last place had; 0 in a tie.
        needed: u64,
        /// What is counted.
        unit: Unit,
    },
    /// Its score was under the threshold.
    Threshold {
        /// The least score.
        threshold: String,
        /// Its own score.
        score: String,
        /// What is counted.
        unit: Unit,
    },
    /// Nobody was for it.
    NoSupporters,
    /// People listed it, but the measure of the rule counts nothing for that.
    WorthNothing {
        /// On how many ballots it stands.
        ballots: u64,
    },
    /// It was taken back before the count.
    Withdrawn,
    /// The rule had stopped before its turn.
    AfterFirstMisfit,
    /// Phragmén: it would have loaded its supporters more than the count went.
    LoadTooHigh {
        /// What each would have carried, rounded up.
        load: String,
        /// The load at which the count ended, rounded down.
        ended_at: String,
    },
    /// Welfare: the best set is without it.
    NotInBestSet {
        /// How much less the best set with it has; 0 where that set is as good.
        less: u64,
        /// How much more that set costs, where it is as good and costs more. Without it, only the rule for ties decided.
        dearer: Option<String>,
        /// The same as an amount of money, for satisfaction by cost.
        amount: String,
        /// What satisfaction is counted in.
        per: PricePer,
    },
    /// It would have passed a ceiling.
    PassesCeiling {
        /// What people call the ceiling.
        ceiling: String,
        /// What was left of it.
        left: String,
        /// What it cost.
        cost: String,
        /// The difference.
        short: String,
    },
    /// It cannot be built beside another one.
    Incompatible {
        /// The other one, with its number and title.
        with: String,
    },
    /// Too few people listed it.
    TooFewVotes {
        /// How many did.
        votes: u64,
        /// How many had to.
        needed: String,
    },
    /// It was taken out before the count.
    TakenOut {
        /// The published reason.
        reason: String,
    },
    /// The count says no more than that others were chosen.
    NotChosen,
}

/// How an area was counted.
#[derive(Debug, Serialize)]
pub struct Count {
    /// The family of the rule.
    pub rule: RuleFamily,
    /// What the rule orders by.
    pub unit: Unit,
    /// A few steps; none without ballots.
    pub steps: Vec<CountStep>,
    /// Ties that mattered.
    pub ties: Vec<Tie>,
    /// Every purchase; empty when the rule knows no purchases.
    pub purchases: Vec<Purchase>,
    /// What the price of a purchase is per.
    pub price_per: PricePer,
}

/// The family that a rule belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleFamily {
    /// Equal shares, with any completion.
    EqualShares,
    /// By falling score while the money lasts.
    Ranking,
    /// The best so many.
    Top,
    /// By falling satisfaction for the money.
    Greedy,
    /// The best set.
    Welfare,
    /// Phragmén's even loads.
    Phragmen,
}

/// What the price of a purchase by equal shares is per.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PricePer {
    /// A point.
    Points,
    /// A supporter.
    Votes,
    /// A supporter's payment, when satisfaction is cost.
    Cost,
}

/// One step of a count. The families use: equal shares `Share` to `Left`, ranking `Order` to `Stop` and `Left`, greedy
/// the same and `First`, top `Order`, `Threshold` and `Seats` to `Missed`, welfare `BestSet` and `Left`, Phragmén
/// `FirstLoad` to `LoadEnd` and `Left`. `Lots`, `Beforehand` and `StruckOut` can be among the steps of each.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CountStep {
    /// The money is divided.
    Share {
        /// All money.
        budget: String,
        /// The ballots.
        ballots: u64,
        /// Each one's share, with cents.
        share: String,
    },
    /// The first purchase.
    First {
        /// What was bought.
        project: ProjectLabel,
        /// Its price; absent when the count does not tell.
        price: Option<String>,
        /// What the price is per.
        per: PricePer,
    },
    /// Who pays.
    Pay {
        /// Whether in proportion to points.
        by_points: bool,
    },
    /// Purchases until nobody can pay.
    Repeat {
        /// How many were bought with the first share.
        projects: u64,
        /// What they cost.
        cost: String,
    },
    /// The share was raised for everybody.
    Raise {
        /// The last share; absent when no raise was possible.
        share: Option<String>,
        /// How many projects that buys in all.
        projects: u64,
        /// What they cost.
        cost: String,
    },
    /// What is left goes to the projects that still fit.
    Rest {
        /// How many more.
        projects: u64,
        /// What is left after them.
        left: String,
        /// What orders them.
        unit: Unit,
    },
    /// Equal shares against a plain ranking.
    Compare {
        /// Whether the ranking took over.
        replaced: bool,
        /// People with more of their projects under equal shares.
        shares: u64,
        /// People with more of their projects under the ranking.
        ranking: u64,
    },
    /// What is left in the end.
    Left {
        /// How much.
        left: String,
    },
    /// The projects in order.
    Order {
        /// The first.
        project: ProjectLabel,
        /// Its score.
        value: u64,
        /// What is counted.
        unit: Unit,
    },
    /// A least score.
    Threshold {
        /// The least score.
        threshold: String,
        /// How many projects dropped out.
        dropped: u64,
    },
    /// From the top, while everything fits.
    Take {
        /// How many in a row.
        projects: u64,
        /// What they cost.
        cost: String,
    },
    /// The first that does not fit.
    Misfit {
        /// Which.
        project: ProjectLabel,
        /// What it costs.
        cost: String,
        /// What was left.
        left: String,
    },
    /// The count went on behind it.
    Skip {
        /// How many more fitted.
        projects: u64,
    },
    /// The count ended there.
    Stop,
    /// The places are given.
    Seats {
        /// How many.
        seats: u64,
    },
    /// Who got the last place.
    LastSeat {
        /// Which.
        project: ProjectLabel,
        /// Its score.
        value: u64,
        /// What is counted.
        unit: Unit,
    },
    /// Who came next.
    Missed {
        /// Which.
        project: ProjectLabel,
        /// How much more it needed; 0 in a tie.
        needed: u64,
        /// What is counted.
        unit: Unit,
    },
    /// The best set was found.
    BestSet {
        /// How many projects.
        projects: u64,
        /// What they cost.
        cost: String,
    },
    /// The first project whose cost was shared.
    FirstLoad {
        /// Which.
        project: ProjectLabel,
        /// What each supporter carries; absent when nobody supports it.
        load: Option<String>,
    },
    /// The costs that were shared.
    Loads {
        /// How many projects are in.
        projects: u64,
        /// What they cost.
        cost: String,
        /// The most that somebody carries; absent when nobody carries anything.
        load: Option<String>,
    },
    /// The next project did not fit, and that ended it.
    LoadEnd {
        /// Which.
        project: ProjectLabel,
        /// What it costs.
        cost: String,
        /// What was left.
        left: String,
    },
    /// Lots were drawn for ties.
    Lots {
        /// The published seed.
        seed: String,
    },
    /// Projects were decided about before the count.
    Beforehand {
        /// How many are funded.
        funded: u64,
        /// How many take no part.
        out: u64,
    },
    /// Projects broke a condition when their turn came.
    StruckOut {
        /// How many.
        projects: u64,
    },
}

/// Two projects that were equal, and what put one first.
#[derive(Debug, Serialize)]
pub struct Tie {
    /// The one that came first.
    pub winner: ProjectLabel,
    /// The other.
    pub loser: ProjectLabel,
    /// What decided.
    pub by: TieBy,
}

/// What decides between equal projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TieBy {
    /// The smaller number.
    Id,
    /// The order of the list.
    File,
    /// The smaller cost.
    MinCost,
    /// The greater cost.
    MaxCost,
    /// More votes.
    MaxVotes,
    /// The lots that were drawn.
    Lot,
}

/// One purchase, as a row of the table of all steps.
#[derive(Debug, Serialize)]
pub struct Purchase {
    /// The project.
    pub project: ProjectLabel,
    /// How many were for it.
    pub supporters: String,
    /// What it cost.
    pub cost: String,
    /// Its price; absent where the completion bought it.
    pub price: Option<String>,
    /// What was left after it.
    pub left: String,
}
