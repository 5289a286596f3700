//! Every message of `config/locales/`, embedded in the program, loaded once and shared by all threads.

use super::formats::{Formats, group_digits_of_arguments};
use super::language::Language;
use super::mirror;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::sync::Arc;
use thiserror::Error;

#[derive(RustEmbed)]
#[folder = "config/locales"]
struct Files;

/// One file of messages.
#[derive(Debug, Clone)]
pub struct Source {
    /// German or English; the mirrored language is made from English.
    pub language: Language,
    /// Its name for complaints, such as `de/home.ftl`.
    pub file: String,
    /// Messages in Fluent's syntax.
    pub text: String,
}

/// What is wrong with the messages: every fault, one a line.
#[derive(Debug, Error)]
#[error("the messages cannot be loaded:\n{}", .0.join("\n"))]
pub struct CatalogueError(pub Vec<String>);

/// What a message's variable stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// Put in as it is: a name, or an amount or a date that is already formatted.
    Text(Cow<'a, str>),
    /// A whole number: it selects the plural form and is written with the language's groups of digits.
    Count(i64),
}

/// Whether values get Unicode's isolation marks, which keep a value's direction from disturbing the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rendering {
    /// For pages.
    Isolated,
    /// For subjects of mails, CSV and terminals, where the marks would be rubbish.
    Plain,
}

/// All messages in all languages.
pub struct Catalogue {
    german: Tongue,
    english: Tongue,
    mirrored: Tongue,
}

/// One language: its messages in both renderings, and its formats.
struct Tongue {
    isolated: FluentBundle<Arc<FluentResource>>,
    plain: FluentBundle<Arc<FluentResource>>,
    formats: Formats,
}

impl Catalogue {
    /// Loads the messages that are part of the program.
    ///
    /// # Errors
    /// When a file is not Fluent or a key stands twice; all faults are listed.
    pub fn load() -> Result<Self, CatalogueError> {
        Self::from_sources(&Self::embedded())
    }

    /// The files that are part of the program.
    #[must_use]
    pub fn embedded() -> Vec<Source> {
        Files::iter()
            .filter_map(|path| {
                let file = path.strip_suffix(".ftl").and_then(|_| Files::get(&path))?;
                let language = Language::from_code(path.split('/').next()?)?;
                Some(Source {
                    language,
                    file: path.to_string(),
                    text: String::from_utf8_lossy(&file.data).into_owned(),
                })
            })
            .collect()
    }

    /// Loads messages from texts.
    ///
    /// # Errors
    /// When a text is not Fluent or a key stands twice; all faults are listed.
    pub fn from_sources(sources: &[Source]) -> Result<Self, CatalogueError> {
        let mut faults = Vec::new();
        let mut tongue = |language| Tongue::load(language, sources, &mut faults);
        let tongues = (tongue(Language::German), tongue(Language::English), tongue(Language::Mirrored));
        match tongues {
            (Some(german), Some(english), Some(mirrored)) if faults.is_empty() => {
                Ok(Self { german, english, mirrored })
            }
            _ => {
                // English is read twice: for itself and for its mirror.
                faults.sort();
                faults.dedup();
                Err(CatalogueError(faults))
            }
        }
    }

    /// A message. When it is missing, the German one, else the key: a page with one odd word is better than no page.
    pub(super) fn render(&self, language: Language, key: &str, args: &[(&str, Arg<'_>)], how: Rendering) -> String {
        let mut fluent_args = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent_args.set(*name, value);
        }
        if let Some(text) = self.tongue(language).message(key, &fluent_args, how) {
            return text;
        }
        tracing::warn!(key, language = language.code(), "a message is missing");
        self.german.message(key, &fluent_args, how).unwrap_or_else(|| key.to_owned())
    }

    /// Whether a message exists in a language itself, without the detour over German.
    #[must_use]
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.tongue(language).plain.get_message(key).is_some_and(|message| message.value().is_some())
    }

    pub(super) fn formats(&self, language: Language) -> &Formats {
        &self.tongue(language).formats
    }

    const fn tongue(&self, language: Language) -> &Tongue {
        match language {
            Language::German => &self.german,
            Language::English => &self.english,
            Language::Mirrored => &self.mirrored,
        }
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").finish_non_exhaustive()
    }
}

impl Tongue {
    fn load(language: Language, sources: &[Source], faults: &mut Vec<String>) -> Option<Self> {
        let mut isolated = FluentBundle::new_concurrent(vec![language.plural_rules()]);
        let mut plain = FluentBundle::new_concurrent(vec![language.plural_rules()]);
        plain.set_use_isolating(false);
        for bundle in [&mut isolated, &mut plain] {
            bundle.set_formatter(Some(group_digits_of_arguments));
        }
        let written_in = match language {
            Language::German => Language::German,
            Language::English | Language::Mirrored => Language::English,
        };
        for source in sources.iter().filter(|source| source.language == written_in) {
            let text = match language {
                Language::Mirrored => mirror::mirror(&source.text),
                Language::German | Language::English => source.text.clone(),
            };
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
                faults.extend(errors.iter().map(|error| format!("{}: {error}", source.file)));
                resource
            });
            let resource = Arc::new(resource);
            if let Err(errors) = isolated.add_resource(Arc::clone(&resource)) {
                faults.extend(errors.iter().map(|error| format!("{}: {error}", source.file)));
            }
            // The same faults as above, which are already noted.
            plain.add_resource_overriding(resource);
        }
        match Formats::load(language) {
            Ok(formats) => Some(Self { isolated, plain, formats }),
            Err(fault) => {
                faults.push(fault);
                None
            }
        }
    }

    fn message(&self, key: &str, args: &FluentArgs<'_>, how: Rendering) -> Option<String> {
        let bundle = match how {
            Rendering::Isolated => &self.isolated,
            Rendering::Plain => &self.plain,
        };
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::warn!(key, ?errors, "a message could not be put together");
        }
        Some(text)
    }
}

impl<'a> From<&'a Arg<'a>> for FluentValue<'a> {
    fn from(arg: &'a Arg<'a>) -> Self {
        match arg {
            Arg::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Arg::Count(count) => FluentValue::from(*count),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<i32> for Arg<'_> {
    fn from(count: i32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Arg<'_> {
    /// Counts past 2⁶³ are shown as that.
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests;
