//! The files of a result, and how to count them again.

use std::collections::BTreeSet;

use allmende_tally::Rule;

use super::{Pen, many};
use crate::actions::round::FEWEST_BALLOTS;
use crate::domain::ids::AreaNumber;
use crate::domain::round::Round;
use crate::domain::rule::CountingRule;
use crate::web::result::load::CountedArea;
use crate::web::result::recount::command;
use crate::web::result::view::{BallotFile, Data, FileLink};
use crate::web::routes;

/// Hexadecimal digits of a file's hash that a person can compare, in groups of four.
const CHECK_DIGITS: usize = 16;

/// What a file is called on the reader's disk; the command to count again names it so.
#[must_use]
pub(in crate::web::result) fn file_name(round: &Round, area: AreaNumber, areas: usize) -> String {
    if areas == 1 { format!("{}.pb", round.slug) } else { format!("{}-{area}.pb", round.slug) }
}

/// The box of one area, or of all.
pub(super) fn data(pen: Pen<'_>, areas: &[&CountedArea], areas_of_round: usize) -> Data {
    let rules: BTreeSet<String> = areas.iter().map(|area| rule_name(&area.allocation.rule)).collect();
    Data {
        ballots: areas.iter().filter_map(|area| ballot_file(pen, area, areas_of_round)).collect(),
        result: None,
        rules: rules.into_iter().collect(),
        withheld: many(areas.iter().filter(|area| area.file.is_none()).count()),
        minimum: many(FEWEST_BALLOTS),
        one_area: areas.len() == 1,
        record_url: routes::record_of_round(pen.language(), &pen.round.slug),
    }
}

fn rule_name(rule: &Rule) -> String {
    CountingRule::of(*rule).to_string()
}

fn ballot_file(pen: Pen<'_>, area: &CountedArea, areas_of_round: usize) -> Option<BallotFile> {
    let file = area.file.as_ref()?;
    let number = area.area.number;
    let name = file_name(pen.round, number, areas_of_round);
    Some(BallotFile {
        area: area.name.text.clone(),
        file: FileLink {
            url: routes::result_file(pen.language(), &pen.round.slug, number),
            size: size(pen, file.bytes),
        },
        command: command(&name, &area.allocation.rule, &area.allocation.ties),
        check_value: check_value(&file.content_hash),
    })
}

/// Bytes as people read them; at least 1 kB.
fn size(pen: Pen<'_>, bytes: i64) -> String {
    let (number, unit) = match bytes {
        ..1_000_000 => (bytes.saturating_add(500) / 1000, "kB"),
        1_000_000.. => (bytes.saturating_add(500_000) / 1_000_000, "MB"),
    };
    format!("{}\u{a0}{unit}", pen.words.number(number.max(1)))
}

/// The first digits of a hash, in groups of four.
#[must_use]
pub(in crate::web) fn check_value(hash: &str) -> String {
    let digits: Vec<char> = hash.chars().take(CHECK_DIGITS).collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_value_has_four_groups_that_can_be_compared() {
        assert_eq!(check_value("9c41e07d55ab18f2ffff"), "9c41 e07d 55ab 18f2");
    }
}
