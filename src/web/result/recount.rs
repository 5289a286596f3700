//! The command that counts a published file again.

use std::borrow::Cow;

use allmende_tally::{Rule, Ties};

/// The command for a file, with everything said, so that it does not depend on what the file declares.
#[must_use]
pub fn command(file: &str, rule: &Rule, ties: &Ties) -> String {
    format!("allmende tally {file} {} --ties {}", options(rule), quoted(&ties.to_string()))
}

/// A word as a shell takes it, in quotes only where it needs them: the seed of lots is anybody's text. Pages show several
/// blanks as one, and whoever copies the command has one; so quotes that say nothing keep blanks apart.
#[must_use]
pub fn quoted(word: &str) -> Cow<'_, str> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_,.:/+=@".contains(letter);
    if word.chars().all(plain) {
        return Cow::Borrowed(word);
    }
    let mut quoted = "'".to_owned();
    let mut before = None;
    for letter in word.chars() {
        match letter {
            '\'' => quoted.push_str(r"'\''"),
            ' ' if before == Some(' ') => quoted.push_str("'' "),
            other => quoted.push(other),
        }
        before = Some(letter);
    }
    quoted.push('\'');
    Cow::Owned(quoted)
}

/// The rule as the options of `allmende tally` name it.
#[must_use]
pub fn options(rule: &Rule) -> String {
    let mut options = format!("--rule {}", rule.name());
    match *rule {
        Rule::EqualShares { satisfaction, completion, increment } => {
            options.push_str(&format!(" --satisfaction {satisfaction} --completion {completion}"));
            if completion.raises() && !increment.is_one() {
                options.push_str(&format!(" --increment {increment}"));
            }
        }
        Rule::Greedy { satisfaction } | Rule::Welfare { satisfaction } => {
            options.push_str(&format!(" --satisfaction {satisfaction}"));
        }
        Rule::Phragmen => {}
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
        assert_eq!(
            options(&Rule::Greedy { satisfaction: Satisfaction::Cardinality }),
            "--rule greedy --satisfaction cardinality"
        );
        assert_eq!(options(&Rule::Welfare { satisfaction: Satisfaction::Cost }), "--rule welfare --satisfaction cost");
        assert_eq!(options(&Rule::Phragmen), "--rule phragmen");
    }

    #[test]
    fn an_increment_is_said_where_it_matters() {
        let shares = |completion| Rule::EqualShares {
            satisfaction: Satisfaction::Cost,
            completion,
            increment: "0.05".parse().unwrap(),
        };

        assert!(options(&shares(Completion::Add1All)).ends_with("--completion add1-all --increment 0.05"));
        assert!(options(&shares(Completion::Greedy)).ends_with("--completion greedy"));
    }

    #[test]
    fn the_seed_of_lots_is_one_word_for_a_shell() {
        let ties = Ties::default().then_by_lot("mayor's cup $5").unwrap();

        assert!(command("a.pb", &Rule::Phragmen, &ties).ends_with(r"--ties 'lot:mayor'\''s cup $5,id'"));
    }

    #[test]
    fn blanks_in_a_row_survive_a_page_and_a_shell() {
        for seed in ["two  blanks", "three   of them", "a '  ' b"] {
            let ties = Ties::default().then_by_lot(seed).unwrap();
            let command = command("a.pb", &Rule::Phragmen, &ties);
            assert!(!command.contains("  "), "{command}");

            let echo = format!("for word in {}; do printf '<%s>' \"$word\"; done", quoted(&ties.to_string()));
            let shell = std::process::Command::new("sh").args(["-c", &echo]).output().unwrap();
            assert_eq!(String::from_utf8(shell.stdout).unwrap(), format!("<{ties}>"));
        }
    }
}
