//! Failures of ours on the way of a ballot: the page carries everything once more, says truthfully whether the ballot is
//! cast, and sending it again counts once.

use std::sync::{Arc, Mutex, mpsc};

use allmende::store::{Lock, StoreError, Tx};
use diesel::connection::SimpleConnection;
use tokio::task::JoinSet;

use super::{Booth, Fields, choices, hidden, ticked};
use crate::harness::app::TestApp;
use crate::harness::client::Answer;
use crate::harness::databases::TestDatabase;
use crate::harness::line::Line;

const UNKNOWN: &str = "We do not know whether your vote arrived. Send it again: it counts once.";

/// What "try again" sends, token apart; the fields stand in no order.
fn again(page: &Answer) -> (Fields, String) {
    let mut fields = hidden(page, "form#again");
    assert!(fields.iter().any(|(name, _)| name == "_csrf"), "{}", page.body);
    fields.retain(|(name, _)| name != "_csrf");
    fields.sort();
    let action = page.body.split("id=\"again\" method=\"post\" action=\"").nth(1).unwrap().split('"').next().unwrap();
    (fields, action.replace("&#x2F;", "/"))
}

fn without_token(fields: &Fields) -> Fields {
    let mut fields: Fields = fields.iter().filter(|(name, _)| name != "_csrf").cloned().collect();
    fields.sort();
    fields
}

async fn run(booth: &Booth, sql: &'static str) {
    let run = move |tx: &mut Tx<'_>| tx.conn.batch_execute(sql).map_err(StoreError::from);
    booth.app.db.write(Lock::Nothing, run).await.unwrap();
}

/// Keeps all writers busy and the queue full until the sender is dropped.
async fn fill_the_queue(booth: &Booth, holders: u32) -> (mpsc::Sender<()>, JoinSet<Result<(), StoreError>>) {
    let (release, gate) = mpsc::channel::<()>();
    let gate = Arc::new(Mutex::new(gate));
    let (arrived, mut arrivals) = tokio::sync::mpsc::unbounded_channel();
    let mut all = JoinSet::new();
    for _ in 0..holders {
        let (db, gate, arrived) = (booth.app.db.clone(), Arc::clone(&gate), arrived.clone());
        all.spawn(async move {
            let hold = move |_: &mut Tx<'_>| {
                arrived.send(()).unwrap();
                assert!(gate.lock().unwrap().recv().is_err());
                Ok(())
            };
            db.write(Lock::Nothing, hold).await
        });
    }
    for _ in 0..holders {
        arrivals.recv().await.unwrap();
    }
    for _ in 0..5000 {
        let db = booth.app.db.clone();
        all.spawn(async move { db.write(Lock::Nothing, |_| Ok(())).await });
    }
    assert!(matches!(all.join_next().await.unwrap().unwrap(), Err(StoreError::Full)));
    (release, all)
}

on_both! {
    async fn a_cast_that_finds_no_place_is_sent_again_and_counts_once(database) {
        let holders = if database.is_postgres() { 8 } else { 1 };
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        let form = booth.checked(&client, &[("p1", "3"), ("blank2", "1")]);

        let (release, waiting) = fill_the_queue(&booth, holders).await;
        let busy = booth.send(&client, "/cast", &form);
        drop(release);
        waiting.join_all().await;
        let before = booth.round.participation(&voter).await;
        let sent_again = hidden(&busy, "form#again");
        let [first, second] = [(); 2].map(|()| booth.send(&client, "/cast", &sent_again));

        assert_eq!((busy.status, busy.header("retry-after"), busy.header("x-error-code")), (503, Some("5"), Some("busy")));
        assert_eq!((busy.text("h1").as_str(), busy.header("cache-control")), ("It is very busy right now", Some("private, no-store")));
        assert_eq!(busy.text(".note"), "Your vote is not cast yet.");
        assert_eq!(again(&busy), (without_token(&form), booth.at("/cast")));
        assert_eq!((before, first.status, second.status), (None, 303, 303));
        assert_eq!(first.header("location"), Some(booth.at("/receipt").as_str()));
        assert_eq!(booth.round.participation(&voter).await.unwrap().cast_number.value(), 1);
    }
}

