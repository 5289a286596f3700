//! One row of VOTES into the choices of a ballot, with the documented reading of what is odd.

use std::collections::HashMap;

use super::cells::Cell;
use super::fault::{FaultKind, Marks, NoticeKind};
use super::meta::{Limits, Settings, VoteType, points};
use crate::profile::{Choice, MAX_VALUE};

/// Reads the vote cell and, where there are points, the points cell.
pub(super) fn choices(
    vote: &Cell<'_>,
    points_cell: Option<&Cell<'_>>,
    settings: Settings,
    index: &HashMap<String, usize>,
    marks: &mut Marks,
) -> Vec<Choice> {
    let listed = items(vote, index, marks);
    let read = match settings.vote_type {
        VoteType::Approval | VoteType::ChooseOne => approved(&listed, index, marks),
        VoteType::Ordinal => ordered(&listed, index, marks),
        VoteType::Cumulative | VoteType::Scoring => match points_cell {
            Some(cell) => rated(&listed, cell, settings.vote_type, index, marks),
            None => Vec::new(),
        },
    };
    hold_against(settings, vote, &read, marks);
    read
}

/// An item of a list and where it stands.
type Item<'c> = (&'c str, usize);

/// The items of a list. An empty cell is an empty list; so is `None`, unless a project is called that.
fn items<'c>(cell: &'c Cell<'_>, index: &HashMap<String, usize>, marks: &mut Marks) -> Vec<Item<'c>> {
    let text = cell.trimmed();
    if text.is_empty() {
        return Vec::new();
    }
    if text == "None" && !index.contains_key(text) {
        marks.notice(cell.at, NoticeKind::NoneWord, text);
        return Vec::new();
    }
    let mut at = cell.at;
    let mut items = Vec::new();
    let mut blanks = false;
    for item in cell.text.split(',') {
        let before = item.len().saturating_sub(item.trim_start().len());
        blanks |= item.len() != item.trim().len();
        items.push((item.trim(), at.saturating_add(before)));
        at = at.saturating_add(item.len()).saturating_add(1);
    }
    if blanks {
        marks.notice(cell.at, NoticeKind::BlankInList, &cell.text);
    }
    items
}

fn find(item: Item<'_>, index: &HashMap<String, usize>, marks: &mut Marks) -> Option<usize> {
    let found = index.get(item.0).copied();
    if found.is_none() {
        marks.fault(item.1, FaultKind::UnknownProject, item.0);
    }
    found
}

/// Whether the project is new on this ballot; if not, that is noted.
fn is_new(item: Item<'_>, project: usize, so_far: &[Choice], marks: &mut Marks) -> bool {
    let new = so_far.iter().all(|choice| choice.project != project);
    if !new {
        marks.notice(item.1, NoticeKind::RepeatedProject, item.0);
    }
    new
}

/// Ticks: a project that is listed twice counts once.
fn approved(listed: &[Item<'_>], index: &HashMap<String, usize>, marks: &mut Marks) -> Vec<Choice> {
    let mut read: Vec<Choice> = Vec::with_capacity(listed.len());
    for item in listed {
        if let Some(project) = find(*item, index, marks)
            && is_new(*item, project, &read, marks)
        {
            read.push(Choice { project, value: 1 });
        }
    }
    read
}

/// Places: the first one stays, and those behind a repetition move up.
fn ordered(listed: &[Item<'_>], index: &HashMap<String, usize>, marks: &mut Marks) -> Vec<Choice> {
    let mut read = approved(listed, index, marks);
    for (choice, place) in read.iter_mut().zip(1..) {
        choice.value = place;
    }
    read
}

/// Points: the later ones stay.
fn rated(
    listed: &[Item<'_>],
    cell: &Cell<'_>,
    vote_type: VoteType,
    index: &HashMap<String, usize>,
    marks: &mut Marks,
) -> Vec<Choice> {
    if cell.trimmed() == "None" {
        marks.notice(cell.at, NoticeKind::NoneWord, "None");
        return Vec::new();
    }
    let given = items(cell, index, marks);
    if given.len() != listed.len() {
        marks.fault(cell.at, FaultKind::PointsCount(listed.len()), &cell.text);
        return Vec::new();
    }
    let mut read: Vec<Choice> = Vec::with_capacity(listed.len());
    for (item, (text, at)) in listed.iter().zip(given) {
        let Some(project) = find(*item, index, marks) else { continue };
        let Some(value) = points(text).filter(|value| value.abs() <= MAX_VALUE) else {
            marks.fault(at, FaultKind::NotPoints, text);
            continue;
        };
        if vote_type == VoteType::Cumulative && value < 0 {
            marks.fault(at, FaultKind::NegativePoints, text);
        }
        if !is_new(*item, project, &read, marks) {
            read.retain(|choice| choice.project != project);
        }
        read.push(Choice { project, value });
    }
    read
}

/// Notes where a ballot breaks a limit of META; it counts all the same, as it did in the election.
fn hold_against(settings: Settings, vote: &Cell<'_>, read: &[Choice], marks: &mut Marks) {
    let Limits { min_length, max_length, min_points, max_points, min_sum_points, max_sum_points } = settings.limits;
    let length = i64::try_from(read.len()).unwrap_or(i64::MAX);
    let most = if settings.vote_type == VoteType::ChooseOne { Some(1) } else { max_length };
    if let Some(least) = min_length.filter(|least| length < *least) {
        marks.notice(vote.at, NoticeKind::TooShort(least), &vote.text);
    }
    if let Some(most) = most.filter(|most| length > *most) {
        marks.notice(vote.at, NoticeKind::TooLong(most), &vote.text);
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
