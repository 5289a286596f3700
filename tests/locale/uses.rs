//! Where templates and sources use messages: read from the text, without running anything.

use std::collections::BTreeSet;
use std::path::Path;

/// Everything found in templates and sources.
#[derive(Default)]
pub(super) struct Uses {
    /// Calls with a key that is written out.
    pub(super) asked: Vec<Use>,
    /// All texts in quotes: a key may be chosen in one place and used in another.
    pub(super) literals: BTreeSet<String>,
    /// Beginnings of keys that are put together, with a file that does so.
    pub(super) prefixes: BTreeSet<(String, String)>,
}

/// One call with a key that is written out.
pub(super) struct Use {
    pub(super) key: String,
    pub(super) file: String,
    /// The names of the values, where they are written out too.
    pub(super) variables: Option<BTreeSet<String>>,
}

/// Reads `templates/` and `src/`.
pub(super) fn uses_of_everything() -> Uses {
    let mut uses = Uses::default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    visit(&root.join("templates"), &mut |file, text| uses.template(file, text));
    visit(&root.join("src"), &mut |file, text| {
        if file.ends_with(".rs") && !file.ends_with("tests.rs") {
            uses.source(file, text);
        }
    });
    uses
}

fn visit(folder: &Path, see: &mut impl FnMut(&str, &str)) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, see);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            see(&path.to_string_lossy(), &text);
        }
    }
}

impl Uses {
    /// Reads a template: `t(key="...", name=value)`.
    pub(super) fn template(&mut self, file: &str, text: &str) {
        self.literals.extend(literals(text));
        for (at, _) in text.match_indices("t(key=") {
            let is_name = text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
            if is_name {
                continue;
            }
            let arguments = arguments(&text[at + 2..], &['"', '\'', '`']);
            let Some(expression) = arguments.first().and_then(|key| key.strip_prefix("key=")) else { continue };
            let names = arguments.iter().skip(1).filter_map(|argument| argument.split_once('='));
            let variables: BTreeSet<String> = names.map(|(name, _)| name.trim().to_owned()).collect();
            if let Some((prefix, _)) = expression.split_once('~') {
                self.put_together(quoted(prefix).next().unwrap_or_default(), expression, file);
            } else {
                self.asked.extend(quoted(expression).map(|key| Use {
                    key,
                    file: file.to_owned(),
                    variables: Some(variables.clone()),
                }));
            }
        }
    }

    /// Reads a source up to its tests: `words.text("...", &[("name", value)])` and keys that are put together.
    pub(super) fn source(&mut self, file: &str, text: &str) {
        let text = text.split("#[cfg(test)]").next().unwrap_or(text);
        self.literals.extend(literals(text));
        for method in [".text(", ".plain(", ".markup("] {
            for (at, _) in text.match_indices(method) {
                let arguments = arguments(&text[at + method.len()..], &['"']);
                let Some(key) = arguments.first() else { continue };
                if let Some(format) = key.trim().strip_prefix("&format!(\"") {
                    let prefix = format.split('{').next().unwrap_or_default();
                    self.put_together(prefix.to_owned(), key, file);
                } else if let Some(key) = key.trim().strip_prefix('"').and_then(|key| key.strip_suffix('"')) {
                    let variables = arguments.get(1).and_then(|values| names_of_values(values));
                    self.asked.push(Use { key: key.to_owned(), file: file.to_owned(), variables });
                }
            }
        }
    }
}

impl Uses {
    /// A key that is put together begins with the name of its feature; else nobody could tell which keys are used.
    fn put_together(&mut self, prefix: String, expression: &str, file: &str) {
        if prefix.contains('-') {
            self.prefixes.insert((prefix, file.to_owned()));
        } else {
            self.asked.push(Use { key: expression.to_owned(), file: file.to_owned(), variables: None });
        }
    }
}

/// The names in `&[("name", value), ...]`.
fn names_of_values(values: &str) -> Option<BTreeSet<String>> {
    let inside = values.trim().strip_prefix("&[")?.strip_suffix(']')?;
    arguments(inside, &['"'])
        .iter()
        .filter(|value| !value.trim().is_empty())
        .map(|value| quoted(value.trim().strip_prefix('(')?).next())
        .collect()
}

/// Splits at commas up to the bracket that closes the call; commas within brackets and quotes do not count.
fn arguments(text: &str, quotes: &[char]) -> Vec<String> {
    let (mut depth, mut quote, mut escaped) = (0_u32, None, false);
    let mut arguments = vec![String::new()];
    for letter in text.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quote.is_some() => escaped = true,
            letter if quote == Some(letter) => quote = None,
            _ if quote.is_some() => {}
            letter if quotes.contains(&letter) => quote = Some(letter),
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                arguments.push(String::new());
                continue;
            }
            _ => {}
        }
        arguments.last_mut().unwrap().push(letter);
    }
    arguments.into_iter().map(|argument| argument.trim().to_owned()).collect()
}

/// All texts between two quotes of a file, and those outside of them, which does no harm: a quote as a character or
/// within a text would make them change places.
fn literals(text: &str) -> impl Iterator<Item = String> {
    text.split(['"', '\'', '`']).skip(1).map(str::to_owned)
}

/// The texts in quotes of one expression.
fn quoted(expression: &str) -> impl Iterator<Item = String> {
    expression.split(['"', '\'', '`']).skip(1).step_by(2).map(str::to_owned)
}

#[test]
fn calls_in_templates_are_found() {
    let mut uses = Uses::default();
    uses.template(
        "a.html",
        "<a title=\"{{ t(key=\"a-b\",\n name=f(x, y), count=3) }}\">{{ not(key=\"x\") }}{{ t(key='c' if d else 'e', f='g,h') }}",
    );

    let asked: Vec<_> = uses.asked.iter().map(|asked| asked.key.as_str()).collect();
    assert_eq!(asked[0], "a-b");
    assert_eq!(Vec::from_iter(uses.asked[0].variables.as_ref().unwrap()), ["count", "name"]);
    assert_eq!(asked[1..], ["c", "e"]);
    assert_eq!(Vec::from_iter(uses.asked[1].variables.as_ref().unwrap()), ["f"]);
}

#[test]
fn calls_in_sources_are_found() {
    let mut uses = Uses::default();
    uses.source(
        "a.rs",
        "words.text(\n    \"a-b\",\n    &[(\"name\", f(\"x\", 1).into()), (\"count\", 2.into())],\n);\n\
         words.plain(\"c\", &args); words.markup(&format!(\"error-{code}\"), &[]); words.text(&format!(\"{x}-y\"), &[]);\n\
         #[cfg(test)]\nmod tests { words.text(\"gone\", &[]); }",
    );

    let asked: Vec<_> = uses.asked.iter().map(|asked| asked.key.as_str()).collect();
    assert_eq!(asked.len(), 3, "{asked:?}");
    assert!(asked.contains(&"a-b") && asked.contains(&"c") && asked.contains(&"&format!(\"{x}-y\")"));
    assert_eq!(Vec::from_iter(uses.asked[0].variables.as_ref().unwrap()), ["count", "name"]);
    assert!(uses.asked[1].variables.is_none());
    assert_eq!(Vec::from_iter(&uses.prefixes), [&("error-".to_owned(), "a.rs".to_owned())]);
}
