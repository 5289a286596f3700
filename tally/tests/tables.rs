//! Elections as CSV and as JSON: what is read, what is refused and where, and what comes back.

#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

mod small;

use allmende_tally::pabulib::{Election, Header, VoteType, read, write};
use allmende_tally::tables::{TableFault, read_csv, read_json, write_csv, write_json};
use small::{APPROVAL, cumulative};

const PROJECTS: &str = "id,cost,name\n1,60,Playground\n02,50.5,\"Trees, \"\"old\"\" ones\"\n";
const VOTES: &str = "voter,vote,age\na,\"1,02\",30\nb,1,\n";

fn approval() -> Header {
    Header::new(VoteType::Approval, 100, 0)
}

fn faults(projects: &str, votes: &str) -> Vec<String> {
    let faults = read_csv(&approval(), projects.as_bytes(), votes.as_bytes()).unwrap_err();
    faults.iter().map(TableFault::to_string).collect()
}

fn same(one: &Election, other: &Election) {
    assert_eq!(one.instance(), other.instance());
    assert_eq!(one.profile(), other.profile());
}

#[test]
fn tables_are_the_election_that_a_file_would_be() {
    let election = read_csv(&approval(), PROJECTS.as_bytes(), VOTES.as_bytes()).unwrap();
    same(&election, &read(APPROVAL.as_bytes()).unwrap());
    assert_eq!(election.project_value(1, "name"), Some("Trees, \"old\" ones"));
    assert_eq!((election.vote_value(0, "age"), election.vote_value(1, "age")), (Some("30"), None));
    assert_eq!(read(write(&election).as_bytes()).unwrap(), election);
}

#[test]
fn semicolons_line_ends_marks_and_blank_lines_make_no_difference() {
    let votes = "\u{feff}voter;vote;age\r\na;1,02;30\r\n\r\nb;1;";
    let election = read_csv(&approval(), PROJECTS.trim_end().as_bytes(), votes.as_bytes()).unwrap();
    same(&election, &read(APPROVAL.as_bytes()).unwrap());
    let notices: Vec<String> = election.notices().iter().map(ToString::to_string).collect();
    assert_eq!(notices, ["votes, line 3, column 1: \"\": a blank line, which is skipped"]);
    assert!(read(write(&election).as_bytes()).is_ok());
}

#[test]
fn what_is_wrong_with_a_table_has_its_line_and_column_there() {
    let amount = "an amount such as 1200 or 1200.50, with a point and without signs or groups";
    let cases = [
        (
            PROJECTS.replace("50.5", "fifty"),
            VOTES.to_owned(),
            format!("projects, line 3, column 4: found \"fifty\"; expected {amount}"),
        ),
        (
            PROJECTS.replace("02,", "1,"),
            VOTES.replace("02", "1"),
            "projects, line 3, column 1: found \"1\"; expected a project id that no row before has".to_owned(),
        ),
        (
            PROJECTS.replace("cost", "price"),
            VOTES.to_owned(),
            "projects, line 1, column 1: found \"project_id;price;name\"; expected a column named cost".to_owned(),
        ),
        (
            PROJECTS.to_owned(),
            VOTES.replace("b,1,", "b,3,"),
            "votes, line 3, column 3: found \"3\"; expected the id of a project that PROJECTS lists".to_owned(),
        ),
        (
            PROJECTS.to_owned(),
            VOTES.replace("1,02\"", "1,2\""),
            "votes, line 2, column 6: found \"2\"; expected the id of a project that PROJECTS lists".to_owned(),
        ),
        (
            PROJECTS.to_owned(),
            VOTES.replace("\"1,02\"", "1,02"),
            "votes, line 2, column 1: found \"a;1;02;30\"; expected 3 cells, as many as the section has columns"
                .to_owned(),
        ),
        (
            PROJECTS.to_owned(),
            VOTES.replace("b,", "a,"),
            "votes, line 3, column 1: found \"a\"; expected a voter id that no row before has".to_owned(),
        ),
        (
            PROJECTS.to_owned(),
            VOTES.replace("b,", "\"b,"),
            "votes, line 3, column 1: found \"b,1,\\n\"; expected a closing quote for the one that opens here"
                .to_owned(),
        ),
        (
            PROJECTS.to_owned(),
            String::new(),
            "votes, line 1, column 1: found \"end of file\"; expected a line with the names of the columns of VOTES"
                .to_owned(),
        ),
    ];
    for (projects, votes, message) in cases {
        assert_eq!(faults(&projects, &votes), [message]);
    }
    let both = faults(&PROJECTS.replace("60", "x"), &VOTES.replace("b,1,", "b,3,"));
    assert_eq!(both.len(), 2, "{both:?}");
    let bytes = read_csv(&approval(), PROJECTS.as_bytes(), b"voter,vote\nz\xF6,1\n").unwrap_err();
    assert_eq!(bytes[0].to_string(), "votes, line 2, column 2: found \"byte F6\"; expected text in UTF-8");
    let header = read_csv(&Header::new(VoteType::Approval, -1, 0), PROJECTS.as_bytes(), VOTES.as_bytes()).unwrap_err();
    assert_eq!(header[0].to_string(), "header, line 9, column 8: found \"-1\"; expected an amount of zero or more");
}

