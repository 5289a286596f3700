//! The result pages.

use allmende::domain::channel::Channel;
use allmende::draw::{self, Bar, Caption, Share, Strip};
use allmende::web::council::told::{AtCouncil, Progress, Told};
use allmende::web::result::comparison::{ByVotes, Claim, ComparedRow, Comparison, Passed, RuleKind};
use allmende::web::result::explain::{Count, CountStep, PricePer, Purchase, Reason, RuleFamily, Tie, TieBy};
use allmende::web::result::view::{
    AreaLink, AreaResult, AreaSummary, BallotFile, ChannelRow, Data, Effect, Figures, FileLink, Finding, FundedProject,
    MoneyFigures, Origin, ProjectLabel, ResultArea, ResultShow, ResultWaiting, RollShare, RoundHead, ScoreRow, Scores,
    Support, Turnout, UnfundedProject, Unit, Waiting, channel_key,
};

use scraper::Selector;

use super::{render, text_of};

#[test]
fn a_round_with_one_area_says_what_happened_and_why() {
    let page = render("result-one", &one_area());

    assert_eq!(text_of(&page, "h1"), "10 of 14 projects are funded");
    assert!(
        text_of(&page, ".lead").starts_with("4,318 people voted. The funded projects cost €391,000 of the €400,000.")
    );
    let unfunded = text_of(&page, "section[aria-labelledby=unfunded]");
    assert!(
        unfunded.contains("€58,471 short Its supporters had €81,529 left together. It cost €140,000."),
        "{unfunded}"
    );
    assert!(unfunded.contains("Words of not_competent Thursday, 18 November 2027 Paper DS/0412/VIII The station"));
    let funded = text_of(&page, "section[aria-labelledby=funded]");
    assert!(funded.contains("Words of carried_out Thursday, 18 November 2027"), "{funded}");
    assert_eq!(funded.matches("Not decided yet").count(), 9, "{funded}");
    assert!(text_of(&page, ".band").contains("District parliament: nothing is decided yet."));
    let how = text_of(&page, "#how");
    assert!(how.contains("1. Equal shares €400,000 divided by 4,318 ballots is €92.64 each."), "{how}");
    assert!(text_of(&page, "#data").contains("allmende tally lindenau-2027.pb"));
}

#[test]
fn a_round_with_nothing_in_it_still_reads() {
    let figures = Figures { funded: 0, projects: 0, voters: None, ballots: 0, money: None };
    let view = ResultShow {
        round: round(),
        figures: figures.clone(),
        origin: None,
        effect: Effect::Advice { body: None },
        decision_on: None,
        council: None,
        next: None,
        areas: Vec::new(),
        only_area: Some(AreaResult {
            name: "Alles".into(),
            figures,
            strips: None,
            funded: Vec::new(),
            unfunded: Vec::new(),
            count: Count {
                rule: RuleFamily::Top,
                unit: Unit::Votes,
                steps: Vec::new(),
                ties: Vec::new(),
                purchases: Vec::new(),
                price_per: PricePer::Votes,
            },
            comparison: None,
            scores: None,
        }),
        turnout: None,
        data: Data { ballots: Vec::new(), result: None, rules: Vec::new(), withheld: 1, ..data() },
    };

    let page = render("result-empty", &view);

    assert_eq!(text_of(&page, "h1"), "No project is chosen");
    assert!(text_of(&page, "#how").contains("There was no ballot here."));
    assert!(text_of(&page, "#data").contains("It has fewer than 10 ballots."));
}

#[test]
fn other_rules_are_compared_with_the_one_of_the_round() {
    let page = render("result-compared", &one_area());

    let compared = text_of(&page, "section[aria-labelledby=compared-title]");
    assert!(
        compared.contains(
            "With most votes first 3 other projects would be in. \
             Then 412 people more would have got none of their projects."
        ),
        "{compared}"
    );
    assert!(compared.contains("raised step by step, the rest by support (the rule of this vote) 10 10 €391,000 388"));
    assert!(compared.contains("Even loads (Phragmén) 10 7 €391,000 390"));
    assert!(!compared.contains("passed over"), "points have no such check");
}

