//! What `--declared` prints for people: a sentence for a file, a table for a directory.

use std::io::{self, Write};

use super::{Checked, Different, Outcome, Summary, Why};
use crate::cli::tally::outlet::one_line;
use crate::cli::tally::voice::Voice;
use crate::locale::Words;

/// As wide as the longest name of a rule.
const RULE_WIDTH: usize = "equalshares/add1-comparison".len();
/// As wide as the longest result in any language.
const RESULT_WIDTH: usize = 13;

/// What came of one file.
pub(super) fn write_file(out: &mut dyn Write, voice: &Voice, checked: &Checked) -> io::Result<()> {
    let (words, file, rule) = (voice.words(), &checked.file, &checked.rule);
    match &checked.result {
        Outcome::Equal { selected } => {
            let args = [("file", file.into()), ("rule", rule.into()), ("projects", (*selected).into())];
            writeln!(out, "{}", one_line(&words.plain("tally-declared-equal", &args)))
        }
        Outcome::Differs { only_counted, only_in_file } => {
            let args = [("file", file.into()), ("rule", rule.into())];
            writeln!(out, "{}", one_line(&words.plain("tally-declared-differs", &args)))?;
            for project in only_counted {
                writeln!(out, "  {}", different("tally-declared-only-counted", project, words))?;
            }
            for project in only_in_file {
                writeln!(out, "  {}", different("tally-declared-only-in-file", project, words))?;
            }
            Ok(())
        }
        Outcome::NotCountable { why } => {
            let args = [("file", file.into()), ("why", reason(why, rule, words).into())];
            writeln!(out, "{}", words.plain("tally-declared-not-countable", &args))
        }
    }
}

/// The head of the table of a directory.
pub(super) fn write_heading(out: &mut dyn Write, voice: &Voice, width: usize) -> io::Result<()> {
    let words = voice.words();
    row(
        out,
        width,
        [
            &words.plain("tally-column-file", &[]),
            &words.plain("tally-column-rule", &[]),
            &words.plain("tally-column-result", &[]),
            &words.plain("tally-column-seconds", &[]),
        ],
        "",
    )
}

/// The line of one file.
pub(super) fn write_row(out: &mut dyn Write, voice: &Voice, width: usize, checked: &Checked) -> io::Result<()> {
    let words = voice.words();
    let ids = |list: &[Different]| match list {
        [] => "-".to_owned(),
        list => list.iter().map(|project| project.id.as_str()).collect::<Vec<_>>().join(", "),
    };
    let (result, details) = match &checked.result {
        Outcome::Equal { .. } => (words.plain("tally-result-equal", &[]), String::new()),
        Outcome::Differs { only_counted, only_in_file } => (
            words.plain("tally-result-differs", &[]),
            words.plain(
                "tally-result-difference",
                &[("counted", ids(only_counted).into()), ("declared", ids(only_in_file).into())],
            ),
        ),
        Outcome::NotCountable { why } => {
            (words.plain("tally-result-not-countable", &[]), reason(why, &checked.rule, words))
        }
    };
    row(out, width, [&checked.file, &checked.rule, &result, &voice.seconds(checked.time)], &details)
}

fn row(out: &mut dyn Write, width: usize, cells: [&str; 4], details: &str) -> io::Result<()> {
    let [file, rule, result, seconds] = cells;
    let line = format!("{file:width$}  {rule:RULE_WIDTH$}  {result:RESULT_WIDTH$}  {seconds:>8}  {details}");
    writeln!(out, "{}", one_line(line.trim_end()))
}

/// The last line.
pub(super) fn write_summary(out: &mut dyn Write, voice: &Voice, summary: &Summary<'_>) -> io::Result<()> {
    let args = [
        ("equal", summary.equal.into()),
        ("differs", summary.differs.into()),
        ("other", summary.not_countable.into()),
        ("seconds", voice.seconds(summary.time).into()),
    ];
    writeln!(out, "{}", voice.words().plain("tally-declared-summary", &args))
}

fn different(key: &str, project: &Different, words: Words<'_>) -> String {
    let (id, cost, score) = ((&project.id).into(), (&project.cost_in_words).into(), project.score.into());
    one_line(&words.plain(key, &[("project", id), ("cost", cost), ("score", score)]))
}

fn reason(why: &Why, rule: &str, words: Words<'_>) -> String {
    match why {
        Why::NoRule => words.plain("tally-why-no-rule", &[("rule", rule.into())]),
        Why::NamesNone => words.plain("tally-why-names-none", &[]),
        Why::NoSelected => words.plain("tally-why-no-selected", &[]),
        Why::Refused { error } => words.plain("tally-why-refused", &[("error", error.into())]),
        Why::Unreadable { error } => words.plain("tally-why-unreadable", &[("error", error.into())]),
    }
}
