//! `--write`: the same election in another form.

use super::{folder, tally, town};

/// The program's words, of which a pair of quotes holds one together.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('\'').enumerate().flat_map(|(place, part)| match place % 2 {
        0 => part.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>(),
        _ => vec![part],
    });
    parts.map(str::to_owned).collect()
}

fn run(folder: &std::path::Path, line: &str) -> super::Ran {
    let words = words(line);
    tally(folder, &words.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Places, of which a ballot offers two, so that META decides about scores.
fn places() -> String {
    town("unknown", ["1", "0", "1"]).replace("approval", "ordinal\nmax_length;2").replace("Trees", "\"Trees; old\"")
}

#[test]
fn every_form_counts_as_the_file_it_comes_from() {
    let folder = folder(&[("town.pb", &places())]);
    let count = |file: &str| run(folder.path(), &format!("{file} --rule ranking --ties file --json --steps"));
    let counted = count("town.pb").json();

    let json = run(folder.path(), "town.pb --write town.json");
    let back = run(folder.path(), "town.json --write back.pb");
    let tables = run(folder.path(), "town.pb --write projects.csv --write-ballots ballots.csv");

    assert_eq!([json.code, back.code, tables.code], [Some(0); 3], "{}{}{}", json.err, back.err, tables.err);
    assert_eq!((&*json.out, &*back.out), ("Written: town.json\n", "Written: back.pb\n"));
    assert_eq!(count("town.json").json(), counted);
    assert_eq!(count("back.pb").json(), counted);
    let command = tables.out.lines().last().unwrap().trim().strip_prefix("allmende tally ").unwrap().to_owned();
    assert!(command.contains("--meta 'description=A small town'"), "{command}");
    assert_eq!(count(&command).json(), counted);
    let again = run(folder.path(), &format!("{command} --write again.pb"));
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert_eq!(count("again.pb").json(), counted);
}

#[test]
fn a_regular_file_comes_back_byte_for_byte() {
    let folder = folder(&[("town.pb", &places())]);

    let ran = run(folder.path(), "town.pb --write copy.pb --language de");

    assert_eq!((ran.code, &*ran.out), (Some(0), "Geschrieben: copy.pb\n"));
    assert_eq!(std::fs::read_to_string(folder.path().join("copy.pb")).unwrap(), places());
}

#[test]
fn a_file_that_is_there_stays_as_it_is() {
    let folder = folder(&[("town.pb", &town("greedy", ["1", "0", "1"])), ("ballots.csv", "mine")]);

    let same = run(folder.path(), "town.pb --write town.pb");
    let second = run(folder.path(), "town.pb --write projects.csv --write-ballots ballots.csv");

    for (ran, file) in [(same, "town.pb"), (second, "ballots.csv")] {
        assert_eq!(ran.code, Some(2), "{}", ran.out);
        assert!(ran.err.contains(&format!("{file} exists already and was left as it is")), "{}", ran.err);
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("ballots.csv")).unwrap(), "mine");
    assert!(!folder.path().join("projects.csv").exists(), "both tables or none");
}

#[test]
fn what_cannot_be_written_says_what_to_change() {
    let folder = folder(&[
        ("town.pb", &town("greedy", ["1", "0", "1"])),
        ("bad.pb", "META\n"),
        ("projects.csv", "id,cost\n1,60\n"),
        ("ballots.csv", "voter,vote\na,1\n"),
    ]);
    let tables = "projects.csv --ballots ballots.csv --budget 100 --vote-type approval --rule ranking";

    for (line, said) in [
        ("town.pb --write town.txt", "let it end in .pb, .json or .csv"),
        ("town.pb --write town", "let it end in .pb, .json or .csv"),
        ("town.pb --write new.csv", "needs --write-ballots FILE"),
        ("town.pb --write new.pb --write-ballots b.csv", "--write-ballots belongs to --write with a table (.csv)"),
        ("town.pb --write-ballots b.csv", "--write <FILE>"),
        ("town.pb --write missing/new.pb", "cannot write missing/new.pb"),
        ("town.pb --write new.pb --rule ranking", "'--rule <RULE>'"),
        ("town.pb --write new.pb --json", "'--json'"),
        ("town.pb --write new.pb --declared", "'--declared'"),
        ("bad.pb --write new.pb", "bad.pb has"),
        ("missing.pb --write new.pb", "cannot read missing.pb"),
        ("town.pb --meta currency=EUR", "--meta belongs to a table of projects (.csv)"),
        (&format!("{tables} --meta currency"), "expected KEY=VALUE"),
        (&format!("{tables} --meta =EUR"), "expected a key"),
        (&format!("{tables} --meta budget=9"), "say it with --budget"),
        (&format!("{tables} --meta vote_type=scoring"), "say it with --vote-type"),
        (&format!("{tables} --meta num_votes=9"), "it is counted"),
        (&format!("{tables} --meta rule=a --meta rule=b"), "--meta rule is given twice"),
        (&format!("{tables} --meta max_length=two"), "header, line 14, column 12: found \"two\""),
    ] {
        let ran = run(folder.path(), line);
        assert_eq!(ran.code, Some(2), "{line}: {}", ran.out);
        assert!(ran.err.contains(said) && ran.out.is_empty(), "{line}: {}", ran.err);
    }
    assert!(!folder.path().join("new.pb").exists());
}

#[test]
fn tables_may_name_a_rule_and_are_then_compared_with_what_they_mark() {
    let folder = folder(&[
        ("projects.csv", "id,cost,selected\n10,60,1\n9,50,0\nx,40.25,1\n"),
        ("ballots.csv", "voter,vote\na,\"10,9\"\nb,10\nc,\"9,x\"\n"),
    ]);
    let tables = "projects.csv --ballots ballots.csv --budget 100.50 --vote-type approval --meta rule=greedy";

    let counted = run(folder.path(), &format!("{tables} --meta currency=EUR"));
    let declared = run(folder.path(), &format!("{tables} --declared"));

    assert!(counted.out.contains("€40.50 was left"), "{}{}", counted.out, counted.err);
    assert_eq!(declared.code, Some(0), "{}{}", declared.out, declared.err);
}
