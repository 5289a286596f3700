//! The address of a page elsewhere that the organisation links.

use thiserror::Error;

/// An `https` address of at most 500 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WebAddress(String);

/// Why a text is no address.
#[derive(Debug, Error, Clone, Copy, PartialEq, Eq)]
#[error("an address begins with https:// and names a host")]
pub struct WebAddressError;

impl WebAddress {
    /// The most characters.
    pub const MOST: usize = 500;

    /// Reads an address; blanks around it are dropped.
    ///
    /// # Errors
    /// When it is not an `https` address with a host, names a user, or is too long.
    pub fn parse(text: &str) -> Result<Self, WebAddressError> {
        let text = text.trim();
        let plain =
            text.len() <= Self::MOST && !text.chars().any(|letter| letter.is_control() || letter.is_whitespace());
        let read = url::Url::parse(text).map_err(|_| WebAddressError)?;
        let whole = read.scheme() == "https" && read.host_str().is_some_and(|host| host.contains('.'));
        let names_nobody = read.username().is_empty() && read.password().is_none();
        // What the reader makes of it, so that signs of other scripts in a host cannot pass for others.
        if plain && whole && names_nobody { Ok(Self(read.into())) } else { Err(WebAddressError) }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_page_and_nowhere_else() {
        assert_eq!(
            WebAddress::parse(" https://lindenau.example/dgs ").unwrap().as_str(),
            "https://lindenau.example/dgs"
        );
        for wrong in [
            "",
            "lindenau.example",
            "http://lindenau.example",
            "javascript:alert(1)",
            "https://",
            "https://localhost/",
            "https://a:b@lindenau.example/",
            "https://lindenau.example/a b",
            "https://lindenau.example/\u{202e}",
            &format!("https://lindenau.example/{}", "a".repeat(500)),
        ] {
            let read = WebAddress::parse(wrong);
            assert!(read.is_err() || read.is_ok_and(|read| read.as_str().is_ascii()), "{wrong:?}");
        }
        assert_eq!(WebAddress::parse("javascript:alert(1)"), Err(WebAddressError));
        assert_eq!(WebAddress::parse("http://lindenau.example"), Err(WebAddressError));
    }
}
