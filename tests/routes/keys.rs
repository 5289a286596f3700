//! Keys of rounds that are missing, foreign, unreadable or open to others: named at the start and in the office, and in
//! the way of nobody but the voters of that round.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use allmende::actions::ballot::CastBallotError;
use allmende::actions::round::{certify_round, close_voting_early};

use super::stage::publish;
use crate::harness::app::TestApp;
use crate::harness::rounds::{OFFICE, TestRound, live, reason};

fn key_file(app: &TestApp, round: &TestRound) -> PathBuf {
    app.config.keys.join(format!("rounds/{}.key", round.round.public_id))
}

/// Rounds in voting, each with something else wrong with its key; what the operator reads of each; and one that is well.
async fn with_broken_keys(app: &TestApp) -> (Vec<(TestRound, &'static str)>, TestRound) {
    let mut rounds = Vec::new();
    for slug in ["missing", "foreign", "open", "short", "folder", "well"] {
        rounds.push(publish(app, live(slug, app.time.get())).await);
    }
    let well = rounds.pop().unwrap();
    let files: Vec<PathBuf> = rounds.iter().map(|round| key_file(app, round)).collect();
    std::fs::remove_file(&files[0]).unwrap();
    std::fs::copy(key_file(app, &well), &files[1]).unwrap();
    std::fs::set_permissions(&files[2], std::fs::Permissions::from_mode(0o640)).unwrap();
    std::fs::write(&files[3], [7; 31]).unwrap();
    std::fs::remove_file(&files[4]).unwrap();
    std::fs::create_dir(&files[4]).unwrap();
    let words = [
        "is missing; restore it from the sealed offline copy",
        "belongs to another installation or round",
        "mend it with: chmod 600 ",
        "has 31 bytes instead of 32; restore it",
        "is not a plain file",
    ];
    (rounds.into_iter().zip(words).collect(), well)
}

on_both! {
    async fn each_unusable_key_is_named_at_the_start_and_other_rounds_go_on(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        assert!(app.unusable_keys.is_empty());
        let (broken, well) = with_broken_keys(&app).await;

        let app = app.restart().await;

        let named: Vec<String> = app.unusable_keys.iter().map(ToString::to_string).collect();
        assert_eq!(named.len(), broken.len(), "{named:?}");
        for ((round, words), text) in broken.iter().zip(&named) {
            let slug = round.round.slug.as_str();
            assert!(text.starts_with(&format!("nobody can vote in the round {slug}: ")), "{text}");
            assert!(text.contains(words), "{text}");
        }
        for (round, _) in broken {
            let round = TestRound { db: app.db.clone(), keys: app.keys.clone(), ..round };
            let refused = round.cast(round.check_page(&round.a_voter().await, 0, &[(1, 5)])).await;
            assert!(matches!(refused, Err(CastBallotError::Key(_))), "{refused:?}");
        }
        let well = TestRound { db: app.db.clone(), keys: app.keys.clone(), ..well };
        well.cast_for(&well.a_voter().await, 0, &[(1, 5)]).await;
    }
}

on_both! {
    async fn the_office_shows_an_alarm_until_the_key_is_back(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (broken, well) = with_broken_keys(&app).await;
        let app = app.restart().await;
        let client = app.signed_in();

        let dashboard = client.get("/en/office");
        assert_eq!(dashboard.body.matches("nobody can vote").count(), broken.len());
        assert_eq!(dashboard.body.matches("Call your technical staff now.").count(), broken.len());
        for (round, _) in &broken {
            let page = client.get(&format!("/en/office/rounds/{}", round.round.slug));
            assert!(page.text(".state.late").contains("At once"), "{}", page.text(".state.late"));
            assert!(page.body.contains("nobody can vote"));
        }
        assert!(!client.get("/en/office/rounds/well").body.contains("nobody can vote"));

        let open = key_file(&app, &broken[2].0);
        std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert!(!client.get("/en/office/rounds/open").body.contains("nobody can vote"), "mended, without a restart");
        std::fs::remove_file(key_file(&app, &well)).unwrap();
        assert!(client.get("/en/office/rounds/well").body.contains("nobody can vote"), "lost while it runs");
    }
}

on_both! {
    async fn a_key_is_asked_for_only_from_publication_to_certification(database) {
        let app = TestApp::start(database).await;
        let certified = publish(&app, live("certified", app.time.get())).await;
        close_voting_early(&app.db, OFFICE, certified.round.id, reason()).await.unwrap();
        let closed = app.restart().await;
        std::fs::remove_file(key_file(&closed, &certified)).unwrap();
        let closed = closed.restart().await;
        assert_eq!(closed.unusable_keys.len(), 1, "what was cast cannot be opened");
        certify_round(&closed.db, OFFICE, certified.round.id).await.unwrap();
        let content = live("draft", closed.time.get());
        allmende::actions::round::create_round(&closed.db, OFFICE, content).await.unwrap();

        let app = closed.restart().await;

        assert!(app.unusable_keys.is_empty(), "{:?}", app.unusable_keys);
    }
}

/// What `allmende serve` says on both streams until it listens.
fn serve(app: &TestApp) -> (String, String) {
    let settings = [
        ("SERVER__LISTEN", "127.0.0.1:0".to_owned()),
        ("DATABASE__URL", app.config.database.to_string()),
        ("KEYS__DIRECTORY", app.config.keys.display().to_string()),
        ("FILES__DIRECTORY", app.config.files.display().to_string()),
        ("MAIL__TRANSPORT", "memory".to_owned()),
    ];
    let mut child = Command::new(env!("CARGO_BIN_EXE_allmende"))
        .arg("serve")
        .envs(settings.map(|(name, value)| (format!("ALLMENDE__{name}"), value)))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut listens = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut listens).unwrap();
    child.kill().unwrap();
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    child.wait().unwrap();
    (listens, told)
}

on_both! {
    async fn serve_warns_of_each_and_serves(database) {
        let app = TestApp::start(database).await;
        let (broken, _) = with_broken_keys(&app).await;

        let (listens, told) = serve(&app);

        assert!(listens.starts_with("Allmende listens on http://127.0.0.1:"), "{listens}{told}");
        let warnings: Vec<&str> = told.lines().filter(|line| line.contains("nobody can vote in the round")).collect();
        assert_eq!(warnings.len(), broken.len(), "{told}");
        for ((round, words), line) in broken.iter().zip(warnings) {
            let round = format!("nobody can vote in the round {}: ", round.round.slug);
            assert!(line.contains("WARN") && line.contains(&round) && line.contains(words), "{line}");
        }
    }
}

on_both! {
    async fn serve_warns_of_nothing_when_all_is_well(database) {
        let app = TestApp::start(database).await;
        publish(&app, live("well", app.time.get())).await;

        let (listens, told) = serve(&app);

        assert!(listens.starts_with("Allmende listens on"), "{told}");
        assert!(!told.contains("WARN"), "{told}");
    }
}
