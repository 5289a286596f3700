//! Reads, writes and counts `.pb` files and prints how fast that was: `cargo bench -p allmende-tally --bench reading`.
//!
//! Takes files as arguments, or else every file in `PABULIB_DIR`. `--times N` lengthens each by repeating its ballots
//! under fresh voter ids; `--once read`, `--once count` or `--once shares` (Equal Shares with Add1) does one thing once,
//! for those who measure memory, and `--write FILE` keeps what was lengthened for that.

#![expect(clippy::print_stdout, reason = "a bench is there to print")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot read its files may panic")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use allmende_tally::pabulib::{Election, read, read_owned, write};
use allmende_tally::{Completion, Rule, Satisfaction, Ties, count};

struct Options {
    files: Vec<PathBuf>,
    times: usize,
    once: Option<String>,
    write: Option<PathBuf>,
}

fn main() {
    let options = options();
    if let Some(what) = &options.once {
        return options.files.iter().for_each(|file| once(file, what));
    }
    println!("{:<44} {:>8} {:>8} {:>10} {:>10} {:>10}", "file", "MB", "ballots", "read MB/s", "write MB/s", "count ms");
    for file in &options.files {
        let bytes = lengthened(std::fs::read(file).unwrap(), options.times);
        if let Some(path) = &options.write {
            std::fs::write(path, &bytes).unwrap();
        }
        measure(&file.file_stem().unwrap().to_string_lossy(), &bytes);
    }
}

fn options() -> Options {
    let mut options = Options { files: Vec::new(), times: 1, once: None, write: None };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--bench" | "--quick" => {}
            "--times" => options.times = arguments.next().unwrap().parse().unwrap(),
            "--once" => options.once = arguments.next(),
            "--write" => options.write = arguments.next().map(PathBuf::from),
            file => options.files.push(file.into()),
        }
    }
    if options.files.is_empty() {
        let folder = std::env::var_os("PABULIB_DIR").map(std::fs::read_dir);
        let entries = folder.and_then(Result::ok).into_iter().flatten().flatten().map(|entry| entry.path());
        options.files = entries.filter(|path| path.extension().is_some_and(|name| name == "pb")).collect();
        options.files.sort();
    }
    options
}

/// One reading, as a program would do it, and perhaps a count.
fn once(file: &Path, what: &str) {
    let election = read_owned(std::fs::read(file).unwrap()).unwrap();
    let satisfaction = Satisfaction::default_for(election.profile().kind());
    match what {
        "count" => black_box(counted(&election, &RANKING)),
        "shares" => black_box(counted(&election, &Rule::equal_shares(satisfaction, Completion::Add1Greedy))),
        _ => 0,
    };
    black_box(election);
}

const RANKING: Rule = Rule::Ranking { threshold: None, stop_at_first_misfit: false };

fn counted(election: &Election, rule: &Rule) -> usize {
    count(election.instance(), election.profile(), rule, &Ties::default(), &mut |_| {}).unwrap().chosen.len()
}

fn measure(name: &str, bytes: &[u8]) {
    let megabytes = f64::from(u32::try_from(bytes.len()).unwrap()) / 1e6;
    let election = read(bytes).unwrap();
    let reading = best(|| read(bytes).unwrap());
    let writing = best(|| write(&election));
    let counting = best(|| counted(&election, &RANKING));
    println!(
        "{name:<44} {megabytes:>8.2} {:>8} {:>10.0} {:>10.0} {:>10.2}",
        election.profile().voters(),
        megabytes / reading.as_secs_f64(),
        megabytes / writing.as_secs_f64(),
        counting.as_secs_f64() * 1e3,
    );
}

/// The shortest of several runs.
fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    let mut times = Vec::new();
    let begin = Instant::now();
    while times.len() < 5 || begin.elapsed() < Duration::from_secs(1) {
        let start = Instant::now();
        black_box(run());
        times.push(start.elapsed());
    }
    times.into_iter().min().unwrap()
}

/// The file with all its ballots several times, each time under other ids.
fn lengthened(bytes: Vec<u8>, times: usize) -> Vec<u8> {
    if times < 2 {
        return bytes;
    }
    let text = String::from_utf8(bytes).unwrap();
    let (head, votes) = text.split_once("VOTES").unwrap();
    let (columns, rows) = votes.trim_start().split_once('\n').unwrap();
    let voter = columns.trim().split(';').position(|column| column.trim() == "voter_id").unwrap();
    let rows: Vec<&str> = rows.lines().collect();
    let said = format!("num_votes;{}", rows.len());
    let mut out = head.replace(&said, &format!("num_votes;{}", rows.len() * times));
    out.push_str(&format!("VOTES\n{}\n", columns.trim()));
    for copy in 0..times {
        for row in &rows {
            let mut cells: Vec<String> = row.split(';').map(str::to_owned).collect();
            cells.get_mut(voter).unwrap().push_str(&format!("-{copy}"));
            out.push_str(&cells.join(";"));
            out.push('\n');
        }
    }
    out.into_bytes()
}
