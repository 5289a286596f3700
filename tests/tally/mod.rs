//! `allmende tally` as people run it: the real program on files, its exit codes and what it prints.

mod compare;
mod conditions;
mod declared;
mod sources;
mod usage;
mod writing;

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// What a run of the program ended with.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }
}

/// Runs `allmende tally` with these words, in a folder.
pub(crate) fn tally(folder: &Path, words: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_allmende"))
        .arg("tally")
        .args(words)
        .current_dir(folder)
        .env_remove("ALLMENDE_CONFIG")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A file that declares a rule and marks projects as selected. Three voters give 10, 9 and x two votes, two and one.
pub(crate) fn town(rule: &str, selected: [&str; 3]) -> String {
    let [ten, nine, x] = selected;
    format!(
        "META\nkey;value\ndescription;A small town\ncountry;Germany\nunit;Town\ninstance;2027\nnum_projects;3\n\
         num_votes;3\nbudget;100.50\nvote_type;approval\nrule;{rule}\ncurrency;EUR\ndate_begin;2027\ndate_end;2027\n\
         PROJECTS\nproject_id;cost;name;selected\n10;60;Trees;{ten}\n9;50;Benches;{nine}\nx;40.25;Lights;{x}\n\
         VOTES\nvoter_id;vote\na;10,9\nb;10\nc;9,x\n"
    )
}

/// A folder with these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// The folder of real elections, or none with a line that says so.
pub(crate) fn real_files() -> Option<PathBuf> {
    let folder = match std::env::var_os("PABULIB_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pabulib"),
    };
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no real elections; put Pabulib's files into PABULIB_DIR or ../shared/pabulib");
    None
}
