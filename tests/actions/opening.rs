//! Opening the box, cut short at every place where a program can die, and done again.

use allmende::actions::round::open_box;
use allmende::domain::job::JobState;
use allmende::media::{ContentHash, Files};
use allmende::store::ballots::{count_ballots, list_pending_leaves};
use allmende::store::jobs::find_latest_job;
use allmende::store::profile::{Opening, find_opening};
use chrono::TimeDelta;

use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{TestApp, TestRound};
use crate::harness::voters::Points;

/// A certified round with more ballots than one slice takes, and what they say.
async fn certified(app: &TestApp, many: u32) -> (TestRound, Vec<Points>) {
    let round = app.voting_round("open").await;
    let mut ballots = Vec::new();
    let mut all = tokio::task::JoinSet::new();
    for (place, voter) in (0_u32..).zip(round.voters(many).await) {
        let points: Points = vec![(1 + place % 3, 1 + i64::from(place % 5)), (4 + place % 3, 1)];
        ballots.push(points.clone());
        let round = round.clone();
        all.spawn(async move { round.cast_for(&voter, 0, &points).await });
    }
    all.join_all().await;
    app.certify(&round).await;
    (round, ballots)
}

async fn opening(round: &TestRound) -> Opening {
    let id = round.round.id;
    round.db.read(move |conn| find_opening(conn, id)).await.unwrap()
}

async fn profile_size(round: &TestRound) -> usize {
    round.profile().await.values().map(Vec::len).sum()
}

/// Opens the box and dies when so many slices are written.
async fn die_after(app: &TestApp, round: &TestRound, ballots: usize) {
    let (db, keys, files, id) = (app.db.clone(), app.keys.clone(), app.files.clone(), round.round.id);
    let died = tokio::spawn(async move {
        open_box(&db, &keys, &files, id, move |done, _| assert!(done < ballots, "this panic is part of the test")).await
    });
    assert!(died.await.unwrap_err().is_panic());
}

/// What must hold when everything is over, however it went.
async fn assert_opened(app: &TestApp, round: &TestRound, ballots: &[Points]) {
    let id = round.round.id;
    assert_eq!(opening(round).await, Opening::Complete);
    assert_eq!(round.profile().await, round.profile_of(ballots));
    let left = app.db.read(move |conn| {
        Ok::<_, allmende::store::StoreError>((count_ballots(conn, id)?, list_pending_leaves(conn, id)?.len()))
    });
    assert_eq!(left.await.unwrap(), (0, 0));
    assert!(!app.key_file(&round.round).exists());
    assert_eq!(round.now().await.key_fingerprint, None);
    for act in ["ballots_opened", "round_key_destroyed", "count_finished"] {
        assert_eq!(app.count_acts(&round.round, act).await, 1, "{act}");
    }
}

on_both! {
    async fn an_opening_cut_short_after_a_slice_is_thrown_away_and_done_again(database) {
        let app = TestApp::new(database).await;
        let (round, ballots) = certified(&app, 260).await;

        die_after(&app, &round, 500).await;
        assert_eq!(opening(&round).await, Opening::Begun(1));
        assert_eq!(profile_size(&round).await, 500);
        assert_eq!(round.box_content().await.len(), 260, "no ballot leaves the box before the profile is complete");
        die_after(&app, &round, 520).await;
        assert_eq!(opening(&round).await, Opening::Begun(2));
        assert_eq!(profile_size(&round).await, 520);

        app.run_jobs().await;

        assert_opened(&app, &round, &ballots).await;
    }
}

on_both! {
    async fn an_opening_cut_short_after_the_profile_goes_on_with_emptying_the_box(database) {
        let app = TestApp::new(database).await;
        let (round, ballots) = certified(&app, 5).await;
        let folder = app.folder.path().join("files");
        std::fs::remove_dir_all(&folder).unwrap();
        std::fs::write(&folder, "in the way").unwrap();

        app.run_jobs().await;
        assert_eq!(opening(&round).await, Opening::Complete);
        assert_eq!(round.box_content().await.len(), 5, "the box stays while its leaves are nowhere else");
        assert!(app.key_file(&round.round).exists());
        let id = round.round.id;
        let job = app.db.read(move |conn| find_latest_job(conn, id)).await.unwrap().unwrap();
        assert_eq!(job.state, JobState::Waiting);
        assert!(job.error.is_some());

        std::fs::remove_file(&folder).unwrap();
        Files::open(&folder).unwrap();
        app.wait(TimeDelta::minutes(1));
        app.run_jobs().await;

        assert_opened(&app, &round, &ballots).await;
    }
}

on_both! {
    async fn a_key_that_is_destroyed_before_the_row_says_so_is_no_obstacle(database) {
        let app = TestApp::new(database).await;
        let (round, ballots) = certified(&app, 5).await;
        let key = app.key_file(&round.round);
        let id = round.round.id;
        // The remembered key serves, but destroying it fails, so the opening ends between the two steps.
        std::fs::remove_file(&key).unwrap();
        std::fs::create_dir(&key).unwrap();
        let ended = open_box(&app.db, &app.keys, &app.files, id, |_, _| {}).await;
        assert!(ended.is_err(), "{ended:?}");
        assert_eq!(app.db.read(move |conn| count_ballots(conn, id)).await.unwrap(), 0);
        assert!(round.now().await.key_fingerprint.is_some());

        std::fs::remove_dir(&key).unwrap();
        app.run_jobs().await;

        assert_opened(&app, &round, &ballots).await;
    }
}

