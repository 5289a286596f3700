//! A table of broken files: each is a good file with one edit, and has the messages that a clerk gets.

mod small;

use allmende_tally::pabulib::read;
use small::{APPROVAL, cumulative};

/// The table. `[approval]` and the like name the good file, `this => that` is the edit, and the messages follow,
/// indented. Line ends in edits are written `\n`, carriage returns `\r`.
const TABLE: &str = include_str!("broken.txt");

fn good(name: &str) -> String {
    let scoring = || cumulative().replace("cumulative", "scoring").replace("max_sum_points;5", "default_score;-1");
    match name {
        "approval" => APPROVAL.to_owned(),
        "choose-1" => APPROVAL.replace("approval", "choose-1").replace("a;1,02", "a;02"),
        "ordinal" => APPROVAL.replace("approval", "ordinal"),
        "cumulative" => cumulative(),
        "scoring" => scoring(),
        other => panic!("there is no good file named {other}"),
    }
}

/// The table with the messages that the edits give.
fn table() -> String {
    let mut out = String::new();
    let mut file = String::new();
    for line in TABLE.lines().filter(|line| !line.starts_with("    ")) {
        out.push_str(&format!("{line}\n"));
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            file = good(name);
            assert!(read(file.as_bytes()).is_ok(), "{name} is not good");
        } else if let Some((whole, broken)) = line.split_once(" =>") {
            let unescaped =
                |text: &str| text.strip_prefix(' ').unwrap_or(text).replace("\\n", "\n").replace("\\r", "\r");
            let whole = unescaped(&format!(" {whole}"));
            assert!(file.contains(&whole), "{whole:?} is not in the good file");
            let faults = read(file.replacen(&whole, &unescaped(broken), 1).as_bytes()).err();
            for fault in faults.unwrap_or_else(|| panic!("{line:?} breaks nothing")) {
                out.push_str(&format!("    {fault}\n"));
            }
        }
    }
    out
}

#[test]
fn each_broken_file_gets_exactly_these_messages() {
    let found = table();
    assert!(found == TABLE, "the table should read\n{found}");
    assert!(TABLE.lines().filter(|line| line.contains(" =>")).count() >= 100);
}
