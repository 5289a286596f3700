//! What stands in the fields: typed by somebody, or as it is saved. And the reader that turns it into values, collecting
//! all mistakes on its way.

use std::collections::BTreeMap;

use super::mistake::{Mistake, Mistakes};
use crate::domain::email::Email;
use crate::domain::organisation::ByLanguage;
use crate::domain::telephone::Telephone;
use crate::domain::text::{Line, Prose};
use crate::domain::web_address::WebAddress;
use crate::locale::{Language, Offer};

/// The name of a language's field.
pub(in crate::web) fn named(field: &str, language: Language) -> String {
    format!("{field}_{}", language.code())
}

/// All fields by name, and the version that they were filled in for.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct Fields {
    values: BTreeMap<String, String>,
}

impl Fields {
    /// What was typed; line ends as the database keeps them.
    pub(in crate::web) fn typed(pairs: Vec<(String, String)>) -> Self {
        Self { values: pairs.into_iter().map(|(name, value)| (name, value.replace("\r\n", "\n"))).collect() }
    }

    /// Writes a field.
    pub(in crate::web) fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.values.insert(name.into(), value.into());
    }

    /// What stands in a field.
    pub(in crate::web) fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// Whether a field was sent at all, as a tick is when it is set.
    pub(in crate::web) fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// Takes over all fields of a row of another form, as another row. The fields of a row end with its number.
    pub(in crate::web) fn take_row(&mut self, from: &Self, row: usize, to: usize) {
        let end = format!("_{row}");
        for (name, value) in &from.values {
            if let Some(field) = name.strip_suffix(&end) {
                self.set(format!("{field}_{to}"), value);
            }
        }
    }

    /// The version that the form was filled in for; none when nothing was saved then.
    pub(in crate::web) fn version(&self) -> Option<i64> {
        self.get("version").parse().ok().filter(|version| *version > 0)
    }
}

/// Reads fields; what cannot be read is a mistake at its field and counts as empty.
pub(in crate::web) struct Reader<'a> {
    fields: &'a Fields,
    mistakes: Mistakes,
}

impl<'a> Reader<'a> {
    pub(in crate::web) const fn new(fields: &'a Fields) -> Self {
        Self { fields, mistakes: Vec::new() }
    }

    /// Notes a mistake.
    pub(in crate::web) fn refuse(&mut self, name: &str, mistake: Mistake) {
        self.mistakes.push((name.to_owned(), mistake));
    }

    fn read<T>(&mut self, name: &str, read: impl FnOnce(&str) -> Result<T, Mistake>) -> Option<T> {
        match read(self.fields.get(name)) {
            Ok(value) => Some(value),
            Err(mistake) => {
                self.refuse(name, mistake);
                None
            }
        }
    }

    fn read_filled<T>(&mut self, name: &str, read: impl FnOnce(&str) -> Result<T, Mistake>) -> Option<T> {
        if self.fields.get(name).trim().is_empty() { None } else { self.read(name, read) }
    }

    /// A line, maybe empty.
    pub(in crate::web) fn line(&mut self, name: &str) -> Line {
        self.read(name, |text| Line::parse(text).map_err(Mistake::Text)).unwrap_or_default()
    }

    /// A line with something in it.
    pub(in crate::web) fn needed_line(&mut self, name: &str) -> Line {
        if self.fields.get(name).trim().is_empty() {
            self.refuse(name, Mistake::Missing);
        }
        self.line(name)
    }

    /// A text, maybe empty.
    pub(in crate::web) fn prose(&mut self, name: &str) -> Prose {
        self.read(name, |text| Prose::parse(text).map_err(Mistake::Text)).unwrap_or_default()
    }

    /// A text, maybe empty, of so many characters at most.
    pub(in crate::web) fn prose_within(&mut self, name: &str, most: usize) -> Prose {
        self.read(name, |text| Prose::parse_within(text, most).map_err(Mistake::Text)).unwrap_or_default()
    }

    /// A text with something in it, of so many characters at most.
    pub(in crate::web) fn needed_prose(&mut self, name: &str, most: usize) -> Prose {
        if self.fields.get(name).trim().is_empty() {
            self.refuse(name, Mistake::Missing);
        }
        self.prose_within(name, most)
    }

    /// A telephone number, if one was typed.
    pub(in crate::web) fn telephone(&mut self, name: &str) -> Option<Telephone> {
        self.read_filled(name, |text| Telephone::parse(text).map_err(|_| Mistake::Telephone))
    }

    /// An e-mail address, if one was typed.
    pub(in crate::web) fn email(&mut self, name: &str) -> Option<Email> {
        self.read_filled(name, |text| Email::parse(text).map_err(|_| Mistake::Email))
    }

    /// The address of a page, if one was typed.
    pub(in crate::web) fn web_address(&mut self, name: &str) -> Option<WebAddress> {
        self.read_filled(name, |text| WebAddress::parse(text).map_err(|_| Mistake::WebAddress))
    }

    /// Whether a tick was set.
    pub(in crate::web) fn tick(&self, name: &str) -> bool {
        self.fields.has(name)
    }

    /// What was typed.
    pub(in crate::web) fn raw(&self, name: &str) -> &'a str {
        self.fields.get(name)
    }

    /// The same of every language in which the organisation writes.
    pub(in crate::web) fn in_each_language<T>(
        &mut self,
        mut read: impl FnMut(&mut Self, &dyn Fn(&str) -> String) -> T,
    ) -> ByLanguage<T> {
        Offer::ALL
            .into_iter()
            .map(|language| (language.code().to_owned(), read(self, &|field: &str| named(field, language))))
            .collect()
    }

    /// All mistakes, where there is no value.
    pub(in crate::web) fn mistakes(self) -> Mistakes {
        self.mistakes
    }

    /// The value, or all mistakes.
    pub(in crate::web) fn finish<T>(self, value: T) -> Result<T, Mistakes> {
        if self.mistakes.is_empty() { Ok(value) } else { Err(self.mistakes) }
    }
}
