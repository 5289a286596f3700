//! One row of VOTES into the choices of a ballot, with the documented reading of what is odd.

use super::amount::Amount;
use super::cells::Cell;
use super::fault::{FaultKind, Marks, NoticeKind};
use super::ids::Ids;
use super::meta::{Limits, NONE, Settings, VoteType, points};
use crate::ballot::Choice;
use crate::profile::MAX_VALUE;

/// Reads ballot after ballot, in the same memory.
#[derive(Debug, Default)]
pub(super) struct Reading {
    ballots: u64,
    choices: Vec<Choice>,
    /// By project: the last ballot that listed it, counted from 1, and where its choice stands.
    listed: Vec<(u64, usize)>,
}

/// An item of a list and where it stands.
type Item<'c> = (&'c str, usize);

impl Reading {
    /// Reads the vote cell and, where there are points, the points cell. Projects are known by id and have a cost.
    pub(super) fn read(
        &mut self,
        vote: &Cell<'_>,
        points_cell: Option<&Cell<'_>>,
        settings: Settings,
        (index, costs): (&Ids, &[(Amount, usize)]),
        marks: &mut Marks,
    ) -> &[Choice] {
        self.choices.clear();
        self.ballots = self.ballots.saturating_add(1);
        self.listed.resize(costs.len(), (0, 0));
        match settings.vote_type {
            VoteType::Approval | VoteType::ChooseOne => self.approved(vote, index, marks),
            VoteType::Ordinal => self.ordered(vote, index, marks),
            VoteType::Cumulative | VoteType::Scoring => {
                if let Some(cell) = points_cell {
                    self.rated(vote, cell, settings.vote_type, index, marks);
                }
            }
        }
        hold_against(settings, vote, &self.choices, costs, marks);
        &self.choices
    }

    /// The choice of a project that this ballot has listed before; that is noted.
    fn repeated(&mut self, item: Item<'_>, project: usize, marks: &mut Marks) -> Option<&mut Choice> {
        let ballot = self.ballots;
        let listed = self.listed.get_mut(project)?;
        if listed.0 == ballot {
            marks.notice(item.1, NoticeKind::RepeatedProject, item.0);
            return self.choices.get_mut(listed.1);
        }
        *listed = (ballot, self.choices.len());
        None
    }

    /// Ticks: a project that is listed twice counts once.
    fn approved(&mut self, vote: &Cell<'_>, index: &Ids, marks: &mut Marks) {
        for item in items(vote, index, marks) {
            if let Some(project) = find(item, index, marks)
                && self.repeated(item, project, marks).is_none()
            {
                self.choices.push(Choice { project, value: 1 });
            }
        }
    }

    /// Places: the first one stays, and those behind a repetition move up.
    fn ordered(&mut self, vote: &Cell<'_>, index: &Ids, marks: &mut Marks) {
        self.approved(vote, index, marks);
        for (choice, place) in self.choices.iter_mut().zip(1..) {
            choice.value = place;
        }
    }

    /// Points: the later ones stay.
    fn rated(&mut self, vote: &Cell<'_>, cell: &Cell<'_>, vote_type: VoteType, index: &Ids, marks: &mut Marks) {
        let listed = items(vote, index, marks);
        if cell.trimmed() == NONE {
            return marks.notice(cell.at, NoticeKind::NoneWord, NONE);
        }
        let given = items(cell, index, marks);
        let (count, needed) = (given.clone().count(), listed.clone().count());
        if count != needed {
            return marks.fault(cell.at, FaultKind::PointsCount(needed), &cell.text);
        }
        for (item, (text, at)) in listed.zip(given) {
            let Some(project) = find(item, index, marks) else { continue };
            let Some(value) = points(text).filter(|value| (-MAX_VALUE..=MAX_VALUE).contains(value)) else {
                marks.fault(at, FaultKind::NotPoints, text);
                continue;
            };
            if vote_type == VoteType::Cumulative && value < 0 {
                marks.fault(at, FaultKind::NegativePoints, text);
            }
            match self.repeated(item, project, marks) {
                Some(choice) => choice.value = value,
                None => self.choices.push(Choice { project, value }),
            }
        }
    }
}

