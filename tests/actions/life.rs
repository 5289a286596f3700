//! A round from its creation to its count, and one that comes from a file.

use std::path::PathBuf;
use std::sync::Arc;

use allmende::actions::round::{
    AreaContent, ProjectContent, PublishResultError, RoundContent, RoundError, certify_round, close_voting_early,
    create_round, extend_voting, publish_result, publish_round, replace_profile,
};
use allmende::domain::ids::{AreaNumber, CastNumber, RoundPublicId};
use allmende::domain::round::{AreaLimit, Basis, Effect, Origin, RoundText};
use allmende::domain::schedule::{Phase, Window};
use allmende::domain::slug::Slug;
use allmende::exchange::pabulib::{ImportedElection, read_election};
use allmende::media::ContentHash;
use allmende::secrecy::randomness::draw;
use allmende::store::profile::ProfileBallot;
use allmende::store::results::{list_allocations, list_result_files};
use allmende::store::rounds::NewRound;
use allmende::store::texts::{ProjectText, Written};
use allmende_tally::Allocation;
use chrono::TimeDelta;

use crate::harness::rounds::{OFFICE, TestApp, in_german, live, reason};
use crate::harness::voters::Points;

on_both! {
    async fn a_round_lives_from_its_creation_to_its_count(database) {
        let app = TestApp::new(database).await;
        let draft = app.draft(live("life", app.time.get())).await;
        assert_eq!(draft.phase(app.time.get()), Phase::Draft);
        publish_round(&app.db, &app.keys, OFFICE, &draft).await.unwrap();
        let round = app.test_round(draft.id).await;
        assert_eq!(round.round.phase(app.time.get()), Phase::Voting);
        app.run_jobs().await;

        let voters = round.voters(30).await;
        let mut last: Vec<Points> = Vec::new();
        for (place, voter) in (0_u32..).zip(&voters[..20]) {
            round.cast_for(voter, 0, &[(1 + place % 3, 5)]).await;
            if place % 2 == 0 {
                let points = vec![(1, 3), (4 + place % 3, 5)];
                round.cast_for(voter, 1, &points).await;
                last.push(points);
            } else {
                last.push(vec![(1 + place % 3, 5)]);
            }
        }
        let end = round.now().await.schedule.span(Window::Voting).unwrap().closes_at.unwrap();
        extend_voting(&app.db, OFFICE, draft.id, end.plus(TimeDelta::days(1)), reason()).await.unwrap();
        app.time.set(end);
        round.cast_for(&voters[20], 0, &[(6, 5)]).await;
        last.push(vec![(6, 5)]);
        app.wait(TimeDelta::hours(1));
        close_voting_early(&app.db, OFFICE, draft.id, reason()).await.unwrap();
        app.wait(TimeDelta::hours(1));
        certify_round(&app.db, OFFICE, draft.id).await.unwrap();
        app.wait(TimeDelta::hours(1));
        app.run_jobs().await;

        assert_eq!(round.profile().await, round.profile_of(&last));
        assert_eq!(round.now().await.phase(app.time.get()), Phase::Counting);
        for (place, voter) in voters.iter().enumerate() {
            let participation = round.participation(voter).await;
            assert_eq!(participation.is_some(), place <= 20, "taking part stays");
            if let Some(participation) = participation {
                let casts = if place < 20 && place % 2 == 0 { 2 } else { 1 };
                assert_eq!(participation.cast_number, CastNumber::new(casts));
                assert_eq!(participation.cast_key_hash, None, "the keys of casts are forgotten");
            }
        }
        assert!(!app.key_file(&round.round).exists());
        assert_eq!(counted(&app, draft.id).await.iter().map(|area| area.voters).collect::<Vec<_>>(), [20, 11]);
        let acts = [
            "round_created", "round_published", "voting_opened", "codes_made", "window_extended", "window_shortened",
            "voting_closed", "round_certified", "ballots_opened", "round_key_destroyed", "count_finished",
        ];
        let mut entered = app.acts(&round.round).await;
        entered.sort();
        assert_eq!(entered, { let mut acts = acts; acts.sort_unstable(); acts });
    }
}

