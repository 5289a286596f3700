//! Conditions beside the budget, as the outcome was held to them: for people and as data.

use std::io::{self, Write};

use allmende_tally::{Constraints, Exact, Instance};
use serde::Serialize;

use super::outlet::one_line;
use crate::locale::{Amounts, Arg};

/// The conditions as `--constraints` takes them, each project by its id.
#[derive(Debug, Serialize)]
pub(super) struct ConditionsObject<'a> {
    least_votes: u32,
    ceilings: Vec<CeilingObject<'a>>,
    incompatible: Vec<[&'a str; 2]>,
    overrides: Vec<OverrideObject<'a>>,
}

#[derive(Debug, Serialize)]
struct CeilingObject<'a> {
    name: &'a str,
    limit: Exact,
    projects: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct OverrideObject<'a> {
    project: &'a str,
    funded: bool,
    reason: &'a str,
}

/// All of them, if there are any.
pub(super) fn object(instance: &Instance) -> Option<ConditionsObject<'_>> {
    let Constraints { ceilings, incompatible, least_votes, overrides } = instance.constraints();
    (*instance.constraints() != Constraints::default()).then(|| ConditionsObject {
        least_votes: *least_votes,
        ceilings: ceilings
            .iter()
            .map(|ceiling| CeilingObject {
                name: &ceiling.name,
                limit: Exact::from(ceiling.limit).in_major_units(instance.exponent()),
                projects: ceiling.projects.iter().map(|project| id(instance, *project)).collect(),
            })
            .collect(),
        incompatible: incompatible.iter().map(|(one, other)| [id(instance, *one), id(instance, *other)]).collect(),
        overrides: overrides
            .iter()
            .map(|one| OverrideObject { project: id(instance, one.project), funded: one.funded, reason: &one.reason })
            .collect(),
    })
}

/// A line for each.
pub(super) fn write(out: &mut dyn Write, instance: &Instance, amounts: Amounts<'_>) -> io::Result<()> {
    let Constraints { ceilings, incompatible, least_votes, overrides } = instance.constraints();
    if *instance.constraints() == Constraints::default() {
        return Ok(());
    }
    let words = amounts.words();
    writeln!(out, "{}", words.plain("tally-conditions", &[]))?;
    let mut say = |key: &str, args: &[(&str, Arg<'_>)]| writeln!(out, "  {}", one_line(&words.plain(key, args)));
    if *least_votes > 0 {
        say("tally-condition-least-votes", &[("votes", (*least_votes).into())])?;
    }
    for ceiling in ceilings {
        let projects = ceiling.projects.iter().map(|project| id(instance, *project)).collect::<Vec<_>>().join(", ");
        let limit = amounts.whole(ceiling.limit);
        let args = [("name", (&ceiling.name).into()), ("limit", limit.into()), ("projects", projects.into())];
        say("tally-condition-ceiling", &args)?;
    }
    for (one, other) in incompatible {
        say(
            "tally-condition-incompatible",
            &[("one", id(instance, *one).into()), ("other", id(instance, *other).into())],
        )?;
    }
    for one in overrides {
        let key = if one.funded { "tally-condition-put-in" } else { "tally-condition-taken-out" };
        say(key, &[("project", id(instance, one.project).into()), ("reason", (&one.reason).into())])?;
    }
    Ok(())
}

fn id(instance: &Instance, project: usize) -> &str {
    instance.projects().get(project).map_or("", |found| found.id.as_str())
}
