//! The reader: one pass over the text, section after section, collecting every fault on the way.

use std::collections::{HashMap, HashSet};

use super::amount::Amount;
use super::ballots;
use super::cells::{Record, Records};
use super::election::Election;
use super::fault::{Fault, FaultKind, Marks, Notice, NoticeKind, Section};
use super::layout::{BYTE_ORDER_MARK, Layout, LineEnds};
use super::meta::{Meta, Settings, VoteType, texts};
use super::table::Table;
use crate::instance::{Instance, InstanceError, Project};
use crate::profile::{BallotKind, Choice, Profile};

/// Reads a file.
///
/// ```
/// let file = b"META\nkey;value\nversion;2\n";
/// let faults = allmende_tally::pabulib::read(file).unwrap_err();
/// assert_eq!(faults[0].to_string(), r#"line 1, column 1: found "META"; expected the key description in META"#);
/// ```
///
/// # Errors
/// Every fault found, in the order of the file. (Bytes that are not UTF-8 and a quote that is never closed hide what
/// stands behind them.)
pub fn read(bytes: &[u8]) -> Result<Election, Vec<Fault>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (good, bad) = bytes.split_at(error.valid_up_to());
            let mut marks = Marks::default();
            let found = bad.first().map(|byte| format!("byte {byte:02X}")).unwrap_or_default();
            marks.fault(good.len(), FaultKind::NotUtf8, &found);
            return Err(marks.placed(std::str::from_utf8(good).unwrap_or_default()).0);
        }
    };
    let (byte_order_mark, text) = text.strip_prefix(BYTE_ORDER_MARK).map_or((false, text), |text| (true, text));
    let mut reader = Reader::default();
    let mut records = Records::new(text);
    while let Some(record) = records.next(&mut reader.marks) {
        reader.take(&record);
    }
    if !records.broken {
        reader.end(text.len());
    }
    let line_ends = std::mem::take(&mut reader.line_ends);
    reader.finish(text, Layout { byte_order_mark, line_ends, ends_with_line_end: text.ends_with('\n') })
}

#[derive(Default)]
struct Reader {
    marks: Marks,
    line_ends: LineEnds,
    section: Option<Section>,
    has_header: bool,
    meta: Meta,
    settings: Option<Settings>,
    projects: Table,
    /// By row of PROJECTS: the cost and where it stands.
    costs: Vec<(Amount, usize)>,
    index: HashMap<String, usize>,
    votes: Table,
    voters: HashSet<String>,
    ballots: Vec<Vec<Choice>>,
    /// By row of PROJECTS: where its `votes` and `score` stand.
    claims: Vec<(Option<usize>, Option<usize>)>,
}

/// The section that a line is the title of.
fn title(record: &Record<'_>) -> Option<Section> {
    let (first, rest) = record.cells.split_first()?;
    if rest.iter().any(|cell| !cell.trimmed().is_empty()) {
        return None;
    }
    let all = [Section::Meta, Section::Projects, Section::Votes];
    all.into_iter().find(|section| first.trimmed().eq_ignore_ascii_case(&section.to_string()))
}

impl Reader {
    fn take(&mut self, record: &Record<'_>) {
        if record.is_blank() {
            return self.marks.notice(record.at, NoticeKind::BlankLine, "");
        }
        self.line_ends.push(record.carriage_return);
        if let Some(next) = title(record) {
            return self.enter(next, record);
        }
        match (self.section, self.has_header) {
            (None, _) => {
                self.marks.fault(record.at, FaultKind::MissingTitle(Section::Meta), &texts(&record.cells));
                self.section = Some(Section::Meta);
                self.header(Section::Meta, record);
            }
            (Some(section), false) => self.header(section, record),
            (Some(Section::Meta), true) => self.meta.take(record, &mut self.marks),
            (Some(Section::Projects), true) => self.project(record),
            (Some(Section::Votes), true) => self.vote(record),
        }
    }

    fn enter(&mut self, next: Section, record: &Record<'_>) {
        let found = texts(&record.cells);
        if found != next.to_string() {
            self.marks.notice(record.at, NoticeKind::UnusualTitle, &found);
        }
        if self.section.is_some_and(|section| section >= next) {
            return self.marks.fault(record.at, FaultKind::MisplacedTitle, &found);
        }
        self.leave(next, record.at, &found);
        self.section = Some(next);
        self.has_header = false;
        if next == Section::Meta {
            self.meta.at = record.at;
        }
    }

