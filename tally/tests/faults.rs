//! Broken files and the message that each gets; odd files and the reading that each gets.

#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

mod small;

use allmende_tally::pabulib::{Election, Fault, NoticeKind, read};
use allmende_tally::{BallotKind, Choice};
use small::{APPROVAL, cumulative};

fn faults(text: &str) -> Vec<String> {
    read(text.as_bytes()).err().unwrap_or_default().iter().map(Fault::to_string).collect()
}

fn election(text: &str) -> Election {
    read(text.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn oddities(election: &Election) -> Vec<NoticeKind> {
    election.notices().iter().map(|notice| notice.kind.clone()).collect()
}

fn choice(project: usize, value: i64) -> Choice {
    Choice { project, value }
}

fn ballot(election: &Election, index: usize) -> Vec<Choice> {
    election.profile().ballot(index).unwrap().to_vec()
}

#[test]
fn each_broken_file_gets_its_message() {
    const AMOUNT: &str = "an amount such as 1200 or 1200.50, with a point and without signs or groups";
    let cases: &[(&str, &str, &str)] = &[
        ("budget;100", "budget;1,000", &format!("line 9, column 8: found \"1,000\"; expected {AMOUNT}")),
        ("budget;100", "budget;", &format!("line 9, column 8: found \"\"; expected {AMOUNT}")),
        ("budget;100", "budget;-1", "line 9, column 8: found \"-1\"; expected an amount of zero or more"),
        ("budget;100\n", "", "line 1, column 1: found \"META\"; expected the key budget in META"),
        ("budget;100", "unit;100", "line 9, column 1: found \"unit\"; expected each key of META only once"),
        (
            "budget;100",
            "budget;100;x",
            "line 9, column 1: found \"budget;100;x\"; expected 2 cells, as many as the section has columns",
        ),
        ("1;60", "1;0.1234567", "line 16, column 3: found \"0.1234567\"; expected an amount with at most 6 decimals"),
        (
            "1;60",
            "1;9223372036854775807",
            "line 16, column 3: found \"9223372036854775807\"; expected amounts that together fit 64 bits in minor units",
        ),
        ("num_votes;2", "num_votes;3", "line 8, column 11: found \"3\"; expected 2, the number of rows in the section"),
        ("num_projects;2", "num_projects;two", "line 7, column 14: found \"two\"; expected a whole number"),
        ("02;50.5", "1;50.5", "line 17, column 1: found \"1\"; expected a project id that no row before has"),
        ("02;50.5", ";50.5", "line 17, column 1: found \"\"; expected an id that is not empty"),
        ("02;50.5", "02", "line 17, column 1: found \"02\"; expected 2 cells, as many as the section has columns"),
        ("b;1", "a;1", "line 21, column 1: found \"a\"; expected a voter id that no row before has"),
        ("a;1,02", "a;1,2", "line 20, column 5: found \"2\"; expected the id of a project that PROJECTS lists"),
        ("a;1,02", "żółć;1,,02", "line 20, column 8: found \"\"; expected the id of a project that PROJECTS lists"),
        (
            "a;1,02",
            "a;\"1\"x",
            "line 20, column 6: found \"x\"; expected a semicolon or the end of the line after the closing quote",
        ),
        (
            "a;1,02",
            "a;\"1",
            "line 20, column 3: found \"1\\nb;1\\n\"; expected a closing quote for the one that opens here",
        ),
        (
            "approval",
            "ballots",
            "line 10, column 11: found \"ballots\"; expected a vote type: approval, choose-1, ordinal, cumulative or scoring",
        ),
        (
            "project_id;cost",
            "project_id;price",
            "line 15, column 1: found \"project_id;price\"; expected a column named cost",
        ),
        (
            "voter_id;vote",
            "voter_id;voter_id",
            "line 19, column 10: found \"voter_id\"; expected each column only once",
        ),
        ("key;value", "name;value", "line 2, column 1: found \"name;value\"; expected the columns key;value"),
        (
            "PROJECTS\n",
            "META\n",
            "line 14, column 1: found \"META\"; expected each section once, in the order META, PROJECTS, VOTES",
        ),
        ("META\n", "", "line 1, column 1: found \"key;value\"; expected the section title META on a line of its own"),
        (
            "rule;greedy\n",
            "rule;greedy\nmax_length;many\n",
            "line 12, column 12: found \"many\"; expected a whole number",
        ),
        (
            "rule;greedy\n",
            "rule;greedy\nmin_project_score_threshold;1/2\n",
            "line 12, column 29: found \"1/2\"; expected a number",
        ),
    ];
    for (whole, broken, message) in cases {
        assert!(APPROVAL.contains(whole), "{whole:?}");
        let found = faults(&APPROVAL.replacen(whole, broken, 1));
        assert!(found.iter().any(|fault| fault == message), "{broken:?} gave {found:#?}, not {message}");
    }
}

#[test]
fn broken_points_get_their_message() {
    assert_eq!(faults(&cumulative()), Vec::<String>::new());
    let cases = [
        ("3,2", "3", "line 21, column 8: found \"3\"; expected 2 numbers of points, one for each project of the vote"),
        ("3,2", "", "line 21, column 8: found \"\"; expected 2 numbers of points, one for each project of the vote"),
        ("3,2", "3,-2", "line 21, column 10: found \"-2\"; expected points of zero or more"),
        ("3,2", "3,2.5", "line 21, column 10: found \"2.5\"; expected points: a whole number up to 1000000000"),
        (
            "vote;points",
            "vote;point",
            "line 20, column 1: found \"voter_id;vote;point\"; expected a column named points",
        ),
    ];
    for (whole, broken, message) in cases {
        assert_eq!(faults(&cumulative().replacen(whole, broken, 1))[0], message);
    }
}

#[test]
fn numbers_past_what_ballots_can_hold_are_refused_where_they_stand() {
    let scoring = cumulative().replace("cumulative", "scoring");
    for number in ["-9223372036854775808", "9223372036854775807", "-1000000001", "1000000001"] {
        for key in ["default_score", "max_points", "min_length"] {
            let found = faults(&scoring.replace("max_sum_points;5", &format!("{key};{number}")));
            let column = key.len() + 2;
            let message = format!(
                "line 11, column {column}: found \"{number}\"; expected a whole number from -1000000000 to 1000000000"
            );
            assert_eq!(found, [message]);
        }
    }
    let least = election(&scoring.replace("max_sum_points;5", "default_score;-1000000000"));
    assert_eq!(least.profile().voters(), 2, "no ballot is lost");
}

#[test]
fn a_mark_that_the_format_does_not_know_is_noted() {
    let marked = |mark: &str| {
        let file = APPROVAL.replace("project_id;cost", "project_id;cost;selected");
        let file = file.replace("1;60", &format!("1;60;{mark}")).replace("02;50.5", "02;50.5;1");
        oddities(&election(&file))
    };
    for mark in ["0", "1", "2", "3", "", "None"] {
        assert_eq!(marked(mark), [], "{mark}");
    }
    for mark in ["yes", "4", "true", "01"] {
        assert_eq!(marked(mark), [NoticeKind::UnknownMark], "{mark}");
    }
}

#[test]
fn missing_sections_are_named() {
    let (head, votes) = APPROVAL.split_once("VOTES").unwrap();
    assert_eq!(
        faults(head),
        ["line 18, column 1: found \"end of file\"; expected the section title VOTES on a line of its own"]
    );
    let (meta, _) = head.split_once("PROJECTS").unwrap();
    let found = faults(&format!("{meta}VOTES{votes}"));
    assert!(found.iter().any(|fault| fault.contains("expected the section title PROJECTS")), "{found:?}");
    assert!(faults("").iter().any(|fault| fault.contains("expected the section title META")));
}

#[test]
fn several_faults_come_at_once_in_the_order_of_the_file() {
    let found = faults(&APPROVAL.replace("1;60", "1;x").replace("b;1", "a;7").replace("budget;100", "budget;y"));
    let lines: Vec<&str> = found.iter().map(|fault| fault.split(',').next().unwrap()).collect();
    assert_eq!(lines, ["line 9", "line 16", "line 21", "line 21"]);
}

#[test]
fn bytes_that_are_not_utf_8_have_a_place() {
    let mut bytes = APPROVAL.as_bytes().to_vec();
    bytes[29] = 0xFF;
    let faults = read(&bytes).unwrap_err();
    assert_eq!(faults[0].to_string(), "line 3, column 15: found \"byte FF\"; expected text in UTF-8");
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_read_and_kept() {
    let text = format!("\u{feff}{}", APPROVAL.replace('\n', "\r\n"));
    let text = text.trim_end();
    let election = election(text);
    assert_eq!(allmende_tally::pabulib::write(&election), text);
    assert_eq!(election.instance().projects()[1].id, "02");
    assert_eq!((election.instance().exponent(), election.instance().budget()), (1, 1000));
}

#[test]
fn a_project_twice_counts_once_by_the_way_of_its_kind() {
    let approval = election(&APPROVAL.replace("a;1,02", "a;1,02,1"));
    assert_eq!(ballot(&approval, 0), [choice(0, 1), choice(1, 1)]);
    assert_eq!(oddities(&approval), [NoticeKind::RepeatedProject]);

    let ordinal = election(&APPROVAL.replace("approval", "ordinal").replace("a;1,02", "a;02,02,1"));
    assert_eq!(ordinal.profile().kind(), BallotKind::Ordinal { places: 2 });
    assert_eq!(ballot(&ordinal, 0), [choice(0, 2), choice(1, 1)]);

    let points = election(&cumulative().replace("1,02;3,2", "1,02,1;1,1,3"));
    assert_eq!(ballot(&points, 0), [choice(0, 3), choice(1, 1)]);
}

#[test]
fn empty_ballots_and_the_word_none_still_count_as_voters() {
    let empty = election(&APPROVAL.replace("b;1", "b;"));
    assert_eq!((empty.profile().voters(), ballot(&empty, 1).len()), (2, 0));
    let none = election(&cumulative().replace("b;1;5", "b;1;None"));
    assert_eq!(ballot(&none, 1), []);
    assert_eq!(oddities(&none), [NoticeKind::NoneWord]);
}

#[test]
fn limits_of_meta_are_noted_and_not_enforced() {
    let long = election(&APPROVAL.replace("rule;", "max_length;1\nmin_length;1\nrule;").replace("b;1", "b;"));
    assert_eq!(oddities(&long), [NoticeKind::TooLong(1), NoticeKind::TooShort(1)]);
    let sum = election(&cumulative().replace("3,2", "3,3"));
    assert_eq!(oddities(&sum), [NoticeKind::PointsSum(6)]);
}

#[test]
fn odd_but_readable_forms_are_noted() {
    let odd = election(&APPROVAL.replace("PROJECTS\n", "\n projects \n").replace("a;1,02", "a; 1, 02"));
    assert_eq!(oddities(&odd), [NoticeKind::BlankLine, NoticeKind::UnusualTitle, NoticeKind::BlankInList]);
    let claimed =
        APPROVAL.replace("id;cost", "id;cost;votes").replace("1;60", "1;60;2").replace("02;50.5", "02;50.5;7");
    assert_eq!(oddities(&election(&claimed)), [NoticeKind::TallyDisagrees(1)]);
}

#[test]
fn the_declared_rule_is_the_one_that_the_file_names() {
    let named = |rule: &str| election(&APPROVAL.replace("rule;greedy", &format!("rule;{rule}"))).declared_rule();
    let text = |rule: &str| named(rule).map(|(rule, ties)| format!("{} {ties}", serde_json::to_string(&rule).unwrap()));
    let ranking = |stop| format!(r#"{{"name":"ranking","threshold":null,"stop_at_first_misfit":{stop}}} file,id"#);
    assert_eq!(text("greedy"), Some(ranking(false)));
    assert_eq!(text("greedy-no-skip"), Some(ranking(true)));
    let shares =
        |completion| format!(r#"{{"name":"equal-shares","satisfaction":"cost","completion":"{completion}"}} id"#);
    assert_eq!(text("equalshares"), Some(shares("none")));
    assert_eq!(text("equalshares/add1"), Some(shares("add1-whole")));
    assert_eq!(text("equalshares/add1-comparison"), Some(shares("add1-whole+comparison")));
    assert_eq!(text("greedy-custom"), None);
    assert_eq!(text("unknown"), None);
}

#[test]
fn a_threshold_between_two_whole_numbers_is_the_upper_one() {
    let with = |text: &str| {
        election(&APPROVAL.replace("rule;", &format!("min_project_score_threshold;{text}\nrule;"))).threshold()
    };
    assert_eq!([with("49.5"), with("50"), with("50.0")], [Some(50); 3]);
}
