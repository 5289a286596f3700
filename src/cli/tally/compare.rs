//! `--compare`: the same ballots under several rules, side by side.
//!
//! The rule that was asked for stands first, else the one that the file names; the usual ones follow.

use std::io::Write;

use allmende_tally::pabulib::Election;
use allmende_tally::{Comparison, Rule, Ties, usual_rules};

use super::error::TallyError;
use super::meter::Meter;
use super::voice::Voice;
use super::{End, Source, TallyArgs, options};

mod json;
mod text;

/// A file that was counted by several rules.
pub(super) struct Compared {
    election: Election,
    comparison: Comparison,
    ties: Ties,
    first: First,
}

/// Where the first rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    /// The options name it.
    Asked,
    /// The file names it.
    Declared,
    /// Nobody names one; it is the first of the usual ones.
    Usual,
}

/// Runs `--compare`.
pub(super) fn answer(args: &TallyArgs, voice: &Voice, out: &mut dyn Write) -> Result<End, TallyError> {
    let compared = compare(args)?;
    write(args, voice, &compared, out)?;
    Ok(End::Fine)
}

/// Prints a comparison for people or for other programs.
pub(super) fn write(args: &TallyArgs, voice: &Voice, it: &Compared, out: &mut dyn Write) -> Result<(), TallyError> {
    if args.json {
        json::write(out, it)?;
    } else {
        text::write(out, voice, it)?;
    }
    Ok(())
}

/// Counts by all rules, with a line on the terminal when that takes long.
pub(super) fn compare(args: &TallyArgs) -> Result<Compared, TallyError> {
    options::check(args)?;
    let meter = Meter::new(args.language);
    let election = Source::open(args)?.read(args)?;
    let named = options::named(args, &election)?;
    let first = match (&named, args.rule) {
        (None, _) => First::Usual,
        (Some(_), None) => First::Declared,
        (Some(_), Some(_)) => First::Asked,
    };
    let (own, ties) = match named {
        Some((rule, ties)) => (Some(rule), ties),
        None => (None, args.ties.clone().unwrap_or_default()),
    };
    let usual = usual_rules(election.profile().kind()).into_iter().filter(|rule| Some(*rule) != own);
    let rules: Vec<Rule> = own.into_iter().chain(usual).collect();
    let counted =
        allmende_tally::compare(election.instance(), election.profile(), &rules, &ties, &mut |now| meter.show(now));
    Ok(Compared { comparison: counted?, election, ties, first })
}
