//! Options, languages, JSON and what is refused.

use super::{folder, tally, town};

#[test]
fn a_counted_file_ends_with_0_and_says_why_in_both_languages() {
    let folder = folder(&[("town.pb", &town("greedy", ["1", "0", "1"]))]);

    let english = tally(folder.path(), &["town.pb"]);
    let german = tally(folder.path(), &["town.pb", "--language", "de", "--steps"]);

    assert_eq!((english.code, german.code), (Some(0), Some(0)), "{}{}", english.err, german.err);
    assert!(english.out.contains("When its turn came, €40.50 was left. It cost €50."), "{}", english.out);
    let german = german.out.replace('\u{a0}', " ");
    assert!(german.contains("Als es an der Reihe war, gab es noch 40,50 €. Das Projekt kostet 50 €."), "{german}");
    assert!(german.contains("Nummer 1, 10: Es kostet 60 €, da waren noch 100,50 €. Es kommt dazu."), "{german}");
}

#[test]
fn json_is_one_object_with_exact_strings() {
    let folder = folder(&[("town.pb", &town("greedy", ["1", "0", "1"]))]);

    let words = "town.pb --rule equal-shares --completion add1 --increment 1/3 --ties min-cost --json --steps";
    let ran = tally(folder.path(), &words.split(' ').collect::<Vec<_>>());

    let object = ran.json();
    assert_eq!(ran.code, Some(0));
    for (name, value) in [
        ("rule", "equal-shares"),
        ("satisfaction", "cost"),
        ("completion", "add1"),
        ("increment", "1/3"),
        ("ties", "min-cost,id"),
        ("budget", "100.5"),
    ] {
        assert_eq!(object[name], value, "{object:#}");
    }
    assert!(object["cost"].is_string() && object["welfare"].is_string());
    assert!(object["steps"].as_array().unwrap().iter().any(|step| step["kind"] == "start"));
    let project = &object["projects"][2];
    assert_eq!((&project["id"], &project["cost"], &project["score"]), (&"x".into(), &"40.25".into(), &1.into()));
    assert!(project["funded"].is_boolean() && project["reason"]["kind"].is_string());
}

#[test]
fn selected_ids_are_sorted_by_code_point_and_the_order_is_that_of_choice() {
    let folder = folder(&[("town.pb", &town("greedy", ["1", "0", "1"]).replace("budget;100.50", "budget;200"))]);

    let object = tally(folder.path(), &["town.pb", "--rule", "ranking", "--ties", "min-cost", "--json"]).json();

    assert_eq!(object["selected"], serde_json::json!(["10", "9", "x"]));
    assert_eq!(object["order"], serde_json::json!(["9", "10", "x"]));
    assert!(object.get("satisfaction").is_none() && object.get("steps").is_none(), "{object:#}");
}

#[test]
fn greedy_goes_by_satisfaction_for_the_money() {
    let folder = folder(&[("town.pb", &town("greedy", ["1", "0", "1"]))]);

    let words = ["town.pb", "--rule", "greedy", "--satisfaction", "cardinality", "--json"];
    let object = tally(folder.path(), &words).json();

    assert_eq!(object["order"], serde_json::json!(["9", "x"]));
    assert_eq!((&object["rule"], &object["satisfaction"]), (&"greedy".into(), &"cardinality".into()));
    assert_eq!(object["welfare"], "3");
}

#[test]
fn what_the_rule_would_ignore_is_refused_by_name() {
    let folder = folder(&[("town.pb", &town("greedy", ["1", "0", "1"]))]);

    for (line, named) in [
        ("--completion add1", "--completion"),
        ("--rule greedy --completion add1", "--completion"),
        ("--rule phragmen --satisfaction cost", "--satisfaction"),
        ("--rule ranking --increment 2", "--increment"),
        ("--rule equal-shares --completion none --increment 2", "--increment"),
        ("--rule equal-shares --threshold 2", "--threshold"),
        ("--rule welfare --no-skip", "--no-skip"),
        ("--rule ranking --seats 2", "--seats"),
        ("--rule top", "--seats"),
        ("--rule dictator", "--rule"),
        ("--rule equal-shares --increment 0", "--increment"),
        ("--rule ranking --ties lots", "--ties"),
        ("--language fr", "--language"),
        ("--declared --rule ranking", "--rule"),
        ("--declared --ties file", "--ties"),
    ] {
        let words: Vec<&str> = std::iter::once("town.pb").chain(line.split(' ')).collect();
        let ran = tally(folder.path(), &words);
        assert_eq!(ran.code, Some(2), "{line}: {}", ran.out);
        assert!(ran.err.contains(named) && ran.out.is_empty(), "{line}: {}", ran.err);
    }
}

