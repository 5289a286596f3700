//! `allmende tally`: counts files without a database and says why each project won or what it lacked.
//!
//! [`source`] reads Pabulib's format, JSON and tables, [`options`] turns the arguments into a rule, [`text`] and [`json`] print a count, [`declared`] compares counts with
//! what files say of themselves, [`compare`] several rules with each other, [`mod@write`] brings a file into another form.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use allmende_tally::pabulib::{Election, VoteType};
use allmende_tally::{Allocation, Completion, Increment, Rule, RuleName, Satisfaction, Ties};
use clap::{Args, ValueEnum};

mod compare;
mod conditions;
mod declared;
mod error;
mod json;
mod meter;
mod notices;
mod options;
mod outlet;
mod reasons;
mod source;
mod steps;
mod text;
mod voice;
mod write;

use error::TallyError;
use meter::Meter;
use outlet::{Form, Outlet};
use source::Source;
use voice::Voice;

/// Count a Pabulib file (.pb), a JSON document or tables by the rule that the file names, or by another.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 counted, or as the file says of itself; 1 not as it says (--declared); 2 wrong usage, an \
unreadable file, or nothing to count by."
)]
pub struct TallyArgs {
    /// The file to count: .pb, .json, or a table of projects as .csv. With --declared also a directory: all .pb files
    /// in it.
    file: PathBuf,
    /// .csv: the table of ballots.
    #[arg(long, value_name = "FILE")]
    ballots: Option<PathBuf>,
    /// .csv: the budget in major units, such as 30000 or 1500.50.
    #[arg(long, value_name = "AMOUNT")]
    budget: Option<String>,
    /// .csv: what the ballots are: approval, choose-1, ordinal, cumulative or scoring.
    #[arg(long, value_name = "TYPE")]
    vote_type: Option<VoteType>,
    /// .csv: what else a .pb file says in META, such as max_length=3, currency=EUR or rule=greedy; as often as needed.
    #[arg(long, value_name = "KEY=VALUE", value_parser = options::meta)]
    meta: Vec<(String, String)>,
    /// ranking (most votes first), top (the best N, whatever they cost), greedy (most satisfaction for the money first),
    /// welfare (the best set), phragmen (even loads) or equal-shares. Without it: the file's own.
    #[arg(long)]
    rule: Option<RuleName>,
    /// greedy, welfare and equal-shares: what a funded project is worth to a voter: cost, cardinality, points, borda or
    /// place-points. Without it: what such ballots are usually counted with.
    #[arg(long)]
    satisfaction: Option<Satisfaction>,
    /// equal-shares: what happens with money left over: none, greedy, add1, add1+greedy (when nothing is said), add1-all,
    /// add1-all+greedy, add1-whole or add1-whole+comparison.
    #[arg(long)]
    completion: Option<Completion>,
    /// equal-shares with add1: by how much each voter's share is raised, in major units: 1 (when nothing is said), 0.05,
    /// 1/3.
    #[arg(long)]
    increment: Option<Increment>,
    /// ranking and top: leave out projects with a score below this.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    threshold: Option<i64>,
    /// ranking: stop at the first project that does not fit the money left.
    #[arg(long)]
    no_skip: bool,
    /// top: how many projects.
    #[arg(long, value_name = "N")]
    seats: Option<u32>,
    /// What decides between equal projects, in order, with commas: id, file, min-cost, max-cost, max-votes, lot:SEED.
    /// The id always decides last; a file's own ranking is counted with ties by file.
    #[arg(long, value_name = "LIST")]
    ties: Option<Ties>,
    /// A JSON document with conditions beside the budget: ceilings for some projects together, pairs of which only one
    /// can be carried out, a least number of votes, and what was decided before the count.
    #[arg(long, value_name = "FILE")]
    constraints: Option<PathBuf>,
    /// Print JSON. Amounts are exact and in major units, but for those inside of reasons and steps, which are in minor
    /// units; "exponent" says how many decimals lie between.
    #[arg(long)]
    json: bool,
    /// Print the steps of the count as well.
    #[arg(long)]
    steps: bool,
    /// Count by the rule that the file names, and compare with the projects that it marks as selected.
    #[arg(long, conflicts_with_all = [
        "rule", "satisfaction", "completion", "increment", "threshold", "no_skip", "seats", "ties", "steps", "constraints",
    ])]
    declared: bool,
    /// Count by several rules and print them side by side: first the rule that the options or else the file names, then
    /// the usual ones.
    #[arg(long, conflicts_with_all = ["declared", "steps"])]
    compare: bool,
    /// Count nothing, and write the election to a new file: .pb, .json, or a table of projects as .csv.
    #[arg(long, value_name = "FILE", conflicts_with_all = [
        "rule", "satisfaction", "completion", "increment", "threshold", "no_skip", "seats", "ties", "steps", "constraints",
        "json", "declared", "compare",
    ])]
    write: Option<PathBuf>,
    /// --write with .csv: the new table of ballots.
    #[arg(long, value_name = "FILE", requires = "write")]
    write_ballots: Option<PathBuf>,
    /// The language of the explanations.
    #[arg(long, value_enum, default_value_t = Tongue::En)]
    language: Tongue,
}