on_both! {
    async fn a_replacement_that_fails_says_that_the_earlier_vote_counts(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        booth.cast(&client, &[("p4", "5")]);
        let form = booth.checked(&client, &[("p1", "3")]);

        run(&booth, "alter table pending_leaves rename to gone").await;
        let failed = booth.send(&client, "/cast", &form);
        run(&booth, "alter table gone rename to pending_leaves").await;
        let count = booth.round.participation(&voter).await.unwrap().cast_number.value();
        let cast = booth.send(&client, "/cast", &hidden(&failed, "form#again"));

        assert_eq!(failed.text(".note"), "Your vote is not cast yet. A vote that you cast earlier still counts.");
        assert_eq!((failed.status, count, cast.status), (500, 1, 303));
        assert_eq!(booth.round.participation(&voter).await.unwrap().cast_number.value(), 2);
    }
}

on_both! {
    async fn a_mistake_of_ours_shows_its_number_and_keeps_the_choices_at_every_step(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        let form = booth.checked(&client, &[("p1", "3"), ("blank2", "1")]);

        run(&booth, "alter table projects rename to gone").await;
        let failed = ["/ballot", "/check", "/cast"].map(|step| (step, booth.send(&client, step, &form)));
        run(&booth, "alter table gone rename to projects").await;

        for (step, page) in failed {
            assert_eq!((page.status, page.header("retry-after"), page.header("x-error-code")), (500, None, Some("internal")));
            assert_eq!(page.text("h1"), "Something went wrong on our side");
            assert_eq!(page.text(".note"), "Your vote is not cast yet.");
            let reference = page.text(".slip");
            assert!(reference.len() == 9 && reference.contains('-'), "{reference}");
            assert!(!page.body.contains("projects"), "{}", page.body);
            assert_eq!(again(&page), (without_token(&form), booth.at(step)));
            let done = booth.send(&client, step, &hidden(&page, "form#again"));
            assert_eq!(done.status, if step == "/cast" { 303 } else { 200 }, "{step}");
            let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
            match step {
                "/ballot" => assert_eq!(ticked(&done), [pair("blank2", "1"), pair("p1", "3")]),
                "/check" => assert_eq!(choices(&hidden(&done, "form#cast")), [("p1", "3"), ("blank2", "1")]),
                _ => {}
            }
        }
    }
}

