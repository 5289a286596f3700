//! An e-mail address as people type it, in one canonical spelling.

use std::fmt;

use thiserror::Error;

/// An address of at most 254 characters, in lower case, so that the same person cannot have two accounts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

/// Why a text is not an address.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("this is not an e-mail address; it needs one @ with something before it and a name with a dot after it")]
pub struct EmailError;

impl Email {
    /// Reads an address; surrounding blanks are dropped. What only the mail server can know is not judged here.
    ///
    /// # Errors
    /// When there is no single `@` between two parts, a blank or control character inside, or too much text.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim().to_lowercase();
        let (local, host) = text.split_once('@').ok_or(EmailError)?;
        let host_holds = host.contains('.') || host == "localhost";
        let clean = text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>,;:\"()[]\\".contains(c));
        let dots_hold = !host.starts_with('.') && !host.ends_with('.') && !host.contains("..");
        if local.is_empty() || host.contains('@') || !host_holds || !dots_hold || !clean || text.len() > 254 {
            return Err(EmailError);
        }
        Ok(Self(text))
    }

    /// The canonical spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its first letter and its host, such as `a…@example.org`: enough for whoever owns it, little for anybody else.
    #[must_use]
    pub fn shortened(&self) -> String {
        let first = self.0.chars().next().unwrap_or('…');
        let host = self.0.split_once('@').map_or("", |(_, host)| host);
        format!("{first}…@{host}")
    }
}

impl fmt::Debug for Email {
    /// Contact data does not go into logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_spelling() {
        assert_eq!(Email::parse(" Ada@Example.ORG ").unwrap().as_str(), "ada@example.org");
    }

    #[test]
    fn what_could_break_a_header_is_refused() {
        for wrong in [
            "",
            "ada",
            "@example.org",
            "a@b@c.org",
            "a@b",
            "a b@c.org",
            "a@c.org\r\nBcc: x@y.org",
            "a@c..org",
            "<a@c.org>",
        ] {
            assert_eq!(Email::parse(wrong), Err(EmailError), "{wrong:?}");
        }
    }

    #[test]
    fn a_shortened_address_keeps_its_first_letter_and_its_host() {
        assert_eq!(Email::parse("ada.lovelace@example.org").unwrap().shortened(), "a…@example.org");
        assert_eq!(Email::parse("ä@example.org").unwrap().shortened(), "ä…@example.org");
    }
}
