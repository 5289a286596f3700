//! The paper that somebody wrote on, as a picture or as a PDF. A picture is written anew like every other; a PDF is kept as
//! it came, and is for downloading only: no browser of ours opens it.
//!
//! Each stored file begins with random bytes, so that no two scans share one and each can be deleted alone.

use super::picture::{Bounds, Picture, PictureError};

/// A page of A4 with 300 dots to the inch, lying or standing, from a telephone or a scanner.
pub const SCAN: Bounds = Bounds {
    width: 3508,
    height: 3508,
    most_bytes: 10 * 1024 * 1024,
    most_side: 8000,
    most_pixels: 20_000_000,
    as_jpeg: true,
};

/// How many random bytes stand first.
const MARK: usize = 16;

/// What a scan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScanKind {
    /// A picture.
    Jpeg,
    /// A document.
    Pdf,
}

impl ScanKind {
    /// As the database carries it; also the end of the file's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Pdf => "pdf",
        }
    }

    /// Reads what the database carries.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Jpeg, Self::Pdf].into_iter().find(|kind| kind.as_str() == text)
    }

    /// As browsers call it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Pdf => "application/pdf",
        }
    }
}

/// A scan as it is to be stored.
#[derive(Debug, Clone)]
pub struct Scan {
    stored: Vec<u8>,
    kind: ScanKind,
}

impl Scan {
    /// Reads a file, whatever it is called. Takes a moment: call it off the main threads.
    ///
    /// # Errors
    /// When it is too large in any way, neither a picture nor a PDF, or damaged.
    pub fn make(file: &[u8], mark: [u8; MARK]) -> Result<Self, PictureError> {
        if file.len() > SCAN.most_bytes {
            return Err(PictureError::TooHeavy);
        }
        if file.starts_with(b"%PDF-") {
            return Ok(Self { stored: [mark.as_slice(), file].concat(), kind: ScanKind::Pdf });
        }
        let picture = Picture::make(file, SCAN)?;
        Ok(Self { stored: [mark.as_slice(), picture.bytes()].concat(), kind: ScanKind::Jpeg })
    }

    /// The bytes of the stored file.
    #[must_use]
    pub fn stored(&self) -> &[u8] {
        &self.stored
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> ScanKind {
        self.kind
    }

    /// What people download of a stored file.
    #[must_use]
    pub fn content(stored: &[u8]) -> &[u8] {
        stored.get(MARK..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";

    fn photo(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
        let mut bytes = std::io::Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(width, height, image::Rgb([240, 240, 235]));
        image::DynamicImage::from(picture).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_pdf_is_kept_as_it_came_and_no_two_share_a_file() {
        let [one, other] = [[1; MARK], [2; MARK]].map(|mark| Scan::make(PDF, mark).unwrap());

        assert_eq!((one.kind(), Scan::content(one.stored())), (ScanKind::Pdf, PDF));
        assert_ne!(one.stored(), other.stored());
    }

    #[test]
    fn a_photograph_is_written_anew_and_made_small_enough() {
        for (format, width) in [(image::ImageFormat::Jpeg, 4032), (image::ImageFormat::Png, 600)] {
            let scan = Scan::make(&photo(width, 300, format), [0; MARK]).unwrap();
            let shown = image::load_from_memory(Scan::content(scan.stored())).unwrap();

            assert_eq!((scan.kind(), shown.width()), (ScanKind::Jpeg, width.min(SCAN.width)));
        }
    }

    #[test]
    fn what_is_neither_picture_nor_pdf_is_refused_whatever_it_is_called() {
        let heavy = [PDF, &vec![b' '; SCAN.most_bytes]].concat();
        let hidden = [b"<script>".as_slice(), PDF].concat();
        for (file, error) in [
            (b"".as_slice(), PictureError::Unknown),
            (b"PK\x03\x04 a document of an office", PictureError::Unknown),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", PictureError::Svg),
            (b"\xff\xd8\xff\xe0 nothing", PictureError::Damaged),
            (&hidden, PictureError::Unknown),
            (&heavy, PictureError::TooHeavy),
        ] {
            assert_eq!(Scan::make(file, [0; MARK]).err(), Some(error));
        }
    }

    #[test]
    fn a_kind_reads_as_it_is_written() {
        for kind in [ScanKind::Jpeg, ScanKind::Pdf] {
            assert_eq!(ScanKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(ScanKind::parse("png"), None);
    }
}
