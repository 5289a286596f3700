//! What is odd in real files, or read differently by other programs, and the one reading that it has here.

mod small;

use allmende_tally::pabulib::{Election, NoticeKind, VoteType, read, read_owned, write};
use allmende_tally::{BallotKind, Reason, Rule, Ties, count};
use small::{APPROVAL, cumulative};

fn election(text: &str) -> Election {
    read(text.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// The ballots as (project, value).
fn ballots(election: &Election) -> Vec<Vec<(usize, i64)>> {
    let pairs = |ballot: allmende_tally::Ballot<'_>| ballot.iter().map(|one| (one.project, one.value)).collect();
    election.profile().ballots().map(pairs).collect()
}

fn oddities(election: &Election) -> Vec<NoticeKind> {
    election.notices().iter().map(|notice| notice.kind.clone()).collect()
}

fn with_key(line: &str) -> Election {
    election(&APPROVAL.replace("rule;", &format!("{line}\nrule;")))
}

#[test]
fn a_project_twice_on_a_ballot_has_one_reading_for_each_vote_type() {
    let typed = |vote_type: &str| APPROVAL.replace("approval", vote_type);
    let scoring = cumulative().replace("cumulative", "scoring");
    let cases = [
        (typed("approval").replace("1,02", "1,02,1"), vec![(0, 1), (1, 1)]),
        (typed("choose-1").replace("1,02", "1,1"), vec![(0, 1)]),
        (typed("ordinal").replace("1,02", "1,02,1"), vec![(0, 1), (1, 2)]),
        (cumulative().replace("1,02;3,2", "1,02,1;1,2,2"), vec![(0, 2), (1, 2)]),
        (scoring.replace("1,02;3,2", "1,02,1;1,2,-2"), vec![(0, -2), (1, 2)]),
    ];
    for (text, read) in cases {
        let election = election(&text);
        assert_eq!(ballots(&election)[0], read, "{text}");
        assert_eq!(oddities(&election), [NoticeKind::RepeatedProject]);
        assert_eq!(write(&election), text);
    }
}

#[test]
fn points_of_zero_are_votes() {
    let election = election(&cumulative().replace("3,2", "5,0"));
    assert_eq!(ballots(&election)[0], [(0, 5), (1, 0)]);
    assert_eq!(oddities(&election), []);
}

#[test]
fn points_may_have_a_decimal_zero_and_ratings_may_be_below_zero() {
    let scoring = cumulative().replace("cumulative", "scoring").replace("max_sum_points;5", "default_score;-2");
    let election = election(&scoring.replace("3,2", "-3.0,02"));
    assert_eq!(ballots(&election)[0], [(0, -3), (1, 2)]);
    assert_eq!(election.profile().kind(), BallotKind::Scoring { default_score: -2 });
}

#[test]
fn an_empty_cell_of_points_belongs_to_an_empty_ballot() {
    let election = election(&cumulative().replace("b;1;5", "b;;"));
    assert_eq!((ballots(&election)[1].len(), election.profile().voters()), (0, 2));
}

#[test]
fn keys_that_are_not_there_have_the_defaults_of_the_format() {
    let kind = |vote_type: &str| election(&APPROVAL.replace("approval", vote_type)).profile().kind();
    assert_eq!([kind("approval"), kind("choose-1")], [BallotKind::Approval; 2]);
    assert_eq!(kind("ordinal"), BallotKind::Ordinal { places: 2 }, "max_length is num_projects");
    let scoring = election(&cumulative().replace("cumulative", "scoring"));
    assert_eq!(scoring.profile().kind(), BallotKind::Scoring { default_score: 0 });
    let unlimited = election(&cumulative().replace("max_sum_points;5\n", ""));
    assert_eq!(oddities(&unlimited), [NoticeKind::NoMaxSumPoints]);
    assert_eq!(election(APPROVAL).threshold(), None);
}

#[test]
fn max_length_says_how_many_places_a_ranking_has() {
    let text = APPROVAL.replace("approval", "ordinal").replace("rule;", "max_length;3\nrule;");
    assert_eq!(election(&text).profile().kind(), BallotKind::Ordinal { places: 3 });
}

#[test]
fn ballots_past_any_limit_of_meta_are_noted_and_counted() {
    let noted = |line: &str| oddities(&with_key(line));
    assert_eq!(noted("max_length;1"), [NoticeKind::TooLong(1)]);
    assert_eq!(noted("min_length;2"), [NoticeKind::TooShort(2)]);
    assert_eq!(noted("max_sum_cost;110.4"), [NoticeKind::CostSum]);
    assert_eq!(noted("max_sum_cost;110.5"), []);
    assert_eq!(noted("min_sum_cost;60.01"), [NoticeKind::CostSum]);
    let chosen = election(&APPROVAL.replace("approval", "choose-1"));
    assert_eq!((oddities(&chosen), ballots(&chosen)[0].len()), (vec![NoticeKind::TooLong(1)], 2));
    let points = |line: &str| oddities(&election(&cumulative().replace("rule;", &format!("{line}\nrule;"))));
    assert_eq!(points("max_points;4"), [NoticeKind::PointsRange]);
    assert_eq!(points("min_points;3"), [NoticeKind::PointsRange]);
    assert_eq!(points("min_sum_points;6"), [NoticeKind::PointsSum(5), NoticeKind::PointsSum(5)]);
}

#[test]
fn ids_are_text_and_never_numbers() {
    let text = APPROVAL.replace("1;60\n02;50.5", "BO.OM.97/24;60\n007;50.5");
    let election = election(&text.replace("a;1,02", "a;BO.OM.97/24,007").replace("b;1", "b;007"));
    let ids: Vec<&str> = election.instance().projects().iter().map(|project| project.id.as_str()).collect();
    assert_eq!(ids, ["BO.OM.97/24", "007"]);
    assert!(read(text.replace("a;1,02", "a;7").as_bytes()).is_err());
}

#[test]
fn columns_are_known_by_name_wherever_they_stand() {
    let text = APPROVAL.replace("project_id;cost\n1;60\n02;50.5", "cost; project_id \n60;1\n50.5;02");
    let text = text.replace("voter_id;vote\na;1,02\nb;1", "age;vote;voter_id\n40-59;1,02;a\n;1;b");
    let election = election(&text);
    assert_eq!(election.instance().projects()[1].id, "02");
    assert_eq!((election.vote_value(0, "age"), election.vote_value(1, "age")), (Some("40-59"), None));
    assert_eq!(write(&election), text);
}

#[test]
fn renamed_columns_are_found_by_each_name() {
    let named =
        |column: &str| election(&APPROVAL.replace("id;cost\n1;60\n02;", &format!("id;{column};cost\n1;x;60\n02;;")));
    for column in ["category", "categories"] {
        assert_eq!(named(column).project_value(0, "category"), Some("x"));
        assert_eq!(named(column).project_value(0, "categories"), Some("x"));
    }
    for column in ["beneficiaries", "target", "targets"] {
        assert_eq!(named(column).project_value(0, "beneficiaries"), Some("x"));
        assert_eq!(named(column).project_value(0, "target"), Some("x"));
    }
    let both = election(&APPROVAL.replace("id;cost\n1;60\n02;", "id;category;categories;cost\n1;x;y;60\n02;;;"));
    assert_eq!(both.project_value(0, "categories"), Some("y"));
}

#[test]
fn the_word_none_is_an_absent_value_but_for_ids_and_names() {
    let text = APPROVAL.replace("id;cost\n1;60\n02;", "id;name;category;cost\n1;None;None;60\nNone;;;");
    let election = election(
        &text.replace("a;1,02", "a;1,None").replace("b;1", "b;None").replace("rule;", "max_length;None\nrule;"),
    );
    assert_eq!((election.project_value(0, "category"), election.project_value(0, "name")), (None, Some("None")));
    assert_eq!(election.meta_value("max_length"), None);
    assert_eq!(ballots(&election), [vec![(0, 1), (1, 1)], vec![(1, 1)]], "here it is the id of a project");
    let empty = with_key("subunit;None");
    assert_eq!(empty.meta_value("subunit"), None);
    let ballot = self::election(&APPROVAL.replace("b;1", "b;None"));
    assert_eq!((ballots(&ballot)[1].len(), oddities(&ballot)), (0, vec![NoticeKind::NoneWord]));
}

#[test]
fn money_with_decimals_is_exact_and_needs_only_the_decimals_that_it_has() {
    let amounts = |text: &str| {
        let election = election(text);
        let costs: Vec<i64> = election.instance().projects().iter().filter_map(|project| project.cost).collect();
        (election.instance().exponent(), election.instance().budget(), costs)
    };
    assert_eq!(amounts(APPROVAL), (1, 1000, vec![600, 505]));
    assert_eq!(amounts(&APPROVAL.replace("50.5", "50.500000000")), (1, 1000, vec![600, 505]));
    assert_eq!(amounts(&APPROVAL.replace("50.5", "50.0").replace("100", "0100.00")), (0, 100, vec![60, 50]));
    assert_eq!(amounts(&APPROVAL.replace("50.5", "0.000001")), (6, 100_000_000, vec![60_000_000, 1]));
}

#[test]
fn a_cost_of_nine_nines_is_withdrawn_also_with_decimals() {
    for cost in ["999999999", "999999999.00"] {
        let election = election(&APPROVAL.replace("1;60", &format!("1;{cost}")));
        let rule = Rule::Ranking { threshold: None, stop_at_first_misfit: false };
        let allocation = count(election.instance(), election.profile(), &rule, &Ties::default(), &mut |_| {}).unwrap();
        assert_eq!(allocation.outcomes[0].reason, Reason::Withdrawn);
    }
}

#[test]
fn only_a_selected_of_one_is_selected() {
    let with = |one: &str, two: &str| {
        election(&APPROVAL.replace("id;cost\n1;60\n02;50.5", &format!("id;cost;selected\n1;60;{one}\n02;50.5;{two}")))
    };
    assert_eq!(with("2", "1").selected(), Some(vec!["02"]));
    assert_eq!(with("3", "0").selected(), Some(vec![]));
    assert_eq!(election(APPROVAL).selected(), None);
}

#[test]
fn unknown_and_rare_keys_and_columns_stay_where_they_are() {
    let rare = "budget_per_category;\"parks: 50, play: 50\"\nscoring_fn;Borda\nfully_funded;1\nmy own key;; \n";
    let rare = rare.replace("key;; ", "key; ").replace("\"parks: 50, play: 50\"", "parks: 50, play: 50");
    let text =
        APPROVAL.replace("rule;", &format!("{rare}rule;")).replace("id;cost\n1;60\n02;", "id;x y;cost\n1;;60\n02;ü;");
    let election = election(&text);
    assert_eq!(election.meta_value("fully_funded"), Some("1"));
    assert_eq!(election.project_value(1, "x y"), Some("ü"));
    assert_eq!((write(&election), oddities(&election)), (text, vec![]));
}

#[test]
fn regular_files_are_written_byte_for_byte() {
    let quoted = APPROVAL.replace("Town", "\"Town; \"\"Green\"\"\"").replacen("b;1", "\"b\nc\";1", 1);
    let mixed = APPROVAL.replace("country;X\n", "country;X\r\n").replace("a;1,02\n", "a;1,02\r\n");
    let all = [APPROVAL.to_owned(), quoted, mixed, APPROVAL.replace('\n', "\r\n"), APPROVAL.trim_end().to_owned()];
    for text in all.iter().flat_map(|text| [text.clone(), format!("\u{feff}{text}")]) {
        assert_eq!(write(&election(&text)), text);
        assert_eq!(read_owned(text.clone().into_bytes()).unwrap(), election(&text));
    }
}

#[test]
fn irregular_files_are_written_in_the_regular_form() {
    let odd = APPROVAL.replace("META\nkey;value", "\n Meta ;\nkey; value ").replace("PROJECTS\n", "projects\r\n");
    let odd = odd.replace("VOTES\n", "VOTES;;\n  \n").replace("b;1\n", "\"b\";\"1\"\n\n\n");
    let election = election(&odd);
    assert_eq!(write(&election), APPROVAL.replace("key;value", "key; value ").replace("PROJECTS\n", "PROJECTS\r\n"));
    assert_eq!(election.vote_value(1, "voter_id"), Some("b"));
    assert_eq!(ballots(&election), ballots(&self::election(APPROVAL)));
    let blank = election.notices().iter().filter(|notice| notice.kind == NoticeKind::BlankLine);
    let lines: Vec<String> = blank.map(|notice| notice.position.to_string()).collect();
    assert_eq!(lines, ["line 1, column 1", "line 20, column 1", "line 24, column 1", "line 25, column 1"]);
    assert_eq!(election.notices().len(), 7, "{:?}", election.notices());
    let stray = self::election(&APPROVAL.replace("b;1", "b\"x;1"));
    assert_eq!(write(&stray), APPROVAL.replace("b;1", "\"b\"\"x\";1"));
    assert_eq!(stray.vote_value(1, "voter_id"), Some("b\"x"));
}

#[test]
fn quoted_cells_and_plain_ones_are_the_same_id() {
    let twice = APPROVAL.replace("b;1", "\"a\";1");
    assert!(read(twice.as_bytes()).is_err());
    let odd = APPROVAL.replace("a;1,02\nb;1", "\"x\"\"y\";1\nx\"y;1");
    assert!(read(odd.as_bytes()).unwrap_err()[0].to_string().contains("a voter id that no row before has"));
}

#[test]
fn the_five_vote_types_are_told_apart() {
    let types =
        ["approval", "choose-1", "ordinal"].map(|name| election(&APPROVAL.replace("approval", name)).vote_type());
    assert_eq!(types, [VoteType::Approval, VoteType::ChooseOne, VoteType::Ordinal]);
}
