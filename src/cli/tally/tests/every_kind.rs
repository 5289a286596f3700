//! Every reason and every step has a sentence in both languages.

use allmende_tally::{
    Allocation, BallotKind, ChosenBy, Exact, Outcome, Reason, Rule, Satisfaction, Step, Ties, Verdict,
};

use crate::cli::tally::Tongue;
use crate::cli::tally::reasons::{sentence, unit};
use crate::cli::tally::steps::Teller;
use crate::cli::tally::voice::Voice;
use crate::domain::money::Currency;
use crate::locale::Amounts;

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn funded(by: ChosenBy, paid: Option<Exact>) -> Reason {
    Reason::Funded { place: 1, by, price: None, largest_payment: paid }
}

fn reasons() -> Vec<Reason> {
    vec![
        funded(ChosenBy::Rule, Some(exact("12451/3"))),
        funded(ChosenBy::Rule, None),
        funded(ChosenBy::Completion, None),
        funded(ChosenBy::Override, None),
        Reason::SupportersHadLeft { left: exact("1200050/3"), cost: 2_000_000 },
        Reason::Place { place: 3, needed: 2 },
        Reason::DoesNotFit { left: 1_200_000, cost: 2_000_000 },
        Reason::NoSupporters,
        Reason::Withdrawn,
        Reason::AfterFirstMisfit,
        Reason::LoadTooHigh { load: exact("4151/3"), ended_at: exact("4150/3") },
        Reason::NotInBestSet { lacking: exact("0"), dearer: 0 },
        Reason::NotInBestSet { lacking: exact("0"), dearer: 300 },
        Reason::NotInBestSet { lacking: exact("2"), dearer: 0 },
        Reason::PassesCeiling { ceiling: "Parks".into(), left: 1_200_000, cost: 2_000_000 },
        Reason::Incompatible { with: "17".into() },
        Reason::TooFewVotes { votes: 3, needed: 25 },
        Reason::TakenOut { reason: "The bridge belongs to the state.".into() },
    ]
}

fn steps() -> Vec<Step> {
    let project = || "7".to_owned();
    let overridden = |funded| Step::Overridden { project: project(), funded, reason: "Council.".into(), left: 100 };
    let loaded = |load: Option<&str>, taken| Step::Loaded {
        project: project(),
        load: load.map(exact),
        cost: 500,
        supporters: 3,
        left: 400,
        taken,
        tied: vec!["7".into(), "8".into()],
    };
    let considered =
        |taken| Step::Considered { project: project(), place: 1, merit: None, cost: 500, left: 400, taken };
    let placed = |distance, taken| Step::Placed { project: project(), place: 1, score: 9, distance, taken };
    let compared = |replaced| Step::Compared { prefer_equal_shares: 3, prefer_ranking: 4, replaced };
    let mut steps = vec![
        Step::LotsDrawn { seed: "town hall".into(), order: vec!["8".into(), "7".into()] },
        overridden(true),
        overridden(false),
        Step::StruckOut { project: project(), reason: Reason::TooFewVotes { votes: 0, needed: 5 } },
        loaded(Some("500/3"), true),
        loaded(None, true),
        loaded(Some("500/3"), false),
        Step::BestSet { welfare: exact("1200"), cost: 500 },
        Step::Start { voters: 3, share: exact("100/3") },
        Step::Share { share: exact("100/3") },
        Step::Free { project: project() },
        Step::Purchased {
            project: project(),
            price: exact("1/3"),
            largest_payment: exact("12451/3"),
            paid: 12_451,
            supporters: 3,
            payers: 2,
            emptied: 0,
            left: exact("100/3"),
            tied: vec![],
        },
        considered(true),
        considered(false),
        Step::Tied { projects: vec!["7".into(), "8".into()] },
        placed(Some(2), true),
        placed(Some(-2), false),
        placed(Some(0), false),
        placed(None, false),
        compared(true),
        compared(false),
    ];
    for verdict in [Verdict::Within, Verdict::PassesBudget, Verdict::Exhaustive, Verdict::EverythingBought] {
        for barred in [0, 1] {
            let (share, ties) = (exact("100/3"), vec![vec!["7".into(), "8".into()]]);
            steps.push(Step::ShareTried { runs: 12, share, projects: 4, cost: 1200, verdict, barred, ties });
        }
    }
    steps
}