#[test]
fn a_group_that_was_passed_over_is_named() {
    let claim = Claim { project: label(7), people: 1204, share: "€120,400".into(), cost: "€90,000".into() };
    let passed = [Passed::Group(claim), Passed::Nobody].map(|passed| {
        let comparison = comparison(ByVotes::Same, Some(passed));
        let area = AreaResult { comparison: Some(comparison), ..area(14, 10) };
        let page = render("result-passed", &ResultShow { only_area: Some(area), ..one_area() });
        text_of(&page, "section[aria-labelledby=compared-title]")
    });

    let title = label(7).title;
    assert!(
        passed[0].contains(&format!(
            "1,204 people who all voted for \"07 {title}\" were passed over. \
             Together their share of the money is €120,400, the project costs €90,000. They got less."
        )),
        "{}",
        passed[0]
    );
    assert!(passed[0].contains("it would be exactly these projects too"));
    assert!(passed[1].contains("None was: whoever could pay for a project together got something for it."));
}

#[test]
fn a_round_with_several_areas_links_each_of_them() {
    let view = ResultShow {
        areas: ["Altlindenau", "Rosenhöhe", "Am Kanal", "Ganz Lindenau"]
            .into_iter()
            .map(|name| AreaSummary {
                name: name.into(),
                url: "/en/area".into(),
                figures: figures(),
                strips: Some(strips(name, 9)),
                funded: area(14, 2).funded,
            })
            .collect(),
        only_area: None,
        origin: Some(Origin::Generated),
        effect: Effect::Binding,
        council: Some(progress(10)),
        turnout: Some(Turnout { of_roll: None, chart: None, ..turnout() }),
        data: Data {
            ballots: ["Altlindenau", "Rosenhöhe", "Am Kanal"].map(ballot_file).into(),
            withheld: 1,
            one_area: false,
            ..data()
        },
        ..one_area()
    };

    let page = render("result-many", &view);

    assert!(text_of(&page, ".note").contains("Nobody cast them here."));
    assert!(text_of(&page, ".band").contains("District parliament: everything is decided."));
    assert_eq!(text_of(&page, ".sums").matches("Words of carried_out").count(), 4);
    assert!(text_of(&page, ".areas").contains("Rosenhöhe 10 projects of 14 €391,000 of €400,000 4,318 ballots"));
    assert_eq!(page.select(&Selector::parse(".areas .sums li").unwrap()).count(), 8);
    assert!(text_of(&page, "#data").contains("There is no file for 1 area."));
}

#[test]
fn an_area_of_an_imported_round_with_64_projects_reads_without_prices() {
    let mut area = large_area();
    area.count.steps = vec![
        CountStep::Share { budget: "1.000.000 zł".into(), ballots: 6586, share: "151,84 zł".into() },
        CountStep::First { project: label(7), price: None, per: PricePer::Cost },
        CountStep::Pay { by_points: false },
        CountStep::Repeat { projects: 0, cost: "0 zł".into() },
        CountStep::Raise { share: None, projects: 0, cost: "0 zł".into() },
        CountStep::Compare { replaced: false, shares: 3012, ranking: 1190 },
    ];
    let view = ResultArea {
        round: round(),
        origin: Some(Origin::Imported { source: Some("Poland Wieliczka 2023 Green Budget".into()) }),
        areas: [("Altlindenau", false), ("Rosenhöhe", true), ("Am Kanal", false)]
            .map(|(name, current)| AreaLink { name: name.into(), url: "/en/area".into(), current })
            .into(),
        area,
        council: Some(progress(3)),
        data: data(),
    };

    let page = render("result-area", &view);

    assert_eq!(text_of(&page, "nav [aria-current=page]").matches("Rosenhöhe").count(), 1);
    assert!(text_of(&page, ".band").contains("District parliament: 3 of 10 projects are decided."));
    assert!(text_of(&page, "#how").contains("07 Project number 7 came first."));
    assert!(text_of(&page, "#how").contains("The shares stay."));
}

