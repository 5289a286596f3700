//! `allmende tally`: counts a Pabulib file without a database and says why each project won or what it lacked.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use allmende_tally::pabulib::{self, Election};
use allmende_tally::{Allocation, Completion, Progress, Rule, RuleName, Satisfaction, Stage, Ties};
use clap::Args;
use thiserror::Error;

mod json;
mod text;

/// Count a Pabulib file (.pb) by the rule that it names, or by another.
#[derive(Debug, Args)]
pub struct TallyArgs {
    /// The file to count.
    file: PathBuf,
    /// ranking (most votes first), top (the best N, whatever they cost) or equal-shares. Without it: the file's own.
    #[arg(long)]
    rule: Option<RuleName>,
    /// Equal Shares: what a funded project is worth to a voter: cost, cardinality, points, borda or place-points.
    /// Without it: what such ballots are usually counted with.
    #[arg(long)]
    satisfaction: Option<Satisfaction>,
    /// Equal Shares: what happens with money left over: none, greedy, add1, add1+greedy (when nothing is said),
    /// add1-whole or add1-whole+comparison.
    #[arg(long)]
    completion: Option<Completion>,
    /// ranking and top: leave out projects with a score below this.
    #[arg(long, allow_negative_numbers = true)]
    threshold: Option<i64>,
    /// ranking: stop at the first project that does not fit the money left.
    #[arg(long)]
    no_skip: bool,
    /// top: how many projects.
    #[arg(long)]
    seats: Option<u32>,
    /// What decides between equal projects, in order, with commas: id, file, min-cost, max-cost, max-votes. The id
    /// always decides last; a file's own ranking is counted with ties by file.
    #[arg(long)]
    ties: Option<Ties>,
    /// Print one JSON object. Amounts are exact and in major units, but for those inside of reasons and steps, which
    /// are in minor units; "exponent" says how many decimals lie between.
    #[arg(long)]
    json: bool,
    /// Print the steps of the count as well.
    #[arg(long)]
    steps: bool,
}

