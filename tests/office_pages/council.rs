//! What the council decided, as the office enters it, and the paper for the sitting.

use allmende::web::council::told::Told;
use allmende::web::council::view::{
    AreaRows, CouncilConclude, CouncilCorrect, CouncilList, CouncilPaper, CouncilWaiting, KeptRow, OutcomeCount,
    ProjectRow, RoundHead, RowFields,
};
use allmende::web::parts::{Pager, Problem};
use allmende::web::result::view::{
    AreaInShort, Figures, FundedProject, MoneyFigures, Origin, ProjectLabel, ResultInShort, Support, Turnout, Unit,
};
use allmende::web::settings::view::{FieldOption, FieldView};
use scraper::Selector;

use super::{render, text_of};

fn round() -> RoundHead {
    RoundHead { title: "Lindenau 2027".into(), url: "/en/office/x".into(), council: "District parliament".into() }
}

fn told(reason: Option<&str>) -> Told {
    Told {
        outcome: if reason.is_some() { "changed" } else { "carried_out" },
        words: "Will be done".into(),
        day: "Thursday, 18 November 2027".into(),
        paper: reason.map(|_| "DS/0412/VIII".into()),
        reason: reason.map(str::to_owned),
        corrected: reason.is_some(),
    }
}

fn row(number: &str) -> ProjectRow {
    ProjectRow {
        number: number.into(),
        title: "Drinking fountain <b>here</b>".into(),
        language: Some("de".into()),
        cost: Some("€28,000".into()),
        decision: None,
        correct_url: None,
        fields: None,
    }
}

fn fields(number: u32, problem: Option<&str>) -> RowFields {
    let option = |value: &str, chosen| FieldOption { value: value.into(), label: format!("Choice {value}"), chosen };
    RowFields {
        outcome: format!("outcome_{number}"),
        options: vec![option("", problem.is_none()), option("changed", problem.is_some())],
        outcome_problem: problem.map(str::to_owned),
        reason: format!("reason_{number}"),
        reason_value: "Two <benches>".into(),
        reason_problem: problem.map(str::to_owned),
    }
}

fn field(name: &str, kind: &'static str) -> FieldView {
    FieldView { name: name.into(), label: name.into(), hint: "A hint".into(), kind, ..FieldView::default() }
}

fn list() -> CouncilList {
    CouncilList {
        round: round(),
        url: "/en/office/x/decisions".into(),
        saved: None,
        taken_back: false,
        corrected: false,
        problems: Vec::new(),
        kept: Vec::new(),
        sitting: vec![field("date", "date"), field("paper", "line")],
        open: 2,
        chosen: 3,
        concluded: None,
        conclude_url: None,
        paper_url: "/en/office/x/council-paper".into(),
        areas: vec![AreaRows {
            name: "Rosenhöhe".into(),
            chosen: vec![
                ProjectRow {
                    decision: Some(told(Some("Two benches."))),
                    correct_url: Some("/en/c".into()),
                    ..row("07")
                },
                ProjectRow { fields: Some(fields(8, None)), ..row("08") },
                ProjectRow { fields: Some(fields(9, Some("Project 09: Write the reason."))), ..row("09") },
            ],
            others: vec![ProjectRow { fields: Some(fields(10, None)), ..row("10") }],
            others_open: false,
        }],
        page_number: 2,
        page_count: 3,
        pager: Pager::new(2, 3, |page| format!("?page={page}")),
    }
}