#[test]
fn every_step_reason_and_tie_has_words() {
    let mut view = one_area();
    let area = view.only_area.as_mut().unwrap();
    area.count.steps = all_steps();
    area.count.ties = [TieBy::Id, TieBy::File, TieBy::MinCost, TieBy::MaxCost, TieBy::MaxVotes, TieBy::Lot]
        .map(|by| Tie { winner: label(3), loser: label(4), by })
        .into();
    area.unfunded = all_reasons().into_iter().map(unfunded).collect();
    view.effect = Effect::Advice { body: None };

    let page = render("result-words", &view);

    assert!(text_of(&page, "#how").contains("6 ties"));
    let unfunded = text_of(&page, "section[aria-labelledby=unfunded]");
    assert!(unfunded.contains("Place 14 It needed 12 more points for the last place."), "{unfunded}");
    assert!(unfunded.contains("It needed 1 more vote for the last place."), "{unfunded}");
    assert!(unfunded.contains("The rule for ties decided."), "{unfunded}");
    assert!(
        unfunded.contains("It would have passed the ceiling for parks: €12,000 was still free, it costs €20,000."),
        "{unfunded}"
    );
    assert!(unfunded.contains("would be worth €12 less to all voters together."), "{unfunded}");
}

#[test]
fn every_family_of_rules_has_a_first_sentence() {
    for (rule, price_per, words) in [
        (RuleFamily::Greedy, PricePer::Points, "the most points for the price come first"),
        (RuleFamily::Greedy, PricePer::Votes, "the most votes for the price come first"),
        (RuleFamily::Greedy, PricePer::Cost, "the most votes come first"),
        (RuleFamily::Welfare, PricePer::Cost, "We looked for the best set"),
        (RuleFamily::Phragmen, PricePer::Cost, "the least load on a person"),
    ] {
        let mut view = one_area();
        let count = &mut view.only_area.as_mut().unwrap().count;
        (count.rule, count.price_per) = (rule, price_per);

        let page = render("result-family", &view);

        assert!(text_of(&page, "#how .lead").contains(words), "{words}");
    }
}

#[test]
fn before_the_result_the_page_says_what_comes_next() {
    for (name, stage, words) in [
        (
            "not-begun",
            Waiting::NotBegun { opens: Some("1 October 2027".into()), closes: None },
            "Voting has not begun.",
        ),
        (
            "voting",
            Waiting::Voting { closes: Some("Sunday, 10 October 2027, 23:59".into()), vote_url: "/vote".into() },
            "Voting is still on.",
        ),
        ("checking", Waiting::Checking, "Voting has ended."),
        ("counting", Waiting::Counting, "The ballots are being counted now."),
        ("counted", Waiting::Counted, "The count is done."),
    ] {
        let expected = (name == "checking").then(|| "Friday, 15 October 2027".into());
        let view =
            ResultWaiting { title: "Bürgerhaushalt Lindenau 2027".into(), url: "/en/round".into(), stage, expected };

        let page = render(&format!("result-waiting-{name}"), &view);

        assert!(text_of(&page, ".lead").starts_with(words));
        assert!(text_of(&page, ".trail").contains("The result appears on this page."));
    }
}

fn round() -> RoundHead {
    RoundHead {
        title: "Bürgerhaushalt Lindenau 2027".into(),
        url: "/en/rounds/lindenau-2027".into(),
        result_url: "/en/rounds/lindenau-2027/result".into(),
        published_on: "Friday, 15 October 2027".into(),
    }
}

fn money() -> MoneyFigures {
    MoneyFigures { budget: "€400,000".into(), cost: "€391,000".into(), left: Some("€9,000".into()) }
}

fn figures() -> Figures {
    Figures { funded: 10, projects: 14, voters: Some(4318), ballots: 4318, money: Some(money()) }
}