on_both! {
    async fn a_counted_result_becomes_public_once(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("public").await;
        for voter in round.voters(10).await {
            round.cast_for(&voter, 0, &[(1, 5)]).await;
        }
        let id = round.round.id;
        let early = publish_result(&app.db, &app.files, OFFICE, id).await;
        assert!(matches!(early, Err(PublishResultError::Round(RoundError::NotCounted))), "{early:?}");
        app.certify(&round).await;
        app.run_jobs().await;

        let (one, other) = tokio::join!(
            publish_result(&app.db, &app.files, OFFICE, id),
            publish_result(&app.db, &app.files, OFFICE, id),
        );

        assert_eq!([&one, &other].iter().filter(|answer| answer.is_ok()).count(), 1, "{one:?} {other:?}");
        assert_eq!(round.now().await.phase(app.time.get()), Phase::Result);
        assert_eq!(app.count_acts(&round.round, "result_published").await, 1);
        let files = app.db.read(move |conn| list_result_files(conn, id)).await.unwrap();
        assert_eq!(files.iter().map(|file| file.area).collect::<Vec<_>>(), [round.areas[0].id], "small areas have none");
        let bytes = app.files.read(&ContentHash::parse(&files[0].content_hash).unwrap()).unwrap();
        assert_eq!(read_election(&bytes).unwrap().ballots.len(), 10);
    }
}

on_both! {
    async fn the_clock_closes_what_nobody_closes(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("clock").await;
        app.run_jobs().await;
        assert_eq!(round.now().await.facts.voting_closed_at, None);

        app.pass_the_end(&round).await;
        app.run_jobs().await;

        assert_eq!(round.now().await.facts.voting_closed_at, Some(app.time.get()));
        assert_eq!(app.acts(&round.round).await.last().map(String::as_str), Some("voting_closed"));
    }
}

async fn counted(app: &TestApp, round: allmende::domain::ids::RoundId) -> Vec<Allocation> {
    let rows = app.db.read(move |conn| list_allocations(conn, round)).await.unwrap();
    rows.iter().map(|row| serde_json::from_str(&row.body).unwrap()).collect()
}

/// The folder of real elections: `PABULIB_DIR`, or `../shared/pabulib` beside the project.
pub(crate) fn pabulib_file(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("PABULIB_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/pabulib"), PathBuf::from);
    let path = folder.join(name);
    if !path.exists() {
        eprintln!("skipped: there is no {}; set PABULIB_DIR to the folder of Pabulib files", path.display());
        return None;
    }
    Some(path)
}

pub(crate) fn imported(election: &ImportedElection) -> RoundContent {
    let projects = election.projects.iter().map(|project| ProjectContent {
        number: project.number,
        external_id: project.id.clone(),
        cost: project.cost,
        topic: None,
        texts: vec![Written {
            language: election.language.clone(),
            text: ProjectText { title: project.name.clone(), ..ProjectText::default() },
        }],
    });
    RoundContent {
        round: NewRound {
            public_id: RoundPublicId::new(draw().unwrap()),
            slug: Slug::parse("imported").unwrap(),
            origin: Origin::Imported,
            currency: election.currency.clone(),
            format: election.format,
            rule: election.rule,
            ties: election.ties.clone(),
            effect: Effect::Binding,
            basis: Basis::Register,
            result_expected_at: None,
            decision_expected_at: None,
        },
        texts: vec![in_german(RoundText {
            title: election.title.clone(),
            summary: String::new(),
            who_may_vote: String::new(),
            outcome: String::new(),
            declaration: String::new(),
        })],
        windows: vec![],
        areas: vec![AreaContent {
            number: AreaNumber::new(1),
            limit: AreaLimit::Ceiling(election.budget),
            for_everyone: true,
            names: vec![in_german("Wieliczka".to_owned())],
            projects: projects.collect(),
        }],
    }
}

on_both! {
    async fn the_real_election_of_wieliczka_funds_what_the_town_funded(database) {
        let Some(path) = pabulib_file("Poland_Wieliczka_2023_Green_Budget.pb") else { return };
        let election = read_election(&std::fs::read(path).unwrap()).unwrap();
        let app = TestApp::new(database).await;
        let id = create_round(&app.db, OFFICE, imported(&election)).await.unwrap();
        let round = app.test_round(id).await;
        let ballots: Arc<[ProfileBallot]> = election
            .ballots
            .iter()
            .map(|ballot| ProfileBallot {
                area: round.areas[0].id,
                key: draw().unwrap(),
                channel: ballot.channel,
                choices: ballot.choices.clone(),
            })
            .collect();
        replace_profile(&app.db, OFFICE, id, ballots, |_, _| {}).await.unwrap();

        app.run_jobs().await;

        let allocation = counted(&app, id).await.remove(0);
        assert_eq!(allocation.chosen.len(), 30);
        let units = allocation.cost / 10_i64.pow(u32::from(allocation.exponent));
        assert_eq!(units, 995_079);
        let mut funded: Vec<&str> = allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect();
        funded.sort_unstable();
        assert_eq!(allocation.voters, 6586);
        assert_eq!(app.count_projects(&round.round).await, 64);
        assert_eq!(app.count_acts(&round.round, "round_imported").await, 1);
    }
}
