//! The reader: one pass over the text, section after section, collecting every fault on the way.

use std::num::NonZero;
use std::str::Utf8Error;

use super::amount::Amount;
use super::ballots::Reading;
use super::cells::{Record, Records};
use super::election::Election;
use super::fault::{Fault, FaultKind, Marks, NoticeKind, Section};
use super::ids::Ids;
use super::layout::{BYTE_ORDER_MARK, Kept};
use super::meta::{Meta, NONE, Settings, VoteType, points, texts};
use super::table::Table;
use super::voters::Voters;
use crate::instance::{Instance, InstanceError, Project};
use crate::profile::{BallotKind, Profile, ProfileError};

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
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error))?;
    let (byte_order_mark, text) = text.strip_prefix(BYTE_ORDER_MARK).map_or((false, text), |text| (true, text));
    let (mut election, copied) = elect(text)?;
    election.byte_order_mark = byte_order_mark;
    election.text = copied.unwrap_or_else(|| text.to_owned());
    Ok(election)
}

/// As [`read()`], but keeps the bytes that it is given instead of copying them: for large files.
///
/// # Errors
/// As [`read()`].
pub fn read_owned(bytes: Vec<u8>) -> Result<Election, Vec<Fault>> {
    let mut text = String::from_utf8(bytes).map_err(|error| not_utf8(error.as_bytes(), error.utf8_error()))?;
    let byte_order_mark = text.starts_with(BYTE_ORDER_MARK);
    if byte_order_mark {
        text.drain(..BYTE_ORDER_MARK.len());
    }
    let (mut election, copied) = elect(&text)?;
    election.byte_order_mark = byte_order_mark;
    election.text = copied.unwrap_or(text);
    Ok(election)
}

pub(super) fn not_utf8(bytes: &[u8], error: Utf8Error) -> Vec<Fault> {
    let (good, bad) = bytes.split_at(error.valid_up_to());
    let good = std::str::from_utf8(good).unwrap_or_default();
    let mut marks = Marks::default();
    let found = bad.first().map(|byte| format!("byte {byte:02X}")).unwrap_or_default();
    let without_mark = good.strip_prefix(BYTE_ORDER_MARK).unwrap_or(good);
    marks.fault(without_mark.len(), FaultKind::NotUtf8, &found);
    marks.placed(without_mark).0
}

/// Reads an election without its text, and the text where it is not to be the one that was read.
fn elect(text: &str) -> Result<(Election, Option<String>), Vec<Fault>> {
    let mut reader = Reader::new(text);
    let mut records = Records::new(text, 0);
    let mut record = Record::default();
    while records.next(&mut record, &mut reader.marks) {
        reader.take(&record);
    }
    if !records.broken {
        reader.end(text.len());
    }
    let (mut election, copied, marks) = reader.finish().map_err(|marks| marks.placed(text).0)?;
    election.notices = marks.placed(text).1;
    Ok((election, copied))
}

/// What `selected` may say: nothing, no, yes, and two special cases that cities describe in a comment.
const MARKS: [&str; 6] = ["", NONE, "0", "1", "2", "3"];

/// The fewest bytes that a row of VOTES has: an id, a semicolon and a line end.
const SHORTEST_ROW: usize = 3;

/// As many ballots as are quickly read over on the way to another; few ask for the text of one.
const BALLOTS_APART: NonZero<usize> = NonZero::<usize>::MIN.saturating_add(7);

pub(super) struct Reader<'a> {
    text: &'a str,
    kept: Kept,
    pub(super) marks: Marks,
    section: Option<Section>,
    has_header: bool,
    meta: Meta,
    settings: Option<Settings>,
    projects: Table,
    /// By row of PROJECTS: the cost and where it stands.
    costs: Vec<(Amount, usize)>,
    /// By id: the row in PROJECTS.
    index: Ids,
    /// By row of PROJECTS: where its `votes` and `score` stand.
    claims: Vec<(Option<usize>, Option<usize>)>,
    votes: Table,
    columns: VoteColumns,
    voters: Voters<'a>,
    reading: Reading,
    profile: Profile,
}

