//! The way to a terminal, for text that has pieces of anybody's file in it.

use std::io::{self, Write};

/// What goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Sentences and tables.
    Text,
    /// A document of JSON, which has control characters in its strings only.
    Json,
}

/// Lets no control character through but line ends: in text another sign stands in its place, in JSON its escape. So a
/// file cannot move the cursor, colour or rewrite what was printed.
///
/// When nobody reads any more, the rest is let go: the exit code is still to be found out.
pub(super) struct Outlet<W> {
    inner: W,
    form: Form,
    /// The first of the two bytes of U+0080 to U+00BF was the last one that came.
    held: bool,
    deserted: bool,
}

/// Begins U+0080 to U+00BF in UTF-8. The first half of these are control characters.
const BEFORE_C1: u8 = 0xC2;

impl<W: Write> Outlet<W> {
    pub(super) const fn new(inner: W, form: Form) -> Self {
        Self { inner, form, held: false, deserted: false }
    }

    /// Adds a byte, in whatever form it may go on.
    fn add(&mut self, cleaned: &mut Vec<u8>, byte: u8) {
        if std::mem::take(&mut self.held) {
            if (0x80..0xA0).contains(&byte) {
                return self.replace(cleaned, byte);
            }
            cleaned.push(BEFORE_C1);
        }
        match byte {
            BEFORE_C1 => self.held = true,
            b'\n' => cleaned.push(byte),
            byte if byte.is_ascii_control() => self.replace(cleaned, byte),
            byte => cleaned.push(byte),
        }
    }

    fn replace(&self, cleaned: &mut Vec<u8>, control: u8) {
        match self.form {
            Form::Text => cleaned.extend("\u{fffd}".bytes()),
            Form::Json => cleaned.extend(format!("\\u{control:04x}").bytes()),
        }
    }

    /// The result of writing, in which a closed pipe is none.
    fn unless_deserted(&mut self, result: io::Result<()>) -> io::Result<()> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.deserted = true;
                Ok(())
            }
            other => other,
        }
    }
}

impl<W: Write> Write for Outlet<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.deserted {
            let mut cleaned = Vec::with_capacity(bytes.len());
            for byte in bytes {
                self.add(&mut cleaned, *byte);
            }
            let written = self.inner.write_all(&cleaned);
            self.unless_deserted(written)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.deserted {
            return Ok(());
        }
        let flushed = self.inner.flush();
        self.unless_deserted(flushed)
    }
}

/// Text of a file within a line of ours.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(form: Form, pieces: &[&[u8]]) -> String {
        let mut out = Vec::new();
        let mut outlet = Outlet::new(&mut out, form);
        for piece in pieces {
            outlet.write_all(piece).unwrap();
        }
        outlet.flush().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn control_characters_have_a_sign_in_their_place() {
        let text = "Bäume ©\u{1b}[31m\r\u{7f}\u{9b}1m\t\n10\u{a0}€";

        assert_eq!(
            through(Form::Text, &[text.as_bytes()]),
            "Bäume ©\u{fffd}[31m\u{fffd}\u{fffd}\u{fffd}1m\u{fffd}\n10\u{a0}€"
        );
        let bytes: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        assert_eq!(through(Form::Text, &bytes), through(Form::Text, &[text.as_bytes()]), "wherever it is parted");
    }

    #[test]
    fn json_says_the_same_with_escapes() {
        let value = serde_json::json!({ "id": "a\u{9b}\u{7f}\u{1b}b" });
        let written = through(Form::Json, &[serde_json::to_string_pretty(&value).unwrap().as_bytes()]);

        assert!(!written.contains(|letter: char| letter.is_control() && letter != '\n'), "{written:?}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), value);
    }

    #[test]
    fn a_reader_that_is_gone_is_no_fault_and_a_full_disk_is_one() {
        struct Broken(io::ErrorKind);
        impl Write for Broken {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(self.0.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Err(self.0.into())
            }
        }
        let printed = |kind| {
            let mut outlet = Outlet::new(Broken(kind), Form::Text);
            outlet.write_all(b"a").and_then(|()| outlet.write_all(b"b")).and_then(|()| outlet.flush())
        };

        assert!(printed(io::ErrorKind::BrokenPipe).is_ok());
        assert!(printed(io::ErrorKind::StorageFull).is_err());
    }
}
