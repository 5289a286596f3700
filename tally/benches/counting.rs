//! How long each rule takes on real files and on made-up elections of growing size.
//!
//! ```sh
//! PABULIB_DIR=DIR cargo bench -p allmende-tally --bench counting [-- --voters 1000000]
//! ```
//!
//! Every figure for a real file is the fastest of three counts; grouping, counting and explaining are inside, reading is
//! not. Memory is that of the whole process.

#![expect(clippy::print_stdout, reason = "a bench prints")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use allmende_tally::pabulib::read;
use allmende_tally::{
    BallotKind, Choice, Completion, Instance, Profile, Project, Rule, Satisfaction, Step, Ties, count,
};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let most = arguments.iter().skip_while(|argument| *argument != "--voters").nth(1);
    let most: u32 = most.and_then(|number| number.parse().ok()).unwrap_or(if quick { 1_000 } else { 1_000_000 });
    real_files(quick);
    made_up(most);
    alike(quick);
}

/// The rules that such ballots are counted by.
fn rules(kind: BallotKind, real: bool) -> Vec<(String, Rule)> {
    let satisfaction = Satisfaction::default_for(kind);
    let shares = |completion: Completion| (completion.to_string(), Rule::equal_shares(satisfaction, completion));
    let ranking = Rule::Ranking { threshold: None, stop_at_first_misfit: false };
    let mut rules = vec![("ranking".to_owned(), ranking), ("greedy".to_owned(), Rule::Greedy { satisfaction })];
    if real {
        // On large made-up elections its time has no bound.
        rules.push(("welfare".to_owned(), Rule::Welfare { satisfaction }));
    }
    if kind == BallotKind::Approval {
        rules.push(("phragmen".to_owned(), Rule::Phragmen));
    }
    rules.extend([Completion::None, Completion::Add1, Completion::Add1Greedy, Completion::Add1Whole].map(shares));
    rules
}

/// The fastest of some counts, and how many shares Equal Shares tried in it.
fn measured(instance: &Instance, profile: &Profile, rule: &Rule, times: u32) -> (Duration, u64) {
    let mut best = Duration::MAX;
    let mut shares = 0;
    for _ in 0..times {
        let started = Instant::now();
        let allocation = count(instance, profile, rule, &Ties::default(), &mut |_| {});
        best = best.min(started.elapsed());
        let steps = allocation.map(|allocation| allocation.steps).unwrap_or_default();
        let tried = steps.iter().map(|step| if let Step::ShareTried { runs, .. } = step { *runs } else { 0 });
        shares = tried.sum();
    }
    (best, shares)
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

fn real_files(quick: bool) {
    let directory = std::env::var_os("PABULIB_DIR").map(PathBuf::from);
    let Some(entries) = directory.and_then(|directory| std::fs::read_dir(directory).ok()) else {
        println!("PABULIB_DIR names no directory, so no real file is counted.");
        return;
    };
    println!("\n| file | ballots | projects | rule | ms | shares tried |");
    println!("| --- | ---: | ---: | --- | ---: | ---: |");
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "pb")) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Ok(Ok(election)) = std::fs::read(path).map(|bytes| read(&bytes)) else { continue };
        let (instance, profile) = (election.instance(), election.profile());
        for (label, rule) in rules(profile.kind(), true) {
            let (time, tried) = measured(instance, profile, &rule, if quick { 1 } else { 3 });
            let time = milliseconds(time);
            let (voters, projects) = (profile.voters(), instance.projects().len());
            println!("| {name} | {voters} | {projects} | {label} | {time:.2} | {tried} |");
        }
    }
}

