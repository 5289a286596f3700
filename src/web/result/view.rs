//! What the result pages show. Amounts, dates, addresses and charts arrive as finished texts; plain integers stand in
//! sentences that count ("1 vote", "2 votes"). Which words are said is decided by the kinds in [`super::explain`].

use serde::Serialize;

use super::comparison::Comparison;
use super::explain::{Count, Reason};
use crate::web::council::told::{AtCouncil, Progress};
use crate::web::templates::View;

/// The published result of a round: `pages/result/show.html`.
#[derive(Debug, Serialize)]
pub struct ResultShow {
    /// The round.
    pub round: RoundHead,
    /// The round's figures, over all areas.
    pub figures: Figures,
    /// Set when the ballots were not cast here.
    pub origin: Option<Origin>,
    /// Who decides after the count.
    pub effect: Effect,
    /// When the decision is planned, with weekday.
    pub decision_on: Option<String>,
    /// How far the council is, where somebody waits for it or it has decided.
    pub council: Option<Progress>,
    /// What happens with the result, in the organisation's words.
    pub next: Option<String>,
    /// The areas in order, when the round has more than one.
    pub areas: Vec<AreaSummary>,
    /// The whole result of the only area, when the round has one.
    pub only_area: Option<AreaResult>,
    /// Ballots by channel, when they were cast here.
    pub turnout: Option<Turnout>,
    /// Files and the way to count again.
    pub data: Data,
}

/// The result of one area of several: `pages/result/area.html`.
#[derive(Debug, Serialize)]
pub struct ResultArea {
    /// The round.
    pub round: RoundHead,
    /// Set when the ballots were not cast here.
    pub origin: Option<Origin>,
    /// All areas, for the navigation.
    pub areas: Vec<AreaLink>,
    /// This area.
    pub area: AreaResult,
    /// How far the council is with it, where somebody waits for it or it has decided.
    pub council: Option<Progress>,
    /// This area's file and the way to count again.
    pub data: Data,
}

/// The result page before there is a result: `pages/result/waiting.html`.
#[derive(Debug, Serialize)]
pub struct ResultWaiting {
    /// The round's title.
    pub title: String,
    /// The round's page.
    pub url: String,
    /// How far the round is.
    pub stage: Waiting,
    /// When the result is planned, with weekday.
    pub expected: Option<String>,
}

/// How far a round without a published result is.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Waiting {
    /// Voting has not begun.
    NotBegun {
        /// When it begins, when that is known.
        opens: Option<String>,
        /// When it ends, when that is known.
        closes: Option<String>,
    },
    /// Voting is on.
    Voting {
        /// When it ends, when that is known.
        closes: Option<String>,
        /// Where to vote.
        vote_url: String,
    },
    /// Voting has ended and waits for certification.
    Checking,
    /// The count is under way.
    Counting,
    /// The count is done and waits for publication.
    Counted,
}

/// A result without the story of its count, as the council's paper carries it.
#[derive(Debug, Serialize)]
pub struct ResultInShort {
    /// The figures of the whole round.
    pub figures: Figures,
    /// Set when the ballots were not cast here.
    pub origin: Option<Origin>,
    /// Ballots by channel, when they were cast here.
    pub turnout: Option<Turnout>,
    /// The areas in order.
    pub areas: Vec<AreaInShort>,
    /// Pairs of equal projects that the rule for ties put in order.
    pub ties: u64,
}

/// An area of a result in short.
#[derive(Debug, Serialize)]
pub struct AreaInShort {
    /// The area's name.
    pub name: String,
    /// Its figures.
    pub figures: Figures,
    /// The chosen projects in the order of the rule.
    pub funded: Vec<FundedProject>,
}

/// The round that a result belongs to.
#[derive(Debug, Serialize)]
pub struct RoundHead {
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Its result page.
    pub result_url: String,
    /// The date of publication, with weekday.
    pub published_on: String,
}

/// How much was chosen of how much.
#[derive(Debug, Clone, Serialize)]
pub struct Figures {
    /// How many projects were chosen.
    pub funded: u64,
    /// How many projects there were.
    pub projects: u64,
    /// How many people voted; absent when the ballots were not cast here.
    pub voters: Option<u64>,
    /// How many ballots were counted.
    pub ballots: u64,
    /// The money; absent when there are places instead.
    pub money: Option<MoneyFigures>,
}

