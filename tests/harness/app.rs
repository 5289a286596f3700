//! The whole application on a database of its own, served on a free port, at a time that stands until it is set.

use std::ops::Deref;
use std::sync::Arc;

use allmende::actions::account::{Shown, begin_second_factor, confirm_second_factor, create_administrator};
use allmende::app::App;
use allmende::config::Config;
use allmende::domain::email::Email;
use allmende::domain::ids::AccountId;
use allmende::domain::permission::Actor;
use allmende::domain::six_digits::SixDigits;
use allmende::secrecy::SessionToken;
use allmende::secrecy::password::PasswordCost;
use allmende::secrecy::randomness::draw;
use allmende::store::accounts::{NewAccount, find_account_by_email};
use allmende::store::schema::{pending_second_factors, second_factors};
use allmende::store::second_factors::find_second_factor;
use allmende::store::{Clock, FixedTime, Lock, StoreError};
use allmende::web::server::Server;
use allmende::web::site::Occasion;
use diesel::prelude::*;
use tempfile::TempDir;
use tokio::runtime::Handle;

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

    /// Makes an account that may do everything in the office, with a telephone.
    pub(crate) async fn administrator(&self, email: &str) -> AccountId {
        let account = self.administrator_without_telephone(email).await;
        self.give_telephone(account).await;
        account
    }

    /// Makes an account with all rights that has not signed in yet.
    pub(crate) async fn administrator_without_telephone(&self, email: &str) -> AccountId {
        create_administrator(&self.app.db, Actor::CommandLine, self.new_account(email)).await.unwrap()
    }

    /// What an account is made of in tests.
    pub(crate) fn new_account(&self, email: &str) -> NewAccount {
        let password = self.app.passwords.hash(PASSWORD, &draw().unwrap()).unwrap();
        NewAccount {
            email: Email::parse(email).unwrap(),
            display_name: "Ada".to_owned(),
            language: "de".to_owned(),
            password_hash: Some(password.as_str().to_owned()),
        }
    }

    /// Sets up the second factor of an account, as its owner would.
    pub(crate) async fn give_telephone(&self, account: AccountId) {
        let (db, keys) = (&self.app.db, self.app.keys.installation());
        let session = SessionToken::new(draw().unwrap()).hash();
        begin_second_factor(db, keys, Actor::Member(account), (account, session), None).await.unwrap();
        let code = SixDigits::parse(&self.waiting_code(account).await).unwrap();
        let confirmed = confirm_second_factor(db, keys, Actor::Member(account), account, session, code).await;
        assert!(matches!(confirmed.unwrap().0, Shown::Right { .. }));
    }

    /// The code of a telephone that waits for it, in whatever session it was begun.
    pub(crate) async fn waiting_code(&self, account: AccountId) -> String {
        let read = self.app.db.read(move |conn| {
            let waiting = pending_second_factors::table.find(account.value());
            waiting.select(pending_second_factors::secret).first::<Vec<u8>>(conn).map_err(StoreError::from)
        });
        let secret = self.app.keys.installation().open_one_time_secret(account, &read.await.unwrap()).unwrap();
        secret.code_at(self.app.db.clock().now())
    }

    /// The code that an account's telephone shows. Time stands in tests, so a code that was used is made good again.
    pub(crate) async fn telephone_code(&self, account: AccountId) -> String {
        let read = self.app.db.write(Lock::Nothing, move |tx| {
            diesel::update(second_factors::table.find(account.value()))
                .set(second_factors::last_step.eq(0))
                .execute(tx.conn)
                .map_err(StoreError::from)?;
            find_second_factor(tx, account)
        });
        let sealed = read.await.unwrap().unwrap().secret;
        let secret = self.app.keys.installation().open_one_time_secret(account, &sealed).unwrap();
        secret.code_at(self.app.db.clock().now())
    }

    /// Signs a browser in with password and telephone.
    pub(crate) async fn enter(&self, client: &Client, email: &str) {
        let answer = client.sign_in(email, PASSWORD);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let address = Email::parse(email).unwrap();
        let found = self.app.db.read(move |conn| find_account_by_email(conn, &address)).await.unwrap().unwrap();
        let code = self.telephone_code(found.id).await;
        let answer = client.submit("/de/sign-in/second-factor", &[("code", &code)]);
        assert_eq!((answer.status, answer.header("location")), (303, Some("/de/office")), "{}", answer.body);
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
        tokio::task::block_in_place(|| Handle::current().block_on(self.enter(&client, ADMINISTRATOR)));
        client
    }
}

impl Deref for TestApp {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}
