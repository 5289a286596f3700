//! Pages that are the same for everybody: rendered and compressed once, and kept for less than a second.
//!
//! Only visitors without a session get them. What this process changed in a round shows at once, because the number
//! of changes is part of a page's key; what another process changed, and what the clock did, shows within a second.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentEncoding, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, HttpResponseBuilder, web};
use chrono::TimeDelta;
use moka::sync::Cache;
use sha2::{Digest, Sha256};

use super::brotli::{Effort, compressed};
use super::site::Site;
use super::visitor::{Visitor, visitor_of};
use crate::domain::time::Instant;

/// How long a page is good.
const FRESH: TimeDelta = TimeDelta::milliseconds(900);
/// All pages together, in bytes. An address can be made up freely, so their number has no bound of its own.
const MEMORY: u64 = 64 * 1024 * 1024;
/// What browsers and proxies may do: show it again for a moment without asking, and then only fetch a changed one.
const SHARED: HeaderValue = HeaderValue::from_static("public, max-age=10, must-revalidate");

/// A page that is the same for everybody.
#[derive(Debug)]
pub(super) struct SharedPage {
    language: &'static str,
    /// Weak, because the same page may leave compressed in several ways.
    tag: String,
    html: web::Bytes,
    brotli: OnceLock<web::Bytes>,
}

impl SharedPage {
    pub(super) fn new(language: &'static str, html: String) -> Self {
        let hash: String = Sha256::digest(&html).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self { language, tag: format!("W/\"{hash}\""), html: html.into(), brotli: OnceLock::new() }
    }

    /// The answer to the one who asked first, from which `share` takes the page for those who come later.
    pub(super) fn first_answer(self: &Arc<Self>, visitor: &Visitor) -> HttpResponse {
        let mut answer = self.answer(visitor);
        answer.extensions_mut().insert(Arc::clone(self));
        answer
    }

    fn answer(&self, visitor: &Visitor) -> HttpResponse {
        match self.head(visitor) {
            (mut head, StatusCode::NOT_MODIFIED) => head.finish(),
            (mut head, _) if visitor.takes_brotli => head
                .insert_header(ContentEncoding::Brotli)
                .append_header((header::VARY, "accept-encoding"))
                .body(self.brotli.get_or_init(|| compressed(&self.html, Effort::Shared)).clone()),
            (mut head, _) => head.body(self.html.clone()),
        }
    }

    fn head(&self, visitor: &Visitor) -> (HttpResponseBuilder, StatusCode) {
        let tags = visitor.known_tags.as_deref().unwrap_or_default();
        let known = tags.split(',').any(|one| one.trim() == self.tag);
        let status = if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let mut head = HttpResponse::build(status);
        head.insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((header::CONTENT_LANGUAGE, self.language))
            .insert_header((header::VARY, "cookie"))
            .insert_header((header::CACHE_CONTROL, SHARED))
            .insert_header((header::ETAG, self.tag.as_str()));
        (head, status)
    }

    /// About what it takes in memory, the compressed form included.
    fn weight(&self) -> usize {
        self.html.len().saturating_add(self.html.len() / 2)
    }
}

/// A page by what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    /// How often this process had changed a round when the page was asked for.
    changes: u64,
    /// Path and query, which begin with the language.
    address: String,
}

/// The pages that are kept, shared by all workers.
pub(super) struct SharedPages(Cache<Key, (Instant, Arc<SharedPage>)>);

impl Default for SharedPages {
    fn default() -> Self {
        let weight = |key: &Key, page: &(Instant, Arc<SharedPage>)| {
            u32::try_from(page.1.weight().saturating_add(key.address.len())).unwrap_or(u32::MAX)
        };
        let kept = Duration::from_secs(1);
        Self(Cache::builder().max_capacity(MEMORY).weigher(weight).time_to_live(kept).build())
    }
}

impl SharedPages {
    fn find(&self, key: &Key, now: Instant) -> Option<Arc<SharedPage>> {
        let (kept_at, page) = self.0.get(key)?;
        (now.since(kept_at).abs() < FRESH).then_some(page)
    }

    /// Lets nobody see a page again that was made before now.
    pub(super) fn forget(&self) {
        self.0.invalidate_all();
    }
}

/// Middleware behind the one that knows the visitor: gives strangers the page that another stranger got a moment ago.
pub(super) async fn share(
    site: web::Data<Site>,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let visitor = visitor_of(request.request())?;
    if !visitor.may_share() {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    // Read before the page is: a change in between makes the page one of the past, which nobody asks for.
    let key = Key { changes: site.app.db.changes(), address: visitor.here.clone() };
    if let Some(page) = site.shared_pages.find(&key, visitor.now) {
        let answer = page.answer(&visitor);
        return Ok(request.into_response(answer));
    }
    let answer = next.call(request).await?.map_into_boxed_body();
    let page = answer.response().extensions().get::<Arc<SharedPage>>().cloned();
    if let Some(page) = page {
        site.shared_pages.0.insert(key, (visitor.now, page));
    }
    Ok(answer)
}
