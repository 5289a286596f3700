//! The sources of the program, as text, for tests that read them.

use std::path::Path;

/// A file of sources.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// Relative to the project, such as `src/store/db.rs`.
    pub(crate) path: String,
    /// What stands in it.
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Its numbered lines without comments, without strings, and without the tests at its end. A string that goes
    /// over several lines ends the use of this; the sources have none with code in it.
    pub(crate) fn code(&self) -> Vec<(usize, String)> {
        let lines = (1..).zip(self.text.lines());
        lines.take_while(|(_, line)| line.trim() != "#[cfg(test)]").map(|(number, line)| (number, bare(line))).collect()
    }

    /// Its code as one text.
    pub(crate) fn code_text(&self) -> String {
        self.code().into_iter().map(|(_, line)| line + "\n").collect()
    }
}

/// A line without its comment and with every string emptied.
fn bare(line: &str) -> String {
    let mut code = String::new();
    let mut signs = line.chars().peekable();
    let mut in_string = false;
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if in_string => drop(signs.next()),
            '"' => {
                in_string = !in_string;
                code.push('"');
            }
            _ if in_string => {}
            // A quotation mark as a character, which begins no string.
            '\'' if signs.peek() == Some(&'"') => {
                signs.next();
                signs.next();
                code.push_str("' '");
            }
            '/' if signs.peek() == Some(&'/') => break,
            other => code.push(other),
        }
    }
    code
}

/// All sources below a folder of the project, without files that hold nothing but tests.
pub(crate) fn read_below(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !holds_only_tests(&path) {
                let text = std::fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root).unwrap().display().to_string();
                found.push(Source { path, text });
            }
        }
    }
    assert!(!found.is_empty(), "there are no sources in {folder}");
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// `tests.rs`, what stands below `tests/`, and the known answers are compiled for tests only.
fn holds_only_tests(path: &Path) -> bool {
    let is_tests = |part: &std::ffi::OsStr| part == "tests" || part == "tests.rs" || part == "known_answers.rs";
    path.iter().rev().take(2).any(is_tests)
}

#[test]
fn comments_strings_and_tests_are_no_code() {
    let source = Source::new(
        "a.rs",
        "//! use diesel\nlet a = \"// not \\\" a comment\"; // but this\nlet c = '\"'; go();\n#[cfg(test)]\nmod tests {}",
    );

    let lines: Vec<String> = source.code().into_iter().map(|(_, line)| line).collect();

    assert_eq!(lines, ["", "let a = \"\"; ", "let c = ' '; go();"]);
}