#[test]
fn a_clerk_finds_the_decided_ones_the_open_ones_and_the_mistakes() {
    let problem = |text: &str, anchor: &str| Problem { text: text.into(), anchor: Some(anchor.into()) };
    let view = CouncilList {
        problems: vec![problem("Project 09: Write the reason.", "reason_9")],
        kept: vec![KeptRow {
            number: "07".into(),
            title: "Fountain".into(),
            outcome: Some("Will be done".into()),
            reason: Some("My <reason>".into()),
        }],
        ..list()
    };

    let page = render("council-list", &view);

    assert_eq!(text_of(&page, "h1"), "Decisions: District parliament");
    assert!(text_of(&page, ".lead").contains("2 of 3 chosen projects are still open."));
    assert!(text_of(&page, ".problem").contains("Nothing of yours is saved yet."));
    assert!(text_of(&page, ".problem").contains("07 Fountain You had chosen: Will be done. Your reason: My <reason>"));
    let rows = text_of(&page, ".rows");
    assert!(
        rows.contains("Thursday, 18 November 2027 Paper DS/0412/VIII Entry corrected Two benches. Correct"),
        "{rows}"
    );
    assert_eq!(page.select(&Selector::parse("details:not([open]) textarea").unwrap()).count(), 1);
    assert_eq!(page.select(&Selector::parse("[name=outcome_8][checked]").unwrap()).count(), 1);
    assert_eq!(page.select(&Selector::parse("#reason_9[aria-invalid]").unwrap()).count(), 1);
    assert_eq!(text_of(&page, ".btn"), "Save decisions");
}

#[test]
fn whoever_only_reads_finds_no_form_and_whoever_is_done_the_next_step() {
    let quiet = AreaRows { name: "All".into(), chosen: vec![row("01")], others: Vec::new(), others_open: false };
    let reading = CouncilList { sitting: Vec::new(), areas: vec![quiet], page_count: 1, ..list() };
    let page = render("council-reading", &reading);
    assert_eq!(page.select(&Selector::parse("main form, main .btn").unwrap()).count(), 0);
    assert!(text_of(&page, ".rows").contains("Still open"));

    let done = CouncilList { saved: Some(3), open: 0, conclude_url: Some("/en/decided".into()), ..list() };
    let page = render("council-done", &done);
    assert!(text_of(&page, "[role=alert]").contains("3 decisions are saved and public."));
    assert!(text_of(&page, "main").contains("All chosen projects are decided. Say now that everything is decided"));

    let taken_back = render("council-taken-back", &CouncilList { taken_back: true, ..list() });
    assert!(text_of(&taken_back, "[role=alert]").contains("The entry is taken back."));
    let over = CouncilList { corrected: true, concluded: Some("Monday".into()), areas: Vec::new(), ..list() };
    let page = render("council-over", &over);
    assert!(text_of(&page, "main").contains("The entry is corrected."));
    assert!(text_of(&page, ".lead").contains("Completed on Monday."));
}

#[test]
fn before_the_result_the_page_says_when() {
    let page = render("council-waiting", &CouncilWaiting { round: round(), expected: Some("Friday".into()) });
    assert!(text_of(&page, "main").contains("once the result is public. The result is planned for Friday."));

    let page = render("council-waiting-open", &CouncilWaiting { round: round(), expected: None });
    assert!(text_of(&page, "main").contains("There is no date for the result yet."));
}

#[test]
fn a_correction_shows_what_is_saved_beside_what_is_typed() {
    let view = CouncilCorrect {
        round: round(),
        url: "/en/office/x/decisions/00007".into(),
        list_url: "/en/office/x/decisions".into(),
        number: "07".into(),
        title: "Fountain".into(),
        language: None,
        decision: told(None),
        version: 2,
        came_too_late: false,
        problems: Vec::new(),
        fields: vec![field("date", "date"), field("outcome", "radio"), field("why", "prose")],
        take_back: field("take_back", "prose"),
    };
    let page = render("council-correct", &view);
    assert!(text_of(&page, ".slip").contains("What it says now Will be done Thursday, 18 November 2027"));
    assert_eq!(text_of(&page, "h1"), "Correct the entry: project 07");

    let late = CouncilCorrect { came_too_late: true, language: Some("de".into()), decision: told(Some("So.")), ..view };
    let page = render("council-correct-late", &late);
    assert!(text_of(&page, "[role=alert]").contains("Somebody else"));
}

