//! `--declared`: counts files by the rule that they name, and compares with what they mark as selected.
//!
//! Text and JSON say the same. A directory is counted file by file, sorted by name.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use allmende_tally::Exact;
use allmende_tally::pabulib::Election;
use serde::Serialize;

use super::error::{TallyError, faults};
use super::meter::Meter;
use super::options::declared_name;
use super::source::read_pabulib;
use super::voice::{Coinage, Voice};
use super::{End, Source, TallyArgs, count, json, options};

mod text;

/// What came of one file.
#[derive(Debug, Serialize)]
struct Checked {
    file: String,
    /// As the file names it.
    rule: String,
    #[serde(flatten)]
    result: Outcome,
    seconds: f64,
    #[serde(skip)]
    time: Duration,
}

#[derive(Debug, Serialize)]
#[serde(tag = "result", rename_all = "snake_case")]
enum Outcome {
    /// The count gives exactly what the file marks.
    Equal { selected: usize },
    /// It does not.
    Differs { only_counted: Vec<Different>, only_in_file: Vec<Different> },
    /// There is nothing to compare.
    NotCountable { why: Why },
}

/// A project that only one of both has.
#[derive(Debug, Serialize)]
struct Different {
    id: String,
    /// In major units.
    cost: Option<Exact>,
    score: i64,
    /// The cost as people read it.
    #[serde(skip)]
    cost_in_words: String,
}

/// Why a file cannot be compared.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Why {
    /// It names no rule that is exactly defined.
    NoRule,
    /// It is a table or a JSON document and names no rule.
    NamesNone,
    /// It has no column `selected`.
    NoSelected,
    /// It does not count.
    Refused { error: String },
    /// It cannot be read.
    Unreadable { error: String },
}

/// All files of a directory.
#[derive(Debug, Serialize)]
struct Summary<'a> {
    files: &'a [Checked],
    equal: usize,
    differs: usize,
    not_countable: usize,
    seconds: f64,
    #[serde(skip)]
    time: Duration,
}

/// Answers `--declared` for a file or a directory.
pub(super) fn answer(args: &TallyArgs, voice: &Voice, out: &mut dyn Write) -> Result<End, TallyError> {
    if args.file.is_dir() {
        return directory(args, voice, out);
    }
    let checked = check_one(args, voice)?;
    if args.json {
        json::write_object(out, &checked)?;
    } else {
        text::write_file(out, voice, &checked)?;
    }
    Ok(match checked.result {
        Outcome::Equal { .. } => End::Fine,
        Outcome::Differs { .. } => End::Differs,
        Outcome::NotCountable { .. } => End::NotCountable,
    })
}

/// A table alone has no place for a rule, so its ballots need not even be read.
fn check_one(args: &TallyArgs, voice: &Voice) -> Result<Checked, TallyError> {
    let (started, file) = (Instant::now(), args.file.display().to_string());
    let none = |file| checked(file, String::new(), Outcome::NotCountable { why: Why::NamesNone }, started);
    let meter = Meter::new(args.language);
    let source = Source::open(args)?;
    if source.is_table() && args.meta.is_empty() {
        return Ok(none(file));
    }
    let election = source.read(args)?;
    Ok(if source.names_none(&election) { none(file) } else { check(file, &election, voice, (started, &meter)) })
}

/// Files that differ outweigh those that cannot be read, and what is merely not countable fails nothing.
fn directory(args: &TallyArgs, voice: &Voice, out: &mut dyn Write) -> Result<End, TallyError> {
    options::check_without_tables(args)?;
    let (started, names) = (Instant::now(), files_of(&args.file)?);
    let mut files = Vec::new();
    let width = names.iter().map(|path| name(path).chars().count()).max().unwrap_or(0);
    if !args.json {
        text::write_heading(out, voice, width)?;
    }
    for path in &names {
        let checked = check_path(path, voice);
        if !args.json {
            text::write_row(out, voice, width, &checked)?;
            out.flush()?;
        }
        files.push(checked);
    }
    let summary = summed(&files, started.elapsed());
    if args.json {
        json::write_object(out, &summary)?;
    } else {
        text::write_summary(out, voice, &summary)?;
    }
    let unreadable =
        |checked: &Checked| matches!(checked.result, Outcome::NotCountable { why: Why::Unreadable { .. } });
    Ok(match (summary.differs, files.iter().any(unreadable)) {
        (0, false) => End::Fine,
        (0, true) => End::NotCountable,
        _ => End::Differs,
    })
}