on_both! {
    async fn a_code_that_cannot_be_looked_up_keeps_the_choices_that_wait_for_it(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        let mut form = booth.checked(&client, &[("p1", "3")]);
        client.forget_cookie("vote");
        form.push(("code".to_owned(), voter.code.to_string()));

        run(&booth, "alter table roll_keys rename to gone").await;
        let failed = booth.send(&client, "/code", &form);
        run(&booth, "alter table gone rename to roll_keys").await;
        let ballot = booth.send(&client, "/code", &hidden(&failed, "form#again"));

        assert_eq!((failed.status, failed.text(".note").as_str()), (500, "Your vote is not cast yet."));
        assert_eq!((ballot.status, ticked(&ballot)), (200, vec![("p1".to_owned(), "3".to_owned())]));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cast_whose_commit_was_done_and_never_answered_is_unknown_and_counts_once() {
    let Some(database) = TestDatabase::postgres() else { return };
    let line = Line::to(&database.url);
    let near = line.url.clone();
    let booth = Booth::on(TestApp::start_with(database, |config| config.database = near).await, |_| {}).await;
    let voter = booth.round.a_voter().await;
    let client = booth.enter(&voter);
    let form = booth.checked(&client, &[("p1", "3")]);

    line.break_at_the_next_commit();
    let lost = booth.send(&client, "/cast", &form);
    let went_in = booth.round.participation(&voter).await;

    assert_eq!(
        (lost.status, lost.header("retry-after"), lost.header("x-error-code")),
        (503, Some("5"), Some("unreachable"))
    );
    assert_eq!(lost.text(".note"), UNKNOWN);
    let mut everything = without_token(&form);
    everything.push(("unsure".to_owned(), "1".to_owned()));
    assert_eq!(again(&lost), (everything, booth.at("/cast")));
    assert_eq!(went_in.unwrap().cast_number.value(), 1, "this one went in");

    let sent_again = hidden(&lost, "form#again");
    // Whoever looks at the choices once more is told that they are cast.
    let looked = booth.send(&client, "/check", &sent_again);
    let cast = booth.send(&client, "/cast", &sent_again);
    for answer in [looked, cast] {
        assert_eq!((answer.status, answer.header("location")), (303, Some(booth.at("/receipt").as_str())));
    }
    assert_eq!(booth.round.participation(&voter).await.unwrap().cast_number.value(), 1);
    assert_eq!(booth.round.leaves().await.len(), 1);
}

const ON_A_SMALL_DISK: &str = "ALLMENDE_TEST_ON_A_SMALL_DISK";
/// In 1024 bytes.
const SMALL: u64 = 2048;

/// Runs itself in a process that may not write larger files, which SQLite sees as an error of the disk.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cast_whose_commit_fails_on_the_disk_stays_unknown() {
    if std::env::var_os(ON_A_SMALL_DISK).is_none() {
        let name = "routes::vote::failures::a_cast_whose_commit_fails_on_the_disk_stays_unknown";
        let run = std::process::Command::new("bash")
            .args(["-c", &format!("trap '' XFSZ; ulimit -f {SMALL}; exec \"$0\" --exact \"$1\"")])
            .args([std::env::current_exe().unwrap().to_str().unwrap(), name])
            .env(ON_A_SMALL_DISK, "yes")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    let booth = Booth::points(TestDatabase::sqlite()).await;
    let client = booth.enter(&booth.round.a_voter().await);
    let form = booth.checked(&client, &[("p1", "3")]);
    let log = format!("{}-wal", booth.app.config.database.file().unwrap().display());
    run(&booth, "create table heap (body blob)").await;
    // A page or two at a time, until a cast no longer fits.
    while std::fs::metadata(&log).unwrap().len() < SMALL * 1024 - 12 * 1024 {
        run(&booth, "insert into heap values (randomblob(100))").await;
    }

    let lost = booth.send(&client, "/cast", &form);
    let again = booth.send(&client, "/cast", &hidden(&lost, "form#again"));

    assert_eq!((lost.status, lost.text(".note").as_str()), (500, UNKNOWN));
    // Nothing is written any more, so this try came to nothing; of the first nobody knows.
    assert_eq!((again.status, again.text(".note").as_str()), (503, UNKNOWN));
    assert_eq!(choices(&hidden(&again, "form#again")), [("p1", "3")]);
}

on_both! {
    async fn when_nobody_can_be_recognised_the_page_says_how_to_send_the_form_again(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        let form = booth.checked(&client, &[("p1", "3")]);

        run(&booth, "alter table sessions rename to gone").await;
        let failed = ["/ballot", "/check", "/cast"].map(|step| booth.send(&client, step, &form));
        let read = client.get(&booth.at("/receipt"));
        run(&booth, "alter table gone rename to sessions").await;

        let reload = "Load this page again. Your browser then sends the same form once more. \
                      A vote that arrives twice counts once.";
        for page in failed {
            assert_eq!(page.status, 500);
            assert_eq!(page.text(".note"), "A vote that you have cast is not affected.");
            assert!(page.text("main").contains(reload), "{}", page.text("main"));
        }
        assert!(read.status == 500 && !read.text("main").contains(reload), "{}", read.text("main"));
        assert_eq!(booth.send(&client, "/cast", &form).status, 303, "the same form is sent again");
    }
}
