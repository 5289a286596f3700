//! The office's pages.

use allmende::web::office::view::{
    Acts, AlarmLine, AreaPreview, AreaProgress, AreaState, BallotNumbers, CountState, DayRow, Done, Field, Meanwhile,
    OfficeCertify, OfficeClose, OfficeConflict, OfficeCount, OfficeDashboard, OfficeExtend, OfficePublish, OfficeRound,
    OfficeRoundShow, PreviewRow, ProposalsAct, RoundRow, RulesInForce, Schedule, SetUpStep, Task, Wait,
};
use allmende::web::parts::{PhaseStep, Problem, StepKind};
use allmende::web::record::view::RecordEntry;
use allmende::web::result::view::{Figures, MoneyFigures};
use scraper::Selector;

use super::{render, text_of};

fn alarm(full: bool) -> AlarmLine {
    AlarmLine {
        text: "There is no backup yet".into(),
        hint: full.then(|| "Make one each day.".into()),
        round: full.then(|| "Lindenau <2027>".into()),
        url: Some("/en/office/mails".into()),
    }
}

#[test]
fn a_quiet_office_says_that_nothing_waits() {
    let page = render(
        "office-dashboard-empty",
        &OfficeDashboard {
            today: "Monday".into(),
            set_up: Vec::new(),
            new_round_url: None,
            alarms: Vec::new(),
            soon: Vec::new(),
            next: Some("Voting begins: Monday".into()),
            waits: Vec::new(),
            rounds: Vec::new(),
        },
    );

    assert!(
        text_of(&page, "main")
            .contains("Nothing is waiting There is nothing for you to do right now. Next: Voting begins: Monday")
    );
    assert!(text_of(&page, "main").contains("There is no round yet."));
}

#[test]
fn a_new_organisation_is_told_its_first_steps() {
    let step = |name| SetUpStep { name, url: format!("/en/office/{name}") };
    let set_up = ["name", "help", "texts", "administrator"].map(step).into();
    let view = OfficeDashboard {
        today: "Monday".into(),
        set_up,
        new_round_url: Some("/en/office/new-round".into()),
        alarms: Vec::new(),
        soon: Vec::new(),
        next: None,
        waits: Vec::new(),
        rounds: Vec::new(),
    };

    let page = render("office-dashboard-new", &view);

    assert!(text_of(&page, "#set-up").contains("4 steps to the first round"));
    assert!(text_of(&page, ".rows").contains("Invite a second administrator"));
    assert!(!text_of(&page, "main").contains("nothing for you to do"));
}

#[test]
fn what_waits_comes_before_any_number() {
    let text = String::from;
    let tasks = vec![
        Task::KeyMissing,
        Task::CountFailed { reference: text("7f3a") },
        Task::ClosesToday { until: text("Sunday, 10 October 2027, 23:59") },
        Task::Certify { ended: text("Sunday, 10 October 2027, 23:59") },
        Task::Publish { counted: text("Monday, 11 October 2027, 9:12") },
        Task::Counting,
    ];
    let view = OfficeDashboard {
        set_up: Vec::new(),
        new_round_url: None,
        today: text("Monday, 11 October 2027"),
        alarms: vec![alarm(true), alarm(false)],
        soon: vec![alarm(false)],
        next: None,
        waits: tasks
            .into_iter()
            .map(|task| Wait { round: text("Lindenau 2027"), url: text("/en/office/lindenau-2027"), task })
            .collect(),
        rounds: vec![RoundRow {
            title: text("Bürgerhaushalt Lindenau 2027"),
            url: text("/en/office/lindenau-2027"),
            phase: text("Voting"),
            date: Some(text("until Sunday, 10 October 2027")),
            ballots: text("4,318"),
        }],
    };

    let page = render("office-dashboard", &view);
    assert!(text_of(&page, "[aria-labelledby=waits]").contains("There is no backup yet"));
    assert!(text_of(&page, "[aria-labelledby=soon]").contains("Today and tomorrow"));

    assert!(text_of(&page, "#waits").contains("8 things are waiting"));
    assert!(
        text_of(&page, ".rows").contains("Lindenau 2027: certify the voting Waiting for you Voting ended on Sunday")
    );
}

