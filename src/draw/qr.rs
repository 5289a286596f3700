//! A picture that telephones read: a QR code as SVG, black on white whatever the theme, because cameras want it so.

use fast_qr::QRBuilder;
use fast_qr::convert::Builder as _;
use fast_qr::convert::svg::SvgBuilder;

/// The text as a picture; nothing when it is too long for one, which is at some 2,300 bytes.
#[must_use]
pub fn qr_code(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).build().ok()?;
    // Four modules of white around it are part of the standard.
    Some(SvgBuilder::default().margin(4).to_str(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_a_picture_and_one_that_is_too_long_is_none() {
        let picture = qr_code("otpauth://totp/Lindenau:ada").unwrap();

        assert!(picture.starts_with("<svg"), "{picture}");
        assert!(!picture.contains("style="), "no style that the pages' policy refuses");
        assert_eq!(qr_code(&"a".repeat(5_000)), None);
    }
}
