//! What the actions refuse, and that a refusal changes nothing.

use allmende::actions::ballot::CastBallotError;
use allmende::actions::round::{
    MakeCodesError, OpenBoxError, PublishResultError, RoundError, certify_round, close_voting, close_voting_early,
    create_round, extend_voting, make_codes, open_box, publish_result, publish_round, replace_profile,
};
use allmende::domain::channel::Channel;
use allmende::domain::ids::CastNumber;
use allmende::domain::letter_code::LetterCode;
use allmende::domain::permission::Actor;
use allmende::domain::round::Origin;
use allmende::domain::schedule::{Span, Window};
use allmende::domain::set_up::{Lack, RoundPart};
use allmende::secrecy::randomness::draw;
use allmende::store::participations::{Participation, ParticipationState, insert_participation, update_participation};
use allmende::store::roll::find_code_holder;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::connection::SimpleConnection;

use crate::harness::rounds::{OFFICE, TestApp, area, content, live, reason, refusal};

on_both! {
    async fn a_slug_is_given_once(database) {
        let app = TestApp::new(database).await;
        app.draft(live("same", app.time.get())).await;

        let again = create_round(&app.db, OFFICE, live("same", app.time.get())).await;

        assert!(matches!(refusal(again), RoundError::SlugTaken));
        let rounds = app.db.read(allmende::store::rounds::list_rounds).await.unwrap();
        assert_eq!(rounds.len(), 1);
    }
}

on_both! {
    async fn nobody_without_the_role_acts_on_a_round(database) {
        let app = TestApp::new(database).await;
        let draft = app.draft(live("draft", app.time.get())).await;
        let round = app.voting_round("role").await;
        let voter = Actor::Voter(round.a_voter().await.row.id);
        let id = round.round.id;

        for actor in [Actor::Anonymous, voter] {
            let later = app.time.get().plus(TimeDelta::days(30));
            let answers = [
                create_round(&app.db, actor, live("new", app.time.get())).await.map(drop),
                publish_round(&app.db, &app.keys, actor, &draft).await,
                extend_voting(&app.db, actor, id, later, reason()).await,
                close_voting_early(&app.db, actor, id, reason()).await,
                close_voting(&app.db, actor, id).await,
                certify_round(&app.db, actor, id).await,
                replace_profile(&app.db, actor, id, std::sync::Arc::new([]), |_, _| {}).await,
            ];
            for answer in answers {
                assert!(matches!(answer, Err(RoundError::Forbidden(_))), "{answer:?}");
            }
            let codes = make_codes(&app.db, &app.keys, actor, &round.round, None, 1).await;
            assert!(matches!(codes, Err(MakeCodesError::Round(RoundError::Forbidden(_)))));
        }
        assert!(!app.key_file(&draft).exists(), "nobody makes a key without being allowed to publish");
    }
}

on_both! {
    async fn whoever_may_not_publish_a_result_has_no_file_written(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("nobody").await;
        let voters = round.voters(10).await;
        for voter in &voters {
            round.cast_for(voter, 0, &[(1, 5)]).await;
        }
        app.certify(&round).await;
        app.run_jobs().await;
        let files = || std::fs::read_dir(app.folder.path().join("files")).unwrap().count();
        let before = files();

        for actor in [Actor::Anonymous, Actor::Voter(voters[0].row.id)] {
            let refused = publish_result(&app.db, &app.files, actor, round.round.id).await;
            assert!(matches!(refused, Err(PublishResultError::Round(RoundError::Forbidden(_)))), "{refused:?}");
        }

        assert_eq!((files(), round.now().await.facts.result_published_at), (before, None));
        publish_result(&app.db, &app.files, OFFICE, round.round.id).await.unwrap();
        assert_eq!(files(), before + 1);
    }
}

on_both! {
    async fn a_round_is_published_once(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("once").await;

        let again = publish_round(&app.db, &app.keys, OFFICE, &round.round).await;

        assert!(matches!(refusal(again), RoundError::AlreadyPublished));
        assert_eq!(round.now().await.key_fingerprint, round.round.key_fingerprint);
        assert_eq!(app.count_acts(&round.round, "round_published").await, 1);
    }
}

