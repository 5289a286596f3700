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
    let voice = Voice::load(if line.contains("--language de") { Tongue::De } else { Tongue::En }).unwrap();
    let mut out = Vec::new();
    text::write(&mut out, &voice, &counted(line).unwrap(), line.contains("--steps")).unwrap();
    String::from_utf8(out).unwrap()
}

fn object(line: &str) -> serde_json::Value {
    let mut out = Vec::new();
    json::write(&mut out, &counted(line).unwrap(), line.contains("--steps")).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn without_a_rule_the_declared_one_counts_and_is_named() {
    let text = printed("");
    assert!(
        text.contains("Rule, as the file names it: most votes first, each project that fits (--rule ranking)"),
        "{text}"
    );
    assert!(text.contains("2 projects are funded for 100.25 of 100.50. 0.25 is left."), "{text}");
    assert!(text.contains("When its turn came, 40.50 was left. It cost 50."), "{text}");
}

#[test]
fn german_is_spoken_on_request() {
    let text = printed("--language de");
    assert!(text.contains("2 Projekte werden gefördert, für 100,25 von 100,50. 0,25 bleiben übrig."), "{text}");
    assert!(text.contains("Als es an der Reihe war, gab es noch 40,50. Das Projekt kostet 50."), "{text}");
}

#[test]
fn what_people_paid_is_rounded_up_and_what_they_had_left_down() {
    let text = printed("--rule equal-shares --completion add1 --increment 1/3 --satisfaction cost --steps");
    assert!(text.contains("None of its supporters paid more than 30."), "{text}");
    let german = printed("--rule equal-shares --completion add1 --steps --language de");
    assert!(german.contains("Jede Person dafür zahlte höchstens 30."), "{german}");
    assert!(german.contains("3 Personen beginnen mit je 33,50."), "{german}");
    assert!(german.contains("10: 2 Personen zahlen zusammen 60, jede höchstens 30."), "{german}");
}

#[test]
fn json_has_exact_strings_and_sorted_ids() {
    let value = object("--rule equal-shares --completion none");
    assert_eq!((&value["rule"], &value["satisfaction"]), (&"equal-shares".into(), &"cost".into()));
    assert_eq!((&value["budget"], &value["cost"]), (&"100.5".into(), &"60".into()));
    assert_eq!(value["selected"], serde_json::json!(["10"]));
    assert_eq!(value["welfare"], "120");
    assert_eq!(value["projects"][1]["reason"]["kind"], "supporters_had_left");
    assert!(value.get("steps").is_none() && value.get("increment").is_none());
}

#[test]
fn json_names_what_the_rule_has_and_no_more() {
    let ranking = object("--rule ranking");
    assert!(ranking.get("satisfaction").is_none() && ranking.get("completion").is_none());
    assert!(ranking.get("threshold").is_none() && ranking.get("seats").is_none());
    assert_eq!(ranking["no_skip"], false);
    let strict = object("--rule ranking --threshold 2 --no-skip");
    assert_eq!((&strict["threshold"], &strict["no_skip"]), (&2.into(), &true.into()));
    let top = object("--rule top --seats 2 --threshold 1");
    assert_eq!((&top["seats"], &top["threshold"]), (&2.into(), &1.into()));
    assert!(top.get("no_skip").is_none() && object("--rule phragmen").get("no_skip").is_none());
    let greedy = object("--rule greedy --satisfaction cardinality --steps");
    assert_eq!((&greedy["rule"], &greedy["satisfaction"]), (&"greedy".into(), &"cardinality".into()));
    assert_eq!(greedy["welfare"], "3");
    assert!(greedy.get("completion").is_none() && greedy["steps"].is_array());
    let shares = object("--rule equal-shares --completion add1 --increment 0.50");
    assert_eq!(shares["increment"], "0.5");
    assert!(object("--rule equal-shares --completion add1 --increment 1").get("increment").is_none());
}

#[test]
fn every_rule_is_chosen_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.pb");
    std::fs::write(&file, FILE).unwrap();
    let election = source::read_pabulib(&file).unwrap();
    let chosen = |line: &str| options::rule(&args(&format!("town.pb {line}")), &election).unwrap().0;

    assert_eq!(chosen("--rule phragmen"), Rule::Phragmen);
    assert_eq!(chosen("--rule welfare"), Rule::Welfare { satisfaction: Satisfaction::Cost });
    assert_eq!(
        chosen("--rule greedy --satisfaction cardinality"),
        Rule::Greedy { satisfaction: Satisfaction::Cardinality }
    );
    assert_eq!(
        chosen("--rule equal-shares --increment 0.05"),
        Rule::EqualShares {
            satisfaction: Satisfaction::Cost,
            completion: Completion::Add1Greedy,
            increment: "0.05".parse().unwrap()
        }
    );
}

#[test]
fn options_of_another_rule_are_refused() {
    for line in [
        "--completion add1",
        "--rule top --seats 1 --no-skip",
        "--rule ranking --seats 2",
        "--threshold 3",
        "--rule top",
        "--rule phragmen --satisfaction cost",
        "--rule greedy --completion add1",
        "--rule welfare --threshold 3",
        "--rule ranking --increment 2",
        "--rule equal-shares --completion greedy --increment 2",
        "--increment 2",
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
    assert!(text.contains("3 voters begin with 33.50 each."), "{text}");
    assert!(text.contains("10: 2 supporters pay 60 together, at most 30 each."), "{text}");
    let lots = printed("--rule ranking --ties lot:a --steps");
    assert!(lots.contains("drawn from the seed \"a\""), "{lots}");
}

mod compare;
mod every_kind;
mod sentences;
