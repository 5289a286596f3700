//! How long each rule takes on real files and on made-up elections of growing size.
//!
//! ```sh
//! PABULIB_DIR=DIR cargo bench -p allmende-tally --bench counting [-- --voters 1000000]
//! ```
//!
//! Every figure is the fastest of three counts; grouping, counting and explaining are inside, reading is not.

#![expect(clippy::print_stdout, reason = "a bench prints")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use allmende_tally::pabulib::read;
use allmende_tally::{
    BallotKind, Choice, Completion, Instance, Profile, Project, Rule, Satisfaction, Stage, Step, Ties, count,
};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let most = arguments.iter().skip_while(|argument| *argument != "--voters").nth(1);
    let most: u32 = most.and_then(|number| number.parse().ok()).unwrap_or(if quick { 1_000 } else { 1_000_000 });
    real_files(quick);
    made_up(most);
}

/// The rules that such ballots are counted by.
fn rules(kind: BallotKind) -> Vec<(String, Rule)> {
    let satisfaction = Satisfaction::default_for(kind);
    let shares = |completion: Completion| (completion.to_string(), Rule::equal_shares(satisfaction, completion));
    let ranking = Rule::Ranking { threshold: None, stop_at_first_misfit: false };
    let mut rules = vec![("ranking".to_owned(), ranking), ("greedy".to_owned(), Rule::Greedy { satisfaction })];
    rules.extend([Completion::None, Completion::Add1, Completion::Add1Greedy, Completion::Add1Whole].map(shares));
    rules
}

/// The fastest of some counts, and how many runs of Equal Shares it stood for.
fn measured(instance: &Instance, profile: &Profile, rule: &Rule, times: u32) -> (Duration, u64, u64) {
    let mut best = Duration::MAX;
    let (mut runs, mut made) = (0, 0);
    for _ in 0..times {
        let started = Instant::now();
        let mut last = None;
        made = 0;
        let allocation = count(instance, profile, rule, &Ties::default(), &mut |progress| {
            if progress.stage == Stage::Runs && last != Some(progress.done) {
                last = Some(progress.done);
                made += 1;
            }
        });
        best = best.min(started.elapsed());
        let steps = allocation.map(|allocation| allocation.steps).unwrap_or_default();
        let tried = steps.iter().map(|step| if let Step::ShareTried { runs, .. } = step { u64::from(*runs) } else { 0 });
        runs = tried.sum();
    }
    (best, runs, made)
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
    println!("\n| file | ballots | projects | rule | ms | shares tried | runs made |");
    println!("| --- | ---: | ---: | --- | ---: | ---: | ---: |");
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "pb")) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Ok(Ok(election)) = std::fs::read(path).map(|bytes| read(&bytes)) else { continue };
        let (instance, profile) = (election.instance(), election.profile());
        for (label, rule) in rules(profile.kind()) {
            let (time, tried, made) = measured(instance, profile, &rule, if quick { 1 } else { 3 });
            let time = milliseconds(time);
            let (voters, projects) = (profile.voters(), instance.projects().len());
            println!("| {name} | {voters} | {projects} | {label} | {time:.2} | {tried} | {made} |");
        }
    }
}

/// A sequence that looks like chance and is the same everywhere.
fn drawn(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

/// 100 projects, ballots of one to eight ticks with some projects far more popular than others.
fn election(voters: u32) -> Option<(Instance, Profile)> {
    let mut state = 42;
    let projects = (0..100).map(|index| {
        let cost = i64::try_from(10_000 + drawn(&mut state) % 500_000).unwrap_or(10_000);
        Project::new(format!("{index}"), cost)
    });
    let instance = Instance::new(projects.collect(), 5_000_000, 0).ok()?;
    let ballots = (0..voters).map(|_| {
        let mut ballot: Vec<Choice> = Vec::new();
        for _ in 0..=drawn(&mut state) % 8 {
            let project = usize::try_from((drawn(&mut state) % 100) * (drawn(&mut state) % 100) / 100).unwrap_or(0);
            if ballot.iter().all(|choice| choice.project != project) {
                ballot.push(Choice { project, value: 1 });
            }
        }
        ballot
    });
    let profile = Profile::new(BallotKind::Approval, ballots.collect()).ok()?;
    Some((instance, profile))
}

fn made_up(most: u32) {
    println!("\n| voters | rule | ms | shares tried | runs made |");
    println!("| ---: | --- | ---: | ---: | ---: |");
    for voters in [1_000, 10_000, 100_000, 1_000_000, 10_000_000].into_iter().filter(|voters| *voters <= most) {
        let Some((instance, profile)) = election(voters) else { continue };
        for (label, rule) in rules(BallotKind::Approval) {
            let (time, tried, made) = measured(&instance, &profile, &rule, 1);
            println!("| {voters} | {label} | {:.2} | {tried} | {made} |", milliseconds(time));
        }
    }
}