on_both! {
    async fn publishing_again_brings_no_destroyed_key_back(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("again").await;
        app.certify(&round).await;
        app.run_jobs().await;

        let again = publish_round(&app.db, &app.keys, OFFICE, &round.round).await;

        assert!(matches!(refusal(again), RoundError::AlreadyPublished));
        assert!(!app.key_file(&round.round).exists());
    }
}

on_both! {
    async fn a_live_round_needs_a_window_with_two_ends(database) {
        let app = TestApp::new(database).await;
        let now = app.time.get();
        let open_end = Span { opens_at: Some(now), closes_at: None };
        let open_beginning = Span { opens_at: None, closes_at: Some(now) };

        for (slug, windows) in [
            ("none", vec![]),
            ("end", vec![(Window::Voting, open_end)]),
            ("beginning", vec![(Window::Voting, open_beginning)]),
            ("other", vec![(Window::Collecting, open_end)]),
        ] {
            let draft = app.draft(content(slug, Origin::Live, windows, vec![area(1, 1..=3)])).await;
            let published = publish_round(&app.db, &app.keys, OFFICE, &draft).await;
            assert!(matches!(refusal(published), RoundError::Incomplete(lacks) if lacks == [(RoundPart::Dates, Lack::NoVoting)]), "{slug}");
            assert!(!app.key_file(&draft).exists(), "{slug}");
        }
    }
}

on_both! {
    async fn nothing_is_certified_or_opened_before_its_time(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("early").await;
        let id = round.round.id;

        let closed = close_voting(&app.db, Actor::System, id).await;
        let certified = certify_round(&app.db, OFFICE, id).await;
        let opened = open_box(&app.db, &app.keys, &app.files, id, |_, _| {}).await;

        assert!(matches!(refusal(closed), RoundError::VotingNotOver));
        assert!(matches!(refusal(certified), RoundError::VotingNotClosed));
        assert!(matches!(opened, Err(OpenBoxError::NotCertified)), "{opened:?}");
        app.pass_the_end(&round).await;
        assert!(matches!(refusal(certify_round(&app.db, OFFICE, id).await), RoundError::VotingNotClosed));
    }
}

on_both! {
    async fn the_end_moves_only_while_voting_and_only_later(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("extend").await;
        let (id, now) = (round.round.id, app.time.get());
        let end = round.now().await.schedule.span(Window::Voting).unwrap().closes_at.unwrap();

        for earlier in [end, end.plus(TimeDelta::milliseconds(-1)), now.plus(TimeDelta::days(-1))] {
            assert!(matches!(
                refusal(extend_voting(&app.db, OFFICE, id, earlier, reason()).await),
                RoundError::NotLater
            ));
        }
        app.time.set(end);
        let later = end.plus(TimeDelta::days(1));
        let extended = extend_voting(&app.db, OFFICE, id, later, reason()).await;
        let closed = close_voting_early(&app.db, OFFICE, id, reason()).await;

        assert!(matches!(refusal(extended), RoundError::VotingNotOpen));
        assert!(matches!(refusal(closed), RoundError::VotingNotOpen));
        assert_eq!(app.count_acts(&round.round, "window_extended").await, 0);
        assert_eq!(app.count_acts(&round.round, "window_shortened").await, 0);
    }
}

on_both! {
    async fn nobody_votes_outside_of_the_window(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("window").await;
        let voter = round.a_voter().await;
        let page = round.check_page(&voter, 0, &[(1, 1)]);
        let start = app.time.get();

        app.time.set(start.plus(TimeDelta::hours(-2)));
        let early = round.cast(page.clone()).await;
        app.pass_the_end(&round).await;
        let late = round.cast(page).await;

        assert!(matches!(early, Err(CastBallotError::NotOpen)), "{early:?}");
        assert!(matches!(late, Err(CastBallotError::NotOpen)), "{late:?}");
        assert_eq!(round.participation(&voter).await, None);
        assert!(round.leaves().await.is_empty());
    }
}

