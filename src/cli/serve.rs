//! `allmende serve`: answers until it is told to stop, then finishes what it has begun.

use std::io::Write as _;
use std::sync::Arc;

use tokio::signal::unix::{SignalKind, signal};

use super::CliError;
use crate::app::App;
use crate::config::Config;
use crate::jobs;
use crate::web::server::Server;
use crate::web::site::Occasion;

pub(super) async fn serve(config: Config) -> Result<(), CliError> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let app = Arc::new(App::open(config).await?);
    let server = Server::start(Arc::clone(&app), Occasion::Live)?;
    let jobs = jobs::start(Arc::clone(&app))?;
    writeln!(std::io::stdout(), "Allmende listens on http://{} for {}", server.address(), app.config.base_url)?;
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
