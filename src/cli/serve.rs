//! `allmende serve`: answers until it is told to stop, then finishes what it has begun.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::signal::unix::{SignalKind, signal};

use super::CliError;
use super::terminal::say;
use crate::app::App;
use crate::config::Config;
use crate::jobs;
use crate::web::server::Server;
use crate::web::site::Occasion;

pub(super) async fn serve(config: Config) -> Result<(), CliError> {
    let app = Arc::new(App::open(config).await?);
    let base_url = app.config.base_url.clone();
    let tell = |address: SocketAddr| say(&format!("Allmende listens on http://{address} for {base_url}"));
    until_told_to_stop(app, Occasion::Live, tell).await
}

/// Serves, and works off jobs, until SIGTERM or SIGINT.
pub(super) async fn until_told_to_stop(
    app: Arc<App>,
    occasion: Occasion,
    tell: impl FnOnce(SocketAddr),
) -> Result<(), CliError> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let server = Server::start(Arc::clone(&app), occasion)?;
    let jobs = jobs::start(Arc::clone(&app))?;
    for key in &app.unusable_keys {
        tracing::warn!(round = key.round.as_str(), "{key}");
    }
    tell(server.address());
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    tracing::info!("told to stop; requests that run are finished");
    server.stop().await;
    jobs.stop().await;
    app.db.close().await;
    Ok(())
}