#[test]
fn every_kind_of_ballot_goes_to_csv_and_json_and_back() {
    let ordinal = APPROVAL.replace("approval", "ordinal").replace("1,02", "02,1");
    let scoring = cumulative().replace("cumulative", "scoring").replace("max_sum_points;5", "default_score;-1");
    let named = APPROVAL.replace("id;cost\n1;60\n02;", "id;name;cost\n1;\"a;\"\"b\"\"\nc\";60\n02;,;");
    for text in [APPROVAL.to_owned(), ordinal, cumulative(), scoring, named] {
        let election = read(text.as_bytes()).unwrap();
        let csv = write_csv(&election);
        let header = Header {
            more: ["max_sum_points", "default_score"]
                .iter()
                .filter_map(|key| Some(((*key).to_owned(), election.meta_value(key)?.to_owned())))
                .collect(),
            ..Header::new(election.vote_type(), 100, 0)
        };
        let back = read_csv(&header, csv.projects.as_bytes(), csv.votes.as_bytes()).unwrap();
        same(&back, &election);
        assert_eq!(back.project_value(0, "name"), election.project_value(0, "name"));

        let json = write_json(&election);
        let back = read_json(json.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?} in {json}"));
        same(&back, &election);
        assert_eq!(write_json(&back), json);
        assert_eq!(back.project_value(0, "name"), election.project_value(0, "name"));
        assert_eq!(back.meta_value("rule"), Some("greedy"));
    }
}

