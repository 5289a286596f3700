//! The application on a fresh database, and rounds in it that were made through the real actions.

use std::ops::Deref;
use std::sync::Arc;

use allmende::actions::round::{RoundContent, RoundError, certify_round, close_voting, create_round, publish_round};
use allmende::app::App;
use allmende::config::Config;
use allmende::domain::ids::RoundId;
use allmende::domain::permission::Actor;
use allmende::domain::reason::PublicReason;
use allmende::domain::round::{Area, Origin, Round};
use allmende::domain::schedule::{Span, Window};
use allmende::domain::time::Instant;
use allmende::jobs;
use allmende::secrecy::KeyDirectory;
use allmende::secrecy::password::PasswordCost;
use allmende::store::areas::list_areas;
use allmende::store::rounds::find_round;
use allmende::store::{Clock, Db, FixedTime, StoreError};
use chrono::TimeDelta;
use tempfile::TempDir;

use super::databases::TestDatabase;
pub(crate) use super::made_up::{area, content, in_german};

/// Who acts in tests that are not about permission.
pub(crate) const OFFICE: Actor = Actor::CommandLine;

/// The application on a database that goes away with it, on a clock that stands until it is set.
pub(crate) struct TestApp {
    /// The time of everything.
    pub(crate) time: FixedTime,
    /// The database as others would open it.
    pub(crate) database: TestDatabase,
    /// Holds the key directory, published files and mails.
    pub(crate) folder: TempDir,
    app: Arc<App>,
}

impl Deref for TestApp {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

impl TestApp {
    pub(crate) async fn new(database: TestDatabase) -> Self {
        Self::with_settings(database, Vec::new()).await
    }

    /// With settings that differ from those of most tests, without their prefix.
    pub(crate) async fn with_settings(database: TestDatabase, more: Vec<(&'static str, String)>) -> Self {
        let folder = TempDir::new().unwrap();
        let below = |name: &str| folder.path().join(name).display().to_string();
        let mut settings = vec![
            ("DATABASE__URL", database.url.to_string()),
            ("KEYS__DIRECTORY", below("keys")),
            ("FILES__DIRECTORY", below("files")),
            ("MAIL__DIRECTORY", below("mail")),
        ];
        settings.extend(more);
        let settings = settings.into_iter().map(|(name, value)| (format!("ALLMENDE__{name}"), value));
        let config = Config::load(None, settings).unwrap();
        let time = database.time.clone();
        let app = App::open_with(config, Clock::Fixed(time.clone()), PasswordCost::LOWEST).await.unwrap();
        Self { time, database, folder, app: Arc::new(app) }
    }

    /// The same installation in a further process.
    pub(crate) async fn beside(&self) -> App {
        let clock = Clock::Fixed(self.time.clone());
        App::open_with(self.app.config.clone(), clock, PasswordCost::LOWEST).await.unwrap()
    }

    /// The application, for what runs on threads of its own.
    pub(crate) fn shared(&self) -> Arc<App> {
        Arc::clone(&self.app)
    }

    /// A live round in the midst of its voting.
    pub(crate) async fn voting_round(&self, slug: &str) -> TestRound {
        let round = self.draft(live(slug, self.time.get())).await;
        publish_round(&self.db, &self.keys, OFFICE, &round).await.unwrap();
        self.test_round(round.id).await
    }

    /// A round that only the office sees.
    pub(crate) async fn draft(&self, content: RoundContent) -> Round {
        let id = create_round(&self.db, OFFICE, content).await.unwrap();
        self.test_round(id).await.round
    }

    /// A round as it is now.
    pub(crate) async fn test_round(&self, id: RoundId) -> TestRound {
        let (round, areas) = self
            .db
            .read(move |conn| {
                let round = find_round(conn, id)?.ok_or(StoreError::NotFound)?;
                Ok::<_, StoreError>((round, list_areas(conn, id)?))
            })
            .await
            .unwrap();
        TestRound { db: self.db.clone(), keys: self.keys.clone(), round, areas }
    }

    /// Passes the end of voting, closes and certifies.
    pub(crate) async fn certify(&self, round: &TestRound) {
        self.pass_the_end(round).await;
        close_voting(&self.db, Actor::System, round.round.id).await.unwrap();
        certify_round(&self.db, OFFICE, round.round.id).await.unwrap();
    }

    /// Sets the clock to the end of a round's voting.
    pub(crate) async fn pass_the_end(&self, round: &TestRound) {
        self.time.set(round.now().await.schedule.span(Window::Voting).unwrap().closes_at.unwrap());
    }

    /// Moves the clock.
    pub(crate) fn wait(&self, span: TimeDelta) {
        self.time.set(self.time.get().plus(span));
    }

    /// Does all the work that is due.
    pub(crate) async fn run_jobs(&self) {
        jobs::run_until_idle(&self.app).await.unwrap();
    }

    /// Where a round's key lies while it has one.
    pub(crate) fn key_file(&self, round: &Round) -> std::path::PathBuf {
        self.folder.path().join("keys/rounds").join(format!("{}.key", round.public_id))
    }
}

/// A round with what is needed to vote in it. Clones are the same round.
#[derive(Clone)]
pub(crate) struct TestRound {
    pub(crate) db: Db,
    pub(crate) keys: KeyDirectory,
    /// As it was when it was loaded.
    pub(crate) round: Round,
    pub(crate) areas: Vec<Area>,
}

impl TestRound {
    /// As it is at this moment.
    pub(crate) async fn now(&self) -> Round {
        let id = self.round.id;
        self.db.read(move |conn| find_round(conn, id)).await.unwrap().unwrap()
    }
}

pub(crate) fn reason() -> PublicReason {
    PublicReason::parse("The bridge to the island was closed.").unwrap()
}

/// Whether an act was refused in the way that the pattern says.
pub(crate) fn refusal<T>(result: Result<T, RoundError>) -> RoundError {
    match result {
        Ok(_) => panic!("this was to be refused"),
        Err(error) => error,
    }
}

/// Five points over two areas of three projects each; voting opened an hour ago and lasts two weeks.
pub(crate) fn live(slug: &str, now: Instant) -> RoundContent {
    let span = Span { opens_at: Some(now.plus(TimeDelta::hours(-1))), closes_at: Some(now.plus(TimeDelta::days(14))) };
    content(slug, Origin::Live, vec![(Window::Voting, span)], vec![area(1, 1..=3), area(2, 4..=6)])
}