    /// What must have come before the section `next`, or before the end of the file.
    fn leave(&mut self, next: Section, at: usize, found: &str) {
        if let (Some(section), false) = (self.section, self.has_header) {
            self.marks.fault(at, FaultKind::MissingHeader(section), found);
        }
        for skipped in [Section::Meta, Section::Projects, Section::Votes] {
            if skipped < next && self.section.is_none_or(|section| section < skipped) {
                self.marks.fault(at, FaultKind::MissingTitle(skipped), found);
            }
        }
        if self.settings.is_none() && next > Section::Meta && self.section.is_some() {
            self.settings = Some(self.meta.settings(&mut self.marks));
        }
    }

    fn header(&mut self, section: Section, record: &Record<'_>) {
        self.has_header = true;
        let points = matches!(self.vote_type(), VoteType::Cumulative | VoteType::Scoring);
        match section {
            Section::Meta => {
                let names: Vec<&str> = record.cells.iter().map(super::cells::Cell::trimmed).collect();
                if names != ["key", "value"] {
                    self.marks.fault(record.at, FaultKind::MetaHeader, &texts(&record.cells));
                }
            }
            Section::Projects => self.projects.header(record, &["project_id", "cost"], &mut self.marks),
            Section::Votes if points => {
                self.votes.header(record, &["voter_id", "vote", "points"], &mut self.marks);
            }
            Section::Votes => self.votes.header(record, &["voter_id", "vote"], &mut self.marks),
        }
    }

    fn vote_type(&self) -> VoteType {
        self.settings.map_or(VoteType::Approval, |settings| settings.vote_type)
    }

    fn project(&mut self, record: &Record<'_>) {
        let row = self.projects.rows.len();
        if !self.projects.take(record, &mut self.marks) {
            return;
        }
        if let Some(id) = self.projects.cell(record, "project_id") {
            if id.trimmed().is_empty() {
                self.marks.fault(id.at, FaultKind::EmptyId, "");
            } else if self.index.insert(id.trimmed().to_owned(), row).is_some() {
                self.marks.fault(id.at, FaultKind::DoubledProject, id.trimmed());
            }
        }
        if let Some(cost) = self.projects.cell(record, "cost") {
            match Amount::parse(cost.trimmed()) {
                Ok(amount) => self.costs.push((amount, cost.at)),
                Err(kind) => self.marks.fault(cost.at, kind, &cost.text),
            }
        }
        let at = |name| self.projects.cell(record, name).map(|cell| cell.at);
        self.claims.push((at("votes"), at("score")));
    }

    fn vote(&mut self, record: &Record<'_>) {
        if !self.votes.take(record, &mut self.marks) {
            return;
        }
        if let Some(voter) = self.votes.cell(record, "voter_id") {
            if voter.trimmed().is_empty() {
                self.marks.fault(voter.at, FaultKind::EmptyId, "");
            } else if !self.voters.insert(voter.trimmed().to_owned()) {
                self.marks.fault(voter.at, FaultKind::DoubledVoter, voter.trimmed());
            }
        }
        if let (Some(vote), Some(settings)) = (self.votes.cell(record, "vote"), self.settings) {
            let points = self.votes.cell(record, "points");
            self.ballots.push(ballots::choices(vote, points, settings, &self.index, &mut self.marks));
        }
    }

    /// The end of the file: all sections must have come, with as many rows as META says.
    fn end(&mut self, at: usize) {
        const END: &str = "end of file";
        if self.section == Some(Section::Votes) {
            if !self.has_header {
                self.marks.fault(at, FaultKind::MissingHeader(Section::Votes), END);
            }
            self.meta.compare_count("num_votes", self.votes.rows.len(), &mut self.marks);
        } else {
            self.leave(Section::Votes, at, END);
            self.marks.fault(at, FaultKind::MissingTitle(Section::Votes), END);
        }
        if self.section.is_some_and(|section| section >= Section::Projects) {
            self.meta.compare_count("num_projects", self.projects.rows.len(), &mut self.marks);
        }
    }

