//! Conditions as people write them by hand: what is read, what is refused and where.

#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use allmende_tally::pabulib::Election;
use allmende_tally::tables::{read_constraints, read_json};
use allmende_tally::{Ceiling, Constraints, Override, Reason, Rule, Ties, count};

/// Three projects for 100.50: two parks, and a path that also is one.
fn town() -> Election {
    let document = r#"{ "vote_type": "approval", "budget": "100.50", "projects": [
        { "id": "10", "cost": 60, "category": "parks" },
        { "id": "9", "cost": 50, "category": "traffic, parks" },
        { "id": "x", "cost": "40.2", "category": "traffic" }
    ], "votes": [
        { "voter": "a", "vote": ["10", "9"] }, { "voter": "b", "vote": ["10"] }, { "voter": "c", "vote": ["9", "x"] }
    ] }"#;
    read_json(document.as_bytes()).unwrap()
}

fn refused(document: &str) -> Vec<String> {
    read_constraints(document.as_bytes(), &town()).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn everything_may_be_left_out() {
    assert_eq!(read_constraints(b"{}", &town()).unwrap(), Constraints::default());
    assert_eq!(read_constraints("\u{feff}{}".as_bytes(), &town()).unwrap(), Constraints::default());
}

#[test]
fn projects_are_named_by_id_or_by_category() {
    let document = r#"{ "least_votes": 2,
        "ceilings": [{ "category": "parks", "limit": "60.5" }, { "name": "North", "limit": 90, "projects": ["x", "10"] }],
        "incompatible": [["9", "x"]],
        "overrides": [{ "project": "x", "funded": false, "reason": "The state builds it." }] }"#;

    let constraints = read_constraints(document.as_bytes(), &town()).unwrap();

    let ceiling =
        |name: &str, limit, projects: &[usize]| Ceiling { name: name.into(), limit, projects: projects.into() };
    assert_eq!(
        constraints,
        Constraints {
            least_votes: 2,
            ceilings: vec![ceiling("parks", 605, &[0, 1]), ceiling("North", 900, &[2, 0])],
            incompatible: vec![(1, 2)],
            overrides: vec![Override { project: 2, funded: false, reason: "The state builds it.".into() }],
        }
    );
}

#[test]
fn an_election_is_counted_with_its_conditions() {
    let document = br#"{ "ceilings": [{ "category": "parks", "limit": 60 }], "incompatible": [["10", "x"]] }"#;
    let constraints = read_constraints(document, &town()).unwrap();
    let election = town().with_constraints(constraints).unwrap();

    let ranking = Rule::Ranking { threshold: None, stop_at_first_misfit: false };
    let counted = count(election.instance(), election.profile(), &ranking, &Ties::default(), &mut |_| {}).unwrap();

    let reasons: Vec<&Reason> = counted.outcomes.iter().map(|outcome| &outcome.reason).collect();
    assert!(
        matches!(reasons[..], [
        Reason::Funded { .. },
        Reason::PassesCeiling { ceiling, left: 0, cost: 500 },
        Reason::Incompatible { with },
    ] if ceiling == "parks" && with == "10"),
        "{reasons:?}"
    );
}

#[test]
fn what_does_not_fit_the_election_has_its_path() {
    let unknown = "expected the id of a project that PROJECTS lists";
    for (document, message) in [
        (r#"{"ceilings": [{"limit": 1, "projects": ["9", "8"]}]}"#, format!("ceilings[0].projects[1]: found \"8\"; {unknown}")),
        (r#"{"incompatible": [["9", "8"]]}"#, format!("incompatible[0][1]: found \"8\"; {unknown}")),
        (
            r#"{"overrides": [{"project": "8", "funded": true, "reason": "So decided."}]}"#,
            format!("overrides[0].project: found \"8\"; {unknown}"),
        ),
        (
            r#"{"overrides": [{"project": "9", "funded": true, "reason": " "}]}"#,
            "overrides[0].reason: found \" \"; expected a reason to be published".to_owned(),
        ),
        (
            r#"{"ceilings": [{"limit": 1, "category": "park"}]}"#,
            "ceilings[0].category: found \"park\"; expected a category that a project has".to_owned(),
        ),
        (
            r#"{"ceilings": [{"limit": 1, "name": "Parks"}]}"#,
            "ceilings[0]: found \"\"; expected either projects, a list of ids, or a category".to_owned(),
        ),
        (
            r#"{"ceilings": [{"limit": 1, "category": "parks", "projects": ["9"]}]}"#,
            "ceilings[0]: found \"parks\"; expected either projects, a list of ids, or a category".to_owned(),
        ),
        (
            r#"{"ceilings": [{"limit": "0.25", "category": "parks"}]}"#,
            "ceilings[0].limit: found \"0.25\"; expected an amount with at most 1 decimals, as the budget and the costs have"
                .to_owned(),
        ),
        (
            r#"{"ceilings": [{"limit": "-1", "category": "parks"}]}"#,
            "ceilings[0].limit: found \"-1\"; expected an amount of zero or more".to_owned(),
        ),
        (
            r#"{"ceilings": [{"limit": "1,000", "category": "parks"}]}"#,
            "ceilings[0].limit: found \"1,000\"; expected an amount such as 1200 or 1200.50, with a point and without \
             signs or groups"
                .to_owned(),
        ),
        (
            r#"{"ceilings": [{"limit": 9223372036854775807, "category": "parks"}]}"#,
            "ceilings[0].limit: found \"9223372036854775807\"; expected amounts that together fit 64 bits in minor units"
                .to_owned(),
        ),
    ] {
        assert_eq!(refused(document), [message], "{document}");
    }
    let both = r#"{"incompatible": [["7", "8"]], "overrides": [{"project": "6", "funded": true, "reason": ""}]}"#;
    assert_eq!(refused(both).len(), 4, "all at once");
}

#[test]
fn what_is_no_such_document_has_its_line_and_column() {
    for (document, message) in [
        ("", "line 1, column 0: EOF while parsing a value"),
        ("[]x", "line 1, column 3: trailing characters"),
        ("{\n\"ceiling\": []}", "line 2, column 9: unknown field `ceiling`, expected one of `least_votes`, `ceilings`"),
        (r#"{"least_votes": -1}"#, ": invalid value: integer `-1`, expected u32"),
        (r#"{"least_votes": "two"}"#, ": invalid type: string \"two\", expected u32"),
        (r#"{"incompatible": [["9"]]}"#, "line 1, column 23: invalid length 1, expected a tuple of size 2"),
        (r#"{"incompatible": [["9", "x", "10"]]}"#, ": trailing characters"),
        (r#"{"overrides": [{"project": "9", "funded": true}]}"#, ": missing field `reason`"),
        (r#"{"overrides": [{"project": "9", "funded": 1, "reason": "a"}]}"#, ": invalid type: integer"),
        (r#"{"ceilings": [{"limit": 1.5, "category": "parks"}]}"#, "an amount as a whole number, or as text"),
        (r#"{"ceilings": [{"category": "parks"}]}"#, ": missing field `limit`"),
    ] {
        let told = refused(document);
        assert!(told.len() == 1 && told[0].contains(message), "{document}: {told:?}");
    }
}
