//! The scanned paper, for downloading: no browser opens it among the pages of the service.

use std::sync::Arc;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use super::Answer;
use super::load::load_entered;
use crate::domain::ids::ProposalNumber;
use crate::media::{ContentHash, FilesError, Scan, ScanKind};
use crate::web::answer::PRIVATE;
use crate::web::error::WebError;
use crate::web::routes::{RoundSlug, number_of};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn serve(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let opened = load_entered(&site, &visitor, &office, (slug, number)).await?;
    let scan = opened.scan.ok_or_else(WebError::not_found)?;
    let kind = ScanKind::parse(&scan.media_type).ok_or_else(|| WebError::fault("a scan of an unknown kind"))?;
    let hash = ContentHash::parse(&scan.content_hash).ok_or_else(|| WebError::fault("a scan without a hash"))?;
    let app = Arc::clone(&site.app);
    let stored = match web::block(move || app.files.read(&hash)).await.map_err(WebError::fault)? {
        Ok(stored) => stored,
        Err(error @ FilesError::Missing { .. }) => {
            tracing::error!(%error, "a scan cannot be shown");
            return Err(WebError::not_found());
        }
        Err(error) => return Err(WebError::fault(error)),
    };
    let name = format!("attachment; filename=\"{}.{}\"", number.padded(), kind.as_str());
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, kind.media_type()))
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
        .insert_header((header::CACHE_CONTROL, PRIVATE))
        .body(Scan::content(&stored).to_vec()))
}
