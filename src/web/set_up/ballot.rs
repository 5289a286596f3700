//! How the ballot is filled in and counted.

use allmende_tally::Ties;

use super::mistake::RoundMistake;
use super::sheet::Sheet;
use crate::actions::round_set_up::EditBallot;
use crate::domain::format::BallotFormat;
use crate::domain::rule::CountingRule;
use crate::domain::set_up::{FAIR_SHARES_OF_POINTS, FAIR_SHARES_OF_TICKS, SetUp};
use crate::locale::read_count;
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldGroup, FieldView};

const FAIR: &str = "fair";
const MOST_VOTES: &str = "most_votes";
const BEST: &str = "best";
const OTHER: &str = "other";
/// More points or ticks than that nobody fills in.
const MOST: u32 = 100;
/// What the fields of the other format begin with.
const FIRST_POINTS: &str = "5";
const FIRST_TICKS: &str = "5";

const fn fair_shares(format: BallotFormat) -> CountingRule {
    match format {
        BallotFormat::Points { .. } => FAIR_SHARES_OF_POINTS,
        BallotFormat::Approval { .. } => FAIR_SHARES_OF_TICKS,
    }
}

fn choice_of(rule: CountingRule, format: BallotFormat) -> &'static str {
    match rule {
        CountingRule::Ranking { threshold: None, stop_at_first_misfit: false } => MOST_VOTES,
        CountingRule::Top { threshold: None } => BEST,
        rule if rule == fair_shares(format) => FAIR,
        _ => OTHER,
    }
}

pub(super) fn write(fields: &mut Fields, set_up: &SetUp) {
    let (format, rule) = (set_up.round.format, set_up.round.rule);
    fields.set("format", format.as_str());
    fields.set("total", FIRST_POINTS);
    fields.set("on_one", FIRST_POINTS);
    fields.set("ticks", FIRST_TICKS);
    match format {
        BallotFormat::Points { total, max_per_project } => {
            fields.set("total", total.to_string());
            fields.set("on_one", max_per_project.to_string());
        }
        BallotFormat::Approval { max } => fields.set("ticks", max.to_string()),
    }
    let choice = choice_of(rule, format);
    fields.set("rule", choice);
    fields.set("own_rule", if choice == OTHER { rule.to_string() } else { String::new() });
    fields.set("ties", set_up.round.ties.to_string());
}

pub(super) fn read(fields: &Fields) -> Result<EditBallot, Mistakes> {
    let mut read = Reader::new(fields);
    let format = read_format(&mut read);
    let rule = format.and_then(|format| read_rule(&mut read, format));
    let ties = fields.get("ties").trim().parse::<Ties>();
    if ties.is_err() {
        read.refuse("ties", RoundMistake::Ties.into());
    }
    match (format, rule, ties) {
        (Some(format), Some(rule), Ok(ties)) => read.finish(EditBallot { format, rule, ties }),
        _ => Err(read.mistakes()),
    }
}

fn read_format(read: &mut Reader<'_>) -> Option<BallotFormat> {
    match read.raw("format") {
        "points" => {
            let (total, on_one) = (read_number(read, "total"), read_number(read, "on_one"));
            let (total, max_per_project) = (total?, on_one?);
            if max_per_project > total {
                read.refuse("on_one", RoundMistake::MoreOnOne.into());
                return None;
            }
            Some(BallotFormat::Points { total, max_per_project })
        }
        "approval" => Some(BallotFormat::Approval { max: read_number(read, "ticks")? }),
        _ => {
            read.refuse("format", RoundMistake::Choice.into());
            None
        }
    }
}

fn read_number(read: &mut Reader<'_>, name: &str) -> Option<u32> {
    let number = read_count(read.raw(name)).ok().filter(|number| (1..=MOST).contains(number));
    if number.is_none() {
        read.refuse(name, RoundMistake::Count.into());
    }
    number
}