/// Why nothing was counted.
#[derive(Debug, Error)]
enum TallyError {
    #[error("cannot read {file}: {source}")]
    Unreadable { file: String, source: io::Error },
    #[error("{file} has {} that must be mended first:\n{}", faults(.list.len()), lines(.list))]
    Faulty { file: String, list: Vec<pabulib::Fault> },
    #[error("the file names the rule {0:?}, which is not exactly defined; choose one with --rule")]
    NoDeclaredRule(String),
    #[error("{option} belongs to --rule {rule}")]
    Misplaced { option: &'static str, rule: &'static str },
    #[error("--rule top needs --seats, the number of projects to choose")]
    NoSeats,
    #[error(transparent)]
    Count(#[from] allmende_tally::CountError),
}

fn faults(count: usize) -> String {
    if count == 1 { "1 fault".to_owned() } else { format!("{count} faults") }
}

fn lines(list: &[pabulib::Fault]) -> String {
    list.iter().map(|fault| format!("  {fault}")).collect::<Vec<_>>().join("\n")
}

/// Runs the command. Exit code 0 when counted, 2 for wrong usage or an unreadable file.
pub fn run(args: &TallyArgs) -> ExitCode {
    let printed = match tally(args) {
        Ok(counted) => print(args, &counted),
        Err(error) => {
            let told = writeln!(io::stderr().lock(), "allmende tally: {error}");
            return if told.is_ok() { ExitCode::from(2) } else { ExitCode::FAILURE };
        }
    };
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads us has read enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// A counted file.
struct Counted {
    election: Election,
    allocation: Allocation,
    /// Whether the rule is the one that the file names.
    declared: bool,
}

fn tally(args: &TallyArgs) -> Result<Counted, TallyError> {
    let file = args.file.display().to_string();
    let bytes = std::fs::read(&args.file).map_err(|source| TallyError::Unreadable { file: file.clone(), source })?;
    let election = pabulib::read(&bytes).map_err(|list| TallyError::Faulty { file, list })?;
    let (rule, ties) = chosen_rule(args, &election)?;
    let mut meter = Meter::new();
    let counted =
        allmende_tally::count(election.instance(), election.profile(), &rule, &ties, &mut |now| meter.show(now));
    meter.clear();
    Ok(Counted { election, allocation: counted?, declared: args.rule.is_none() })
}

/// The rule that the options ask for, else the one that the file names.
fn chosen_rule(args: &TallyArgs, election: &Election) -> Result<(Rule, Ties), TallyError> {
    check_options(args)?;
    let (rule, ties) = match args.rule {
        None => election
            .declared_rule()
            .ok_or_else(|| TallyError::NoDeclaredRule(election.meta_value("rule").unwrap_or_default().to_owned()))?,
        Some(RuleName::Ranking) => {
            (Rule::Ranking { threshold: args.threshold, stop_at_first_misfit: args.no_skip }, Ties::default())
        }
        Some(RuleName::Top) => {
            let seats = args.seats.ok_or(TallyError::NoSeats)?;
            (Rule::Top { seats, threshold: args.threshold }, Ties::default())
        }
        Some(RuleName::EqualShares) => {
            let usual = Satisfaction::default_for(election.profile().kind());
            let satisfaction = args.satisfaction.unwrap_or(usual);
            let completion = args.completion.unwrap_or(Completion::Add1Greedy);
            (Rule::EqualShares { satisfaction, completion }, Ties::default())
        }
    };
    Ok((rule, args.ties.clone().unwrap_or(ties)))
}

/// An option that the rule would ignore is a mistake, and better said.
fn check_options(args: &TallyArgs) -> Result<(), TallyError> {
    let shares = args.rule == Some(RuleName::EqualShares);
    let ranking = args.rule == Some(RuleName::Ranking);
    let top = args.rule == Some(RuleName::Top);
    let misplaced = [
        (args.satisfaction.is_some() && !shares, "--satisfaction", "equal-shares"),
        (args.completion.is_some() && !shares, "--completion", "equal-shares"),
        (args.no_skip && !ranking, "--no-skip", "ranking"),
        (args.seats.is_some() && !top, "--seats", "top"),
        (args.threshold.is_some() && !ranking && !top, "--threshold", "ranking or top"),
    ];
    match misplaced.into_iter().find(|(wrong, _, _)| *wrong) {
        Some((_, option, rule)) => Err(TallyError::Misplaced { option, rule }),
        None => Ok(()),
    }
}

fn print(args: &TallyArgs, counted: &Counted) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if args.json {
        let costs: Vec<Option<i64>> =
            counted.election.instance().projects().iter().map(|project| project.cost).collect();
        let object = json::object(&counted.allocation, &costs, args.steps);
        serde_json::to_writer_pretty(&mut out, &object)?;
        writeln!(out)?;
    } else {
        text::write(&mut out, counted, args.steps)?;
    }
    out.flush()
}

/// A line on the terminal that says how far a long count is.
struct Meter {
    started: Instant,
    shown: Option<Instant>,
    on_terminal: bool,
}

impl Meter {
    fn new() -> Self {
        Self { started: Instant::now(), shown: None, on_terminal: io::stderr().is_terminal() }
    }

    /// Writes at most ten times a second, and nothing in the first second.
    fn show(&mut self, progress: Progress) {
        let recent = self.shown.is_some_and(|at| at.elapsed() < Duration::from_millis(100));
        if !self.on_terminal || recent || self.started.elapsed() < Duration::from_secs(1) {
            return;
        }
        self.shown = Some(Instant::now());
        let done = progress.done;
        let line = match progress.stage {
            Stage::Grouping => "bringing identical ballots together".to_owned(),
            Stage::Runs => format!("counting: {done} runs of Equal Shares are done"),
            Stage::Choosing => format!("choosing: {done} projects looked at"),
        };
        // A terminal that takes no progress line is no reason to stop counting.
        write!(io::stderr().lock(), "\r\x1b[K{line}").ok();
    }

    fn clear(&self) {
        if self.shown.is_some() {
            write!(io::stderr().lock(), "\r\x1b[K").ok();
        }
    }
}

#[cfg(test)]
mod tests;
