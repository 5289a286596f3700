//! The listeners: one for people, one for Prometheus.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App as Application, HttpServer, web};
use thiserror::Error;
use tokio::task::JoinHandle;
use tracing_actix_web::TracingLogger;

use super::error::{Code, WebError};
use super::form::LARGEST_FORM;
use super::logging::RequestSpan;
use super::metrics::MetricsError;
use super::site::{Occasion, Site};
use super::{errors, headers, metrics, routes};
use crate::app::App;

/// The head of a request is here by then; a slower one only holds a connection.
const SLOWEST_HEAD: Duration = Duration::from_secs(10);
/// Requests that run when the program is told to stop get this long.
const LAST_REQUESTS: u64 = 20;

/// Why nobody can be served. Its text tells the operator the next step.
#[derive(Debug, Error)]
pub enum ServeError {
    /// Somebody else listens there.
    #[error("{address} is in use by another program; stop that one or set {setting}")]
    InUse {
        /// The address.
        address: SocketAddr,
        /// The setting that names it.
        setting: &'static str,
    },
    /// The address cannot be listened on.
    #[error("cannot listen on {address} ({setting}): {source}")]
    CannotListen {
        /// The address.
        address: SocketAddr,
        /// The setting that names it.
        setting: &'static str,
        /// What the system answered.
        source: std::io::Error,
    },
    /// Figures cannot be kept.
    #[error(transparent)]
    Metrics(#[from] MetricsError),
}

/// Listeners that answer until they are stopped or dropped.
#[derive(Debug)]
pub struct Server {
    people: Listener,
    figures: Option<Listener>,
}

#[derive(Debug)]
struct Listener {
    address: SocketAddr,
    handle: ServerHandle,
    /// Taken when it is awaited.
    running: Option<JoinHandle<std::io::Result<()>>>,
}

impl Server {
    /// Begins to listen where the settings say, and to answer.
    ///
    /// # Errors
    /// When an address is taken or cannot be listened on.
    pub fn start(app: Arc<App>, occasion: Occasion) -> Result<Self, ServeError> {
        let (listen, metrics_listen) = (app.config.listen, app.config.metrics_listen);
        let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let site = web::Data::new(Site::new(app, occasion)?);
        let people = people(site.clone(), listen, workers)?;
        let figures = metrics_listen.map(|address| figures(site, address)).transpose()?;
        Ok(Self { people, figures })
    }

    /// Where people are answered; the port is the real one also when the settings ask for port 0.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.people.address
    }

    /// Where Prometheus is answered, if anywhere.
    #[must_use]
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.figures.as_ref().map(|figures| figures.address)
    }

    /// Takes no more connections and returns when the requests that run are answered, or after 20 seconds.
    pub async fn stop(self) {
        self.people.stop().await;
        if let Some(figures) = self.figures {
            figures.stop().await;
        }
    }
}

impl Listener {
    fn start(server: actix_web::dev::Server, address: SocketAddr) -> Self {
        Self { address, handle: server.handle(), running: Some(tokio::spawn(server)) }
    }

    async fn stop(mut self) {
        self.handle.stop(true).await;
        let Some(running) = self.running.take() else { return };
        match running.await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "a listener ended badly"),
            Err(error) => tracing::warn!(%error, "a listener could not be awaited"),
        }
    }
}

impl Drop for Listener {
    /// One that is dropped unstopped takes its requests with it.
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

fn people(site: web::Data<Site>, address: SocketAddr, workers: usize) -> Result<Listener, ServeError> {
    let server = HttpServer::new(move || {
        Application::new()
            .app_data(site.clone())
            .app_data(site.assets.clone())
            .app_data(web::PayloadConfig::new(LARGEST_FORM))
            .app_data(web::PathConfig::default().error_handler(|_, _| WebError::not_found().into()))
            .app_data(web::QueryConfig::default().error_handler(|_, _| WebError::told(Code::MalformedRequest).into()))
            .configure(routes::configure)
            .wrap(from_fn(routes::shut_undeclared))
            .wrap(from_fn(errors::answer::answer))
            .wrap(Compress::default())
            .wrap(from_fn(metrics::measure))
            .wrap(TracingLogger::<RequestSpan>::new())
            .wrap(headers::headers(&site.app.config))
    });
    let server = server
        .workers(workers)
        .client_request_timeout(SLOWEST_HEAD)
        .shutdown_timeout(LAST_REQUESTS)
        .disable_signals()
        .bind(address)
        .map_err(|source| cannot_listen(address, "server.listen", source))?;
    let bound = server.addrs().first().copied().unwrap_or(address);
    Ok(Listener::start(server.run(), bound))
}

fn figures(site: web::Data<Site>, address: SocketAddr) -> Result<Listener, ServeError> {
    let server = HttpServer::new(move || {
        Application::new().app_data(site.clone()).route("/metrics", web::get().to(metrics::show))
    })
    .workers(1)
    .disable_signals()
    .bind(address)
    .map_err(|source| cannot_listen(address, "server.metrics_listen", source))?;
    let bound = server.addrs().first().copied().unwrap_or(address);
    Ok(Listener::start(server.run(), bound))
}

fn cannot_listen(address: SocketAddr, setting: &'static str, source: std::io::Error) -> ServeError {
    match source.kind() {
        std::io::ErrorKind::AddrInUse => ServeError::InUse { address, setting },
        _ => ServeError::CannotListen { address, setting, source },
    }
}