on_both! {
    async fn an_opening_that_wakes_up_after_another_has_ended_harms_nothing(database) {
        let app = TestApp::new(database).await;
        let (round, ballots) = certified(&app, 260).await;
        let (db, keys, files, id) = (app.db.clone(), app.keys.clone(), app.files.clone(), round.round.id);
        let (fell_asleep, asleep) = std::sync::mpsc::channel();
        let (wake, waking) = std::sync::mpsc::channel::<()>();
        let sleeper = tokio::task::spawn_blocking(move || {
            let mut told = Some((fell_asleep, waking));
            let sleep = move |_, _| {
                if let Some((fell_asleep, waking)) = told.take() {
                    fell_asleep.send(()).unwrap();
                    // Ends when the other end is dropped.
                    assert!(waking.recv().is_err());
                }
            };
            tokio::runtime::Handle::current().block_on(open_box(&db, &keys, &files, id, sleep))
        });
        tokio::task::spawn_blocking(move || asleep.recv().unwrap()).await.unwrap();

        app.run_jobs().await;
        drop(wake);

        assert!(sleeper.await.unwrap().is_err());
        assert_opened(&app, &round, &ballots).await;
    }
}

on_both! {
    async fn a_profile_that_is_complete_is_never_written_again(database) {
        let app = TestApp::new(database).await;
        let (round, ballots) = certified(&app, 5).await;
        app.run_jobs().await;

        // What an opening does that read the box when another had emptied it and noted the end.
        let again = allmende::actions::steps::write_profile(
            &app.db, round.round.id, std::sync::Arc::new([]), |_, _| {}
        ).await;

        assert!(again.is_err(), "{again:?}");
        assert_opened(&app, &round, &ballots).await;
    }
}

/// Everything that a stolen disk would hold of an SQLite database.
fn bytes_on_disk(app: &TestApp) -> Vec<u8> {
    let file = app.database.url.file().unwrap();
    let log = file.with_extension("db-wal");
    [std::fs::read(file).unwrap(), std::fs::read(log).unwrap_or_default()].concat()
}

fn holds(disk: &[u8], part: &[u8]) -> bool {
    disk.windows(part.len()).any(|window| window == part)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b2_after_the_opening_no_pseudonym_and_no_seal_is_left_in_the_file() {
    let app = TestApp::new(TestDatabase::sqlite()).await;
    let round = app.voting_round("b2").await;
    let voters = round.voters(5).await;
    for voter in &voters {
        round.cast_for(voter, 0, &[(1, 5)]).await;
        round.cast_for(voter, 1, &[(2, 5)]).await;
    }
    let id = round.round.id;
    let sealed = app.db.read(move |conn| allmende::store::ballots::list_ballots(conn, id)).await.unwrap();
    app.certify(&round).await;
    let before = bytes_on_disk(&app);
    assert!(sealed.iter().all(|ballot| holds(&before, ballot.pseudonym.as_bytes())), "they were there before");

    app.run_jobs().await;

    let after = bytes_on_disk(&app);
    for ballot in &sealed {
        assert!(!holds(&after, ballot.pseudonym.as_bytes()), "a pseudonym is left");
        assert!(!holds(&after, &ballot.sealed[..40]), "a seal is left");
    }
    assert!(voters.iter().all(|voter| holds(&after, voter.row.person.as_bytes())), "who took part stays");
}

on_both! {
    async fn an_empty_box_is_opened_too(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("empty").await;
        app.certify(&round).await;

        app.run_jobs().await;

        assert_opened(&app, &round, &[]).await;
    }
}

on_both! {
    async fn a_count_that_is_done_again_is_entered_and_told_once(database) {
        let app = TestApp::new(database).await;
        let (round, _) = certified(&app, 5).await;
        app.run_jobs().await;
        let (id, now) = (round.round.id, app.time.get());

        // As after a crash between the count and the note that the job is done.
        app.db
            .write(allmende::store::Lock::Nothing, move |tx| {
                allmende::store::jobs::insert_job(tx, allmende::domain::job::JobKind::CountRound, id, now)
            })
            .await
            .unwrap();
        app.run_jobs().await;

        assert_eq!(app.count_acts(&round.round, "count_finished").await, 1);
    }
}

on_both! {
    async fn the_list_of_leaves_tells_counted_from_replaced(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("leaves").await;
        let voters = round.voters(2).await;
        let replaced = round.cast_for(&voters[0], 0, &[(1, 1)]).await;
        let counted = round.cast_for(&voters[0], 1, &[(2, 2)]).await;
        let other = round.cast_for(&voters[1], 0, &[(2, 2)]).await;
        app.certify(&round).await;

        app.run_jobs().await;

        let id = round.round.id;
        let entries = app.db.read(move |conn| allmende::store::entries::list_entries(conn, id, 100)).await.unwrap();
        let opened = entries.iter().find(|entry| entry.act == "ballots_opened").unwrap();
        let body: serde_json::Value = serde_json::from_str(&opened.body).unwrap();
        let hash = ContentHash::parse(body["details"]["leaves"].as_str().unwrap()).unwrap();
        let list = String::from_utf8(app.files.read(&hash).unwrap()).unwrap();
        let hex = |leaf: allmende::secrecy::Leaf| allmende::domain::hex::encode(leaf.as_bytes());
        let mut expected = [(replaced, "replaced"), (counted, "counted"), (other, "counted")]
            .map(|(leaf, fate)| format!("{} {fate}\n", hex(leaf)));
        expected.sort();
        assert_eq!(list, expected.concat());
        assert_eq!(body["details"]["ballots"], 2);
    }
}