/// A sequence that looks like chance and is the same everywhere.
fn drawn(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

/// How many megabytes the process has (`VmRSS:`), or had at most (`VmHWM:`), as Linux says it; elsewhere 0.
fn memory(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kibibytes: Option<f64> = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    kibibytes.unwrap_or(0.0) * 1_024.0 / 1e6
}

/// From here on the most memory is counted anew.
fn forget_the_most() {
    // Where that cannot be, the most of all counts so far is told.
    std::fs::write("/proc/self/clear_refs", "5").ok();
}

/// Ballots of one to eight ticks, some projects far more popular than others. Costs are `budget` / 500 to / 10.
fn election(voters: u32, projects: u64, budget: i64) -> Option<(Instance, Profile)> {
    let mut state = 42;
    let costs = (0..projects).map(|index| {
        let share = i64::try_from(drawn(&mut state) % 980).unwrap_or(0);
        Project::new(format!("{index}"), budget / 500 + budget / 10_000 * share)
    });
    let instance = Instance::new(costs.collect(), budget, 0).ok()?;
    let mut profile = Profile::empty(BallotKind::Approval);
    for _ in 0..voters {
        let mut ballot: Vec<Choice> = Vec::new();
        for _ in 0..=drawn(&mut state) % 8 {
            let project = drawn(&mut state) % projects * (drawn(&mut state) % projects) / projects;
            let project = usize::try_from(project).unwrap_or(0);
            if ballot.iter().all(|choice| choice.project != project) {
                ballot.push(Choice { project, value: 1 });
            }
        }
        profile.push(ballot).ok()?;
    }
    Some((instance, profile))
}

fn made_up(most: u32) {
    println!("\n| voters | projects | budget | rule | ms | shares tried | ballots MB | at most MB |");
    println!("| ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |");
    let sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000].map(|voters| (voters, 100, 5_000_000));
    // As in a city that counts in forint: tens of thousands of shares.
    let forint = (29_000, 175, 1_000_000_000);
    for (voters, projects, budget) in sizes.into_iter().chain([forint]).filter(|(voters, _, _)| *voters <= most) {
        let before = memory("VmRSS:");
        let Some((instance, profile)) = election(voters, projects, budget) else { continue };
        let ballots = memory("VmRSS:") - before;
        for (label, rule) in rules(BallotKind::Approval, false) {
            forget_the_most();
            let (time, tried) = measured(&instance, &profile, &rule, 1);
            let (time, most) = (milliseconds(time), memory("VmHWM:"));
            println!("| {voters} | {projects} | {budget} | {label} | {time:.2} | {tried} | {ballots:.1} | {most:.1} |");
        }
    }
}

/// Areas of five voters and eight projects each, of few different costs: prices are equal all over the town.
fn areas(areas: usize, budget: i64) -> Option<(Instance, Profile)> {
    const COSTS: [i64; 5] = [3_000, 4_500, 6_000, 9_000, 12_000];
    const IN_EACH: usize = 8;
    let mut state = 42;
    let costs = (0..areas * IN_EACH).map(|index| {
        let cost = COSTS.iter().copied().cycle().nth(usize::try_from(drawn(&mut state) % 5).unwrap_or(0));
        Project::new(format!("{index:04}"), cost.unwrap_or(0))
    });
    let projects = costs.collect();
    let ballots = (0..areas * 5).map(|voter| {
        let first = voter / 5 * IN_EACH;
        let ticked = (first..first + IN_EACH).filter(|_| drawn(&mut state).is_multiple_of(2));
        ticked.map(|project| Choice { project, value: 1 }).collect()
    });
    let profile = Profile::new(BallotKind::Approval, ballots.collect()).ok()?;
    Some((Instance::new(projects, budget, 0).ok()?, profile))
}

fn alike(quick: bool) {
    println!("\n| areas | voters | projects | rule | ms | shares tried |");
    println!("| ---: | ---: | ---: | --- | ---: | ---: |");
    let many = if quick { 10 } else { 100 };
    let Some((instance, profile)) = areas(many, i64::try_from(many).unwrap_or(1) * 30_000) else { return };
    for completion in [Completion::None, Completion::Add1, Completion::Add1Whole] {
        for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality] {
            let (time, tried) = measured(&instance, &profile, &Rule::equal_shares(satisfaction, completion), 1);
            let (time, voters, projects) = (milliseconds(time), profile.voters(), instance.projects().len());
            println!("| {many} | {voters} | {projects} | {completion} by {satisfaction} | {time:.2} | {tried} |");
        }
    }
}