fn one_area() -> ResultShow {
    ResultShow {
        round: round(),
        figures: figures(),
        origin: None,
        effect: Effect::Advice { body: Some("Bezirksparlament".into()) },
        decision_on: Some("Thursday, 18 November 2027".into()),
        council: Some(progress(0)),
        next: Some("Das Bezirksparlament beschließt über jedes Projekt.".into()),
        areas: Vec::new(),
        only_area: Some(area(14, 10)),
        turnout: Some(turnout()),
        data: data(),
    }
}

fn large_area() -> AreaResult {
    AreaResult { strips: Some(strips("large", 30)), ..area(64, 30) }
}

fn area(projects: u64, chosen: u64) -> AreaResult {
    AreaResult {
        name: "Rosenhöhe".into(),
        figures: Figures { funded: chosen, projects, ..figures() },
        strips: Some(strips("money", chosen)),
        funded: (1..=chosen)
            .map(|n| FundedProject {
                project: label(n),
                url: "/en/project".into(),
                place: Some("Altlindenau".into()),
                cost: Some("€28,000".into()),
                support: Support::Points { points: 2263, voters: 1516 },
                council: Some(if n == 1 { decided("carried_out", None) } else { AtCouncil::Open }),
            })
            .collect(),
        unfunded: (chosen + 1..=projects).map(|n| UnfundedProject { project: label(n), ..unfunded(left()) }).collect(),
        count: Count {
            rule: RuleFamily::EqualShares,
            unit: Unit::Points,
            steps: vec![
                CountStep::Share { budget: "€400,000".into(), ballots: 4318, share: "€92.64".into() },
                CountStep::First { project: label(1), price: Some("€12.37".into()), per: PricePer::Points },
                CountStep::Pay { by_points: true },
                CountStep::Repeat { projects: 8, cost: "€236,000".into() },
                CountStep::Raise { share: Some("€135.64".into()), projects: 10, cost: "€391,000".into() },
                CountStep::Rest { projects: 0, left: "€9,000".into(), unit: Unit::Points },
            ],
            ties: vec![Tie { winner: label(3), loser: label(4), by: TieBy::Id }],
            purchases: (1..=chosen)
                .map(|n| Purchase {
                    project: label(n),
                    supporters: "1,516".into(),
                    cost: "€28,000".into(),
                    price: (n < chosen).then(|| "€12.37".into()),
                    left: "€372,000".into(),
                })
                .collect(),
            price_per: PricePer::Points,
        },
        comparison: Some(comparison(ByVotes::MoreWithout { others: 3, people: 412 }, None)),
        scores: Some(scores(projects, chosen)),
    }
}

fn comparison(by_votes: ByVotes, passed: Option<Passed>) -> Comparison {
    let row = |rule, own, without_any| ComparedRow {
        rule,
        own,
        projects: 10,
        common: if own { 10 } else { 7 },
        cost: "€391,000".into(),
        without_any,
        passed_over: passed.as_ref().map(|_| !own),
    };
    let rows = vec![
        row(RuleKind::SharesRaisedGreedy, true, 388),
        row(RuleKind::Ranking, false, 800),
        row(RuleKind::Greedy, false, 640),
        row(RuleKind::Phragmen, false, 390),
    ];
    Comparison { rows, by_votes: Some(by_votes), passed }
}

fn left() -> Reason {
    Reason::SupportersHadLeft { left: "€81,529".into(), cost: "€140,000".into(), short: "€58,471".into() }
}

fn unfunded(reason: Reason) -> UnfundedProject {
    UnfundedProject {
        project: label(7),
        url: "/en/project".into(),
        place: None,
        cost: Some("€140,000".into()),
        support: Support::Points { points: 1, voters: 1 },
        reason,
        council: Some(decided("not_competent", Some("The station belongs to the <railway>."))),
    }
}

fn progress(decided: u64) -> Progress {
    Progress { council: "District parliament".into(), chosen: 10, decided }
}

