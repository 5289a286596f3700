//! An e-mail address as people type it, in one canonical spelling.

use std::fmt;

use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use thiserror::Error;

use super::text::is_hidden;

/// An address of at most 254 bytes, in lower case and with its host in ASCII, so that the same person cannot have two
/// accounts: browsers send `ada@münchen.example` as typed or as `ada@xn--mnchen-3ya.example`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

/// Why a text is not an address.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("this is not an e-mail address; it needs one @ with something before it and a name with a dot after it")]
pub struct EmailError;

/// The most bytes of an address (RFC 5321, 4.5.3.1.3 without the brackets) ...
const MOST: usize = 254;
/// ... and of what stands before the `@` (4.5.3.1.1).
const MOST_LOCAL: usize = 64;

impl Email {
    /// Reads an address; surrounding blanks are dropped. What only the mail server can know is not judged here.
    ///
    /// # Errors
    /// When there is no single `@` between two parts, no mail could be written to it, it holds a sign that nobody sees,
    /// or it is too long.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim().to_lowercase();
        let (local, host) = text.split_once('@').ok_or(EmailError)?;
        // Hosts drop signs without width, so they are looked for before.
        if text.chars().any(is_hidden) || local.len() > MOST_LOCAL || !local.split('.').all(is_atom) {
            return Err(EmailError);
        }
        let host = Uts46::new()
            .to_ascii(host.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify)
            .map_err(|_| EmailError)?;
        let address = format!("{local}@{host}");
        let has_place = host.contains('.') || host == "localhost";
        if has_place && address.len() <= MOST { Ok(Self(address)) } else { Err(EmailError) }
    }

    /// Reads an address that is kept. One that an earlier release took stays as it is, even if it is refused today:
    /// whoever has it must not be shut out.
    ///
    /// # Errors
    /// When it never was an address.
    pub fn parse_kept(text: &str) -> Result<Self, EmailError> {
        Self::parse(text).or_else(|error| if text.contains('@') { Ok(Self(text.to_owned())) } else { Err(error) })
    }

    /// The spellings under which it may be kept: the canonical one, and the one with the host's own letters, which
    /// earlier releases kept as it was typed.
    #[must_use]
    pub fn spellings(&self) -> [String; 2] {
        let (local, host) = self.0.split_once('@').unwrap_or_default();
        let (host, _) = Uts46::new().to_unicode(host.as_bytes(), AsciiDenyList::EMPTY, Hyphens::Allow);
        [self.0.clone(), format!("{local}@{host}")]
    }

    /// The mailbox behind it: without what follows a plus sign, with which one mailbox has as many addresses as it likes.
    /// Dots stay: what they mean is different from host to host.
    #[must_use]
    pub fn mailbox(&self) -> String {
        let (local, host) = self.0.split_once('@').unwrap_or_default();
        let name = local.split_once('+').map_or(local, |(name, _)| name);
        // An address that begins with the sign has no other name.
        if name.is_empty() { self.0.clone() } else { format!("{name}@{host}") }
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

/// Letters and figures of any script, and the signs that need no quotes (RFC 5322, 3.2.3).
fn is_atom(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(letter))
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
    fn addresses_with_a_plus_sign_are_one_mailbox() {
        let mailbox = |text: &str| Email::parse(text).unwrap().mailbox();

        assert_eq!(mailbox("Ada+Vote@example.org"), "ada@example.org");
        assert_eq!(mailbox("ada+a+b@example.org"), "ada@example.org");
        assert_eq!(mailbox("a.d.a@example.org"), "a.d.a@example.org");
        assert_eq!(mailbox("+ada@example.org"), "+ada@example.org");
        assert_ne!(mailbox("ada@example.org"), mailbox("ada@example.com"));
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
            "\"a b\"@c.org",
            "a@[127.0.0.1]",
        ] {
            assert_eq!(Email::parse(wrong), Err(EmailError), "{wrong:?}");
        }
    }

    #[test]
    fn an_address_that_no_mail_can_reach_is_refused() {
        let (local, label) = ("a".repeat(65), "b".repeat(64));
        for wrong in [
            "ada\u{200b}@example.org",
            "\u{202e}ada@example.org",
            "ada@exam\u{200b}ple.org",
            "ada@exam\u{feff}ple.org",
            ".ada@example.org",
            "ada.@example.org",
            "a..b@example.org",
            "ada🌻@example.org",
            "ada@-example.org",
            "ada@example-.org",
            "ada@exam_ple.org",
            "ada@example.org.",
            "ada@.example.org",
            "ada@xn--a.org",
            &format!("{local}@example.org"),
            &format!("ada@{label}.org"),
        ] {
            assert_eq!(Email::parse(wrong), Err(EmailError), "{wrong:?}");
        }
    }

    #[test]
    fn every_odd_form_that_mails_reach_is_taken() {
        let local = "a".repeat(64);
        for right in [
            "a@b.de",
            "o'neill+votes@example.org",
            "!#$%&'*+-/=?^_`{|}~@example.org",
            "ada@r3---sn.example.org",
            "ada@1.example.org",
            "ada@localhost",
            "jürgen@example.org",
            "用户@example.org",
            &format!("{local}@example.org"),
        ] {
            assert_eq!(Email::parse(right).unwrap().as_str(), right);
        }
    }

    #[test]
    fn a_host_has_one_spelling_whatever_the_browser_sends() {
        for typed in
            ["ada@münchen.example", "Ada@MÜNCHEN.example", "ada@mu\u{308}nchen.example", "ada@xn--mnchen-3ya.example"]
        {
            assert_eq!(Email::parse(typed).unwrap().as_str(), "ada@xn--mnchen-3ya.example", "{typed}");
        }
        let spellings = Email::parse("ada@xn--mnchen-3ya.example").unwrap().spellings();
        assert_eq!(spellings, ["ada@xn--mnchen-3ya.example", "ada@münchen.example"]);
    }

    #[test]
    fn what_an_earlier_release_kept_can_still_be_read() {
        assert_eq!(Email::parse_kept("a..b@example.org").unwrap().as_str(), "a..b@example.org");
        assert_eq!(Email::parse_kept("ada@münchen.example").unwrap().as_str(), "ada@xn--mnchen-3ya.example");
        assert_eq!(Email::parse_kept("no address"), Err(EmailError));
    }

    #[test]
    fn a_shortened_address_keeps_its_first_letter_and_its_host() {
        assert_eq!(Email::parse("ada.lovelace@example.org").unwrap().shortened(), "a…@example.org");
        assert_eq!(Email::parse("ä@example.org").unwrap().shortened(), "ä…@example.org");
    }
}
