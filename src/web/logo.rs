//! Serves the organisation's logo, and no other file.

use actix_web::http::header;
use actix_web::{HttpResponse, web};

use super::error::WebError;
use super::site::Site;
use crate::media::{ContentHash, FilesError};
use crate::store::organisation::Logo;

/// The address of a logo.
pub(super) fn url(logo: &Logo) -> String {
    format!("/files/{}.{}", logo.content_hash, logo.media_type)
}

/// Answers GET and HEAD for `/files/{name}`.
pub(super) async fn serve(name: web::Path<String>, site: web::Data<Site>) -> Result<HttpResponse, WebError> {
    let organisation = site.organisations.get(&site.app.db).await?;
    let logo = organisation.entered().and_then(|found| found.logo.clone());
    let logo = logo.filter(|logo| url(logo) == format!("/files/{name}")).ok_or_else(WebError::not_found)?;
    let hash = ContentHash::parse(&logo.content_hash).ok_or_else(|| WebError::fault("a logo without a hash"))?;
    let app = std::sync::Arc::clone(&site.app);
    let read = web::block(move || app.files.read(&hash)).await.map_err(WebError::fault)?;
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(error @ FilesError::Missing { .. }) => {
            tracing::error!(%error, "the logo cannot be shown");
            return Err(WebError::not_found());
        }
        Err(error) => return Err(WebError::fault(error)),
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, format!("image/{}", logo.media_type)))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(bytes))
}
