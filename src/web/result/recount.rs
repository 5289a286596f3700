//! The command that counts a published file again.

use allmende_tally::{Rule, Ties};

/// The command for a file, with everything said, so that it does not depend on what the file declares.
#[must_use]
pub fn command(file: &str, rule: &Rule, ties: &Ties) -> String {
    format!("allmende tally {file} {} --ties {ties}", options(rule))
}

/// The rule as the options of `allmende tally` name it.
#[must_use]
pub fn options(rule: &Rule) -> String {
    let mut options = format!("--rule {}", rule.name());
    match *rule {
        Rule::EqualShares { satisfaction, completion } => {
            options.push_str(&format!(" --satisfaction {satisfaction} --completion {completion}"));
        }
        Rule::Ranking { threshold, stop_at_first_misfit } => {
            options.push_str(&threshold_option(threshold));
            if stop_at_first_misfit {
                options.push_str(" --no-skip");
            }
        }
        Rule::Top { seats, threshold } => {
            options.push_str(&format!(" --seats {seats}{}", threshold_option(threshold)));
        }
    }
    options
}

fn threshold_option(threshold: Option<i64>) -> String {
    threshold.map_or_else(String::new, |least| format!(" --threshold {least}"))
}

#[cfg(test)]
mod tests {
    use allmende_tally::{Completion, Satisfaction};

    use super::*;

    #[test]
    fn every_rule_is_said_in_full() {
        let shares = Rule::equal_shares(Satisfaction::Points, Completion::Add1Greedy);
        let ranking = Rule::Ranking { threshold: Some(20), stop_at_first_misfit: true };

        assert_eq!(
            command("a.pb", &shares, &"min-cost".parse().unwrap()),
            "allmende tally a.pb --rule equal-shares --satisfaction points --completion add1+greedy --ties min-cost,id"
        );
        assert_eq!(options(&ranking), "--rule ranking --threshold 20 --no-skip");
        assert_eq!(options(&Rule::Top { seats: 10, threshold: None }), "--rule top --seats 10");
    }
}
