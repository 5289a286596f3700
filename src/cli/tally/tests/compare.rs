//! Several rules side by side, as people and programs read them.

use super::{FILE, args};
use crate::cli::tally::error::TallyError;
use crate::cli::tally::voice::Voice;
use crate::cli::tally::{Tongue, compare};

/// Three of five want projects on the north side, two one on the south side. Each costs a third of the budget.
const SIDES: &str = "META\nkey;value\ndescription;Two sides\ncountry;Germany\nunit;Town\ninstance;2027\n\
    num_projects;4\nnum_votes;5\nbudget;300\nvote_type;approval\nrule;greedy\ncurrency;EUR\ndate_begin;2027\n\
    date_end;2027\nPROJECTS\nproject_id;cost;name\nn1;100;North 1\nn2;100;North 2\nn3;100;North 3\ns;100;South\n\
    VOTES\nvoter_id;vote\na;n1,n2,n3\nb;n1,n2,n3\nc;n1,n2,n3\nd;s\ne;s\n";

fn written(text: &str, line: &str) -> Result<String, TallyError> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.pb");
    std::fs::write(&file, text).unwrap();
    let args = args(&format!("{} --compare {line}", file.display()));
    let voice = Voice::load(if line.contains("--language de") { Tongue::De } else { Tongue::En }).unwrap();
    let mut out = Vec::new();
    compare::write(&args, &voice, &compare::compare(&args)?, &mut out)?;
    Ok(String::from_utf8(out).unwrap().replace('\u{a0}', " "))
}

fn printed(text: &str, line: &str) -> String {
    written(text, line).unwrap()
}

fn object(text: &str, line: &str) -> serde_json::Value {
    serde_json::from_str(&printed(text, &format!("--json {line}"))).unwrap()
}

/// The lines of the table, each with its blanks brought together.
fn rows(text: &str) -> Vec<String> {
    let together = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().filter(|line| line.contains("(--rule")).map(together).collect()
}

fn options(object: &serde_json::Value) -> Vec<&str> {
    object["rules"].as_array().unwrap().iter().map(|rule| rule["options"].as_str().unwrap()).collect()
}

#[test]
fn every_rule_has_a_line_and_is_held_against_the_first() {
    let text = printed(SIDES, "");

    assert!(text.starts_with("Two sides\nBallots: 5. Projects: 4.\nBudget: €300\n"), "{text}");
    assert!(text.contains("Number 1 is the rule that the file names."), "{text}");
    let rows = rows(&text);
    assert_eq!(
        rows[0], "1 3 €300 €0 2 (40%) €180 1.80 - most votes first, each project that fits (--rule ranking)",
        "{text}"
    );
    assert_eq!(
        rows[3],
        "4 2 €200 €100 0 (0%) €100 1 1 equal shares (--rule equal-shares --satisfaction cost --completion none)",
        "{text}"
    );
    assert!(text.contains("\n  2  The same projects.\n"), "{text}");
    assert!(text.contains("\n  4  In addition: s\n     Missing: n2, n3\n"), "{text}");
    assert!(!text.contains("tally-"), "{text}");
}

#[test]
fn who_was_passed_over_is_told_with_the_share_and_the_cost() {
    let text = printed(SIDES, "").split_whitespace().collect::<Vec<_>>().join(" ");

    assert!(
        text.contains(
            "1 2 voters (40%) who all want project s were passed over. Their share of the budget is €120, and the \
             project costs €100. Each of them got less than that share: the chosen projects on any of these ballots \
             cost at most €0 together."
        ),
        "{text}"
    );
    assert!(text.contains("4 No group was passed over."), "{text}");
}

#[test]
fn the_comparison_speaks_german() {
    let text = printed(SIDES, "--language de");

    assert!(text.contains("Nummer 1 ist die Regel, die die Datei nennt."), "{text}");
    assert!(rows(&text)[0].starts_with("1 3 300 € 0 € 2 (40 %) 180 € 1,80 - die meisten Stimmen zuerst"), "{text}");
    assert!(text.contains("\n  4  Zusätzlich: s\n     Es fehlen: n2, n3\n"), "{text}");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains(
            "2 Personen (40 %), die alle Projekt s wollen, wurden übergangen. Ihr Anteil am Budget ist zusammen 120 €, \
             und das Projekt kostet 100 €. Jede von ihnen bekam weniger als diesen Anteil: Die ausgewählten Projekte \
             auf jedem dieser Stimmzettel kosten zusammen höchstens 0 €."
        ),
        "{text}"
    );
    assert!(text.contains("4 Keine Gruppe wurde übergangen.") && !text.contains("tally-"), "{text}");
}

#[test]
fn a_single_voter_is_one_voter() {
    let alone = SIDES.replace("e;s\n", "e;n1\n").replace("s;100;South", "s;60;South");

    assert!(printed(&alone, "--rule greedy").contains("1 voter (20%) who wants project s was passed over."));
    assert!(printed(&alone, "--language de").contains("1 Person (20 %), die Projekt s will, wurde übergangen."));
}

