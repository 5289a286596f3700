//! Sentences about counts in which an easy one would be false, in both languages.

use super::{Tongue, Voice, args, tally, text};

/// A file with these projects (`id;cost`) and ballots, which are approval or else points.
fn file(kind: &str, budget: &str, projects: &[&str], ballots: &[&str]) -> String {
    let points = if kind == "approval" { "" } else { ";points" };
    let votes: Vec<String> = (0..).zip(ballots).map(|(voter, vote)| format!("v{voter};{vote}\n")).collect();
    format!(
        "META\nkey;value\ndescription;\ncountry;\nunit;\ninstance;\nnum_projects;{}\nnum_votes;{}\nbudget;{budget}\n\
         vote_type;{kind}\nmax_sum_points;9\nrule;unknown\ndate_begin;2027\ndate_end;2027\nPROJECTS\nproject_id;cost\n\
         {}\nVOTES\nvoter_id;vote{points}\n{}",
        projects.len(),
        ballots.len(),
        projects.join("\n"),
        votes.concat(),
    )
}

/// What is printed of it in English and in German, with the steps.
fn told(file: &str, line: &str) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("town.pb");
    std::fs::write(&path, file).unwrap();
    let counted = tally(&args(&format!("{} {line}", path.display()))).unwrap();
    let told = |tongue| {
        let mut out = Vec::new();
        text::write(&mut out, &Voice::load(tongue).unwrap(), &counted, true).unwrap();
        String::from_utf8(out).unwrap()
    };
    (told(Tongue::En), told(Tongue::De))
}

fn says((english, german): &(String, String), in_english: &str, in_german: &str) {
    assert!(english.contains(in_english), "{in_english}\n\n{english}");
    assert!(german.contains(in_german), "{in_german}\n\n{german}");
}

#[test]
fn a_project_that_people_list_for_nothing_is_told_from_one_that_nobody_lists() {
    let file = file("cumulative", "50", &["a;10", "b;10", "c;10"], &["a,b;3,0", "a,b;3,0"]);
    let told = told(&file, "--rule equal-shares --completion none");

    says(
        &told,
        "2 ballots list this project. By this rule that counts as nothing.",
        "2 Stimmzettel nennen dieses Projekt. Nach dieser Regel zählt das als nichts.",
    );
    says(&told, "Nobody voted for this project.", "Niemand hat für dieses Projekt gestimmt.");
    assert_eq!(told.0.matches("Nobody voted for this project.").count(), 1, "{}", told.0);
}

#[test]
fn the_lower_cost_of_equally_good_sets_is_told_from_the_rule_for_ties() {
    let dearer = file("approval", "6", &["a;5", "b;6"], &["a", "b"]);
    let equal = file("approval", "5", &["a;5", "b;5"], &["a", "b"]);
    let rule = "--rule welfare --satisfaction cardinality";

    says(
        &told(&dearer, rule),
        "A set with this project would be just as good, but cost 1 more.",
        "Eine Auswahl mit diesem Projekt wäre gleich gut, aber 1 teurer.",
    );
    says(
        &told(&equal, rule),
        "A set with this project would be just as good. The rule for ties decided.",
        "Eine Auswahl mit diesem Projekt wäre gleich gut. Die Regel für Gleichstand hat entschieden.",
    );
}

#[test]
fn what_nobody_wants_may_still_fit_when_add1_ends() {
    let file = file("approval", "15", &["a;10", "b;3", "c;20"], &["a,c", "a"]);

    says(
        &told(&file, "--rule equal-shares --completion add1+greedy"),
        "Nothing else that is worth something to somebody fits, so it stands.",
        "Sonst passt nichts, was jemandem etwas wert ist. Darum gilt dieser Stand.",
    );
    let all = file.replace("b;3\n", "b;6\n");
    says(
        &told(&all, "--rule equal-shares --completion add1-all"),
        "Nothing else fits, so it stands.",
        "Sonst passt nichts mehr. Darum gilt dieser Stand.",
    );
}

#[test]
fn what_the_ranking_funds_in_the_place_of_equal_shares_is_not_bought_with_leftovers() {
    let ballots = ["big", "big", "big", "big", "big", "big", "big", "s0,s1,s2", "s0,s1,s2", "s0,s1,s2"];
    let file = file("approval", "100", &["big;100", "s0;1", "s1;1", "s2;1"], &ballots);
    let told = told(&file, "--rule equal-shares --completion add1-whole+comparison");

    says(
        &told,
        "It is funded by most votes first, which took the place of equal shares.",
        "Es wird nach Rangliste gefördert. Sie gilt statt der gleichen Anteile.",
    );
    assert!(!told.0.contains("with money that was left") && !told.1.contains("das übrig war"), "{}", told.0);
}

#[test]
fn who_has_nothing_left_is_not_said_to_pay() {
    // The first two pay all that they have for the hall. Then only the third has something for the trees.
    let file = file("approval", "30", &["hall;20", "trees;10"], &["hall,trees", "hall", "trees"]);
    let told = told(&file, "--rule equal-shares --completion none");

    says(
        &told,
        "trees: 1 supporter pays 10. All voters together have 0 left. 1 other supporter had nothing left and pays nothing.",
        "trees: 1 Person zahlt 10. Alle zusammen haben noch 0. 1 weitere Person dafür hatte nichts mehr und zahlt nichts.",
    );
}

#[test]
fn a_score_below_the_threshold_is_held_against_no_place_that_is_not_there() {
    let file = file("approval", "10", &["a;5", "b;6"], &["a,b", "b"]);
    let told = told(&file, "--rule top --seats 1 --threshold 100");

    says(
        &told,
        "Number 1, b: its score of 2 is below the 100 that are needed.",
        "Nummer 1, b: Der Wert 2 liegt unter den nötigen 100.",
    );
    assert!(!told.0.contains("last place"), "{}", told.0);
}
