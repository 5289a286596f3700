//! `--constraints`: what an outcome must keep to beside the budget.

use super::{folder, tally, town};

const CONDITIONS: &str = r#"{
    "least_votes": 2,
    "ceilings": [{ "name": "Green", "limit": "55.50", "projects": ["10", "9"] }],
    "overrides": [{ "project": "x", "funded": true, "reason": "Promised in 2026." }]
}"#;

fn files(conditions: &str) -> tempfile::TempDir {
    folder(&[("town.pb", &town("greedy", ["1", "0", "1"])), ("conditions.json", conditions)])
}

fn run(folder: &std::path::Path, more: &[&str]) -> super::Ran {
    tally(folder, &[&["town.pb", "--constraints", "conditions.json"], more].concat())
}

#[test]
fn what_breaks_a_condition_has_it_as_its_reason_in_both_languages() {
    let folder = files(CONDITIONS);

    let english = run(folder.path(), &["--steps"]);
    let german = run(folder.path(), &["--language", "de"]);

    assert_eq!((english.code, german.code), (Some(0), Some(0)), "{}{}", english.err, german.err);
    for said in [
        "Conditions beside the budget:\n  At least 2 votes for each project.\n",
        "  At most €55.50 for Green together: 10, 9\n",
        "  x is in before the count. The reason: Promised in 2026.\n",
        "It would have passed the ceiling for Green: €55.50 was still free, it costs €60.",
        "It was put in before the count. The reason: Promised in 2026.",
        "Before the count x is put in. €60.25 is left.",
    ] {
        assert!(english.out.contains(said), "{said}: {}", english.out);
    }
    let german = german.out.replace('\u{a0}', " ");
    assert!(german.contains("Bedingungen neben dem Budget:\n  Mindestens 2 Stimmen für jedes Projekt.\n"), "{german}");
    assert!(german.contains("x ist vor der Zählung dabei. Der Grund: Promised in 2026."), "{german}");
}

#[test]
fn json_repeats_the_conditions_as_they_were_understood() {
    let pairs =
        r#"{ "incompatible": [["10", "9"]], "overrides": [{ "project": "x", "funded": false, "reason": "No." }] }"#;
    let folder = files(pairs);

    let counted = run(folder.path(), &["--json"]).json();
    let compared = run(folder.path(), &["--compare", "--json"]).json();

    let expected = serde_json::json!({
        "least_votes": 0, "ceilings": [], "incompatible": [["10", "9"]],
        "overrides": [{ "project": "x", "funded": false, "reason": "No." }],
    });
    assert_eq!((&counted["constraints"], &compared["constraints"]), (&expected, &expected));
    assert_eq!(counted["selected"], serde_json::json!(["10"]));
    assert_eq!(counted["projects"][1]["reason"], serde_json::json!({ "kind": "incompatible", "with": "10" }));
    assert_eq!(counted["projects"][2]["reason"], serde_json::json!({ "kind": "taken_out", "reason": "No." }));
    let plain = tally(folder.path(), &["town.pb", "--json"]).json();
    assert!(plain.get("constraints").is_none(), "{plain:#}");
}

#[test]
fn conditions_that_do_not_hold_are_refused_all_at_once() {
    for (conditions, said) in [
        ("{", "conditions.json has 1 fault that must be mended first:\n  line 1, column 1: EOF"),
        (r#"{"incompatible": [["7", "8"]]}"#, "has 2 faults"),
        (r#"{"incompatible": [["9", "9"]]}"#, "project \"9\" is said to be incompatible with itself"),
        (r#"{"ceilings": [{"limit": 1, "category": "parks"}]}"#, "found \"parks\"; expected a category"),
        (
            r#"{"overrides": [{"project": "9", "funded": true, "reason": "a"}, {"project": "9", "funded": false, "reason": "b"}]}"#,
            "project \"9\" is overridden twice",
        ),
        (
            r#"{"overrides": [{"project": "9", "funded": true, "reason": "a"}, {"project": "10", "funded": true, "reason": "b"}]}"#,
            "cost more than the budget",
        ),
    ] {
        let ran = run(files(conditions).path(), &[]);
        assert_eq!(ran.code, Some(2), "{conditions}: {}", ran.out);
        assert!(ran.err.contains(said) && ran.out.is_empty(), "{conditions}: {}", ran.err);
    }
    let folder = files(CONDITIONS);
    let missing = tally(folder.path(), &["town.pb", "--constraints", "missing.json"]);
    assert!(missing.code == Some(2) && missing.err.contains("cannot read missing.json"), "{}", missing.err);
    let declared = run(folder.path(), &["--declared"]);
    assert!(declared.code == Some(2) && declared.err.contains("--constraints"), "{}", declared.err);
}
