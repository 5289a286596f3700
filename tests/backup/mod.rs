//! Backups: taken while people vote, tried, restored; and everything that is refused.

mod keys;
mod load;
mod program;
mod refusals;

use std::path::{Path, PathBuf};

use allmende::actions::account::ask_to_sign_in;
use allmende::actions::round::publish_result;
use allmende::backup::{BackupError, Survey, Taken, check_backup, restore_backup, take_backup};
use allmende::config::Config;
use allmende::domain::channel::Channel;
use allmende::domain::email::Email;
use allmende::locale::Language;
use allmende::secrecy::SessionToken;
use allmende::store::sessions::{NewSession, Session, SessionSubject, insert_session};
use allmende::store::{Clock, Lock};
use chrono::TimeDelta;

use crate::harness::databases::EmptyPlace;
use crate::harness::rounds::{OFFICE, TestApp, TestRound};
use crate::harness::voters::Voter;

/// An installation with a round in the midst of its voting and another one with its result and its file.
struct Town {
    app: TestApp,
    round: TestRound,
}

impl Town {
    async fn new(app: TestApp) -> Self {
        let past = app.voting_round("past").await;
        for voter in past.voters(10).await {
            past.cast_for(&voter, 0, &[(1, 5)]).await;
        }
        app.certify(&past).await;
        app.run_jobs().await;
        publish_result(&app.db, &app.files, OFFICE, past.round.id).await.unwrap();
        let round = app.voting_round("now").await;
        let voter = round.a_voter().await;
        round.cast_for(&voter, 0, &[(2, 3)]).await;
        Self { app, round }
    }

    fn clock(&self) -> Clock {
        Clock::Fixed(self.app.time.clone())
    }

    /// Where backups of a test lie.
    fn place(&self, name: &str) -> PathBuf {
        let folder = self.app.folder.path().join("backups");
        std::fs::create_dir_all(&folder).unwrap();
        folder.join(name)
    }

    /// A session of somebody who votes, and a mail with a way in.
    async fn open_a_session(&self, voter: &Voter) {
        let now = self.app.time.get();
        let subject = SessionSubject::Voter(voter.row.id, Channel::LetterCode);
        let session = Session {
            subject,
            workplace: None,
            seen_at: now,
            expires_at: now.plus(TimeDelta::hours(1)),
            second_factor_at: None,
        };
        let token = SessionToken::new([7; 32]).hash();
        let new = NewSession { token, handle: "handle".to_owned(), device: None, session };
        self.app.db.write(Lock::Nothing, move |tx| insert_session(tx, &new)).await.unwrap();
        let (keys, email) = (self.app.keys.installation(), Email::parse("ada@example.org").unwrap());
        ask_to_sign_in(&self.app.db, keys, email, Language::German, None).await.unwrap();
    }

    fn back_up(&self, name: &str) -> Result<Taken, BackupError> {
        take_backup(&self.app.config, &self.clock(), &self.place(name), &mut |_| {})
    }

    /// The settings of an installation that has these keys and nothing else.
    fn elsewhere(&self, empty: &EmptyPlace) -> Config {
        let mut config = self.app.config.clone();
        config.database = empty.url.clone();
        config.files = self.app.folder.path().join("restored files");
        config.listen = "127.0.0.1:0".parse().unwrap();
        config
    }

    fn check(&self, config: &Config, name: &str) -> Result<Survey, BackupError> {
        check_backup(config, &self.clock(), &self.place(name), &mut |_| {})
    }

    fn restore(&self, config: &Config, name: &str) -> Result<Survey, BackupError> {
        restore_backup(config, &self.clock(), &self.place(name), &mut |_| {})
    }
}

fn count(survey: &Survey, what: &str) -> i64 {
    survey.contents.rows.iter().find(|(name, _)| *name == what).unwrap().1
}

/// Every file below a folder with its bytes.
fn everything_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.push((path.clone(), Vec::new()));
            found.extend(everything_in(&path));
        } else {
            found.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}