on_both! {
    async fn a_ballot_on_paper_is_final(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("paper").await;
        let voters = round.voters(2).await;
        round.cast_for(&voters[1], 0, &[(1, 1)]).await;
        let paper = Participation {
            channel: Channel::Paper,
            state: ParticipationState::PaperFinal,
            cast_number: CastNumber::new(1),
            cast_key_hash: None,
            cast_on: "2027-05-01".parse().unwrap(),
        };
        let (id, people) = (round.round.id, [voters[0].row.person, voters[1].row.person]);
        app.db
            .write(Lock::RoundShared(id), move |tx| {
                insert_participation(tx, id, &people[0], &paper)?;
                update_participation(tx, id, &people[1], CastNumber::new(1), &paper)
            })
            .await
            .unwrap();

        for (voter, seen) in [(&voters[0], 0), (&voters[0], 1), (&voters[1], 1)] {
            let answer = round.cast(round.check_page(voter, seen, &[(2, 2)])).await;
            assert!(matches!(answer, Err(CastBallotError::PaperIsFinal)), "{answer:?}");
        }
        assert_eq!(round.leaves().await.len(), 1);
    }
}

on_both! {
    async fn a_code_leads_to_its_row_until_it_is_revoked(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("codes").await;
        let voter = round.a_voter().await;
        let installation = app.keys.installation();
        let (known, unknown) = (
            installation.code_mac(&voter.code),
            installation.code_mac(&LetterCode::from_random(draw().unwrap())),
        );

        let before = app.db.read(move |conn| find_code_holder(conn, &known)).await.unwrap().unwrap();
        app.db
            .write(Lock::Nothing, |tx| -> Result<(), StoreError> {
                Ok(tx.batch_execute("update roll_keys set revoked_at = '2027-05-01 12:00:00'")?)
            })
            .await
            .unwrap();
        let after = app.db.read(move |conn| find_code_holder(conn, &known)).await.unwrap().unwrap();

        assert_eq!((before.row, before.revoked), (voter.row.clone(), false));
        assert_eq!((after.row, after.revoked), (voter.row, true));
        assert_eq!(app.db.read(move |conn| find_code_holder(conn, &unknown)).await.unwrap(), None);
    }
}

on_both! {
    async fn codes_are_made_in_batches_of_their_round(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("batches").await;
        let make = async |round, area, size| make_codes(&app.db, &app.keys, OFFICE, round, area, size).await;
        let area_1 = round.areas[0].id;

        let first = make(&round.round, None, 501).await.unwrap();
        let second = make(&round.round, Some(area_1), 3).await.unwrap();

        let different: std::collections::BTreeSet<String> =
            first.iter().chain(&second).map(|code| code.characters().to_string()).collect();
        assert_eq!(different.len(), 504);
        let id = round.round.id;
        let roll = app.db.read(move |conn| allmende::store::turnout::count_roll(conn, id)).await.unwrap();
        assert_eq!(roll, 504);
        let bound = app.keys.installation().code_mac(&second[0]);
        let holder = app.db.read(move |conn| find_code_holder(conn, &bound)).await.unwrap().unwrap();
        assert_eq!(holder.row.area, Some(area_1));
        for size in [0, allmende::actions::round::MAX_BATCH + 1] {
            assert!(matches!(make(&round.round, None, size).await, Err(MakeCodesError::Size)));
        }
    }
}

on_both! {
    async fn ballots_are_brought_into_no_live_round(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("live").await;
        round.cast_for(&round.a_voter().await, 0, &[(1, 1)]).await;

        let brought = replace_profile(&app.db, OFFICE, round.round.id, std::sync::Arc::new([]), |_, _| {}).await;

        assert!(matches!(refusal(brought), RoundError::NotBroughtIn));
        assert_eq!(round.now().await.facts.voting_closed_at, None);
        assert_eq!(round.box_content().await.len(), 1);
    }
}

on_both! {
    async fn an_area_of_one_ballot_and_one_without_any_are_counted(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("small").await;
        round.cast_for(&round.a_voter().await, 0, &[(4, 5)]).await;
        app.certify(&round).await;

        app.run_jobs().await;

        let id = round.round.id;
        let rows = app.db.read(move |conn| allmende::store::results::list_allocations(conn, id)).await.unwrap();
        let allocations: Vec<allmende_tally::Allocation> =
            rows.iter().map(|row| serde_json::from_str(&row.body).unwrap()).collect();
        assert_eq!(rows.iter().map(|row| row.ballots).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(allocations.iter().map(|area| area.voters).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(allocations[1].chosen[0].id, "004", "what the one voter wants comes first");
        assert!(allocations.iter().all(|area| area.cost <= area.budget));
    }
}
