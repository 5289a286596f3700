//! The META section: keys and values in their order, and those that the reader needs.

use std::collections::HashMap;

use super::amount::Amount;
use super::cells::{Cell, Record};
use super::fault::{FaultKind, Marks, NoticeKind};
use crate::names::named;
use crate::profile::MAX_VALUE;

/// How the ballots of a file are filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VoteType {
    /// Any number of ticks.
    Approval,
    /// One tick.
    ChooseOne,
    /// Projects in order of preference.
    Ordinal,
    /// Points to share out.
    Cumulative,
    /// A rating for each project.
    Scoring,
}

named!(VoteType, "vote type", {
    Approval => "approval",
    ChooseOne => "choose-1",
    Ordinal => "ordinal",
    Cumulative => "cumulative",
    Scoring => "scoring",
});

/// The word that some writers put where nothing is given.
pub(crate) const NONE: &str = "None";

/// The keys without which a file is not one.
pub(super) const REQUIRED: [&str; 11] = [
    "description",
    "country",
    "unit",
    "instance",
    "num_projects",
    "num_votes",
    "budget",
    "vote_type",
    "rule",
    "date_begin",
    "date_end",
];

/// The rows of META as they come.
#[derive(Debug, Default)]
pub(super) struct Meta {
    /// Where the section begins.
    pub(super) at: usize,
    pub(super) pairs: Vec<(String, String)>,
    /// By key without blanks: the value without blanks, and where it stands.
    values: HashMap<String, (String, usize)>,
}

/// Limits that a ballot is held against; breaking one is odd, not wrong.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Limits {
    pub(super) min_length: Option<i64>,
    pub(super) max_length: Option<i64>,
    pub(super) min_points: Option<i64>,
    pub(super) max_points: Option<i64>,
    pub(super) min_sum_points: Option<i64>,
    pub(super) max_sum_points: Option<i64>,
    /// In millionths of a major unit, as is the next.
    pub(super) min_sum_cost: Option<i128>,
    pub(super) max_sum_cost: Option<i128>,
}

/// What META says about the ballots.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settings {
    /// Approval where META has no readable vote type, so that the rest of the file is still checked.
    pub(super) vote_type: VoteType,
    pub(super) limits: Limits,
    pub(super) default_score: i64,
}

impl Meta {
    pub(super) fn take(&mut self, record: &Record<'_>, marks: &mut Marks) {
        let [key, value] = record.cells.as_slice() else {
            return marks.fault(record.at, FaultKind::Ragged(2), &texts(&record.cells));
        };
        if key.trimmed().is_empty() {
            marks.fault(key.at, FaultKind::EmptyKey, "");
        }
        let known = self.values.insert(key.trimmed().to_owned(), (value.trimmed().to_owned(), value.at));
        if known.is_some() {
            marks.fault(key.at, FaultKind::RepeatedKey, key.trimmed());
        }
        self.pairs.push((key.text.clone().into_owned(), value.text.clone().into_owned()));
    }

    /// A value, perhaps empty, and where it stands.
    pub(super) fn given(&self, key: &str) -> Option<(&str, usize)> {
        self.values.get(key).map(|(text, at)| (text.as_str(), *at))
    }

    /// A value that is neither empty nor the word `None`, and where it stands.
    pub(super) fn get(&self, key: &str) -> Option<(&str, usize)> {
        self.given(key).filter(|(text, _)| !text.is_empty() && *text != NONE)
    }

    /// An amount in millionths of a major unit, if the key is there.
    fn amount(&self, key: &str, marks: &mut Marks) -> Option<i128> {
        let (text, at) = self.get(key)?;
        Amount::parse(text).map_err(|kind| marks.fault(at, kind, text)).ok().map(Amount::in_millionths)
    }

    /// A whole number, if the key is there.
    fn number(&self, key: &str, marks: &mut Marks) -> Option<i64> {
        let (text, at) = self.get(key)?;
        let Some(number) = points(text) else {
            marks.fault(at, FaultKind::NotWholeNumber, text);
            return None;
        };
        // Without `abs`: the least number of 64 bits has no opposite.
        let within = (-MAX_VALUE..=MAX_VALUE).contains(&number);
        if !within {
            marks.fault(at, FaultKind::NumberTooLarge, text);
        }
        within.then_some(number)
    }

    /// Reads what the ballots need, and holds the required keys against [`REQUIRED`].
    pub(super) fn settings(&self, marks: &mut Marks) -> Settings {
        for key in REQUIRED {
            if !self.values.contains_key(key) {
                marks.fault(self.at, FaultKind::MissingKey(key), "META");
            }
        }
        let given = self.values.get("vote_type");
        let vote_type = given.and_then(|(text, at)| {
            let known = text.parse().ok();
            if known.is_none() {
                marks.fault(*at, FaultKind::UnknownVoteType, text);
            }
            known
        });
        let limits = Limits {
            min_length: self.number("min_length", marks),
            max_length: self.number("max_length", marks),
            min_points: self.number("min_points", marks),
            max_points: self.number("max_points", marks),
            min_sum_points: self.number("min_sum_points", marks),
            max_sum_points: self.number("max_sum_points", marks),
            min_sum_cost: self.amount("min_sum_cost", marks),
            max_sum_cost: self.amount("max_sum_cost", marks),
        };
        if vote_type == Some(VoteType::Cumulative) && limits.max_sum_points.is_none() {
            marks.notice(self.at, NoticeKind::NoMaxSumPoints, "META");
        }
        let default_score = self.number("default_score", marks).unwrap_or(0);
        Settings { vote_type: vote_type.unwrap_or(VoteType::Approval), limits, default_score }
    }

    /// Holds a number of rows against the key that announces it.
    pub(super) fn compare_count(&self, key: &str, counted: usize, marks: &mut Marks) {
        let Some((text, at)) = self.values.get(key) else { return };
        match text.parse::<usize>() {
            Ok(said) if said == counted => {}
            Ok(_) => marks.fault(*at, FaultKind::CountDisagrees(counted), text),
            Err(_) => marks.fault(*at, FaultKind::NotWholeNumber, text),
        }
    }
}

/// A whole number, perhaps below zero; some writers put `.0` behind it.
pub(super) fn points(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let is_whole = !part.is_empty() && part.bytes().all(|digit| digit == b'0');
    if is_number && is_whole { whole.parse().ok() } else { None }
}

/// A row as it might have stood in the file.
pub(super) fn texts(cells: &[Cell<'_>]) -> String {
    cells.iter().map(|cell| cell.text.as_ref()).collect::<Vec<_>>().join(";")
}