/// Money asked, spent and left.
#[derive(Debug, Clone, Serialize)]
pub struct MoneyFigures {
    /// All that could be spent.
    pub budget: String,
    /// What the chosen projects cost.
    pub cost: String,
    /// What is left; absent when nothing is.
    pub left: Option<String>,
}

/// Where ballots came from that were not cast here.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Origin {
    /// Made by the generator.
    Generated,
    /// Read from a file.
    Imported {
        /// What the file says of itself.
        source: Option<String>,
    },
}

/// What the result does.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Effect {
    /// Somebody else decides.
    Advice {
        /// Who, when the round says so.
        body: Option<String>,
    },
    /// The result is the decision.
    Binding,
}

/// A link of the navigation between areas.
#[derive(Debug, Serialize)]
pub struct AreaLink {
    /// The area's name.
    pub name: String,
    /// Its result page.
    pub url: String,
    /// Whether it is the page that is being read.
    pub current: bool,
}

/// One area in the overview.
#[derive(Debug, Serialize)]
pub struct AreaSummary {
    /// The area's name.
    pub name: String,
    /// Its result page.
    pub url: String,
    /// Its figures.
    pub figures: Figures,
    /// Its money as strips, an SVG of `draw::strips`.
    pub strips: Option<String>,
    /// The chosen projects in the order of the rule; empty where there are too many for an overview.
    pub funded: Vec<FundedProject>,
}

/// The result of one area in full.
#[derive(Debug, Serialize)]
pub struct AreaResult {
    /// The area's name.
    pub name: String,
    /// Its figures.
    pub figures: Figures,
    /// Its money as strips, an SVG of `draw::strips`.
    pub strips: Option<String>,
    /// The chosen projects in the order of the rule.
    pub funded: Vec<FundedProject>,
    /// The others, by falling score.
    pub unfunded: Vec<UnfundedProject>,
    /// How the count went.
    pub count: Count,
    /// What other rules would have come to; absent where that was not kept.
    pub comparison: Option<Comparison>,
    /// Points or votes of every project; absent without ballots.
    pub scores: Option<Scores>,
}

/// A project as lists and sentences name it.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectLabel {
    /// The printed number, such as `07`, or the id of an imported project.
    pub number: String,
    /// The title.
    pub title: String,
    /// The title's language, when it is not the page's.
    pub language: Option<String>,
}

/// A chosen project.
#[derive(Debug, Serialize)]
pub struct FundedProject {
    /// The project.
    pub project: ProjectLabel,
    /// Its page.
    pub url: String,
    /// Where it would be built.
    pub place: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// Who was for it.
    pub support: Support,
    /// Where it stands with the council.
    pub council: Option<AtCouncil>,
}

/// A project that was not chosen.
#[derive(Debug, Serialize)]
pub struct UnfundedProject {
    /// The project.
    pub project: ProjectLabel,
    /// Its page.
    pub url: String,
    /// Where it would have been built.
    pub place: Option<String>,
    /// What it would have cost.
    pub cost: Option<String>,
    /// Who was for it.
    pub support: Support,
    /// Why it was not chosen.
    pub reason: Reason,
    /// Where it stands with the council.
    pub council: Option<AtCouncil>,
}

/// What the ballots gave a project.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Support {
    /// Points of so many people.
    Points {
        /// All points.
        points: u64,
        /// Ballots that gave at least one.
        voters: u64,
    },
    /// Ticks.
    Votes {
        /// Ballots that ticked it.
        votes: u64,
    },
    /// Any other score.
    Score {
        /// The score.
        score: String,
        /// Ballots that name it.
        voters: u64,
    },
}

/// What the ballots of an area are summed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Points.
    Points,
    /// Votes.
    Votes,
    /// Scores of another kind, such as places.
    Score,
}

/// The score of every project as a chart with its table.
#[derive(Debug, Serialize)]
pub struct Scores {
    /// What is summed.
    pub unit: Unit,
    /// What the chart shows.
    pub finding: Finding,
    /// All points or votes together; absent for other scores.
    pub total: Option<u64>,
    /// The ballots below it.
    pub ballots: u64,
    /// The chart, an SVG of `draw::bars`.
    pub chart: String,
    /// The same numbers, by falling score.
    pub rows: Vec<ScoreRow>,
}

/// The sentence above the chart of scores.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// The first so many by score are all chosen, and nobody else is left out above them.
    TopFunded {
        /// How many.
        count: u64,
    },
    /// A project high in the list was not chosen.
    HighestMissed {
        /// Which.
        project: ProjectLabel,
        /// Its place by score, from 1.
        place: u64,
    },
}

