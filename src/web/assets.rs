//! The stylesheet, the script and the icon, embedded in the program. Their addresses carry a hash of the content, so
//! browsers may keep them for good.

use std::collections::BTreeMap;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use rust_embed::Embed;
use sha2::{Digest, Sha256};

use super::theme;

#[derive(Embed)]
#[folder = "assets/"]
struct Files;

/// One embedded file.
#[derive(Debug)]
struct Asset {
    body: web::Bytes,
    media_type: &'static str,
    tag: String,
}

/// All embedded files, by the names that browsers ask for.
#[derive(Debug)]
pub struct Assets {
    by_served_name: BTreeMap<String, Asset>,
    served_names: BTreeMap<String, String>,
}

/// Where the files are served.
pub const FOLDER: &str = "/assets";

impl Assets {
    /// Reads and hashes what is embedded.
    #[must_use]
    pub fn load() -> Self {
        let mut by_served_name = BTreeMap::new();
        let mut served_names = BTreeMap::new();
        for name in Files::iter() {
            let (Some(file), Some((stem, extension))) = (Files::get(&name), name.rsplit_once('.')) else { continue };
            let Some(media_type) = media_type(extension) else { continue };
            let body = match (extension, std::str::from_utf8(&file.data)) {
                ("css", Ok(css)) => without_comments(css).into(),
                _ => web::Bytes::copy_from_slice(&file.data),
            };
            let tag = short_hash(&body);
            let served = format!("{stem}-{tag}.{extension}");
            by_served_name.insert(served.clone(), Asset { body, media_type, tag });
            served_names.insert(name.into_owned(), served);
        }
        Self { by_served_name, served_names }
    }

    /// The address of a file by its name in the source, such as `allmende.css`. An unknown name leads to a page
    /// that says "not found", as any wrong address does.
    #[must_use]
    pub fn url(&self, name: &str) -> String {
        let served = self.served_names.get(name).map_or(name, String::as_str);
        format!("{FOLDER}/{served}")
    }

    fn answer(&self, served_name: &str, request: &HttpRequest) -> HttpResponse {
        if let Some(css) = theme::find(served_name) {
            return HttpResponse::Ok()
                .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
                .insert_header((header::CONTENT_TYPE, "text/css; charset=utf-8"))
                .body(css);
        }
        let Some(asset) = self.by_served_name.get(served_name) else { return HttpResponse::NotFound().finish() };
        // Weak, because the same file may leave compressed in several ways.
        let tag = header::EntityTag::new_weak(asset.tag.clone());
        let mut answer = if knows(request, &tag) { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        answer
            .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
            .insert_header(header::ETag(tag.clone()));
        if knows(request, &tag) {
            return answer.finish();
        }
        answer.insert_header((header::CONTENT_TYPE, asset.media_type)).body(asset.body.clone())
    }
}

/// Answers GET and HEAD for `/assets/{name}`.
pub async fn serve(name: web::Path<String>, request: HttpRequest, assets: web::Data<Assets>) -> HttpResponse {
    assets.answer(&name, &request)
}

/// Whether the browser already holds the version with this tag.
fn knows(request: &HttpRequest, tag: &header::EntityTag) -> bool {
    request
        .headers()
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|known| known.trim() == tag.to_string()))
}

fn media_type(extension: &str) -> Option<&'static str> {
    match extension {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}

/// A stylesheet as it travels: its comments are for those who change it, and would be a seventh of it on the wire.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, behind)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = behind.split_once("*/").map_or("", |(_, rules)| rules);
    }
    kept.push_str(rest);
    kept
}

/// Ten hexadecimal digits tell versions of one file apart.
pub(super) fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn a_file_is_served_under_the_address_that_pages_link() {
        let assets = Assets::load();
        let served = assets.url("allmende.css").strip_prefix("/assets/").unwrap().to_owned();

        let answer = assets.answer(&served, &TestRequest::get().to_http_request());

        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers().get(header::CONTENT_TYPE).unwrap(), "text/css; charset=utf-8");
        assert!(answer.headers().get(header::CACHE_CONTROL).unwrap().to_str().unwrap().contains("immutable"));
    }

    #[test]
    fn a_stylesheet_travels_with_all_its_rules_and_no_comment() {
        assert_eq!(without_comments("/* a */a{b:c}/* d\n*/\ne{f:g}"), "a{b:c}\ne{f:g}");

        let whole = String::from_utf8(Files::get("allmende.css").unwrap().data.into_owned()).unwrap();
        let served = without_comments(&whole);

        assert!(!served.contains("/*") && !served.contains("*/"));
        assert_eq!(served.matches('{').count(), whole.matches('{').count());
        assert_eq!(served.matches('}').count(), whole.matches('}').count());
    }

    #[test]
    fn a_known_version_is_not_sent_again() {
        let assets = Assets::load();
        let served = assets.url("allmende.js").strip_prefix("/assets/").unwrap().to_owned();
        let first = assets.answer(&served, &TestRequest::get().to_http_request());
        let tag = first.headers().get(header::ETAG).unwrap().clone();

        let request = TestRequest::get().insert_header((header::IF_NONE_MATCH, tag)).to_http_request();
        let second = assets.answer(&served, &request);

        assert_eq!(second.status(), StatusCode::NOT_MODIFIED);
    }

    #[test]
    fn an_old_or_foreign_name_is_not_found() {
        let answer = Assets::load().answer("allmende-0000000000.css", &TestRequest::get().to_http_request());

        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn the_stylesheet_and_the_script_keep_their_budget() {
        let size = |name: &str| Files::get(name).unwrap().data.len();

        assert!(size("allmende.js") <= 4 * 1024, "the script is {} bytes", size("allmende.js"));
        assert!(
            size("allmende.css") <= 32 * 1024,
            "the stylesheet is {} bytes before compression",
            size("allmende.css")
        );
    }
}
