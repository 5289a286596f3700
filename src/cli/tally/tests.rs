use clap::{FromArgMatches, Parser};

use super::*;

#[derive(Debug, Parser)]
struct Command {
    #[command(flatten)]
    args: TallyArgs,
}

const FILE: &str = "META\nkey;value\ndescription;A small town\ncountry;Germany\nunit;Town\ninstance;2027\nnum_projects;3\n\
    num_votes;3\nbudget;100.50\nvote_type;approval\nrule;greedy\ndate_begin;2027\ndate_end;2027\n\
    PROJECTS\nproject_id;cost;name\n10;60;Trees\n9;50;Benches\nx;40.25;Lights\n\
    VOTES\nvoter_id;vote\na;10,9\nb;10\nc;9,x\n";

fn args(line: &str) -> TallyArgs {
    let words = std::iter::once("tally").chain(line.split_whitespace());
    let command = <Command as clap::CommandFactory>::command();
    Command::from_arg_matches(&command.try_get_matches_from(words).unwrap()).unwrap().args
}

fn counted(line: &str) -> Result<Counted, TallyError> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.pb");
    std::fs::write(&file, FILE).unwrap();
    tally(&args(&format!("{} {line}", file.display())))
}

fn printed(line: &str) -> String {
    let mut out = Vec::new();
    text::write(&mut out, &counted(line).unwrap(), line.contains("--steps")).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn without_a_rule_the_declared_one_counts_and_is_named() {
    let text = printed("");
    assert!(text.contains("ranking (most votes first, each that fits) - as the file names it"), "{text}");
    assert!(text.contains("2 projects are funded for 100.25 of 100.50; 0.25 is left."), "{text}");
    assert!(text.contains("costs 50, only 40.50 was left"), "{text}");
}

#[test]
fn json_has_exact_strings_and_sorted_ids() {
    let counted = counted("--rule equal-shares --completion none").unwrap();
    let costs: Vec<Option<i64>> = counted.election.instance().projects().iter().map(|project| project.cost).collect();
    let value = serde_json::to_value(json::object(&counted.allocation, &costs, false)).unwrap();
    assert_eq!((&value["rule"], &value["satisfaction"]), (&"equal-shares".into(), &"cost".into()));
    assert_eq!((&value["budget"], &value["cost"]), (&"100.5".into(), &"60".into()));
    assert_eq!(value["selected"], serde_json::json!(["10"]));
    assert_eq!(value["welfare"], "120");
    assert_eq!(value["projects"][1]["reason"]["kind"], "supporters_had_left");
    assert!(value.get("steps").is_none());
}

#[test]
fn options_of_another_rule_are_refused() {
    for line in [
        "--completion add1",
        "--rule top --seats 1 --no-skip",
        "--rule ranking --seats 2",
        "--threshold 3",
        "--rule top",
    ] {
        assert!(matches!(counted(line), Err(TallyError::Misplaced { .. } | TallyError::NoSeats)), "{line}");
    }
    assert!(matches!(counted("--rule equal-shares --satisfaction borda"), Err(TallyError::Count(_))));
}

#[test]
fn every_fault_is_printed_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bad.pb");
    std::fs::write(&file, FILE.replace("60;Trees", "sixty;Trees").replace("b;10", "b;11")).unwrap();
    let error = tally(&args(&file.display().to_string())).err().unwrap().to_string();
    assert!(error.contains("2 faults"), "{error}");
    assert!(error.contains("line 16, column 4: found \"sixty\""), "{error}");
    assert!(error.contains("line 22, column 3: found \"11\""), "{error}");
}

#[test]
fn steps_are_sentences() {
    let text = printed("--rule equal-shares --completion add1 --steps");
    assert!(text.contains("3 voters begin with 33.50 each"), "{text}");
    assert!(text.contains("10: 2 supporters pay 60 together, up to 30 each"), "{text}");
}
