//! JSON documents and tables, which say the same as a `.pb` file.

use super::{folder, tally, town};

const PROJECTS: &str = "id;cost;name\n10;60;Trees\n9;50;Benches\nx;40.25;Lights\n";
const BALLOTS: &str = "voter,vote\na,\"10,9\"\nb,10\nc,\"9,x\"\n";
const DOCUMENT: &str = r#"{
    "vote_type": "approval", "budget": "100.50",
    "projects": [
        {"id": "10", "cost": 60, "name": "Trees"}, {"id": "9", "cost": 50, "name": "Benches"},
        {"id": "x", "cost": "40.25", "name": "Lights"}
    ],
    "votes": [{"voter": "a", "vote": ["10", "9"]}, {"voter": "b", "vote": ["10"]}, {"voter": "c", "vote": ["9", "x"]}]
}"#;

/// The options that a table of projects needs.
const TABLES: &str = "--ballots ballots.csv --budget 100.50 --vote-type approval";

fn files() -> tempfile::TempDir {
    folder(&[
        ("town.pb", &town("greedy", ["1", "0", "1"])),
        ("town.json", DOCUMENT),
        ("document", DOCUMENT),
        ("named.json", &DOCUMENT.replacen("{", r#"{"meta": {"rule": "greedy"}, "#, 1)),
        ("projects.csv", PROJECTS),
        ("projects.txt", PROJECTS),
        ("ballots.csv", BALLOTS),
    ])
}

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

#[test]
fn the_same_election_counts_alike_in_every_form() {
    let files = files();
    let options = "--rule equal-shares --completion add1 --json --steps";
    let pabulib = tally(files.path(), &words(&format!("town.pb {options}"))).json();

    for form in ["town.json", "document", &format!("projects.csv {TABLES}"), &format!("projects.txt {TABLES}")] {
        let counted = tally(files.path(), &words(&format!("{form} {options}"))).json();
        assert_eq!(counted, pabulib, "{form}");
    }
    let compared = tally(files.path(), &words(&format!("projects.csv {TABLES} --compare")));
    assert_eq!(compared.code, Some(0), "{}", compared.err);
}

#[test]
fn a_form_without_a_rule_says_so() {
    let files = files();

    for form in ["town.json".to_owned(), format!("projects.csv {TABLES}")] {
        let ran = tally(files.path(), &words(&form));
        assert_eq!(ran.code, Some(2), "{form}: {}", ran.out);
        assert!(ran.err.contains("names no rule; choose one with --rule"), "{form}: {}", ran.err);
    }
    for form in ["town.json", "projects.csv"] {
        let ran = tally(files.path(), &words(&format!("{form} --declared")));
        assert_eq!(ran.code, Some(2), "{form}: {}", ran.err);
        assert!(ran.out.contains("names no rule") && ran.out.contains("--rule"), "{form}: {}", ran.out);
        let german = tally(files.path(), &words(&format!("{form} --declared --language de")));
        assert!(german.out.contains("nennt keine Regel"), "{}", german.out);
        let object = tally(files.path(), &words(&format!("{form} --declared --json"))).json();
        assert_eq!(object["why"]["kind"], "names_none", "{object:#}");
    }
    let named = tally(files.path(), &["named.json", "--json"]).json();
    assert_eq!((&named["rule"], &named["ties"]), (&"ranking".into(), &"file,id".into()));
}

#[test]
fn what_a_table_lacks_and_what_another_file_cannot_take_is_said() {
    let files = files();

    for (line, said) in [
        ("projects.csv --rule greedy", "--ballots FILE, --budget AMOUNT and --vote-type TYPE"),
        ("projects.csv --ballots ballots.csv --budget 10 --rule greedy", "--vote-type TYPE"),
        ("projects.csv --ballots ballots.csv --budget ten --vote-type approval", "--budget \"ten\"; expected"),
        ("projects.csv --ballots ballots.csv --budget 10 --vote-type knapsack", "--vote-type"),
        ("projects.csv --ballots missing.csv --budget 10 --vote-type approval", "cannot read missing.csv"),
        ("ballots.csv --ballots projects.csv --budget 10 --vote-type approval", "ballots.csv with projects.csv has"),
        ("town.pb --ballots ballots.csv", "--ballots belongs to a table of projects (.csv)"),
        ("town.json --budget 10", "--budget belongs to a table of projects (.csv)"),
    ] {
        let ran = tally(files.path(), &words(line));
        assert_eq!(ran.code, Some(2), "{line}: {}", ran.out);
        assert!(ran.err.contains(said) && ran.out.is_empty(), "{line}: {}", ran.err);
    }
}

#[test]
fn phragmen_is_refused_where_it_is_not_defined() {
    let points = town("unknown", ["1", "0", "1"]).replace("approval", "cumulative\nmax_sum_points;3");
    let points =
        points.replace("voter_id;vote\na;10,9\nb;10\nc;9,x", "voter_id;vote;points\na;10,9;2,1\nb;10;3\nc;9,x;1,2");
    let folder = folder(&[("points.pb", &points)]);

    let ran = tally(folder.path(), &["points.pb", "--rule", "phragmen"]);

    assert_eq!(ran.code, Some(2), "{}", ran.out);
    assert!(ran.err.contains("approval ballots only") && ran.err.contains("equal-shares"), "{}", ran.err);
}