#[test]
fn what_would_be_ignored_of_ties_and_for_a_directory_is_refused() {
    let folder = folder(&[("town.pb", &town("greedy", ["1", "0", "1"]))]);

    for (line, said) in [
        ("town.pb --ties id,file", "\"file\" would never be asked"),
        ("town.pb --ties lot:", "is no seed for lots"),
        (". --declared --ballots town.pb", "--ballots belongs to a table of projects (.csv)"),
        (". --declared --budget 10", "--budget belongs to a table of projects (.csv)"),
        (". --rule greedy", ". is a directory; to check all .pb files in it, add --declared"),
    ] {
        let ran = tally(folder.path(), &line.split(' ').collect::<Vec<_>>());
        assert_eq!(ran.code, Some(2), "{line}: {}", ran.out);
        assert!(ran.err.contains(said), "{line}: {}", ran.err);
    }
}

#[test]
fn control_characters_of_a_file_never_reach_the_terminal() {
    let file = town("greedy", ["1", "0", "0"]).replace("A small town", "\"A \u{1b}[31msmall\u{9b}1m\ntown\"");
    let file = file.replace("10;60;", "1\u{1b}0;60;").replace("a;10,9", "a;1\u{1b}0,9").replace("b;10", "b;1\u{1b}0");
    let folder = folder(&[("town.pb", &file), ("bad.json", "{\"\\u001b[31m\": 1}")]);

    for words in [
        &["town.pb", "--steps"][..],
        &["town.pb", "--json", "--steps"],
        &["town.pb", "--declared"],
        &["town.pb", "--compare"],
        &["bad.json"],
        &[".", "--declared"],
    ] {
        let ran = tally(folder.path(), words);
        let printed = format!("{}{}", ran.out, ran.err);
        assert!(
            !printed.is_empty() && !printed.contains(|sign: char| sign.is_control() && sign != '\n'),
            "{printed:?}"
        );
    }
    let text = tally(folder.path(), &["town.pb"]).out;
    assert!(text.starts_with("A \u{fffd}[31msmall\u{fffd}1m\u{fffd}town\n"), "{text}");
    assert_eq!(tally(folder.path(), &["town.pb", "--json"]).json()["order"][0], "1\u{1b}0", "data is as it was");
}

#[test]
fn notices_are_few_in_the_language_asked_for_and_all_in_json() {
    let blank_lines = "\n".repeat(30);
    let folder = folder(&[("town.pb", &format!("{}{blank_lines}", town("greedy", ["1", "0", "maybe"])))]);

    let english = tally(folder.path(), &["town.pb"]).out;
    let german = tally(folder.path(), &["town.pb", "--language", "de"]).out;
    let object = tally(folder.path(), &["town.pb", "--json"]).json();

    assert!(english.contains("line 19, column 16: \"maybe\": a mark that is none of"), "{english}");
    assert!(english.contains("  and 11 more\n") && english.matches("a blank line").count() == 19, "{english}");
    assert!(german.contains("Zeile 19, Spalte 16: \"maybe\": eine Marke, die weder"), "{german}");
    assert!(german.contains("und 11 weitere Stellen"), "{german}");
    assert_eq!(object["notices"].as_array().unwrap().len(), 31, "{object:#}");
    assert_eq!(object["notices"][0]["place"], "line 19, column 16");
}

#[test]
fn files_that_cannot_be_counted_end_with_2() {
    let folder = folder(&[
        ("faulty.pb", &town("greedy", ["1", "0", "1"]).replace("60;Trees", "sixty;Trees")),
        ("unknown.pb", &town("greedy-custom", ["1", "0", "1"])),
        ("town.pb", &town("greedy", ["1", "0", "1"])),
    ]);

    for (words, said) in [
        (vec!["missing.pb"], "cannot read missing.pb"),
        (vec!["faulty.pb"], "line 17, column 4: found \"sixty\""),
        (vec!["unknown.pb"], "\"greedy-custom\", which is not exactly defined"),
        (vec!["town.pb", "--rule", "equal-shares", "--satisfaction", "borda"], "satisfaction borda"),
        (vec!["."], ". is a directory; to check all .pb files in it, add --declared"),
    ] {
        let ran = tally(folder.path(), &words);
        assert_eq!(ran.code, Some(2), "{words:?}: {}", ran.out);
        assert!(ran.err.contains(said) && ran.out.is_empty(), "{words:?}: {}", ran.err);
    }
}
