//! For whoever runs the service: does the program live, and can it serve?

use actix_web::http::header;
use actix_web::{HttpResponse, web};

use super::answer::{PRIVATE, finished};
use super::site::Site;

/// The program answers. Nothing else is looked at, so that a failing database does not get it restarted.
pub(super) async fn live() -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, PRIVATE)).content_type("text/plain").body("live\n")
}

/// The database answers and takes writes.
pub(super) async fn ready(site: web::Data<Site>) -> HttpResponse {
    match site.app.db.ready().await {
        Ok(()) => HttpResponse::Ok()
            .insert_header((header::CACHE_CONTROL, PRIVATE))
            .content_type("text/plain")
            .body("ready\n"),
        Err(error) => {
            tracing::warn!(error = ?error.to_string(), "not ready");
            let answer = HttpResponse::ServiceUnavailable()
                .insert_header((header::CACHE_CONTROL, PRIVATE))
                .insert_header((header::RETRY_AFTER, 5))
                .content_type("text/plain")
                .body("not ready\n");
            finished(answer)
        }
    }
}
