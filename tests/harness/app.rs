//! The whole application on a database of its own, served on a free port, at a time that stands until it is set.

use std::ops::Deref;
use std::sync::Arc;

use allmende::actions::account::create_administrator;
use allmende::app::App;
use allmende::config::Config;
use allmende::domain::email::Email;
use allmende::domain::ids::AccountId;
use allmende::domain::permission::Actor;
use allmende::secrecy::password::PasswordCost;
use allmende::secrecy::randomness::draw;
use allmende::store::{Clock, FixedTime};
use allmende::web::server::Server;
use allmende::web::site::Occasion;
use tempfile::TempDir;

use super::client::Client;
use super::databases::TestDatabase;

/// The password of everybody in tests.
pub(crate) const PASSWORD: &str = "correct horse battery";
/// The address of the administrator in tests.
pub(crate) const ADMINISTRATOR: &str = "ada@example.org";

/// A served application. It is an [`App`].
pub(crate) struct TestApp {
    /// The time of every request and transaction.
    pub(crate) time: FixedTime,
    /// What is served.
    pub(crate) app: Arc<App>,
    server: Server,
    occasion: Occasion,
    config: Config,
    // Dropped last.
    folder: TempDir,
    database: TestDatabase,
}

impl TestApp {
    pub(crate) async fn start(database: TestDatabase) -> Self {
        Self::start_with(database, |_| {}).await
    }

    /// Starts with settings that differ from those of most tests.
    pub(crate) async fn start_with(database: TestDatabase, change: impl FnOnce(&mut Config)) -> Self {
        let folder = TempDir::new().unwrap();
        let place = |name: &str| folder.path().join(name).display().to_string();
        let settings = [
            ("SERVER__LISTEN", "127.0.0.1:0".to_owned()),
            ("DATABASE__URL", "sqlite:replaced.db".to_owned()),
            ("KEYS__DIRECTORY", place("keys")),
            ("FILES__DIRECTORY", place("files")),
            ("MAIL__DIRECTORY", place("mail")),
        ];
        let variables = settings.map(|(name, value)| (format!("ALLMENDE__{name}"), value));
        let mut config = Config::load(None, variables).unwrap();
        config.database = database.url.clone();
        change(&mut config);
        Self::serve(config, Occasion::Live, folder, database).await
    }

    /// Starts on the clock of the machine, which `time` then does not set.
    pub(crate) async fn start_on_the_clock(database: TestDatabase) -> Self {
        let Self { app, server, config, folder, database, .. } = Self::start(database).await;
        server.stop().await;
        app.db.close().await;
        Self::serve_by(Clock::System, config, Occasion::Live, folder, database).await
    }

    /// Starts as a demonstration.
    pub(crate) async fn demo(database: TestDatabase) -> Self {
        let Self { app, server, config, folder, database, .. } = Self::start(database).await;
        server.stop().await;
        app.db.close().await;
        Self::serve(config, Occasion::Demo, folder, database).await
    }

    async fn serve(config: Config, occasion: Occasion, folder: TempDir, database: TestDatabase) -> Self {
        Self::serve_by(Clock::Fixed(database.time.clone()), config, occasion, folder, database).await
    }

    async fn serve_by(
        clock: Clock,
        config: Config,
        occasion: Occasion,
        folder: TempDir,
        database: TestDatabase,
    ) -> Self {
        let time = database.time.clone();
        let app = App::open_with(config.clone(), clock, PasswordCost::LOWEST).await.unwrap();
        let app = Arc::new(app);
        let server = Server::start(Arc::clone(&app), occasion).unwrap();
        Self { time, app, server, occasion, config, folder, database }
    }

    /// The same installation in a new process.
    pub(crate) async fn restart(self) -> Self {
        let Self { app, server, occasion, config, folder, database, .. } = self;
        server.stop().await;
        app.db.close().await;
        Self::serve(config, occasion, folder, database).await
    }

    /// With somebody who may do everything in the office.
    pub(crate) async fn with_administrator(self) -> Self {
        self.administrator(ADMINISTRATOR).await;
        self
    }

    /// Makes an account that may do everything in the office.
    pub(crate) async fn administrator(&self, email: &str) -> AccountId {
        let password = self.app.passwords.hash(PASSWORD, &draw().unwrap()).unwrap();
        let email = Email::parse(email).unwrap();
        create_administrator(&self.app.db, Actor::CommandLine, email, "Ada".to_owned(), password).await.unwrap()
    }

    /// A browser without cookies.
    pub(crate) fn client(&self) -> Client {
        Client::new(Arc::clone(&self.app), self.server.address())
    }

    /// Where Prometheus reads.
    pub(crate) fn metrics_client(&self) -> Client {
        Client::new(Arc::clone(&self.app), self.server.metrics_address().unwrap())
    }

    /// A browser that is signed in.
    pub(crate) fn signed_in(&self) -> Client {
        let client = self.client();
        let answer = client.sign_in(ADMINISTRATOR, PASSWORD);
        assert_eq!(answer.status, 303, "{}", answer.body);
        client
    }
}

impl Deref for TestApp {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}
