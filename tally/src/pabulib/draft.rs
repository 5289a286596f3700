//! An election in the making, for those who have projects and ballots but no file yet.

use super::amount::written;
use super::cells::write_record;
use super::election::Election;
use super::fault::{Fault, FaultKind, Section};
use super::meta::VoteType;
use super::parts::minor_units;
use super::read::read_owned;
use crate::ballot::Choice;

/// What META says about the whole election. The numbers of projects and votes are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// One line on what this is.
    pub description: String,
    /// The country's name.
    pub country: String,
    /// The town, or whoever holds the election.
    pub unit: String,
    /// Which of its elections: a year, or a name.
    pub instance: String,
    /// The budget in minor units.
    pub budget: i64,
    /// The decimals of the currency, 0 to 6.
    pub exponent: u8,
    /// How ballots are filled in.
    pub vote_type: VoteType,
    /// The rule by Pabulib's names; `unknown` where it has none.
    pub rule: String,
    /// The first day, as `DD.MM.YYYY` or `YYYY`.
    pub date_begin: String,
    /// The last day, in the same form.
    pub date_end: String,
    /// Further keys and values in order: `language`, `currency`, `edition`, `max_length`, `max_sum_points`, `comment`.
    pub more: Vec<(String, String)>,
}

impl Header {
    /// With the words left empty and the rule unknown. The budget is in minor units of a currency with that many
    /// decimals.
    #[must_use]
    pub fn new(vote_type: VoteType, budget: i64, exponent: u8) -> Self {
        let empty = String::new;
        Self {
            description: empty(),
            country: empty(),
            unit: empty(),
            instance: empty(),
            budget,
            exponent,
            vote_type,
            rule: "unknown".to_owned(),
            date_begin: empty(),
            date_end: empty(),
            more: Vec::new(),
        }
    }

    /// The same with the budget as text in major units, with a point before decimals: `30000`, `1500.50`.
    ///
    /// ```
    /// use allmende_tally::pabulib::{Header, VoteType};
    ///
    /// let header = Header::with_budget(VoteType::Approval, "1500.50")?;
    /// assert_eq!((header.budget, header.exponent), (15_005, 1), "one decimal is all that it needs");
    /// # Ok::<(), allmende_tally::pabulib::FaultKind>(())
    /// ```
    ///
    /// # Errors
    /// What is no amount, is below zero, or does not fit 64 bits.
    pub fn with_budget(vote_type: VoteType, budget: &str) -> Result<Self, FaultKind> {
        let (budget, exponent) = minor_units(budget)?;
        Ok(Self::new(vote_type, budget, exponent))
    }

    /// Sets a word by its key in META. What has no field here comes behind the others.
    pub fn set(&mut self, key: &str, value: &str) {
        let field = match key {
            "description" => &mut self.description,
            "country" => &mut self.country,
            "unit" => &mut self.unit,
            "instance" => &mut self.instance,
            "rule" => &mut self.rule,
            "date_begin" => &mut self.date_begin,
            "date_end" => &mut self.date_end,
            _ => return self.more.push((key.to_owned(), value.to_owned())),
        };
        value.clone_into(field);
    }

    /// Keys and values of META, for that many projects and ballots.
    pub(super) fn pairs(&self, projects: usize, ballots: usize) -> Vec<(&str, String)> {
        let mut pairs = vec![
            ("description", self.description.clone()),
            ("country", self.country.clone()),
            ("unit", self.unit.clone()),
            ("instance", self.instance.clone()),
            ("num_projects", projects.to_string()),
            ("num_votes", ballots.to_string()),
            ("budget", written(self.budget, self.exponent)),
            ("vote_type", self.vote_type.to_string()),
            ("rule", self.rule.clone()),
            ("date_begin", self.date_begin.clone()),
            ("date_end", self.date_end.clone()),
        ];
        pairs.extend(self.more.iter().map(|(key, value)| (key.as_str(), value.clone())));
        pairs
    }
}

/// A project of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftProject {
    /// Its id; no comma, and not empty.
    pub id: String,
    /// Its cost in minor units. The format needs one; without money it is 0.
    pub cost: i64,
    /// What it is called.
    pub name: String,
    /// Categories, separated by commas; may be empty.
    pub category: String,
    /// Whether it is funded, once that is known of any.
    pub selected: Option<bool>,
}

/// A ballot of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftBallot {
    /// An id that no other ballot has.
    pub voter: String,
    /// The choices, in any order.
    pub choices: Vec<Choice>,
    /// How it came in: `internet`, `paper`; may be empty.
    pub voting_method: String,
}

