//! Messages in templates: `{{ t(key="home-title", name=organisation) }}`.
//!
//! The language is the template variable `language`, a [`Language::code`]. A component sees only its own variables, so
//! one that calls `t` declares `@language` among its parameters. Nothing else is formatted in templates: amounts and
//! dates arrive as finished strings; whole numbers may be passed for plurals.

use super::catalogue::{Arg, Catalogue};
use super::language::Language;
use super::words::Words;
use ::tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};
use std::borrow::Cow;
use std::sync::Arc;

/// Keys with this ending are messages with markup.
const MARKUP: &str = "-html";
/// All that Unicode has, though values get only the last two.
const ISOLATION_MARKS: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

/// Adds the function `t` to the templates, and the filter `without_marks`.
///
/// In templates that escape (HTML), a message is escaped with its values, unless its key ends in `-html`: then the
/// message is markup and only the values are escaped, all of them. In other templates (mails as text) values get no
/// isolation marks. A missing `language`, and a value that is neither text, whole number nor boolean, is an error.
///
/// The filter takes isolation marks away where a text leaves its page: they would show in tabs and bookmarks.
pub fn register(templates: &mut Tera, catalogue: Arc<Catalogue>) {
    templates.register_filter("without_marks", without_marks);
    templates.register_function("t", move |kwargs: Kwargs, state: &State<'_>| message(&catalogue, &kwargs, state));
}

#[expect(clippy::needless_pass_by_value, reason = "tera hands a filter its arguments by value")]
fn without_marks(text: StringInput<'_>, _: Kwargs, _: &State<'_>) -> Value {
    text.inherit_safety(text.as_str().replace(ISOLATION_MARKS, ""))
}

fn message(catalogue: &Catalogue, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let key: &str = kwargs.must_get("key")?;
    let code: String = state.get("language")?.ok_or_else(|| {
        Error::message(format!("t(key=\"{key}\") needs the variable `language`; a component declares `@language`"))
    })?;
    let language =
        Language::from_code(&code).ok_or_else(|| Error::message(format!("`language` is no code: {code:?}")))?;
    let mut args = Vec::new();
    for (name, value) in kwargs.iter() {
        match name.as_str() {
            Some("key") | None => {}
            Some(name) => args.push((name, argument(key, name, value)?)),
        }
    }
    // Templates format no dates, so the zone does not matter.
    let words = Words::new(catalogue, language, chrono_tz::UTC);
    Ok(if !state.autoescaping_enabled() {
        Value::from(words.plain(key, &args))
    } else if key.ends_with(MARKUP) {
        Value::safe_string(&words.markup(key, &args))
    } else {
        Value::from(words.text(key, &args))
    })
}

fn argument<'a>(key: &str, name: &str, value: &'a Value) -> TeraResult<Arg<'a>> {
    if let Some(text) = value.as_str() {
        return Ok(Arg::Text(Cow::Borrowed(text)));
    }
    if let Some(count) = value.as_i128().filter(|_| !value.is_f64()) {
        return i64::try_from(count)
            .map(Arg::Count)
            .map_err(|_| Error::message(format!("t(key=\"{key}\"): `{name}` is too large")));
    }
    match value.as_bool() {
        Some(yes) => Ok(Arg::Text(Cow::Borrowed(if yes { "true" } else { "false" }))),
        None => {
            Err(Error::message(format!("t(key=\"{key}\"): `{name}` is {}, not a text or whole number", value.name())))
        }
    }
}

#[cfg(test)]
mod tests;
