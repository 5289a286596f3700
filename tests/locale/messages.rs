//! The messages of one language with their variables, read from `config/locales/`.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Messages by key, and the keys that other messages refer to.
#[derive(Default)]
pub(super) struct Messages(pub(super) BTreeMap<String, Message>, pub(super) BTreeSet<String>);

/// What a test needs to know of a message.
pub(super) struct Message {
    /// Its file's name without the language.
    pub(super) file: String,
    /// The variables in any of its forms.
    pub(super) variables: BTreeSet<String>,
}

/// Reads a language's folder.
pub(super) fn read_language(code: &str) -> Messages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/locales").join(code);
    let mut all = Messages::default();
    // A language without a folder has no messages; the comparison of languages says so.
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            let messages = read_text(&file, &std::fs::read_to_string(&path).unwrap());
            all.0.extend(messages.0);
            all.1.extend(messages.1);
        }
    }
    all
}

/// Reads one file's text.
pub(super) fn read_text(file: &str, text: &str) -> Messages {
    let mut messages = Messages::default();
    let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut found = Found::default();
            message.value.iter().for_each(|pattern| found.pattern(pattern));
            messages.0.insert(message.id.name.into(), Message { file: file.into(), variables: found.variables });
            messages.1.extend(found.messages);
        }
    }
    messages
}

#[derive(Default)]
struct Found {
    variables: BTreeSet<String>,
    messages: BTreeSet<String>,
}

impl Found {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
            Expression::Inline(inline) => self.inline(inline),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.into());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name.into());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}

#[test]
fn variables_of_all_plural_forms_are_found() {
    let messages = read_text("a.ftl", "a = { $count ->\n    [one] { $one }\n   *[other] { $many } { b }\n}\nb = B\n");

    assert_eq!(Vec::from_iter(&messages.0["a"].variables), ["count", "many", "one"]);
    assert_eq!(Vec::from_iter(&messages.1), ["b"]);
}
