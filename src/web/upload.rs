//! Forms with a file: read within limits, held against forged requests. The only way to a file that somebody sends.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_multipart::{Multipart, MultipartError};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::TryStreamExt;

use super::error::{Code, WebError};
use super::visitor::{site_of, visitor_of};
use super::{csrf, form};

/// The largest file that any form takes. What a form takes is for its reader to say.
const LARGEST_FILE: usize = crate::media::SCAN.most_bytes;
/// A file that is too large is read to its end, so that its form comes back with what was typed; but not for ever.
pub(super) const LARGEST_READ: usize = 16 * 1024 * 1024;
/// All fields beside the file together.
const LARGEST_FIELDS: usize = 64 * 1024;
/// More parts than any form of ours has.
const MOST_PARTS: usize = 40;
/// A file over a slow line takes its time; a slower one only holds a connection.
const SLOWEST: Duration = Duration::from_secs(120);

/// The field that says of a form which waited for a sign-in that its file did not.
pub(super) const FILE_LEFT: &str = "file-left";

/// A form with at most one file that was sent from a page of ours; the token is taken out.
#[derive(Debug)]
pub(super) struct Upload {
    pub(super) fields: Vec<(String, String)>,
    pub(super) file: SentFile,
}

/// The file of a form. What the browser says of its name and type is not looked at.
#[derive(Debug)]
pub(super) enum SentFile {
    /// Nobody chose one.
    Nothing,
    /// Its bytes.
    Whole(web::Bytes),
    /// More than any form takes.
    TooLarge,
}

impl FromRequest for Upload {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let read: Pin<Box<dyn Future<Output = Result<Self, WebError>>>> = if is_multipart(request) {
            let parts = Multipart::new(request.headers(), payload.take());
            Box::pin(async move {
                let read = tokio::time::timeout(SLOWEST, read(parts, LARGEST_FILE)).await;
                read.unwrap_or_else(|_| Err(WebError::told(Code::MalformedRequest)))
            })
        } else {
            // The same form without a file.
            let pairs = form::read(request, payload);
            Box::pin(async move { Ok(Self { fields: pairs.await?, file: SentFile::Nothing }) })
        };
        let request = request.clone();
        Box::pin(async move {
            let mut upload = read.await?;
            let token = upload.fields.iter().find(|(name, _)| name == csrf::FIELD).map(|(_, token)| token.as_str());
            csrf::check(&request, &*site_of(&request)?, &visitor_of(&request)?, token)?;
            upload.fields.retain(|(name, _)| name != csrf::FIELD);
            Ok(upload)
        })
    }
}

/// Whether a form comes in parts, as those with a file do.
pub(super) fn is_multipart(request: &HttpRequest) -> bool {
    let kind = request.headers().get("content-type").and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data"))
}

/// The fields of a form, and whether there was a file. Nothing of the file is kept.
pub(super) async fn fields_alone(
    request: &HttpRequest,
    payload: &mut Payload,
) -> Result<(Vec<(String, String)>, bool), WebError> {
    let parts = Multipart::new(request.headers(), payload.take());
    let read = tokio::time::timeout(SLOWEST, read(parts, 0)).await;
    let upload = read.unwrap_or_else(|_| Err(WebError::told(Code::MalformedRequest)))?;
    Ok((upload.fields, !matches!(upload.file, SentFile::Nothing)))
}

/// Reads all of it, and keeps a file of so many bytes at most.
async fn read(mut parts: Multipart, largest_file: usize) -> Result<Upload, WebError> {
    let mut upload = Upload { fields: Vec::new(), file: SentFile::Nothing };
    let mut room = LARGEST_FIELDS;
    for _ in 0..MOST_PARTS {
        let Some(mut part) = parts.try_next().await.map_err(|error| unread(&error))? else { return Ok(upload) };
        let name = part.name().unwrap_or_default().to_owned();
        let is_file = part.content_disposition().is_some_and(|kind| kind.get_filename().is_some());
        let (keep, limit) = if is_file { (largest_file, LARGEST_READ) } else { (room, room) };
        let (mut bytes, mut length) = (web::BytesMut::new(), 0_usize);
        while let Some(piece) = part.try_next().await.map_err(|error| unread(&error))? {
            length = length.saturating_add(piece.len());
            if length > limit {
                return Err(WebError::told(Code::TooLarge));
            }
            if length <= keep {
                bytes.extend_from_slice(&piece);
            }
        }
        if is_file {
            upload.file = match length {
                0 => upload.file,
                _ if length > largest_file => SentFile::TooLarge,
                _ => SentFile::Whole(bytes.freeze()),
            };
        } else {
            room = room.saturating_sub(length);
            let value = String::from_utf8(bytes.to_vec()).map_err(|_| WebError::told(Code::MalformedRequest))?;
            if name.contains('\0') || value.contains('\0') {
                return Err(WebError::told(Code::MalformedRequest));
            }
            upload.fields.push((name, form::without_isolates(value)));
        }
    }
    Err(WebError::told(Code::MalformedRequest))
}

fn unread(error: &MultipartError) -> WebError {
    tracing::debug!(%error, "a form with a file could not be read");
    WebError::told(Code::MalformedRequest)
}