fn decided(outcome: &'static str, reason: Option<&str>) -> AtCouncil {
    let decision = Told {
        outcome,
        words: format!("Words of {outcome}"),
        day: "Thursday, 18 November 2027".into(),
        paper: reason.map(|_| "DS/0412/VIII".into()),
        reason: reason.map(str::to_owned),
        corrected: false,
    };
    AtCouncil::Decided { decision }
}

fn label(n: u64) -> ProjectLabel {
    let title = match n {
        1 => "Drinking fountain at Lindenplatz".into(),
        2 => "Neighbourhood kitchen in the old town hall, with a garden & a terrace for everybody".into(),
        _ => format!("Project number {n}"),
    };
    ProjectLabel { number: format!("{n:02}"), title, language: (n == 3).then(|| "pl".into()) }
}

fn strips(id: &str, count: u64) -> String {
    let labels: Vec<String> = (1..=count).map(|n| format!("{n:02}")).collect();
    let funded: Vec<Strip<'_>> = labels
        .iter()
        .zip(1..)
        .map(|(label, n)| Strip {
            label,
            value_text: "€95,000",
            share: Share::of(2 * n, i64::try_from(count * (count + 1)).unwrap() + 20),
        })
        .collect();
    let rest = Strip { label: "", value_text: "€9,000", share: Share::of(1, 40) };
    let id = format!("strips-{}", id.to_lowercase().replace(|c: char| !c.is_ascii(), "").replace(' ', "-"));
    draw::strips(
        Caption { id: &id, title: "€400,000 as a field of strips", description: "Each strip is a project." },
        &funded,
        Some(rest),
    )
}

fn scores(projects: u64, chosen: u64) -> Scores {
    let labels: Vec<String> = (1..=projects).map(|n| format!("{} {}", label(n).number, label(n).title)).collect();
    let bars: Vec<Bar<'_>> = labels
        .iter()
        .zip(1..)
        .map(|(label, n)| Bar {
            label,
            value_text: "2,549",
            share: Share::of(i64::try_from(projects - n + 1).unwrap(), i64::try_from(projects).unwrap()),
            filled: n <= chosen,
            note: (n > chosen).then_some("not funded"),
        })
        .collect();
    Scores {
        unit: Unit::Points,
        finding: Finding::HighestMissed { project: label(7), place: 3 },
        total: Some(21590),
        ballots: 4318,
        chart: draw::bars(
            Caption { id: "scores-chart", title: "Points", description: "Filled bars are funded." },
            &bars,
        ),
        rows: (1..=projects)
            .map(|n| ScoreRow {
                project: label(n),
                score: "2,549".into(),
                cost: (n > 1).then(|| "€95,000".into()),
                funded: n <= chosen,
            })
            .collect(),
    }
}

fn turnout() -> Turnout {
    let rows: Vec<ChannelRow> = Channel::ALL
        .map(|channel| ChannelRow { channel: channel_key(channel), ballots: "2,431".into(), share: "56 %".into() })
        .into();
    let bars = [
        Bar { label: "Letter code", value_text: "2,431 (56 %)", share: Share::of(56, 100), filled: true, note: None },
        Bar { label: "Paper", value_text: "1,088 (25 %)", share: Share::of(25, 100), filled: true, note: None },
    ];
    Turnout {
        total: 4318,
        sum: "4,318".into(),
        unknown_roll: false,
        of_roll: Some(RollShare { entitled: 38540, share: "11.2 %".into() }),
        chart: Some(draw::bars(Caption { id: "channels", title: "Channels", description: "One bar each." }, &bars)),
        rows,
    }
}

fn ballot_file(area: &str) -> BallotFile {
    BallotFile {
        area: area.into(),
        file: FileLink { url: "/en/rounds/lindenau-2027/lindenau-2027.pb".into(), size: "186 kB".into() },
        command: "allmende tally lindenau-2027.pb --rule equal-shares --completion add1+greedy".into(),
        check_value: "9c41 e07d 55ab 18f2".into(),
    }
}