fn allocation(rule: Rule) -> Allocation {
    let outcome = |reason: Reason| Outcome {
        id: "7".into(),
        score: 3,
        supporters: 3,
        funded: matches!(reason, Reason::Funded { .. }),
        reason,
    };
    Allocation {
        rule,
        ties: Ties::default(),
        voters: 3,
        budget: 100,
        exponent: 2,
        cost: 0,
        welfare: exact("0"),
        chosen: vec![],
        outcomes: reasons().into_iter().map(outcome).collect(),
        steps: steps(),
    }
}

/// All sentences of the made-up count in a language.
fn sentences(tongue: Tongue, satisfaction: Satisfaction, kind: BallotKind) -> String {
    let voice = Voice::load(tongue).unwrap();
    let euro = Currency::parse("EUR", 2).unwrap();
    let amounts = Amounts::new(voice.words(), &euro);
    let allocation = allocation(Rule::Welfare { satisfaction });
    let teller = Teller { allocation: &allocation, unit: unit(kind), amounts };
    let reasons = allocation.outcomes.iter().map(|outcome| sentence(&allocation, outcome, unit(kind), amounts));
    let told: Vec<String> = reasons.chain(allocation.steps.iter().map(|step| teller.tell(step))).collect();
    for sentence in &told {
        let ended = sentence.ends_with(['.', '!']);
        assert!(ended && !sentence.contains("tally-") && !sentence.contains("result-"), "{sentence}");
        assert!(!sentence.contains('\u{2068}') && !sentence.contains("{$"), "{sentence}");
    }
    told.join("\n").replace('\u{a0}', " ")
}

#[test]
fn every_reason_and_step_has_a_german_sentence() {
    let text = sentences(Tongue::De, Satisfaction::Cost, BallotKind::Approval);

    for sentence in [
        "Es wird gefördert. Jede Person dafür zahlte höchstens 41,51 €.",
        "Die Menschen dafür hatten zusammen noch 4.000 €. Das Projekt kostet 20.000 €.",
        "Es hätte die Obergrenze für Parks überschritten: 12.000 € waren noch frei, es kostet 20.000 €.",
        "Auf jede Person dafür wären 13,84 € gekommen. Die Zählung endete bei 13,83 €.",
        "Auch die beste Auswahl mit diesem Projekt wäre allen zusammen 0,02 € weniger wert.",
        "Es war vor der Zählung schon dabei. Der Grund: Council.",
        "Die beste Auswahl kostet 5 €. Sie ist allen zusammen 12 € wert.",
        "7: 2 Personen zahlen zusammen 124,51 €, jede höchstens 41,51 €. Alle zusammen haben noch 0,33 €.",
        "1 weitere Person dafür hatte nichts mehr und zahlt nichts.",
        "Eine Auswahl mit diesem Projekt wäre gleich gut, aber 3 € teurer.",
        "Alles, was jemandem etwas wert ist, ist gekauft oder verletzt eine Bedingung. Darum gilt dieser Stand.",
        "Nummer 1, 7: Der Wert ist 9. Es war kein Platz mehr frei.",
        "In 12 Läufen bis je 0,33 € werden 4 Projekte für 12 € gekauft. Das passt ins Geld.",
        "Gleichstand, in der Reihenfolge, die entschied: 7, 8.",
    ] {
        assert!(text.contains(sentence), "{sentence}\n\n{text}");
    }
}

#[test]
fn every_reason_and_step_has_an_english_sentence() {
    let text = sentences(Tongue::En, Satisfaction::Points, BallotKind::Cumulative);

    for sentence in [
        "It is funded. None of its supporters paid more than €41.51.",
        "Its supporters had €4,000 left together. It cost €20,000.",
        "It needed 2 more points for the last place.",
        "It would have passed the ceiling for Parks: €12,000 was still free, it costs €20,000.",
        "Even the best set with this project would have 2 points less in all.",
        "It cannot be built beside 17, which came first.",
        "At least 25 people had to be for it. 3 were.",
        "7 drops out. At least 5 people had to be for it. Nobody was.",
        "The best set costs €5. Together it is worth 1,200 to all voters.",
        "7 is next. It costs €5, and only €4 was left. So the count ends. Equal, in the order that decided: 7, 8.",
        "Number 1, 7: its score of 9 equals the last place. The rule for ties decided.",
        "Number 1, 7: its score is 9. No place was left.",
        "7: 2 supporters pay €124.51 together, at most €41.51 each. All voters together have €0.33 left.",
        "1 other supporter had nothing left and pays nothing.",
        "A set with this project would be just as good, but cost €3 more.",
        "Everything that is worth something to somebody is bought or ruled out by a condition, so it stands.",
    ] {
        assert!(text.contains(sentence), "{sentence}\n\n{text}");
    }
}