#[test]
fn a_round_shows_what_can_be_done_and_what_was_done() {
    let page = render("office-round", &round_show());

    assert!(
        text_of(&page, "[role=alert]")
            .contains("Before: Sunday, 10 October 2027, 23:59. Now: Sunday, 17 October 2027, 23:59.")
    );
    assert!(text_of(&page, ".trail").contains("was extended. Reason: The letters came late. by an administrator"));
    assert!(text_of(&page, ".trail details").contains("something_newer"));
    assert!(text_of(&page, "table").contains("Monday, 4 October 148"));
}

#[test]
fn a_round_without_anything_still_reads() {
    let view = OfficeRoundShow {
        done: None,
        phases: Vec::new(),
        wait: None,
        acts: Acts::default(),
        schedule: Schedule::default(),
        rules: RulesInForce { roll: None, ..rules() },
        ballots: None,
        record: Vec::new(),
        record_url: None,
        ..round_show()
    };

    let page = render("office-round-empty", &view);

    assert!(text_of(&page, "main").contains("There is nothing to do in this round right now."));
    assert!(text_of(&page, "main").contains("The record is still empty."));
}

#[test]
fn extending_keeps_what_was_typed_and_says_what_is_wrong() {
    let wrong = "The new end is not after the present one. Choose a later day.";
    let view = OfficeExtend {
        round: round(),
        url: "/en/office/lindenau-2027/extend".into(),
        closes: "Sunday, 10 October 2027, 23:59".into(),
        closes_at: "2027-10-10T21:59:00.000Z".into(),
        zone: "Europe/Berlin".into(),
        problems: vec![Problem { text: wrong.into(), anchor: Some("date".into()) }],
        date: Field { value: "2027-10-09".into(), problem: Some(wrong.into()) },
        time: Field { value: "23:59".into(), problem: None },
        reason: Field { value: "Die Briefe kamen <spät>.".into(), problem: None },
    };

    let page = render("office-extend", &view);

    let value = |id: &str| page.select(&Selector::parse(id).unwrap()).next().unwrap().attr("value").map(str::to_owned);
    assert_eq!(value("#date").as_deref(), Some("2027-10-09"));
    assert_eq!(text_of(&page, "textarea"), "Die Briefe kamen <spät>.");
    assert_eq!(text_of(&page, ".problem").matches(wrong).count(), 1);
    assert_eq!(text_of(&page, ".bad .why").matches(wrong).count(), 1);
}

#[test]
fn closing_early_wants_the_rounds_name() {
    let view = OfficeClose {
        round: round(),
        url: "/en/office/lindenau-2027/close".into(),
        closes: "Sunday, 10 October 2027, 23:59".into(),
        closes_at: "2027-10-10T21:59:00.000Z".into(),
        ballots: 1,
        extend_url: "/en/office/lindenau-2027/extend".into(),
        problems: Vec::new(),
        reason: Field::default(),
        confirm: Field::default(),
    };

    let page = render("office-close", &view);

    assert!(text_of(&page, "#confirm-hint").contains("Bürgerhaushalt Lindenau 2027"));
    assert!(text_of(&page, ".note").contains("There is 1 ballot, and it counts."));
}

#[test]
fn certifying_says_what_happens_in_which_order() {
    let page = render("office-certify", &certify());

    assert_eq!(page.select(&Selector::parse("ol.phases li").unwrap()).count(), 4);
    assert!(text_of(&page, ".facts").contains("0 of 1"));
    assert!(text_of(&page, ".facts").contains("Both numbers are the same."));
}

#[test]
fn numbers_that_differ_are_said_loudly_and_a_second_signature_is_awaited() {
    let view = OfficeCertify {
        participations: "4,317".into(),
        reconciled: false,
        signatures_given: 1,
        signatures_required: 2,
        signed_by_reader: true,
        small_areas: vec!["Am Kanal".into(), "Siedlung Nord".into()],
        ..certify()
    };

    let page = render("office-certify-wrong", &view);

    assert!(text_of(&page, ".facts .why").contains("Do not certify."));
    assert!(
        text_of(&page, "main")
            .contains("2 areas have fewer than 10 ballots. There we publish sums only: Am Kanal, Siedlung Nord.")
    );
    assert_eq!(page.select(&Selector::parse("#confirm").unwrap()).count(), 0);
}

