//! Compressing pages. The server's own middleware keeps a window of megabytes for every answer, which takes longer than
//! making the page does; so HTML leaves here compressed, and the middleware sees to the rest.

use std::io::Write;

use actix_web::HttpRequest;
use actix_web::http::header::{AcceptEncoding, Encoding, Header};
use actix_web::web::Bytes;

/// How much work a page is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// It goes to one person.
    Once,
    /// It is kept for many.
    Shared,
}

impl Effort {
    const fn quality(self) -> u32 {
        match self {
            Self::Once => 2,
            Self::Shared => 5,
        }
    }
}

/// 64 kB: hardly a page is larger, and a larger one is still compressed well.
const WINDOW: u32 = 16;

/// The bytes of a page, compressed.
pub(super) fn compressed(html: &[u8], effort: Effort) -> Bytes {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, effort.quality(), WINDOW);
    // Nothing fails when the bytes go into memory.
    let _ = writer.write_all(html);
    writer.into_inner().into()
}

/// Whether the browser takes pages that are compressed so.
pub(super) fn is_taken(request: &HttpRequest) -> bool {
    let offered = [Encoding::brotli(), Encoding::identity()];
    AcceptEncoding::parse(request)
        .ok()
        .and_then(|wanted| wanted.negotiate(offered.iter()))
        .is_some_and(|chosen| chosen == Encoding::brotli())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use actix_web::http::header;
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn a_compressed_page_reads_as_it_was() {
        let html = "<p>Zürich &amp; Köln</p>".repeat(10_000);

        for effort in [Effort::Once, Effort::Shared] {
            let small = compressed(html.as_bytes(), effort);

            let mut read = String::new();
            brotli::Decompressor::new(&small[..], 4096).read_to_string(&mut read).unwrap();
            assert_eq!(read, html);
            assert!(small.len() < html.len() / 50, "{effort:?}: {}", small.len());
        }
    }

    #[test]
    fn brotli_goes_only_to_those_who_take_it() {
        let takes = |wish: &str| {
            let request = TestRequest::get().insert_header((header::ACCEPT_ENCODING, wish)).to_http_request();
            is_taken(&request)
        };

        assert!(takes("br") && takes("gzip, deflate, br, zstd") && takes("br;q=0.5, identity;q=0.1"));
        assert!(!takes("gzip") && !takes("br;q=0, gzip") && !takes("identity"));
        assert!(!is_taken(&TestRequest::get().to_http_request()));
    }
}
