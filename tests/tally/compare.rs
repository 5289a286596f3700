//! `--compare`: several rules side by side, on a made-up file and on real ones.

use super::{folder, real_files, tally, town};

#[test]
fn a_comparison_ends_with_0_in_both_languages_and_as_data() {
    let folder = folder(&[("town.pb", &town("greedy", ["1", "0", "1"]))]);
    let ran = |more: &[&str]| tally(folder.path(), &[&["town.pb", "--compare"], more].concat());

    let (english, german, data) = (ran(&[]), ran(&["--language", "de"]), ran(&["--json"]));

    assert_eq!((english.code, german.code, data.code), (Some(0), Some(0), Some(0)), "{}", english.err);
    assert!(english.out.contains("equal shares (--rule equal-shares --satisfaction cost --completion none)"));
    assert!(german.out.contains("Wurde eine Gruppe übergangen?"), "{}", german.out);
    let object = data.json();
    assert_eq!((&object["voters"], &object["budget"]), (&3.into(), &"100.5".into()));
    assert_eq!(object["rules"].as_array().unwrap().len(), 6);
    assert_eq!(object["overlaps"].as_array().unwrap().len(), 15);
}

#[test]
fn a_file_without_a_countable_rule_is_no_error() {
    let folder = folder(&[("town.pb", &town("greedy-custom", ["1", "0", "1"]))]);

    let ran = tally(folder.path(), &["town.pb", "--compare"]);

    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("The file names no rule that is exactly defined."), "{}", ran.out);
}

#[test]
fn usage_that_does_not_hold_ends_with_2() {
    let folder = folder(&[("town.pb", &town("greedy", ["1", "0", "1"]))]);

    for (line, named) in [
        ("--compare --declared", "--declared"),
        ("--compare --steps", "--steps"),
        ("--compare --completion add1", "--completion"),
        ("--compare --rule top", "--seats"),
        ("--compare --rule equal-shares --satisfaction points", "satisfaction points"),
    ] {
        let words: Vec<&str> = std::iter::once("town.pb").chain(line.split(' ')).collect();
        let ran = tally(folder.path(), &words);
        assert_eq!(ran.code, Some(2), "{line}: {}", ran.out);
        assert!(ran.err.contains(named) && ran.out.is_empty(), "{line}: {}", ran.err);
    }
    assert_eq!(tally(folder.path(), &[".", "--compare"]).code, Some(2));
}

#[test]
fn in_wieliczka_the_declared_rule_stands_first_with_its_thirty_projects() {
    let Some(real) = real_files() else { return };

    let ran = tally(&real, &["Poland_Wieliczka_2023_Green_Budget.pb", "--compare", "--json"]);

    let object = ran.json();
    let first = &object["rules"][0];
    assert_eq!((ran.code, &object["voters"]), (Some(0), &6586.into()));
    assert_eq!((&first["rule"], &first["completion"]), (&"equal-shares".into(), &"add1-whole+comparison".into()));
    assert_eq!((first["selected"].as_array().unwrap().len(), &first["cost"]), (30, &"995079".into()));
    assert_eq!(first["fairness"]["kind"], "satisfied");
    assert_eq!(object["rules"].as_array().unwrap().len(), 7);
}

#[test]
fn every_real_file_can_be_compared() {
    let Some(real) = real_files() else { return };

    for name in [
        "France_Toulouse_2022.pb",
        "Poland_Katowice_2024_Murcki.pb",
        "Poland_Krakow_2020_Wzgorza_Krzeslawickie.pb",
        "Switzerland_Zurich_S5D10.pb",
    ] {
        let ran = tally(&real, &[name, "--compare", "--language", "de"]);
        assert_eq!(ran.code, Some(0), "{name}: {}", ran.err);
        assert!(ran.out.contains("--rule ranking") && !ran.out.contains("tally-"), "{name}: {}", ran.out);
    }
}
