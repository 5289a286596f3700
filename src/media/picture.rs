//! Pictures that people send: recognised by their bytes, decoded within limits, and written anew, so that nothing of what
//! was sent is kept but what one sees. Metadata, colour profiles and whatever else hung on the file are gone.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use thiserror::Error;

/// Of a JPEG that is written.
const QUALITY: u8 = 88;

/// What is taken, and the largest sides of what is written: a picture is made smaller to fit, never larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The most bytes of a file.
    pub most_bytes: usize,
    /// The most pixels of a side of the picture that is sent.
    pub most_side: u32,
    /// The most pixels of the whole picture that is sent.
    pub most_pixels: u64,
    /// Whether it is written as a JPEG also when it was sent without loss.
    pub as_jpeg: bool,
}

/// A logo stands 44 pixels high; this is enough for fine screens and for paper.
pub const LOGO: Bounds = Bounds {
    width: 480,
    height: 132,
    most_bytes: 2 * 1024 * 1024,
    most_side: 4000,
    most_pixels: 16_000_000,
    as_jpeg: false,
};

/// How a picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// Without loss, with transparency.
    Png,
    /// With little loss.
    Jpeg,
}

impl PictureKind {
    /// As the database and addresses carry it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }
}

/// Why a file is not taken.
#[derive(Debug, Error, Clone, Copy, PartialEq, Eq)]
pub enum PictureError {
    /// More bytes than are taken.
    #[error("the file has too many bytes")]
    TooHeavy,
    /// A drawing that can carry scripts and foreign addresses.
    #[error("SVG files can carry scripts")]
    Svg,
    /// Neither PNG, JPEG nor WebP.
    #[error("the file is neither PNG, JPEG nor WebP")]
    Unknown,
    /// More pixels than are taken.
    #[error("the picture has too many pixels")]
    TooLarge,
    /// It breaks off or contradicts itself.
    #[error("the picture is damaged")]
    Damaged,
}

impl PictureError {
    /// Ends the key of the words that say what to do.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooHeavy => "too-heavy",
            Self::Svg => "svg",
            Self::Unknown => "unknown",
            Self::TooLarge => "too-large",
            Self::Damaged => "damaged",
        }
    }
}

/// A picture that this program has written.
#[derive(Debug, Clone)]
pub struct Picture {
    bytes: Vec<u8>,
    kind: PictureKind,
    width: u32,
    height: u32,
}

impl Picture {
    /// Reads a file and writes its picture anew, no larger than `bounds`. Takes a moment: call it off the main threads.
    ///
    /// # Errors
    /// When the file is too large in any way, of another kind, or damaged.
    pub fn make(file: &[u8], bounds: Bounds) -> Result<Self, PictureError> {
        if file.len() > bounds.most_bytes {
            return Err(PictureError::TooHeavy);
        }
        let format = recognise(file)?;
        let picture = decode(file, format, bounds)?;
        let fits = picture.width() <= bounds.width && picture.height() <= bounds.height;
        let picture = if fits {
            picture
        } else {
            picture.resize(bounds.width, bounds.height, image::imageops::FilterType::Lanczos3)
        };
        let kind = if bounds.as_jpeg || format == ImageFormat::Jpeg { PictureKind::Jpeg } else { PictureKind::Png };
        let bytes = encode(&picture, kind).map_err(|_| PictureError::Damaged)?;
        Ok(Self { bytes, kind, width: picture.width(), height: picture.height() })
    }

    /// The file as it is to be stored.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How it is written.
    #[must_use]
    pub const fn kind(&self) -> PictureKind {
        self.kind
    }

    /// In pixels.
    #[must_use]
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// In pixels.
    #[must_use]
    pub const fn height(&self) -> u32 {
        self.height
    }
}

/// By its first bytes alone; names and types that a browser tells can be anything.
fn recognise(file: &[u8]) -> Result<ImageFormat, PictureError> {
    let riff = file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP");
    match () {
        () if file.starts_with(b"\x89PNG\r\n\x1a\n") => Ok(ImageFormat::Png),
        () if file.starts_with(b"\xff\xd8\xff") => Ok(ImageFormat::Jpeg),
        () if riff => Ok(ImageFormat::WebP),
        () if is_svg(file) => Err(PictureError::Svg),
        () => Err(PictureError::Unknown),
    }
}

fn is_svg(file: &[u8]) -> bool {
    let head = file.get(..1024).unwrap_or(file);
    String::from_utf8_lossy(head).to_ascii_lowercase().contains("<svg")
}

/// Asks for the size before anything is decoded.
fn decode(file: &[u8], format: ImageFormat, bounds: Bounds) -> Result<DynamicImage, PictureError> {
    let damaged = |_| PictureError::Damaged;
    let mut limits = Limits::default();
    limits.max_image_width = Some(bounds.most_side);
    limits.max_image_height = Some(bounds.most_side);
    // The largest picture with four parts of two bytes, and as much again to work with.
    limits.max_alloc = Some(bounds.most_pixels.saturating_mul(16));
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Limits(_) => PictureError::TooLarge,
        _ => PictureError::Damaged,
    })?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if width > bounds.most_side || height > bounds.most_side || pixels > bounds.most_pixels {
        return Err(PictureError::TooLarge);
    }
    // A camera writes beside the picture how it was held; that goes, so the picture itself is turned.
    let turned = decoder.orientation().map_err(damaged)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    picture.apply_orientation(turned);
    Ok(picture)
}

