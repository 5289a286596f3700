//! The messages of all languages against each other and against the templates and sources that use them.

mod messages;
mod uses;

use messages::{Messages, read_language};
use std::collections::BTreeSet;
use uses::{Use, Uses, uses_of_everything};

#[test]
fn all_languages_have_the_same_files_and_keys() {
    let (german, english) = (read_language("de"), read_language("en"));

    assert_eq!(places(&german), places(&english));
}

fn places(messages: &Messages) -> BTreeSet<(&str, &str)> {
    messages.0.iter().map(|(key, message)| (message.file.as_str(), key.as_str())).collect()
}

#[test]
fn a_message_has_the_same_variables_in_all_languages() {
    let (german, english) = (read_language("de"), read_language("en"));

    for (key, message) in &german.0 {
        if let Some(other) = english.0.get(key) {
            assert_eq!(message.variables, other.variables, "de and en of {key}");
        }
    }
}

#[test]
fn every_message_that_is_asked_for_exists() {
    let missing = missing(&uses_of_everything(), &read_language("de"));

    assert!(missing.is_empty(), "missing in config/locales/de:\n{}", missing.join("\n"));
}

fn missing(uses: &Uses, messages: &Messages) -> Vec<String> {
    let asked = uses.asked.iter().filter(|asked| !messages.0.contains_key(&asked.key));
    let begun =
        uses.prefixes.iter().filter(|(prefix, _)| !messages.0.keys().any(|key| key.starts_with(prefix.as_str())));
    asked
        .map(|asked| format!("{} in {}", asked.key, asked.file))
        .chain(begun.map(|(prefix, file)| format!("{prefix}... in {file}")))
        .collect()
}

#[test]
fn a_message_gets_the_variables_that_it_has() {
    let wrong = wrong_variables(&uses_of_everything(), &read_language("de"));

    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn wrong_variables(uses: &Uses, messages: &Messages) -> Vec<String> {
    let differs = |asked: &Use| {
        let (given, wanted) = (asked.variables.as_ref()?, &messages.0.get(&asked.key)?.variables);
        (given != wanted).then(|| format!("{} in {}: it has {wanted:?} and is given {given:?}", asked.key, asked.file))
    };
    uses.asked.iter().filter_map(differs).collect()
}

#[test]
fn every_message_is_used() {
    let unused = unused(&uses_of_everything(), &read_language("de"));

    assert!(unused.is_empty(), "nobody uses:\n{}", unused.join("\n"));
}

fn unused(uses: &Uses, messages: &Messages) -> Vec<String> {
    let is_used = |key: &String| {
        uses.literals.contains(key)
            || messages.1.contains(key)
            || uses.prefixes.iter().any(|(prefix, _)| key.starts_with(prefix.as_str()))
    };
    messages.0.keys().filter(|key| !is_used(key)).cloned().collect()
}

#[test]
fn what_is_missing_wrong_or_unused_is_noticed() {
    let messages = messages::read_text(
        "home.ftl",
        "home-title = { $name } in { home-place }\nhome-place = Lindenau\nhome-old = alt\nphase-now = jetzt\n",
    );
    let mut uses = Uses::default();
    uses.template(
        "home.html",
        "{{ t(key=\"home-title\", place=x) }}{{ t(key=\"home-new\") }}{{ t(key=\"phase-\" ~ p) }}",
    );
    uses.source("home.rs", "words.text(&format!(\"gone-{name}\"), &[])");

    assert_eq!(missing(&uses, &messages), ["home-new in home.html", "gone-... in home.rs"]);
    assert_eq!(wrong_variables(&uses, &messages).len(), 1);
    assert_eq!(unused(&uses, &messages), ["home-old"]);
}