/// The items of a list. An empty cell is an empty list; so is `None`, unless a project is called that.
fn items<'c>(cell: &'c Cell<'_>, index: &Ids, marks: &mut Marks) -> Items<'c> {
    let text = cell.trimmed();
    let is_none = text == NONE && index.get(text).is_none();
    // Nearly every list is without blanks; then there is nothing to trim.
    let may_have_blanks = cell.text.bytes().any(|byte| byte <= b' ' || !byte.is_ascii());
    if is_none {
        marks.notice(cell.at, NoticeKind::NoneWord, text);
    } else if may_have_blanks && !text.is_empty() && cell.text.split(',').any(|item| item.len() != item.trim().len()) {
        marks.notice(cell.at, NoticeKind::BlankInList, &cell.text);
    }
    let rest = Some(&*cell.text).filter(|_| !text.is_empty() && !is_none);
    Items { rest, at: cell.at, may_have_blanks }
}

/// Goes through a list item by item.
#[derive(Clone)]
struct Items<'c> {
    rest: Option<&'c str>,
    at: usize,
    may_have_blanks: bool,
}

impl<'c> Iterator for Items<'c> {
    type Item = Item<'c>;

    fn next(&mut self) -> Option<Item<'c>> {
        let rest = self.rest?;
        let length = rest.bytes().position(|byte| byte == b',').unwrap_or(rest.len());
        let item = rest.get(..length).unwrap_or_default();
        self.rest = rest.get(length.saturating_add(1)..);
        let at = self.at;
        self.at = at.saturating_add(length).saturating_add(1);
        if !self.may_have_blanks {
            return Some((item, at));
        }
        let before = item.len().saturating_sub(item.trim_start().len());
        Some((item.trim(), at.saturating_add(before)))
    }
}

fn find(item: Item<'_>, index: &Ids, marks: &mut Marks) -> Option<usize> {
    let found = index.get(item.0);
    // Where PROJECTS could not be read at all, that has been said, and is enough.
    let unreadable = index.is_empty() && marks.is_faulty();
    if found.is_none() && !unreadable {
        marks.fault(item.1, FaultKind::UnknownProject, item.0);
    }
    found
}

/// Notes where a ballot breaks a limit of META; it counts all the same, as it did in the election.
fn hold_against(settings: Settings, vote: &Cell<'_>, read: &[Choice], costs: &[(Amount, usize)], marks: &mut Marks) {
    let Limits { min_length, max_length, min_points, max_points, min_sum_points, max_sum_points, .. } = settings.limits;
    let length = i64::try_from(read.len()).unwrap_or(i64::MAX);
    let most = if settings.vote_type == VoteType::ChooseOne { Some(1) } else { max_length };
    if let Some(least) = min_length.filter(|least| length < *least) {
        marks.notice(vote.at, NoticeKind::TooShort(least), &vote.text);
    }
    if let Some(most) = most.filter(|most| length > *most) {
        marks.notice(vote.at, NoticeKind::TooLong(most), &vote.text);
    }
    let Limits { min_sum_cost, max_sum_cost, .. } = settings.limits;
    if min_sum_cost.is_some() || max_sum_cost.is_some() {
        let cost = |choice: &Choice| costs.get(choice.project).map_or(0, |(cost, _)| cost.in_millionths());
        let sum = read.iter().map(cost).fold(0_i128, i128::saturating_add);
        if min_sum_cost.is_some_and(|least| sum < least) || max_sum_cost.is_some_and(|most| sum > most) {
            marks.notice(vote.at, NoticeKind::CostSum, &vote.text);
        }
    }
    if !matches!(settings.vote_type, VoteType::Cumulative | VoteType::Scoring) {
        return;
    }
    let outside = |value: i64, least: Option<i64>, most: Option<i64>| {
        least.is_some_and(|least| value < least) || most.is_some_and(|most| value > most)
    };
    if read.iter().any(|choice| outside(choice.value, min_points, max_points)) {
        marks.notice(vote.at, NoticeKind::PointsRange, &vote.text);
    }
    let sum = read.iter().fold(0_i64, |sum, choice| sum.saturating_add(choice.value));
    if outside(sum, min_sum_points, max_sum_points) {
        marks.notice(vote.at, NoticeKind::PointsSum(sum), &vote.text);
    }
}