/// A language that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Tongue {
    /// English.
    En,
    /// German.
    De,
}

/// How a command ended that did what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Counted; and equal, where something was compared.
    Fine,
    /// What was counted differs from what a file says.
    Differs,
    /// The answer says that something could not be counted.
    NotCountable,
}

/// Runs the command. Exit code 0 when counted, 1 when the count differs from what the file declares, 2 for wrong usage,
/// an unreadable file, or an answer that cannot be written. Whoever stops reading, as `head` does, changes no exit code.
pub fn run(args: &TallyArgs) -> ExitCode {
    let form = if args.json { Form::Json } else { Form::Text };
    let mut out = io::BufWriter::new(Outlet::new(io::stdout().lock(), form));
    match answer(args, &mut out).and_then(|end| Ok(out.flush().map(|()| end)?)) {
        Ok(End::Fine) => ExitCode::SUCCESS,
        Ok(End::Differs) => ExitCode::from(1),
        Ok(End::NotCountable) => ExitCode::from(2),
        Err(error) => {
            // Where nobody can be told, the exit code says it.
            writeln!(Outlet::new(io::stderr().lock(), Form::Text), "allmende tally: {error}").ok();
            ExitCode::from(2)
        }
    }
}

fn answer(args: &TallyArgs, out: &mut dyn Write) -> Result<End, TallyError> {
    let voice = Voice::load(args.language)?;
    if let Some(target) = &args.write {
        return write::answer(args, target, &voice, out);
    }
    if args.declared {
        return declared::answer(args, &voice, out);
    }
    if args.compare {
        return compare::answer(args, &voice, out);
    }
    let counted = tally(args)?;
    if args.json {
        json::write(out, &counted, args.steps)?;
    } else {
        text::write(out, &voice, &counted, args.steps)?;
    }
    Ok(End::Fine)
}

/// A counted file.
struct Counted {
    election: Election,
    allocation: Allocation,
    /// Whether the rule is the one that the file names.
    declared: bool,
}

fn tally(args: &TallyArgs) -> Result<Counted, TallyError> {
    options::check(args)?;
    let meter = Meter::new(args.language);
    let election = Source::open(args)?.read(args)?;
    let (rule, ties) = options::rule(args, &election)?;
    let allocation = count(&election, &rule, &ties, &meter)?;
    Ok(Counted { election, allocation, declared: args.rule.is_none() })
}

/// Counts, and tells the meter how far it is.
fn count(
    election: &Election,
    rule: &Rule,
    ties: &Ties,
    meter: &Meter,
) -> Result<Allocation, allmende_tally::CountError> {
    allmende_tally::count(election.instance(), election.profile(), rule, ties, &mut |now| meter.show(now))
}

#[cfg(test)]
mod tests;