/// A row of the table beside the chart of scores.
#[derive(Debug, Serialize)]
pub struct ScoreRow {
    /// The project.
    pub project: ProjectLabel,
    /// Its score.
    pub score: String,
    /// Its cost; absent when nothing costs anything.
    pub cost: Option<String>,
    /// Whether it was chosen.
    pub funded: bool,
}

/// Ballots by channel.
#[derive(Debug, Serialize)]
pub struct Turnout {
    /// All ballots.
    pub total: u64,
    /// The same number as the table's last row prints it.
    pub sum: String,
    /// The part of the roll that took part, with the size of the roll.
    pub of_roll: Option<RollShare>,
    /// Whether nobody knows how many could have taken part, because people voted with accounts.
    pub unknown_roll: bool,
    /// The chart, an SVG of `draw::bars`; absent with one channel.
    pub chart: Option<String>,
    /// One row for each channel that was open.
    pub rows: Vec<ChannelRow>,
}

/// Turnout against the roll.
#[derive(Debug, Serialize)]
pub struct RollShare {
    /// The size of the roll.
    pub entitled: u64,
    /// The part in per cent.
    pub share: String,
}

/// One channel's ballots.
#[derive(Debug, Serialize)]
pub struct ChannelRow {
    /// The key of the channel's name, of [`channel_key`].
    pub channel: &'static str,
    /// How many ballots.
    pub ballots: String,
    /// The part of all ballots in per cent.
    pub share: String,
}

/// The key of a channel's name.
#[must_use]
pub const fn channel_key(channel: crate::domain::channel::Channel) -> &'static str {
    use crate::domain::channel::Channel;
    match channel {
        Channel::Account => "channel-account",
        Channel::LetterCode => "channel-letter-code",
        Channel::Kiosk => "channel-kiosk",
        Channel::Paper => "channel-paper",
    }
}

/// Files to download and how to count again.
#[derive(Debug, Serialize)]
pub struct Data {
    /// The ballot file of each area whose ballots are published.
    pub ballots: Vec<BallotFile>,
    /// The result as a table.
    pub result: Option<FileLink>,
    /// Names of the rules, as `allmende tally` prints them; one when all areas share it.
    pub rules: Vec<String>,
    /// Areas without a file because they have too few ballots.
    pub withheld: u64,
    /// How many ballots an area needs for its file.
    pub minimum: u64,
    /// Whether the page speaks of one area.
    pub one_area: bool,
    /// The public record of the round.
    pub record_url: String,
}

/// A file and its size.
#[derive(Debug, Serialize)]
pub struct FileLink {
    /// Where it is.
    pub url: String,
    /// Its size, such as `186 kB`.
    pub size: String,
}

/// The published ballots of an area.
#[derive(Debug, Serialize)]
pub struct BallotFile {
    /// The area's name.
    pub area: String,
    /// Where the file is, and its size.
    pub file: FileLink,
    /// The command that counts it again.
    pub command: String,
    /// The first digits of the file's SHA-256, in groups.
    pub check_value: String,
}

impl Unit {
    /// The key of the title of the chart of scores.
    #[must_use]
    pub const fn chart_title_key(self) -> &'static str {
        match self {
            Self::Points => "result-bar-title-points",
            Self::Votes => "result-bar-title-votes",
            Self::Score => "result-bar-title-score",
        }
    }
}

/// Keys of the texts that the charts carry; `draw` gets them ready.
pub mod chart_keys {
    /// The description of the chart of scores.
    pub const BARS_DESCRIPTION: &str = "result-bar-description";
    /// The note of a bar that was not funded.
    pub const BAR_UNFUNDED: &str = "result-bar-unfunded";
    /// The title of the strips; takes `budget`.
    pub const STRIPS_TITLE: &str = "result-strips-title";
    /// The description of the strips.
    pub const STRIPS_DESCRIPTION: &str = "result-strips-description";
    /// The title of the chart of channels.
    pub const CHANNELS_TITLE: &str = "result-turnout-bar-title";
    /// The description of the chart of channels.
    pub const CHANNELS_DESCRIPTION: &str = "result-turnout-bar-description";
}

impl View for ResultShow {
    const TEMPLATE: &'static str = "pages/result/show.html";
}

impl View for ResultArea {
    const TEMPLATE: &'static str = "pages/result/area.html";
}

impl View for ResultWaiting {
    const TEMPLATE: &'static str = "pages/result/waiting.html";
}