#[test]
fn what_follows_is_told_before_it_is_said_that_all_is_decided() {
    let outcomes = vec![OutcomeCount { words: "Will be done".into(), count: "9".into() }];
    let view = CouncilConclude {
        round: round(),
        url: "/en/decided".into(),
        list_url: "/en/decisions".into(),
        open: 0,
        outcomes,
    };
    let page = render("council-conclude", &view);
    assert!(text_of(&page, ".office").contains("The result stays as it is."));
    assert!(text_of(&page, ".office").contains("This cannot be taken back."));

    let page = render("council-conclude-open", &CouncilConclude { open: 2, outcomes: Vec::new(), ..view });
    assert!(text_of(&page, ".note").contains("2 chosen projects are still open."));
    assert_eq!(page.select(&Selector::parse("main form").unwrap()).count(), 0);
}

fn paper() -> CouncilPaper {
    let money = MoneyFigures { budget: "€400,000".into(), cost: "€391,000".into(), left: Some("€9,000".into()) };
    let figures = Figures { funded: 2, projects: 14, voters: Some(4318), ballots: 4318, money: Some(money) };
    let funded = |number: &str, support| FundedProject {
        project: ProjectLabel { number: number.into(), title: "Fountain".into(), language: None },
        url: "/en/x".into(),
        place: None,
        cost: Some("€28,000".into()),
        support,
        council: None,
    };
    let rows = vec![
        funded("07", Support::Points { points: 2263, voters: 1516 }),
        funded("08", Support::Votes { votes: 12 }),
        funded("09", Support::Score { score: "3.5".into(), voters: 7 }),
    ];
    CouncilPaper {
        round: round(),
        organisation: "Lindenau".into(),
        list_url: "/en/decisions".into(),
        result_url: "https://example.org/en/result".into(),
        published_on: "Friday, 15 October 2027".into(),
        binding: false,
        rule: "Everybody has the same share.".into(),
        unit: Unit::Points,
        result: ResultInShort {
            figures: figures.clone(),
            origin: None,
            turnout: Some(Turnout {
                total: 4318,
                sum: "4,318".into(),
                of_roll: None,
                unknown_roll: false,
                chart: None,
                rows: Vec::new(),
            }),
            areas: vec![AreaInShort { name: "All".into(), figures, funded: rows }],
            ties: 1,
        },
        small_areas: vec!["Rosenhöhe".into()],
        minimum: 10,
    }
}

#[test]
fn the_paper_has_each_chosen_project_with_three_boxes_to_tick_and_its_limits() {
    let page = render("council-paper", &paper());

    let count = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!((count(".ticks tbody tr"), count(".ticks tbody svg")), (3, 9));
    let table = text_of(&page, ".ticks");
    assert!(table.contains("Carry out Reject Not competent 07 Fountain €28,000 2,263"), "{table}");
    let limits = text_of(&page, "[aria-labelledby=limits]");
    assert!(limits.contains("Once two projects were equal."), "{limits}");
    assert!(limits.contains("Fewer than 10 ballots, so they carry little weight: Rosenhöhe."), "{limits}");
    assert!(limits.contains("One way had fewer than 10 ballots."), "{limits}");
}

#[test]
fn the_paper_of_other_ballots_says_where_they_came_from() {
    for (origin, says) in [(Origin::Generated, "A program made"), (Origin::Imported { source: None }, "from a file")] {
        let mut view = paper();
        (view.binding, view.unit, view.small_areas) = (true, Unit::Votes, Vec::new());
        (view.result.origin, view.result.turnout, view.result.ties) = (Some(origin), None, 0);
        view.result.areas[0].funded = Vec::new();

        let page = render("council-paper-elsewhere", &view);

        assert!(text_of(&page, "[aria-labelledby=limits]").contains(says));
        assert!(text_of(&page, "[aria-labelledby=limits]").contains("No tie decided the result."));
    }
}