    fn finish(mut self, text: &str, layout: Layout) -> Result<Election, Vec<Fault>> {
        let instance = self.instance();
        let threshold = self.threshold();
        let kind = self.kind();
        let profile = Profile::new(kind, std::mem::take(&mut self.ballots));
        let (Some(instance), Ok(profile), false, Some(settings)) =
            (instance, profile, self.marks.is_faulty(), self.settings)
        else {
            return Err(self.marks.placed(text).0);
        };
        let mut election = Election {
            meta: self.meta.pairs,
            projects: self.projects,
            votes: self.votes,
            layout,
            vote_type: settings.vote_type,
            threshold,
            instance,
            profile,
            notices: Vec::new(),
        };
        compare_claims(&election, &self.claims, &mut self.marks);
        let (_, notices): (Vec<Fault>, Vec<Notice>) = self.marks.placed(text);
        election.notices = notices;
        Ok(election)
    }

    fn kind(&self) -> BallotKind {
        let Some(settings) = self.settings else { return BallotKind::Approval };
        match settings.vote_type {
            VoteType::Approval | VoteType::ChooseOne => BallotKind::Approval,
            VoteType::Ordinal => {
                let offered = settings.limits.max_length.and_then(|most| u32::try_from(most).ok());
                BallotKind::Ordinal {
                    places: offered.unwrap_or_else(|| crate::count::number(self.projects.rows.len())),
                }
            }
            VoteType::Cumulative => BallotKind::Cumulative,
            VoteType::Scoring => BallotKind::Scoring { default_score: settings.default_score },
        }
    }

    /// Scores are whole, so a threshold between two whole numbers is the upper one.
    fn threshold(&mut self) -> Option<i64> {
        let (text, at) = self.meta.get("min_project_score_threshold")?;
        let read = text.parse::<crate::Exact>().ok().filter(|_| !text.contains('/'));
        let whole = read.and_then(|exact| {
            let floor = exact.floor()?;
            if crate::Exact::from(floor) == exact { Some(floor) } else { floor.checked_add(1) }
        });
        if whole.is_none() {
            self.marks.fault(at, FaultKind::NotNumber, text);
        }
        whole
    }

    /// Brings all amounts to the decimals that the file needs.
    fn instance(&mut self) -> Option<Instance> {
        let budget = self.meta.given("budget").map(|(text, at)| (text.to_owned(), at));
        let budget = budget.and_then(|(text, at)| match Amount::parse(&text) {
            Ok(amount) => Some((amount, at)),
            Err(kind) => {
                self.marks.fault(at, kind, &text);
                None
            }
        });
        let amounts = self.costs.iter().chain(&budget);
        let exponent = amounts.map(|(amount, _)| amount.decimals).max().unwrap_or(0);
        let (amount, at) = budget?;
        if self.marks.is_faulty() {
            return None;
        }
        let mut projects = Vec::with_capacity(self.costs.len());
        for (row, (cost, _)) in self.costs.iter().enumerate() {
            let id = self.projects.value(row, "project_id").unwrap_or_default();
            projects.push(Project { id: id.to_owned(), cost: cost.in_minor_units(exponent) });
        }
        let too_large = projects.iter().position(|project| project.cost.is_none());
        let budget = amount.in_minor_units(exponent).filter(|_| too_large.is_none());
        let made =
            budget.ok_or(InstanceError::TooMuchMoney).and_then(|budget| Instance::new(projects, budget, exponent));
        if made.is_err() {
            let place = too_large.and_then(|row| self.costs.get(row)).map_or(at, |(_, at)| *at);
            self.marks.fault(place, FaultKind::AmountTooLarge, "");
        }
        made.ok()
    }
}

/// Holds the columns `votes` and `score` against the ballots.
fn compare_claims(election: &Election, claims: &[(Option<usize>, Option<usize>)], marks: &mut Marks) {
    let ties = crate::Ties::default();
    let contest = crate::contest::Contest::new(&election.instance, &election.profile, &ties);
    for (row, (tally, (votes, score))) in contest.tallies().zip(claims).enumerate() {
        for (name, place, counted) in [("votes", votes, i64::from(tally.votes)), ("score", score, tally.score)] {
            if let (Some(at), Some(text)) = (place, election.projects.value(row, name))
                && super::meta::points(text) != Some(counted)
            {
                marks.notice(*at, NoticeKind::TallyDisagrees(counted), text);
            }
        }
    }
}
