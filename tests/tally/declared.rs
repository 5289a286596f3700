//! `--declared`: files and directories against what they mark as selected.

use std::path::Path;
use std::process::{Command, Stdio};

use super::{Ran, folder, real_files, tally, town};

const EQUAL: [&str; 3] = ["1", "0", "1"];

fn checked(text: &str, more: &[&str]) -> Ran {
    let folder = folder(&[("town.pb", text)]);
    tally(folder.path(), &[&["town.pb", "--declared"], more].concat())
}

#[test]
fn a_file_that_is_right_about_itself_ends_with_0() {
    let ran = checked(&town("greedy", EQUAL), &[]);

    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("gives the 2 projects that the file marks as selected"), "{}", ran.out);
}

#[test]
fn a_file_that_differs_ends_with_1_and_the_projects_are_named() {
    let text = town("greedy", ["0", "1", "1"]);

    let (english, german) = (checked(&text, &[]), checked(&text, &["--language", "de"]));

    assert_eq!((english.code, german.code), (Some(1), Some(1)));
    assert!(english.out.contains("Only in the count: 10, cost €60, score 2"), "{}", english.out);
    assert!(english.out.contains("Only in the file: 9, cost €50, score 2"), "{}", english.out);
    let german = german.out.replace('\u{a0}', " ");
    assert!(german.contains("Nur in der Zählung: 10, Kosten 60 €, Wert 2"), "{german}");
}

#[test]
fn special_marks_count_as_not_selected() {
    assert_eq!(checked(&town("greedy", ["1", "2", "1"]), &[]).code, Some(0));
    assert_eq!(checked(&town("greedy", ["1", "0", "3"]), &[]).code, Some(1));
}

#[test]
fn without_a_rule_or_a_mark_there_is_nothing_to_compare() {
    let without = town("greedy", EQUAL).replace(";selected", ";chosen");

    for (text, said) in
        [(town("unknown", EQUAL), "\"unknown\", which is not exactly defined"), (without, "\"selected\"")]
    {
        let ran = checked(&text, &[]);
        assert_eq!(ran.code, Some(2), "{}", ran.out);
        assert!(ran.out.contains(said), "{}", ran.out);
    }
}

#[test]
fn json_says_the_same_of_one_file() {
    let differs = checked(&town("greedy-no-skip", ["0", "1", "0"]), &["--json"]);
    let equal = checked(&town("greedy", EQUAL), &["--json"]).json();
    let not = checked(&town("unknown", EQUAL), &["--json"]);

    assert_eq!(differs.code, Some(1));
    let object = differs.json();
    assert_eq!((&object["result"], &object["rule"]), (&"differs".into(), &"greedy-no-skip".into()));
    assert_eq!(object["only_counted"], serde_json::json!([{"id": "10", "cost": "60", "score": 2}]));
    assert_eq!(object["only_in_file"], serde_json::json!([{"id": "9", "cost": "50", "score": 2}]));
    assert_eq!((&equal["result"], &equal["selected"]), (&"equal".into(), &2.into()));
    assert!(equal["seconds"].is_number());
    assert_eq!(not.code, Some(2));
    assert_eq!((&not.json()["result"], &not.json()["why"]["kind"]), (&"not_countable".into(), &"no_rule".into()));
}

#[test]
fn a_directory_is_a_table_by_name_with_a_last_line() {
    let (right, wrong) = (town("greedy", EQUAL), town("greedy", ["1", "1", "1"]));
    let folder =
        folder(&[("c.pb", &right), ("a.PB", &wrong), ("b.pb", &town("greedy-custom", EQUAL)), ("note.txt", "nothing")]);

    let ran = tally(folder.path(), &[".", "--declared"]);

    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert_eq!(lines.len(), 5, "{}", ran.out);
    assert!(lines[1].starts_with("a.PB") && lines[1].contains("only in the file: 9"), "{}", ran.out);
    assert!(lines[2].starts_with("b.pb") && lines[2].contains("not countable"), "{}", ran.out);
    assert!(lines[3].starts_with("c.pb") && lines[3].contains("equal"), "{}", ran.out);
    assert!(lines[4].starts_with("Equal: 1. Different: 1. Not countable: 1."), "{}", ran.out);
}