fn encode(picture: &DynamicImage, kind: PictureKind) -> Result<Vec<u8>, image::ImageError> {
    let mut bytes = Vec::new();
    match kind {
        PictureKind::Png => {
            let plain = DynamicImage::from(picture.to_rgba8());
            plain.write_with_encoder(PngEncoder::new_with_quality(
                &mut bytes,
                CompressionType::Best,
                FilterType::Adaptive,
            ))?;
        }
        PictureKind::Jpeg => {
            let plain = DynamicImage::from(picture.to_rgb8());
            plain.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?;
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use image::{ImageEncoder, Rgba, RgbaImage};

    use super::*;

    fn drawing(width: u32, height: u32) -> DynamicImage {
        RgbaImage::from_fn(width, height, |x, _| Rgba([if x < width / 2 { 200 } else { 20 }, 30, 60, 255])).into()
    }

    fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture = if format == ImageFormat::Jpeg { picture.to_rgb8().into() } else { picture.clone() };
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn contains(bytes: &[u8], needle: &[u8]) -> bool {
        bytes.windows(needle.len()).any(|window| window == needle)
    }

    #[test]
    fn each_kind_is_taken_and_made_small_enough() {
        for (format, kind) in [
            (ImageFormat::Png, PictureKind::Png),
            (ImageFormat::WebP, PictureKind::Png),
            (ImageFormat::Jpeg, PictureKind::Jpeg),
        ] {
            let made = Picture::make(&file(&drawing(960, 264), format), LOGO).unwrap();

            assert_eq!((made.kind(), made.width(), made.height()), (kind, 480, 132), "{format:?}");
            assert!(image::load_from_memory(made.bytes()).is_ok());
        }
        let small = Picture::make(&file(&drawing(40, 20), ImageFormat::Png), LOGO).unwrap();
        assert_eq!((small.width(), small.height()), (40, 20), "never made larger");
    }

    /// A JPEG with a block of metadata that says where it was taken, and that the camera was held upright.
    fn with_exif(plain: &[u8]) -> Vec<u8> {
        let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        exif.extend_from_slice(b"GPS 52.5,13.4 Canon");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&plain[..2], b"\xff\xe1", &length, &exif, &plain[2..]].concat()
    }

    #[test]
    fn metadata_goes_and_the_picture_is_turned_as_it_said() {
        let sent = with_exif(&file(&drawing(80, 40), ImageFormat::Jpeg));
        assert!(contains(&sent, b"GPS 52.5"));

        let made = Picture::make(&sent, LOGO).unwrap();

        assert_eq!((made.width(), made.height()), (40, 80), "upright");
        for trace in [&b"Exif"[..], b"GPS", b"Canon"] {
            assert!(!contains(made.bytes(), trace), "{trace:?}");
        }
    }

    #[test]
    fn words_in_a_png_and_what_hangs_behind_it_are_gone() {
        let mut sent = Vec::new();
        let picture = drawing(8, 8);
        PngEncoder::new(&mut sent).write_image(picture.as_bytes(), 8, 8, picture.color().into()).unwrap();
        sent.extend_from_slice(b"PK\x03\x04<script>alert(1)</script>");

        let made = Picture::make(&sent, LOGO).unwrap();

        assert!(!contains(made.bytes(), b"<script>") && !contains(made.bytes(), b"PK\x03\x04"));
    }

    #[test]
    fn what_is_no_picture_is_refused_whatever_it_is_called() {
        let png = file(&drawing(8, 8), ImageFormat::Png);
        let html_first = [b"<html><script>alert(1)</script>".as_slice(), &png].concat();
        for (sent, error) in [
            (&b""[..], PictureError::Unknown),
            (b"GIF89a\x01\x00\x01\x00", PictureError::Unknown),
            (b"%PDF-1.7", PictureError::Unknown),
            (b"GIF89a/*\x89PNG\r\n\x1a\n*/=1;alert(1)", PictureError::Unknown),
            (&html_first, PictureError::Unknown),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", PictureError::Svg),
            (b"<?xml version=\"1.0\"?>\n<!-- a -->\n<SVG onload=\"alert(1)\"/>", PictureError::Svg),
            (b"\x89PNG\r\n\x1a\n", PictureError::Damaged),
            (b"\xff\xd8\xff\xe0 nothing", PictureError::Damaged),
            (b"RIFF\0\0\0\0WEBPnothing", PictureError::Damaged),
            (&png[..png.len() / 2], PictureError::Damaged),
        ] {
            assert_eq!(Picture::make(sent, LOGO).err(), Some(error), "{:?}", String::from_utf8_lossy(sent));
        }
    }

    /// A PNG whose head promises a size that it does not have.
    fn bomb(width: u32, height: u32) -> Vec<u8> {
        let mut sent = file(&drawing(8, 8), ImageFormat::Png);
        sent[16..20].copy_from_slice(&width.to_be_bytes());
        sent[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = crc32(&sent[12..29]);
        sent[29..33].copy_from_slice(&sum.to_be_bytes());
        sent
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
        })
    }

    #[test]
    fn a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded() {
        for (width, height) in [(4001, 10), (10, 4001), (60_000, 60_000), (0x7fff_ffff, 0x7fff_ffff)] {
            assert_eq!(Picture::make(&bomb(width, height), LOGO).err(), Some(PictureError::TooLarge), "{width}");
        }
        assert_eq!(
            Picture::make(&bomb(4000, 4000), LOGO).err(),
            Some(PictureError::Damaged),
            "its data do not suffice"
        );
        assert_eq!(Picture::make(&vec![0; LOGO.most_bytes + 1], LOGO).err(), Some(PictureError::TooHeavy));
    }
}