#[test]
fn a_count_shows_how_far_it_is_and_asks_again_by_itself() {
    for (name, state, words) in [
        ("waiting", CountState::Waiting, "The count is about to begin."),
        (
            "opening",
            CountState::Opening { done: 1000, total: 4318 },
            "The box is being opened: 1,000 of 4,318 ballots.",
        ),
        ("counting", CountState::Counting { done: 1, total: 3 }, "1 of 3 areas are counted."),
        (
            "done",
            CountState::Done { at: "11 October 2027, 9:12".into(), publish_url: Some("/en/publish".into()) },
            "Counted on 11 October 2027, 9:12.",
        ),
        (
            "failed",
            CountState::Failed { reference: "7f3a".into(), again: "9:20".into() },
            "The count has stopped. No ballot is lost.",
        ),
    ] {
        let asks_again = name != "done";
        let areas = [
            ("Altlindenau", AreaState::Done { funded: 3, projects: 11 }),
            ("Rosenhöhe", AreaState::Running { runs: 151 }),
            ("Am Kanal", AreaState::Waiting),
        ];
        let view = OfficeCount {
            round: round(),
            state,
            areas: areas.map(|(name, state)| AreaProgress { name: name.into(), ballots: "1,304".into(), state }).into(),
            refresh_seconds: asks_again.then_some(3),
        };

        let page = render(&format!("office-count-{name}"), &view);

        assert_eq!(text_of(&page, "[role=status]"), words);
        assert_eq!(page.select(&Selector::parse("meta[http-equiv=refresh]").unwrap()).count(), usize::from(asks_again));
    }
}

#[test]
fn the_result_is_looked_at_before_it_is_published() {
    let area = |name: &str, count: u64, money: bool| AreaPreview {
        name: name.into(),
        figures: Figures {
            funded: count,
            projects: 14,
            voters: None,
            ballots: 4318,
            money: money.then(|| MoneyFigures { budget: "€400,000".into(), cost: "€391,000".into(), left: None }),
        },
        funded: (1..=count)
            .map(|n| PreviewRow {
                number: format!("{n:02}"),
                title: "Drinking fountain".into(),
                cost: Some("€28,000".into()),
            })
            .collect(),
        ties: count,
    };
    let view = OfficePublish {
        round: round(),
        url: "/en/office/lindenau-2027/publish".into(),
        counted: "11 October 2027, 9:12".into(),
        check_value: "9c41 e07d 55ab 18f2".into(),
        areas: vec![area("Altlindenau", 3, true), area("Rosenhöhe", 0, false)],
        ballots: 4318,
        unique_ballots: 412,
        small_areas: vec!["Am Kanal".into()],
        minimum: 10,
    };

    let page = render("office-publish", &view);

    assert!(text_of(&page, "main").contains("3 of 14 projects are funded"));
    assert!(text_of(&page, ".office").contains("412 ballots appear only once."));
}

#[test]
fn whoever_was_slower_learns_what_happened_and_keeps_the_text() {
    for (name, meanwhile, words) in [
        (
            "moved",
            Meanwhile::EndMoved { closes: "17 October".into() },
            "Meanwhile the end of voting was moved: 17 October.",
        ),
        ("closed", Meanwhile::Closed { at: "4 October".into() }, "Meanwhile voting ended on 4 October."),
        (
            "certified",
            Meanwhile::Certified { at: "4 October".into() },
            "Meanwhile the voting was certified on 4 October.",
        ),
        (
            "published",
            Meanwhile::Published { at: "4 October".into() },
            "Meanwhile the result was published on 4 October.",
        ),
        ("recounted", Meanwhile::Recounted, "Meanwhile the ballots were counted again. Look at the new result."),
    ] {
        let kept = (name == "moved").then(|| "The letters came late.".into());

        let page = render(&format!("office-conflict-{name}"), &OfficeConflict { round: round(), meanwhile, kept });

        assert_eq!(text_of(&page, ".lead"), words);
        assert_eq!(text_of(&page, ".intern").contains("The letters came late."), name == "moved");
    }
}

fn round() -> OfficeRound {
    OfficeRound {
        title: "Bürgerhaushalt Lindenau 2027".into(),
        url: "/en/office/rounds/lindenau-2027".into(),
        public_url: Some("/en/rounds/lindenau-2027".into()),
    }
}