/// The `.pb` files of a directory, by name.
fn files_of(directory: &Path) -> Result<Vec<PathBuf>, TallyError> {
    let unreadable = |source| TallyError::Unreadable { file: directory.display().to_string(), source };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(directory).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pb")) {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() { Err(TallyError::NoFiles(directory.display().to_string())) } else { Ok(files) }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn check_path(path: &Path, voice: &Voice) -> Checked {
    let (started, meter) = (Instant::now(), Meter::new(voice.tongue()));
    match read_pabulib(path) {
        Ok(election) => check(name(path), &election, voice, (started, &meter)),
        Err(error) => {
            let error = match error {
                TallyError::Faulty { list, .. } => match list.first() {
                    Some(first) => format!("{}; {first}", faults(list.len())),
                    None => faults(0),
                },
                other => other.to_string(),
            };
            checked(name(path), String::new(), Outcome::NotCountable { why: Why::Unreadable { error } }, started)
        }
    }
}

fn check(file: String, election: &Election, voice: &Voice, (started, meter): (Instant, &Meter)) -> Checked {
    let result = compare(election, voice, meter).unwrap_or_else(|why| Outcome::NotCountable { why });
    checked(file, declared_name(election).to_owned(), result, started)
}

fn checked(file: String, rule: String, result: Outcome, started: Instant) -> Checked {
    let time = started.elapsed();
    Checked { file, rule, result, seconds: time.as_secs_f64(), time }
}

fn compare(election: &Election, voice: &Voice, meter: &Meter) -> Result<Outcome, Why> {
    let (rule, ties) = election.declared_rule().ok_or(Why::NoRule)?;
    let declared: BTreeSet<&str> = election.selected().ok_or(Why::NoSelected)?.into_iter().collect();
    let allocation = count(election, &rule, &ties, meter).map_err(|error| Why::Refused { error: error.to_string() })?;
    let coinage = Coinage::of(election);
    let amounts = coinage.amounts(voice.words());
    let (mut only_counted, mut only_in_file) = (Vec::new(), Vec::new());
    for (outcome, project) in allocation.outcomes.iter().zip(election.instance().projects()) {
        let side = match (outcome.funded, declared.contains(outcome.id.as_str())) {
            (true, false) => &mut only_counted,
            (false, true) => &mut only_in_file,
            (true, true) | (false, false) => continue,
        };
        side.push(Different {
            id: outcome.id.clone(),
            cost: project.cost.map(|cost| Exact::from(cost).in_major_units(allocation.exponent)),
            score: outcome.score,
            cost_in_words: project.cost.map(|cost| amounts.whole(cost)).unwrap_or_default(),
        });
    }
    Ok(if only_counted.is_empty() && only_in_file.is_empty() {
        Outcome::Equal { selected: declared.len() }
    } else {
        Outcome::Differs { only_counted, only_in_file }
    })
}

fn summed(files: &[Checked], time: Duration) -> Summary<'_> {
    let many = |is: fn(&Outcome) -> bool| files.iter().filter(|checked| is(&checked.result)).count();
    Summary {
        files,
        equal: many(|result| matches!(result, Outcome::Equal { .. })),
        differs: many(|result| matches!(result, Outcome::Differs { .. })),
        not_countable: many(|result| matches!(result, Outcome::NotCountable { .. })),
        seconds: time.as_secs_f64(),
        time,
    }
}