#[test]
fn what_is_wrong_with_a_document_has_its_place() {
    let document = write_json(&read(cumulative().as_bytes()).unwrap());
    let faults = |whole: &str, broken: &str| {
        assert!(document.contains(whole), "{whole} is not in {document}");
        let faults = read_json(document.replacen(whole, broken, 1).as_bytes()).unwrap_err();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let first = |whole: &str, broken: &str| faults(whole, broken)[0].clone();
    assert_eq!(
        first("\"id\": \"02\"", "\"id\": \"1\""),
        "projects[1].id: found \"1\"; expected a project id that no row before has"
    );
    assert_eq!(
        first("\"voter\": \"b\"", "\"voter\": \"a\""),
        "votes[1].voter: found \"a\"; expected a voter id that no row before has"
    );
    assert_eq!(
        first("\"cost\": 60", "\"cost\": \"6O\""),
        "projects[0].cost: found \"6O\"; expected an amount such as 1200 or 1200.50, with a point and without signs or groups"
    );
    let inexact = first("\"cost\": 60", "\"cost\": 60.5");
    assert!(inexact.ends_with("an amount as a whole number, or as text such as \"12.50\""), "{inexact}");
    assert_eq!(
        first("\"budget\": 100", "\"budget\": \"a lot\""),
        "budget: found \"a lot\"; expected an amount such as 1200 or 1200.50, with a point and without signs or groups"
    );
    assert!(
        first("\"cumulative\"", "\"ballots\"").starts_with("line 2, column "),
        "{}",
        first("\"cumulative\"", "\"ballots\"")
    );
    assert!(first("\"votes\"", "\"ballots\"").contains("unknown field `ballots`"));
    assert!(
        first("\"max_sum_points\": \"5\"", "\"max_sum_points\": \"five\"")
            .starts_with("meta: found \"five\"; expected a whole number")
    );
    assert!(read_json(b"{").unwrap_err()[0].to_string().starts_with("line 1, column 1: EOF"));
}

#[test]
fn a_document_may_begin_with_a_byte_order_mark() {
    let json = write_json(&read(APPROVAL.as_bytes()).unwrap());
    let marked = format!("\u{feff}{json}");
    assert_eq!(read_json(marked.as_bytes()).unwrap(), read_json(json.as_bytes()).unwrap());
}

#[test]
fn what_would_be_another_list_in_a_cell_is_refused_where_it_stands() {
    let document = |id: &str, vote: &str| {
        format!(
            r#"{{"vote_type": "approval", "budget": 9, "projects": [{{"id": "1", "cost": 1}}, {{"id": "{id}", "cost": 1}}],
            "votes": [{{"voter": "a", "vote": ["1"]}}, {{"voter": "b", "vote": {vote}}}]}}"#
        )
    };
    let told = |id: &str, vote: &str| {
        let faults = read_json(document(id, vote).as_bytes()).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let unknown =
        |found: &str| vec![format!("votes[1].vote: found {found:?}; expected the id of a project that PROJECTS lists")];

    assert_eq!(told("2", r#"["1,2"]"#), unknown("1,2"));
    assert_eq!(told("2", r#"["None"]"#), unknown("None"));
    assert_eq!(told("2", r#"[""]"#), unknown(""));
    assert_eq!(told("None", r#"["None"]"#), Vec::<String>::new(), "a project may be called that");
    assert_eq!(told("2", r#"[]"#), Vec::<String>::new());
    let comma = "a project id without a comma, which lists of projects have between ids";
    assert_eq!(told("2,3", r#"["1"]"#), [format!("projects[1].id: found \"2,3\"; expected {comma}")]);
    let tables = read_csv(&approval(), b"id;cost\n1;60\n2,3;50\n", b"voter;vote\na;1\n").unwrap_err();
    assert_eq!(tables[0].to_string(), format!("projects, line 3, column 1: found \"2,3\"; expected {comma}"));
}

#[test]
fn what_is_odd_in_a_table_or_a_document_has_its_place_there() {
    let told = |notices: &[allmende_tally::pabulib::Notice]| -> Vec<String> {
        notices.iter().map(|notice| notice.position.to_string()).collect()
    };
    let projects = "id,cost,selected\n1,60,1\n02,50.5,maybe\n";
    let tables = read_csv(&approval(), projects.as_bytes(), b"voter,vote\na,\"1, 02\"\nb,\"1,1\"\n").unwrap();
    assert_eq!(
        told(tables.notices()),
        ["projects, line 3, column 9", "votes, line 2, column 4", "votes, line 3, column 6"]
    );
    let json = r#"{"vote_type": "approval", "budget": 9, "projects": [{"id": "1", "cost": 1, "selected": "yes"}],
        "votes": [{"voter": "a", "vote": ["1", "1"]}, {"voter": "b", "vote": ["1", "1"]}]}"#;
    assert_eq!(
        told(read_json(json.as_bytes()).unwrap().notices()),
        ["projects[0].selected", "votes[0].vote", "votes[1].vote"]
    );
}