fn read_rule(read: &mut Reader<'_>, format: BallotFormat) -> Option<CountingRule> {
    let (rule, field) = match read.raw("rule") {
        FAIR => (fair_shares(format), "rule"),
        MOST_VOTES => (CountingRule::Ranking { threshold: None, stop_at_first_misfit: false }, "rule"),
        BEST => (CountingRule::Top { threshold: None }, "rule"),
        OTHER => match read.raw("own_rule").parse() {
            Ok(rule) => (rule, "own_rule"),
            Err(_) => {
                read.refuse("own_rule", RoundMistake::Rule.into());
                return None;
            }
        },
        _ => {
            read.refuse("rule", RoundMistake::Choice.into());
            return None;
        }
    };
    let fits = rule.for_ballots(format);
    if fits.is_err() {
        read.refuse(field, RoundMistake::RuleMisfits.into());
    }
    fits.ok()
}

/// Whether a field counts for what is chosen. A form has those of every choice.
fn counts(name: &str, set_up: &SetUp) -> bool {
    let (format, rule) = (set_up.round.format, set_up.round.rule);
    match name {
        "total" | "on_one" => matches!(format, BallotFormat::Points { .. }),
        "ticks" => matches!(format, BallotFormat::Approval { .. }),
        "own_rule" => choice_of(rule, format) == OTHER,
        _ => true,
    }
}

pub(super) fn groups(sheet: &Sheet<'_>) -> Vec<FieldGroup> {
    let shown = |name: &str| !sheet.is_read || counts(name, sheet.set_up);
    let fields = |fields: &[(&str, &str, &'static str)]| -> Vec<FieldView> {
        let shown = fields.iter().filter(|(name, _, _)| shown(name));
        shown.map(|(name, key, kind)| sheet.hinted(name, key, kind)).collect()
    };
    let numbers = fields(&[("total", "total", "number"), ("on_one", "on-one", "number"), ("ticks", "ticks", "number")]);
    let experts = fields(&[("own_rule", "own-rule", "line"), ("ties", "ties", "line")]);
    vec![
        FieldGroup { legend: None, fields: vec![sheet.radio("format", &["points", "approval"])] },
        sheet.group("numbers", numbers),
        FieldGroup { legend: None, fields: vec![sheet.radio("rule", &[FAIR, MOST_VOTES, BEST, OTHER])] },
        sheet.group("experts", experts),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Result<EditBallot, Vec<String>> {
        let first = [("format", "points"), ("total", "5"), ("on_one", "5"), ("rule", FAIR), ("ties", "file")];
        let mut fields = Fields::default();
        for (name, value) in first.iter().chain(pairs) {
            fields.set(*name, *value);
        }
        read(&fields).map_err(|mistakes| mistakes.into_iter().map(|(name, _)| name).collect())
    }

    #[test]
    fn the_presets_are_rules_that_suit_their_ballots() {
        for (format, rule, expected) in [
            ("points", FAIR, "equal-shares points add1+greedy"),
            ("approval", FAIR, "equal-shares cost add1+greedy"),
            ("points", MOST_VOTES, "ranking"),
            ("approval", BEST, "top"),
        ] {
            let found = typed(&[("format", format), ("ticks", "3"), ("rule", rule)]).unwrap();

            assert_eq!(found.rule.to_string(), expected);
            assert_eq!(choice_of(found.rule, found.format), rule);
        }
    }

    #[test]
    fn every_mistake_is_told_at_its_field() {
        for (pairs, fields) in [
            (&[("total", "0"), ("on_one", "x"), ("ties", "coin")][..], &["total", "on_one", "ties"][..]),
            (&[("total", "3"), ("on_one", "4")], &["on_one"]),
            (&[("total", "101")], &["total"]),
            (&[("format", "stars")], &["format"]),
            (&[("rule", "")], &["rule"]),
            (&[("rule", OTHER)], &["own_rule"]),
            (&[("rule", OTHER), ("own_rule", "phragmen")], &["own_rule"]),
            (&[("format", "approval"), ("ticks", "many")], &["ticks"]),
        ] {
            assert_eq!(typed(pairs), Err(fields.iter().map(|name| (*name).to_owned()).collect()), "{pairs:?}");
        }
    }
}
