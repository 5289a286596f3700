//! Canonical JSON: one value, one spelling, byte for byte.
//!
//! Keys ascend by their UTF-8 bytes, nothing is blank, numbers are whole, text is UTF-8. Escaped are only the quotation
//! mark, the backslash and U+0000 to U+001F: as `\b \t \n \f \r` where there is such a form, else `\u00xx` in lower case.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

/// A value with exactly one spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known or set.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(String),
    /// Values in order.
    List(Vec<Value>),
    /// Values by name.
    Object(BTreeMap<String, Value>),
}

impl fmt::Display for Value {
    /// The canonical spelling.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Text(text) => write_text(f, text),
            Self::List(values) => {
                f.write_char('[')?;
                for (place, value) in values.iter().enumerate() {
                    write_comma(f, place)?;
                    value.fmt(f)?;
                }
                f.write_char(']')
            }
            Self::Object(members) => {
                f.write_char('{')?;
                for (place, (name, value)) in members.iter().enumerate() {
                    write_comma(f, place)?;
                    write_text(f, name)?;
                    f.write_char(':')?;
                    value.fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

fn write_comma(f: &mut fmt::Formatter<'_>, place: usize) -> fmt::Result {
    if place > 0 { f.write_char(',') } else { Ok(()) }
}

fn write_text(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\u{8}' => f.write_str("\\b")?,
            '\t' => f.write_str("\\t")?,
            '\n' => f.write_str("\\n")?,
            '\u{c}' => f.write_str("\\f")?,
            '\r' => f.write_str("\\r")?,
            '\0'..='\u{1f}' => write!(f, "\\u{:04x}", u32::from(character))?,
            other => f.write_char(other)?,
        }
    }
    f.write_char('"')
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Self::Integer(value.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<Value>> for Value {
    fn from(values: Vec<Value>) -> Self {
        Self::List(values)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
                prop::collection::btree_map(any::<String>(), inner, 0..4).prop_map(Value::Object),
            ]
        })
    }

    #[test]
    fn the_spelling_never_changes_by_accident() {
        let members = [
            ("b", Value::from(-1_i64)),
            ("a", vec![true.into(), Value::Null, "ü\u{7f}\u{2028}\"\\/\u{8}\t\n\u{c}\r\u{1}\u{1f}".into()].into()),
            ("Z", Value::Object(BTreeMap::new())),
        ];

        let object = Value::Object(members.map(|(name, value)| (name.to_owned(), value)).into());

        assert_eq!(
            object.to_string(),
            "{\"Z\":{},\"a\":[true,null,\"ü\u{7f}\u{2028}\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\"],\"b\":-1}"
        );
    }

    proptest! {
        #[test]
        fn any_reader_of_json_reads_it_and_an_independent_writer_agrees(value in any_value()) {
            let spelled = value.to_string();

            let read: serde_json::Value = serde_json::from_str(&spelled).unwrap();

            prop_assert_eq!(serde_json::to_string(&read).unwrap(), spelled);
        }
    }
}
