//! Ballots by day and channel: the only thing that the office learns of who voted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::channel::Channel;
use crate::locale::Words;
use crate::web::office::load::Standing;
use crate::web::office::view::{BallotNumbers, DayRow};
use crate::web::result::view::channel_key;

/// The table, with the part of a roll of this size.
pub(super) fn numbers(standing: &Standing, roll: Option<i64>, words: Words<'_>) -> BallotNumbers {
    let channels: BTreeSet<Channel> = standing.people.iter().map(|(_, channel, _)| *channel).collect();
    let mut days: BTreeMap<NaiveDate, BTreeMap<Channel, i64>> = BTreeMap::new();
    for (day, channel, people) in &standing.people {
        let cell = days.entry(*day).or_default().entry(*channel).or_default();
        *cell = cell.saturating_add(*people);
    }
    let cells = |of: &dyn Fn(Channel) -> i64| channels.iter().map(|channel| words.number(of(*channel))).collect();
    let row = |(day, by_channel): (&NaiveDate, &BTreeMap<Channel, i64>)| DayRow {
        day: words.day_with_weekday(*day),
        cells: cells(&|channel| by_channel.get(&channel).copied().unwrap_or(0)),
        total: words.number(by_channel.values().sum()),
    };
    let of_channel = |channel| standing.people.iter().filter(|row| row.1 == channel).map(|row| row.2).sum();
    BallotNumbers {
        channels: channels.iter().map(|channel| channel_key(*channel)).collect(),
        days: days.iter().rev().map(row).collect(),
        totals: cells(&of_channel),
        total: u64::try_from(standing.ballots).unwrap_or(0),
        sum: words.number(standing.ballots),
        share: roll.filter(|roll| *roll > 0).map(|roll| words.percent(standing.ballots, roll)),
    }
}