/// The parts of an election that is to be written as a `.pb` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// About the whole.
    pub header: Header,
    /// In the order of the ballot.
    pub projects: Vec<DraftProject>,
    /// In the order in which they are to stand.
    pub ballots: Vec<DraftBallot>,
}

impl Draft {
    /// Makes the election, with each project's votes and score counted from the ballots.
    ///
    /// # Errors
    /// The faults that a reader would find in the file.
    pub fn build(&self) -> Result<Election, Vec<Fault>> {
        let mut out = String::new();
        write_record(&mut out, [Section::Meta.to_string().as_str()], "\n");
        write_record(&mut out, ["key", "value"], "\n");
        for (key, value) in self.header.pairs(self.projects.len(), self.ballots.len()) {
            write_record(&mut out, [key, value.as_str()], "\n");
        }
        write_record(&mut out, [Section::Projects.to_string().as_str()], "\n");
        self.write_projects(&mut out, &self.tallies());
        write_record(&mut out, [Section::Votes.to_string().as_str()], "\n");
        self.write_votes(&mut out);
        read_owned(out.into_bytes())
    }

    /// By project: the ballots that list it, and its score.
    fn tallies(&self) -> Vec<(u32, i64)> {
        let more = &self.header.more;
        let number = |key: &str| more.iter().find(|(name, _)| name == key).and_then(|(_, value)| value.parse().ok());
        let places: i64 =
            number("max_length").unwrap_or_else(|| i64::try_from(self.projects.len()).unwrap_or(i64::MAX));
        let silent: i64 = match self.header.vote_type {
            VoteType::Scoring => number("default_score").unwrap_or(0),
            VoteType::Approval | VoteType::ChooseOne | VoteType::Ordinal | VoteType::Cumulative => 0,
        };
        let everybody = i64::try_from(self.ballots.len()).unwrap_or(i64::MAX).saturating_mul(silent);
        let mut tallies = vec![(0_u32, everybody); self.projects.len()];
        for choice in self.ballots.iter().flat_map(|ballot| &ballot.choices) {
            let Some((votes, score)) = tallies.get_mut(choice.project) else { continue };
            *votes = votes.saturating_add(1);
            *score = score.saturating_add(match self.header.vote_type {
                VoteType::Approval | VoteType::ChooseOne => 1,
                VoteType::Ordinal => places.saturating_sub(choice.value).saturating_add(1).max(0),
                VoteType::Cumulative | VoteType::Scoring => choice.value.saturating_sub(silent),
            });
        }
        tallies
    }

    fn write_projects(&self, out: &mut String, tallies: &[(u32, i64)]) {
        let with_score = !matches!(self.header.vote_type, VoteType::Approval | VoteType::ChooseOne);
        let with_selected = self.projects.iter().any(|project| project.selected.is_some());
        let mut columns = vec!["project_id", "cost", "votes"];
        columns.extend(with_score.then_some("score"));
        columns.extend(["name", "category"]);
        columns.extend(with_selected.then_some("selected"));
        write_record(out, columns, "\n");
        for (project, (votes, score)) in self.projects.iter().zip(tallies) {
            let mut row = vec![project.id.clone(), written(project.cost, self.header.exponent), votes.to_string()];
            row.extend(with_score.then(|| score.to_string()));
            row.extend([project.name.clone(), project.category.clone()]);
            row.extend(with_selected.then(|| u8::from(project.selected == Some(true)).to_string()));
            write_record(out, row.iter().map(String::as_str), "\n");
        }
    }

    fn write_votes(&self, out: &mut String) {
        let with_points = matches!(self.header.vote_type, VoteType::Cumulative | VoteType::Scoring);
        let with_method = self.ballots.iter().any(|ballot| !ballot.voting_method.is_empty());
        let mut columns = vec!["voter_id", "vote"];
        columns.extend(with_points.then_some("points"));
        columns.extend(with_method.then_some("voting_method"));
        write_record(out, columns, "\n");
        for ballot in &self.ballots {
            let mut choices = ballot.choices.clone();
            if self.header.vote_type == VoteType::Ordinal {
                choices.sort_by_key(|choice| choice.value);
            }
            let listed = |choice: &Choice| self.projects.get(choice.project).map_or("", |project| project.id.as_str());
            let vote = choices.iter().map(listed).collect::<Vec<_>>().join(",");
            let points = choices.iter().map(|choice| choice.value.to_string()).collect::<Vec<_>>().join(",");
            let mut row = vec![ballot.voter.as_str(), vote.as_str()];
            row.extend(with_points.then_some(points.as_str()));
            row.extend(with_method.then_some(ballot.voting_method.as_str()));
            write_record(out, row, "\n");
        }
    }
}
