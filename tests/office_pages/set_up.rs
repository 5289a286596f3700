//! The set-up of a round: its start, its task list, a part, and the last look.

use allmende::web::layout::NavLink;
use allmende::web::parts::Problem;
use allmende::web::set_up::view::{
    LackView, PatternView, SetUpOverview, SetUpPart, SetUpPublish, SetUpStart, SetUpTask, TaskState,
};
use allmende::web::settings::view::{FieldGroup, FieldOption, FieldView, Outcome};

use super::{render, text_of};

fn field(name: &str, kind: &'static str) -> FieldView {
    FieldView { name: name.into(), label: name.into(), kind, value: "1".into(), ..FieldView::default() }
}

fn wrong(name: &str, kind: &'static str) -> FieldView {
    let option = |value: &str| FieldOption { value: value.into(), label: value.into(), chosen: value == "b" };
    FieldView {
        hint: "Hint".into(),
        problem: Some("Choose an answer.".into()),
        options: vec![option("a"), option("b")],
        ..field(name, kind)
    }
}

fn part(groups: Vec<FieldGroup>) -> SetUpPart {
    SetUpPart {
        title: "Areas".into(),
        lead: "Each area has a list.".into(),
        round: "Lindenau decides".into(),
        url: "/en/office/rounds/lindenau/set-up/areas".into(),
        overview_url: "/en/office/rounds/lindenau/set-up".into(),
        version: 3,
        outcome: Outcome::Fresh,
        problems: Vec::new(),
        saved_list: Vec::new(),
        groups,
        rows: 0,
        reason: None,
        read_first: None,
        frozen: None,
    }
}

#[test]
fn a_round_is_started_from_a_preset_or_a_former_round() {
    let pattern = |value: &str, chosen| PatternView {
        option: FieldOption { value: value.into(), label: value.into(), chosen },
        hint: "What it brings.".into(),
    };
    let view = SetUpStart {
        url: "/en/office/new-round".into(),
        office_url: "/en/office".into(),
        problems: vec![Problem { text: "Choose an answer.".into(), anchor: Some("pattern".into()) }],
        titles: vec![field("title_en", "line")],
        slug: wrong("slug", "url-part"),
        patterns: vec![pattern("citizens", true), pattern("7", false)],
        pattern_problem: Some("Choose an answer.".into()),
    };

    let page = render("set-up-start", &view);

    assert_eq!(text_of(&page, "h1"), "Start a new round");
    assert!(text_of(&page, "#pattern").contains("Choose an answer."));
}

#[test]
fn the_task_list_says_how_far_each_part_is() {
    let task = |title: &str, state, lacks: &[&str]| SetUpTask {
        title: title.into(),
        url: "/a".into(),
        now: "Now".into(),
        state,
        lacks: lacks.iter().map(|lack| (*lack).to_owned()).collect(),
    };
    let tasks = vec![
        task("Basics", TaskState::Complete, &[]),
        task("Areas", TaskState::ToDo, &["Nobody has looked at it."]),
        task("Dates", TaskState::Incomplete, &["Voting needs an end."]),
        task("Ballot", TaskState::Fixed, &[]),
    ];
    let view = SetUpOverview {
        may_set_up: true,
        round: "Lindenau decides".into(),
        round_url: "/en/office/rounds/lindenau".into(),
        saved: Some("Basics".into()),
        started: false,
        is_public: false,
        tasks,
        complete: 2,
        preview_url: "/preview".into(),
        publish_url: None,
    };

    let page = render("set-up-overview", &view);

    assert!(text_of(&page, "main").contains("Voting needs an end."));
    assert!(text_of(&page, "#next + p").contains("once all tasks are complete"));
    let public = SetUpOverview {
        may_set_up: true,
        is_public: true,
        saved: None,
        started: false,
        tasks: Vec::new(),
        complete: 0,
        round: "R".into(),
        round_url: "/r".into(),
        preview_url: "/p".into(),
        publish_url: None,
    };
    render("set-up-overview-public", &public);
    let read = |is_public| SetUpOverview {
        may_set_up: false,
        is_public,
        saved: None,
        started: false,
        tasks: Vec::new(),
        complete: 0,
        round: "R".into(),
        round_url: "/r".into(),
        preview_url: "/p".into(),
        publish_url: None,
    };
    for page in [render("set-up-overview-read", &read(true)), render("set-up-overview-read-draft", &read(false))] {
        assert_eq!(text_of(&page, "h1"), "Read the set-up");
        assert!(!text_of(&page, "main").contains("can publish"), "{}", text_of(&page, "main"));
    }
    render(
        "set-up-overview-ready",
        &SetUpOverview { is_public: false, started: true, publish_url: Some("/go".into()), ..public },
    );
}

#[test]
fn a_part_shows_every_kind_of_field() {
    let kinds = ["line", "number", "prose", "tick", "choice", "radio", "date", "time", "url-part", "hidden"];
    let fields = kinds.iter().map(|kind| field(&format!("plain-{kind}"), kind)).collect();
    let with_problems = kinds.iter().map(|kind| wrong(&format!("wrong-{kind}"), kind)).collect();
    let group = |legend: Option<&str>, fields| FieldGroup { legend: legend.map(str::to_owned), fields };
    let bare = part(vec![group(None, fields)]);
    let full = SetUpPart {
        outcome: Outcome::ChangedMeanwhile { at: Some("4 October 2027, 18:05".into()) },
        problems: vec![Problem { text: "Choose an answer.".into(), anchor: Some("wrong-radio".into()) }],
        saved_list: vec!["Nord".into()],
        rows: 4,
        reason: Some(wrong("reason", "prose")),
        read_first: Some(NavLink { label: "Read".into(), url: "/en/privacy".into(), current: false }),
        ..part(vec![group(Some("Area 1"), with_problems)])
    };

    let page = render("set-up-part-full", &full);
    render("set-up-part", &bare);
    let frozen =
        render("set-up-part-frozen", &SetUpPart { frozen: Some("Voting has begun.".into()), ..part(Vec::new()) });

    assert!(text_of(&page, ".note").contains("Nord"));
    assert!(frozen.select(&scraper::Selector::parse("main button").unwrap()).next().is_none(), "nothing can be saved");
}

#[test]
fn the_last_look_says_what_is_missing_or_what_happens() {
    let view = |seen: &str, lacks, next| SetUpPublish {
        round: "Lindenau decides".into(),
        url: "/go".into(),
        overview_url: "/o".into(),
        preview_url: "/p".into(),
        address: "https://budget.example/en/rounds/lindenau".into(),
        changed: seen == "old",
        seen: seen.into(),
        lacks,
        next,
    };
    let lack = LackView { part: "Dates".into(), url: "/dates".into(), text: "Voting needs an end.".into() };

    let missing = render("set-up-publish-missing", &view("1", vec![lack], Vec::new()));
    let ready = render("set-up-publish", &view("old", Vec::new(), vec!["Voting begins on 1 May.".into()]));

    assert!(text_of(&missing, "[role=alert]").contains("Voting needs an end."));
    assert!(text_of(&ready, "main").contains("https://budget.example/en/rounds/lindenau"));
}
