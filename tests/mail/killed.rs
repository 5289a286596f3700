//! The program is killed while a mail is on its way, at each of the moments that differ.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use allmende::domain::time::Instant;
use allmende::mail::Message;
use chrono::TimeDelta;

use super::{addresses, counts, enqueue_for};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::TestApp;
use crate::harness::smtp::MailServer;

on_both! {
    async fn m4_a_program_that_is_killed_before_the_server_has_the_mail_costs_no_copy(database) {
        killed(database, "slow", |server, address| server.times_named(address) > 0, 1).await;
    }
}

on_both! {
    async fn m4_a_program_that_is_killed_before_the_last_reply_costs_one_more_copy_at_most(database) {
        killed(database, "slowtaken", |server, _| !server.mails().is_empty(), 2).await;
    }
}

/// Kills the program at a moment, and counts the copies when the next program has done its work.
async fn killed(database: TestDatabase, word: &str, is_time: fn(&MailServer, &str) -> bool, copies: usize) {
    let Some(server) = MailServer::start_with(&["--slowness", "1"]) else { return };
    let app = TestApp::with_settings(database, server.settings()).await;
    // The program that is killed runs on the machine's clock.
    let today = Instant::new(std::time::SystemTime::now().into());
    app.time.set(today.plus(TimeDelta::minutes(-1)));
    let address = addresses(word, 1).remove(0);
    enqueue_for(&app, &Message::TestMail, std::slice::from_ref(&address)).await;

    kill_when(&app, &server, || is_time(&server, &address));
    assert_eq!(counts(&app).await.open, 1);
    app.time.set(today.plus(TimeDelta::minutes(29)));
    app.run_jobs().await;
    assert_eq!(counts(&app).await.open, 1, "it may still be on its way");
    app.time.set(today.plus(TimeDelta::minutes(35)));
    app.run_jobs().await;

    let mails = server.mails();
    assert_eq!(mails.len(), copies);
    assert!(mails.iter().all(|mail| mail.header("Message-ID") == mails[0].header("Message-ID")));
    assert_eq!(counts(&app).await.open, 0);
}

/// Runs the program on the same installation and kills it without warning.
fn kill_when(app: &TestApp, server: &MailServer, is_time: impl Fn() -> bool) {
    let mut settings = server.settings();
    settings.extend([
        ("SERVER__LISTEN", "127.0.0.1:0".to_owned()),
        ("DATABASE__URL", app.config.database.to_string()),
        ("KEYS__DIRECTORY", app.config.keys.display().to_string()),
        ("FILES__DIRECTORY", app.config.files.display().to_string()),
    ]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_allmende"))
        .arg("serve")
        .envs(settings.into_iter().map(|(name, value)| (format!("ALLMENDE__{name}"), value)))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut listens = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut listens).unwrap();
    assert!(listens.contains("listens"), "{listens}");
    for _ in 0..1_000 {
        if is_time() {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(is_time());
}