fn rules() -> RulesInForce {
    RulesInForce {
        format: "Five points in each area".into(),
        rule: "Equal shares".into(),
        roll: Some(38540),
        takes_accounts: false,
        areas: 4,
        projects: 44,
        signatures: 1,
    }
}

fn round_show() -> OfficeRoundShow {
    let text = String::from;
    let (before, after) = ("Sunday, 10 October 2027, 23:59", "Sunday, 17 October 2027, 23:59");
    let step = |kind, name: &str, dates: &str| PhaseStep { kind, name: name.into(), dates: Some(dates.into()) };
    let record = vec![
        RecordEntry {
            at: text("4 October 2027, 18:05"),
            sentence: text("The vote of the round “Lindenau 2027” was extended."),
            reason: Some(text("The letters came late.")),
            by: text("by an administrator"),
            ..RecordEntry::default()
        },
        RecordEntry {
            at: text("1 October 2027, 8:00"),
            sentence: text("This version of the program does not fully understand the entry “something_newer”."),
            by: text("by the program itself"),
            body: Some(text("{\"act\":\"something_newer\"}")),
            ..RecordEntry::default()
        },
    ];
    OfficeRoundShow {
        round: round(),
        overview_url: text("/en/office"),
        done: Some(Done::Extended { before: text(before), after: text(after) }),
        phases: vec![
            step(StepKind::Done, "Projects", "until 30 September"),
            step(StepKind::Here, "Voting", "until Sunday, 17 October"),
            step(StepKind::Next, "Count", "from Monday, 18 October"),
            step(StepKind::Next, "Result", "Friday, 22 October"),
        ],
        wait: Some(Wait {
            round: text("Lindenau 2027"),
            url: text("/en/x"),
            task: Task::ClosesToday { until: text(after) },
        }),
        acts: Acts {
            may_set_up: true,
            set_up_url: Some("/en/office/rounds/lindenau-2027/set-up".into()),
            extend_url: Some(text("/en/extend")),
            close_url: Some(text("/en/close")),
            certify_url: Some(text("/en/certify")),
            enter_url: Some(text("/en/enter-proposal")),
            count_url: Some(text("/en/count")),
            publish_url: Some(text("/en/publish")),
            result_url: Some(text("/en/result")),
            decisions_url: Some(text("/en/decisions")),
            may_decide: true,
            council_paper_url: Some(text("/en/council-paper")),
            proposals: Some(ProposalsAct { url: text("/en/proposals"), waiting: 3, reported: 2 }),
            reviews_url: Some(text("/en/review")),
            shortlist_url: Some(text("/en/shortlist")),
        },
        schedule: Schedule {
            opens: Some(text("Friday, 1 October 2027, 8:00")),
            closes: Some(text(after)),
            closed: Some(text(after)),
            certified: Some(text(after)),
            counted: Some(text(after)),
            published: Some(text(after)),
        },
        rules: rules(),
        ballots: Some(BallotNumbers {
            channels: vec!["channel-letter-code", "channel-paper", "channel-account", "channel-kiosk"],
            days: ["Monday, 4 October", "Sunday, 3 October", "Saturday, 2 October"]
                .map(|day| DayRow {
                    day: day.into(),
                    cells: ["148", "0", "31", "9"].map(text).into(),
                    total: text("188"),
                })
                .into(),
            totals: ["1,902", "640", "471", "122"].map(text).into(),
            total: 3135,
            sum: text("3,135"),
            share: Some(text("8.1 %")),
        }),
        record,
        record_url: Some(text("/en/office/record?round=lindenau-2027")),
    }
}

fn certify() -> OfficeCertify {
    OfficeCertify {
        round: round(),
        url: "/en/office/lindenau-2027/certify".into(),
        ended: "Sunday, 10 October 2027, 23:59".into(),
        ballots: "4,318".into(),
        participations: "4,318".into(),
        by_channel: vec![("channel-account", "1,018".into()), ("channel-letter-code", "3,300".into())],
        takes_accounts: true,
        reconciled: true,
        signatures_given: 0,
        signatures_required: 1,
        signed_by_reader: false,
        small_areas: Vec::new(),
        minimum: 10,
        problems: Vec::new(),
        confirm: Field::default(),
    }
}
