//! The whole application, served on a loopback port as `allmende serve` serves it, on a database of its own.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use allmende::actions::round::{RoundContent, create_round, publish_round};
use allmende::app::App;
use allmende::config::Config;
use allmende::domain::ids::RoundId;
use allmende::domain::permission::Actor;
use allmende::domain::round::Round;
use allmende::store::StoreError;
use allmende::store::rounds::find_round;
use allmende::web::server::Server;
use allmende::web::site::Occasion;

use super::Fault;
use super::place::{Kind, Place};

/// A served application.
pub(crate) struct Scene {
    pub(crate) app: Arc<App>,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    pub(crate) place: Place,
    server: Server,
}

impl Scene {
    pub(crate) async fn open(kind: Kind, below: &Path) -> Result<Self, Fault> {
        let place = Place::make(kind, below)?;
        let path = |name: &str| place.folder.path().join(name).display().to_string();
        let settings = [
            ("SERVER__LISTEN", "127.0.0.1:0".to_owned()),
            // So that a load can come from many networks.
            ("SERVER__TRUSTED_PROXIES", "127.0.0.1".to_owned()),
            ("DATABASE__URL", place.url()),
            ("KEYS__DIRECTORY", path("keys")),
            ("KEYS__BESIDE_DATABASE", "true".to_owned()),
            ("FILES__DIRECTORY", path("files")),
            ("MAIL__DIRECTORY", path("mail")),
        ];
        let variables = settings.map(|(name, value)| (format!("ALLMENDE__{name}"), value));
        let app = Arc::new(App::open(Config::load(None, variables)?).await?);
        let server = Server::start(Arc::clone(&app), Occasion::Live)?;
        Ok(Self { address: server.address(), app, place, server })
    }

    /// Writes a round down and publishes it.
    pub(crate) async fn publish(&self, content: RoundContent) -> Result<Round, Fault> {
        let id = create_round(&self.app.db, Actor::CommandLine, content).await?;
        let draft = self.round(id).await?;
        publish_round(&self.app.db, &self.app.keys, Actor::CommandLine, &draft).await?;
        self.round(id).await
    }

    /// A round as it is now.
    pub(crate) async fn round(&self, id: RoundId) -> Result<Round, Fault> {
        Ok(self.app.db.read(move |conn| find_round(conn, id)?.ok_or(StoreError::NotFound)).await?)
    }

    /// Ends it, and with it everything that it wrote.
    pub(crate) async fn close(self) {
        self.server.stop().await;
        self.app.db.close().await;
    }
}

/// Log lines as `allmende serve` makes them, written nowhere.
pub(crate) fn log_to_nowhere() -> Result<(), Fault> {
    let filter = tracing_subscriber::EnvFilter::try_new("info")?;
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::sink).try_init()
}