fn data() -> Data {
    Data {
        ballots: vec![ballot_file("Rosenhöhe")],
        result: Some(FileLink { url: "/en/rounds/lindenau-2027/result.csv".into(), size: "4 kB".into() }),
        rules: vec!["equal-shares, points, add1+greedy".into()],
        withheld: 0,
        minimum: 10,
        one_area: true,
        record_url: "/en/record?round=lindenau-2027".into(),
    }
}

fn all_steps() -> Vec<CountStep> {
    let text = String::from;
    let mut steps = vec![
        CountStep::Share { budget: text("€1"), ballots: 1, share: text("€1") },
        CountStep::Left { left: text("€9,000") },
        CountStep::Compare { replaced: true, shares: 1, ranking: 2 },
        CountStep::Threshold { threshold: text("50"), dropped: 1 },
        CountStep::Take { projects: 1, cost: text("€1") },
        CountStep::Misfit { project: label(2), cost: text("€2"), left: text("€1") },
        CountStep::Skip { projects: 0 },
        CountStep::Stop,
        CountStep::Seats { seats: 10 },
        CountStep::BestSet { projects: 3, cost: text("€1") },
        CountStep::FirstLoad { project: label(1), load: Some(text("€12.37")) },
        CountStep::FirstLoad { project: label(1), load: None },
        CountStep::Loads { projects: 3, cost: text("€1"), load: Some(text("€12.37")) },
        CountStep::Loads { projects: 0, cost: text("€0"), load: None },
        CountStep::LoadEnd { project: label(2), cost: text("€2"), left: text("€1") },
        CountStep::Lots { seed: text("town hall 2027") },
        CountStep::Beforehand { funded: 1, out: 2 },
        CountStep::StruckOut { projects: 1 },
    ];
    for per in [PricePer::Points, PricePer::Votes, PricePer::Cost] {
        steps.push(CountStep::First { project: label(1), price: Some(text("€12.37")), per });
    }
    for unit in [Unit::Points, Unit::Votes, Unit::Score] {
        steps.push(CountStep::Rest { projects: 2, left: text("€1"), unit });
        steps.push(CountStep::Order { project: label(1), value: 1, unit });
        steps.push(CountStep::LastSeat { project: label(1), value: 12, unit });
        steps.push(CountStep::Missed { project: label(2), needed: 0, unit });
    }
    steps
}

fn all_reasons() -> Vec<Reason> {
    let text = String::from;
    let mut reasons = vec![
        left(),
        Reason::DoesNotFit { left: text("€9,000"), cost: text("€12,000"), short: text("€3,000") },
        Reason::Place { place: 14, needed: 0, unit: Unit::Votes },
        Reason::Place { place: 14, needed: 1, unit: Unit::Votes },
        Reason::NoSupporters,
        Reason::WorthNothing { ballots: 2 },
        Reason::Withdrawn,
        Reason::AfterFirstMisfit,
        Reason::NotChosen,
        Reason::LoadTooHigh { load: text("€14.20"), ended_at: text("€13.90") },
        Reason::NotInBestSet { less: 0, dearer: None, amount: text("€0"), per: PricePer::Points },
        Reason::NotInBestSet { less: 0, dearer: Some(text("€5")), amount: text("€0"), per: PricePer::Points },
        Reason::PassesCeiling {
            ceiling: text("parks"),
            left: text("€12,000"),
            cost: text("€20,000"),
            short: text("€8,000"),
        },
        Reason::Incompatible { with: text("03 Trees") },
        Reason::TooFewVotes { votes: 1, needed: text("25") },
        Reason::TakenOut { reason: text("The bridge belongs to the state.") },
    ];
    for per in [PricePer::Points, PricePer::Votes, PricePer::Cost] {
        reasons.push(Reason::NotInBestSet { less: 12, dearer: None, amount: text("€12"), per });
    }
    for unit in [Unit::Points, Unit::Votes, Unit::Score] {
        reasons.push(Reason::Place { place: 14, needed: 12, unit });
        reasons.push(Reason::Threshold { threshold: text("50"), score: text("49"), unit });
    }
    reasons
}
