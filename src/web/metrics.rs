//! Figures for Prometheus: how many requests of which kind, and how long they took. No address, no person, no path:
//! a route is named by its pattern, and everything else is one value, so that scanners cannot fill the memory.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpResponse, web};
use prometheus::{Encoder, HistogramOpts, HistogramVec, IntCounterVec, Opts, Registry, TextEncoder};

use super::site::Site;
use crate::store::Stopwatch;

/// Why figures cannot be kept; a mistake of ours.
#[derive(Debug, thiserror::Error)]
#[error("the figures cannot be kept: {0}")]
pub struct MetricsError(#[from] prometheus::Error);

/// The figures of one process.
pub(super) struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    durations: HistogramVec,
}

impl Metrics {
    pub(super) fn new() -> Result<Self, MetricsError> {
        let requests = IntCounterVec::new(
            Opts::new("allmende_http_requests_total", "Requests by method, route and status."),
            &["method", "route", "status"],
        )?;
        let durations = HistogramVec::new(
            HistogramOpts::new("allmende_http_request_seconds", "Time until the answer stood, by method and route."),
            &["method", "route"],
        )?;
        let registry = Registry::new();
        registry.register(Box::new(requests.clone()))?;
        registry.register(Box::new(durations.clone()))?;
        Ok(Self { registry, requests, durations })
    }

    fn note(&self, method: &Method, route: &str, status: u16, seconds: f64) {
        let method = match *method {
            Method::GET => "GET",
            Method::HEAD => "HEAD",
            Method::POST => "POST",
            _ => "other",
        };
        self.requests.with_label_values(&[method, route, &status.to_string()]).inc();
        self.durations.with_label_values(&[method, route]).observe(seconds);
    }

    fn text(&self) -> Result<Vec<u8>, MetricsError> {
        let mut text = Vec::new();
        TextEncoder::new().encode(&self.registry.gather(), &mut text)?;
        Ok(text)
    }
}

/// Middleware: counts and times each request.
pub(super) async fn measure(
    site: web::Data<Site>,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let (method, watch) = (request.method().clone(), Stopwatch::start());
    let answer = next.call(request).await?;
    let route = answer.request().match_pattern();
    let route = route.as_deref().unwrap_or("unmatched");
    site.metrics.note(&method, route, answer.status().as_u16(), watch.elapsed().as_secs_f64());
    Ok(answer)
}

/// Answers Prometheus, on a listener of its own.
pub(super) async fn show(site: web::Data<Site>) -> HttpResponse {
    match site.metrics.text() {
        Ok(text) => HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(text),
        Err(error) => {
            tracing::error!(%error, "the figures cannot be written");
            HttpResponse::InternalServerError().finish()
        }
    }
}