/// Where the cells stand in a row of VOTES that are read.
#[derive(Debug, Clone, Copy, Default)]
struct VoteColumns {
    voter: Option<usize>,
    vote: Option<usize>,
    points: Option<usize>,
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

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            kept: Kept::default(),
            marks: Marks::default(),
            section: None,
            has_header: false,
            meta: Meta::default(),
            settings: None,
            projects: Table::new(NonZero::<usize>::MIN),
            costs: Vec::new(),
            index: Ids::default(),
            claims: Vec::new(),
            votes: Table::new(BALLOTS_APART),
            columns: VoteColumns::default(),
            voters: Voters::default(),
            reading: Reading::default(),
            profile: Profile::empty(BallotKind::Approval),
        }
    }

    pub(super) fn take(&mut self, record: &Record<'a>) {
        if record.is_blank() {
            self.kept.drop(self.text, record);
            return self.marks.notice(record.at, NoticeKind::BlankLine, "");
        }
        if let Some(next) = title(record) {
            return self.enter(next, record);
        }
        let place = self.keep(record);
        match (self.section, self.has_header) {
            (None, _) => {
                self.marks.fault(record.at, FaultKind::MissingTitle(Section::Meta), &texts(&record.cells));
                self.section = Some(Section::Meta);
                self.header(Section::Meta, record);
            }
            (Some(section), false) => self.header(section, record),
            (Some(Section::Meta), true) => self.meta.take(record, &mut self.marks),
            (Some(Section::Projects), true) => self.project(record, place),
            (Some(Section::Votes), true) => self.vote(record, place),
        }
    }

    /// Keeps a record, and says where it stands in the kept text.
    pub(super) fn keep(&mut self, record: &Record<'_>) -> usize {
        let place = self.kept.place(record);
        self.kept.record(self.text, record);
        place
    }

    fn enter(&mut self, next: Section, record: &Record<'_>) {
        let found = texts(&record.cells);
        let name = next.to_string();
        if found == name {
            self.kept.record(self.text, record);
        } else {
            self.marks.notice(record.at, NoticeKind::UnusualTitle, &found);
            self.kept.instead(self.text, record, [name.as_str()]);
        }
        if self.section.is_some_and(|section| section >= next) {
            return self.marks.fault(record.at, FaultKind::MisplacedTitle, &found);
        }
        self.leave(next, record.at, &found);
        self.section = Some(next);
        self.has_header = false;
        match next {
            Section::Meta => self.meta.at = record.at,
            Section::Projects => {}
            Section::Votes => self.expect_votes(record.end),
        }
    }

    /// Makes room for the votes that META announces, as far as the rest of the file can hold them.
    fn expect_votes(&mut self, from: usize) {
        self.profile = Profile::empty(self.kind());
        let rest = self.text.len().saturating_sub(from);
        let announced = self.meta.get("num_votes").and_then(|(text, _)| text.parse().ok()).unwrap_or(0);
        let expected = rest.checked_div(SHORTEST_ROW).unwrap_or(0).min(announced);
        self.voters.reserve(expected);
        self.profile.reserve(expected, expected);
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

    pub(super) fn header(&mut self, section: Section, record: &Record<'a>) {
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
            Section::Votes => {
                let needed: &[&str] = if points { &["voter_id", "vote", "points"] } else { &["voter_id", "vote"] };
                self.votes.header(record, needed, &mut self.marks);
                let column = |name| self.votes.column(name);
                self.columns =
                    VoteColumns { voter: column("voter_id"), vote: column("vote"), points: column("points") };
            }
        }
    }

    fn vote_type(&self) -> VoteType {
        self.settings.map_or(VoteType::Approval, |settings| settings.vote_type)
    }

    pub(super) fn project(&mut self, record: &Record<'a>, place: usize) {
        let row = self.projects.len();
        if !self.projects.take(record, place, &mut self.marks) {
            // Its id is probably right, and the ballots that list it shall not be faulty too.
            if let Some(id) = self.projects.cell(record, "project_id") {
                self.index.insert(id.trimmed(), row);
            }
            return;
        }
        if let Some(id) = self.projects.cell(record, "project_id") {
            if id.trimmed().is_empty() {
                self.marks.fault(id.at, FaultKind::EmptyId, "");
            } else if id.trimmed().contains(',') {
                self.marks.fault(id.at, FaultKind::CommaInId, id.trimmed());
            } else if !self.index.insert(id.trimmed(), row) {
                self.marks.fault(id.at, FaultKind::DoubledProject, id.trimmed());
            }
        }
        if let Some(cost) = self.projects.cell(record, "cost") {
            match Amount::parse(cost.trimmed()) {
                Ok(amount) => self.costs.push((amount, cost.at)),
                Err(kind) => self.marks.fault(cost.at, kind, &cost.text),
            }
        }
        if let Some(mark) = self.projects.cell(record, "selected")
            && !MARKS.contains(&mark.trimmed())
        {
            self.marks.notice(mark.at, NoticeKind::UnknownMark, mark.trimmed());
        }
        let at = |name| self.projects.cell(record, name).map(|cell| cell.at);
        self.claims.push((at("votes"), at("score")));
    }

    pub(super) fn vote(&mut self, record: &Record<'a>, place: usize) {
        if !self.votes.take(record, place, &mut self.marks) {
            return;
        }
        let cell = |column: Option<usize>| record.cells.get(column?);
        let VoteColumns { voter, vote, points } = self.columns;
        if let Some(voter) = cell(voter) {
            if voter.trimmed().is_empty() {
                self.marks.fault(voter.at, FaultKind::EmptyId, "");
            } else if !self.voters.insert(voter) {
                self.marks.fault(voter.at, FaultKind::DoubledVoter, voter.trimmed());
            }
        }
        if let (Some(vote), Some(settings)) = (cell(vote), self.settings) {
            let faults_before = self.marks.faults();
            let read = self.reading.read(vote, cell(points), settings, (&self.index, &self.costs), &mut self.marks);
            match self.profile.push(read.iter().copied()) {
                Ok(()) => {}
                Err(ProfileError::TooMany) => self.marks.fault(record.at, FaultKind::TooManyBallots, ""),
                // Points below zero where they are shared out, say, are among the faults by now.
                Err(_) if self.marks.faults() > faults_before => {}
                Err(error) => self.marks.fault(record.at, FaultKind::Uncountable(error), &texts(&record.cells)),
            }
        }
    }

    /// The end of the file: all sections must have come, with as many rows as META says.
    pub(super) fn end(&mut self, at: usize) {
        const END: &str = "end of file";
        if self.section == Some(Section::Votes) {
            if !self.has_header {
                self.marks.fault(at, FaultKind::MissingHeader(Section::Votes), END);
            }
            self.meta.compare_count("num_votes", self.votes.len(), &mut self.marks);
        } else {
            self.leave(Section::Votes, at, END);
            self.marks.fault(at, FaultKind::MissingTitle(Section::Votes), END);
        }
        if !self.projects.columns.is_empty() {
            self.meta.compare_count("num_projects", self.projects.len(), &mut self.marks);
        }
    }

    /// The election, without its notices; its text, where that is not what was read; and what is to be told.
    pub(super) fn finish(mut self) -> Result<(Election, Option<String>, Marks), Marks> {
        let instance = self.instance();
        let threshold = self.threshold();
        let (Some(instance), false, Some(settings)) = (instance, self.marks.is_faulty(), self.settings) else {
            return Err(self.marks);
        };
        self.profile.shrink();
        self.compare_claims(&instance);
        let election = Election {
            text: String::new(),
            byte_order_mark: false,
            meta: self.meta.pairs,
            projects: self.projects,
            votes: self.votes,
            vote_type: settings.vote_type,
            threshold,
            instance,
            profile: self.profile,
            notices: Vec::new(),
        };
        Ok((election, self.kept.into_copied(), self.marks))
    }

    /// Holds the columns `votes` and `score` against the ballots.
    fn compare_claims(&mut self, instance: &Instance) {
        let tallies = crate::contest::tallies(&self.profile, instance.projects().len());
        let text = self.kept.text(self.text);
        for (row, (tally, (votes, score))) in tallies.iter().zip(&self.claims).enumerate() {
            for (name, place, counted) in [("votes", votes, i64::from(tally.votes)), ("score", score, tally.score)] {
                if let (Some(at), Some(found)) = (place, self.projects.value(text, row, name))
                    && points(found) != Some(counted)
                {
                    self.marks.notice(*at, NoticeKind::TallyDisagrees(counted), found);
                }
            }
        }
    }

    fn kind(&self) -> BallotKind {
        let Some(settings) = self.settings else { return BallotKind::Approval };
        match settings.vote_type {
            VoteType::Approval | VoteType::ChooseOne => BallotKind::Approval,
            VoteType::Ordinal => {
                let offered = settings.limits.max_length.and_then(|most| u32::try_from(most).ok());
                BallotKind::Ordinal { places: offered.unwrap_or_else(|| crate::count::number(self.projects.len())) }
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
            let id = self.projects.value(self.kept.text(self.text), row, "project_id").unwrap_or_default();
            projects.push(Project { id: id.to_owned(), cost: cost.in_minor_units(exponent) });
        }
        let too_large = projects.iter().position(|project| project.cost.is_none());
        let budget = amount.in_minor_units(exponent).filter(|_| too_large.is_none());
        let made =
            budget.ok_or(InstanceError::TooMuchMoney).and_then(|budget| Instance::new(projects, budget, exponent));
        if made.is_err() {
            let place = too_large.and_then(|row| self.costs.get(row)).map_or(at, |(_, at)| *at);
            let cost = too_large.and_then(|row| self.projects.value(self.kept.text(self.text), row, "cost"));
            let given = self.meta.get("budget").map(|(text, _)| text);
            self.marks.fault(place, FaultKind::AmountTooLarge, cost.or(given).unwrap_or_default());
        }
        made.ok()
    }
}