#[test]
fn a_directory_fails_for_what_differs_and_for_what_cannot_be_read_only() {
    let custom = town("greedy-custom", EQUAL);
    let fine = folder(&[("a.pb", &town("greedy", EQUAL)), ("b.pb", &custom)]);
    let faulty = folder(&[("a.pb", &town("greedy", EQUAL)), ("b.pb", "META\n")]);
    let empty = folder(&[("note.txt", "nothing")]);

    let unread = tally(faulty.path(), &[".", "--declared", "--json"]);

    assert_eq!(tally(fine.path(), &[".", "--declared"]).code, Some(0));
    assert_eq!(unread.code, Some(2));
    assert_eq!(unread.json()["files"][1]["why"]["kind"], "unreadable");
    assert_eq!((&unread.json()["equal"], &unread.json()["not_countable"]), (&1.into(), &1.into()));
    let nothing = tally(empty.path(), &[".", "--declared"]);
    assert_eq!(nothing.code, Some(2));
    assert!(nothing.err.contains("no .pb file"), "{}", nothing.err);
    assert_eq!(tally(empty.path(), &["missing", "--declared"]).code, Some(2));
}

/// What the six real files say of themselves.
const REAL: [(&str, &str); 6] = [
    ("France_Toulouse_2022.pb", "no_selected"),
    ("Poland_Katowice_2024_Murcki.pb", "equal"),
    ("Poland_Krakow_2020_Wzgorza_Krzeslawickie.pb", "equal"),
    ("Poland_Lodz_2020.pb", "no_rule"),
    ("Poland_Wieliczka_2023_Green_Budget.pb", "equal"),
    ("Switzerland_Zurich_S5D10.pb", "no_rule"),
];

#[test]
fn a_file_may_say_its_rule_and_ties_in_full() {
    // Two projects have two votes. The cheaper one comes first and takes all the money.
    let file = town("unknown", ["0", "1", "0"]).replace("budget;100.50", "budget;50");
    let file = file.replace("currency;EUR", "counting_rule;ranking no-skip\ncounting_ties;min-cost,id");
    let folder = folder(&[("town.pb", &file)]);

    let ran = tally(folder.path(), &["town.pb", "--json"]).json();
    let declared = tally(folder.path(), &["town.pb", "--declared"]);

    assert_eq!((&ran["rule"], &ran["no_skip"], &ran["ties"]), (&"ranking".into(), &true.into(), &"min-cost,id".into()));
    assert_eq!(declared.code, Some(0), "{}", declared.out);
    assert!(declared.out.contains("the count by ranking no-skip gives the 1 project"), "{}", declared.out);
}

#[test]
fn an_answer_that_cannot_be_written_ends_with_2_and_a_reader_that_is_gone_with_the_code_of_the_count() {
    let folder = folder(&[
        ("right.pb", &town("greedy", ["1", "0", "1"])),
        ("wrong.pb", &town("greedy", ["0", "1", "1"])),
        ("bad.pb", "META"),
    ]);
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full");
    let run = |words: &[&str], out: Stdio| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_allmende"));
        command.arg("tally").args(words).current_dir(folder.path()).stdout(out).stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    for (words, code) in [
        (&["right.pb", "--declared"][..], 0),
        (&["wrong.pb", "--declared"], 1),
        (&["wrong.pb", "--declared", "--json"], 1),
        (&[".", "--declared"], 1),
        (&["right.pb"], 0),
    ] {
        if let Ok(full) = full() {
            let ended = run(words, full.into()).wait_with_output().unwrap();
            let told = String::from_utf8(ended.stderr).unwrap();
            assert_eq!(ended.status.code(), Some(2), "{words:?}");
            assert!(told.contains("cannot write"), "{words:?}: {told}");
        }
        let mut deserted = run(words, Stdio::piped());
        drop(deserted.stdout.take());
        assert_eq!(deserted.wait().unwrap().code(), Some(code), "{words:?}");
    }
}

fn result_of(object: &serde_json::Value) -> &str {
    object["why"]["kind"].as_str().or(object["result"].as_str()).unwrap()
}

#[test]
fn real_files_are_right_about_themselves_where_they_can_be_counted() {
    let Some(real) = real_files() else { return };

    let ran = tally(Path::new("."), &[real.to_str().unwrap(), "--declared", "--json"]);

    let summary = ran.json();
    assert_eq!((ran.code, &summary["differs"]), (Some(0), &0.into()), "{summary:#}");
    for (name, result) in REAL {
        let files = summary["files"].as_array().unwrap();
        let file = files.iter().find(|file| file["file"] == name);
        assert_eq!(file.map(result_of), Some(result), "{name}");
    }
}

#[test]
fn each_real_file_alone_ends_with_its_code() {
    let Some(real) = real_files() else { return };

    for (name, result) in REAL {
        let ran = tally(&real, &[name, "--declared", "--json"]);
        assert_eq!(ran.code, Some(if result == "equal" { 0 } else { 2 }), "{name}");
        assert_eq!(result_of(&ran.json()), result, "{name}");
    }
}