#[test]
fn the_rule_asked_for_stands_first_and_none_twice() {
    let asked = object(FILE, "--rule welfare --satisfaction cardinality");
    let usual = object(FILE, "--rule equal-shares --completion none --ties max-votes");

    assert_eq!(options(&asked)[..2], ["--rule welfare --satisfaction cardinality", "--rule ranking"]);
    assert_eq!(options(&asked).len(), 7);
    assert_eq!(options(&usual)[0], "--rule equal-shares --satisfaction cost --completion none");
    assert_eq!((options(&usual).len(), &usual["ties"]), (6, &"max-votes,id".into()));
    assert!(printed(FILE, "--rule phragmen").contains("Number 1 is the rule that was asked for."));
}

#[test]
fn a_file_without_a_rule_is_counted_by_the_usual_ones() {
    let unknown = FILE.replace("rule;greedy", "rule;unknown");

    let text = printed(&unknown, "--language de");

    assert!(text.contains("Die Datei nennt keine Regel, die genau festgelegt ist."), "{text}");
    assert_eq!(rows(&text).len(), 6, "{text}");
    assert_eq!(object(&unknown, "--ties file")["ties"], "file,id");
}

#[test]
fn json_has_exact_amounts_in_major_units() {
    let object = object(FILE, "");

    assert_eq!((&object["voters"], &object["budget"], &object["exponent"]), (&3.into(), &"100.5".into(), &2.into()));
    let first = &object["rules"][0];
    assert_eq!((&first["rule"], &first["cost"]), (&"ranking".into(), &"100.25".into()));
    assert!(first.get("satisfaction").is_none() && first.get("completion").is_none(), "{first:#}");
    assert_eq!(first["selected"], serde_json::json!(["10", "x"]));
    assert_eq!(first["average"], serde_json::json!({"cardinality": "1", "cost": "641/12"}));
    assert_eq!((&first["without_any"], &first["fairness"]["kind"]), (&0.into(), &"satisfied".into()));
    let shares = object["rules"].as_array().unwrap().last().unwrap();
    assert_eq!((&shares["satisfaction"], &shares["completion"]), (&"cost".into(), &"add1+greedy".into()));
    let overlap = &object["overlaps"][0];
    assert_eq!((&overlap["one"], &overlap["other"]), (&0.into(), &1.into()));
    assert!(overlap["projects"].is_number() && overlap["cost"].is_string() && overlap["part"].is_string());
}

#[test]
fn json_names_the_group_that_was_passed_over() {
    let fairness = object(&SIDES.replace("100;", "100.50;"), "")["rules"][0]["fairness"].clone();

    assert_eq!(
        fairness,
        serde_json::json!({
            "kind": "passed_over", "project": "s", "cost": "100.5", "voters": 2, "share": "120", "gain": "0",
            "times": "80/67",
        })
    );
}

#[test]
fn ballots_with_points_have_their_own_average_and_no_check_for_groups() {
    let points = FILE
        .replace("vote_type;approval", "vote_type;cumulative\nmax_sum_points;5")
        .replace("voter_id;vote\na;10,9\nb;10\nc;9,x", "voter_id;vote;points\na;10,9;3,2\nb;10;5\nc;9,x;4,1");

    let (text, object) = (printed(&points, ""), object(&points, ""));

    assert!(text.contains("avg. points") && !text.contains("passed over"), "{text}");
    assert_eq!(object["rules"][0]["average"]["points"], "3");
    assert!(object["rules"][0]["fairness"].is_null());
}

#[test]
fn the_best_whatever_they_cost_leave_nothing_that_could_be_told() {
    let text = printed(FILE, "--rule top --seats 3");

    assert!(rows(&text)[0].starts_with("1 3 150.25 - 0 (0%)"), "{text}");
}

#[test]
fn long_lists_go_on_in_the_next_line() {
    let ids: Vec<String> = (0..60).map(|number| format!("project-{number}")).collect();
    let projects: String = ids.iter().map(|id| format!("{id};1;\n")).collect();
    let many = format!(
        "META\nkey;value\ndescription;Many\ncountry;Germany\nunit;Town\ninstance;2027\nnum_projects;60\nnum_votes;1\n\
         budget;60\nvote_type;approval\nrule;greedy\ndate_begin;2027\ndate_end;2027\nPROJECTS\nproject_id;cost;name\n\
         {projects}VOTES\nvoter_id;vote\na;{}\n",
        ids.join(",")
    );

    let text = printed(&many, "--rule top --seats 1");

    let list: Vec<&str> = text.lines().filter(|line| line.contains("project-")).collect();
    assert!(list.len() > 2 && list.iter().all(|line| line.chars().count() <= 100), "{text}");
    assert!(list[1].starts_with("     project-"), "{text}");
}
