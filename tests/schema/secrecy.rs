//! Who voted and what was voted must not meet: in a table, in a structure of the store, in a query, in a log line.

use std::collections::BTreeMap;

use super::Schema;
use crate::harness::sources::{Source, read_below};

/// What stands for somebody, and what belongs to a ballot. `channel` and `area` stand on both sides by design.
const OF_PEOPLE: &[&str] =
    &["person", "person_ref", "voter", "roll_id", "mac", "code", "recipient", "email", "account_id", "cast_key_hash"];
const OF_BALLOTS: &[&str] = &["choices", "leaf", "pseudonym", "sealed", "ballot", "ballot_key", "receipt", "salt"];
const TABLES_OF_PEOPLE: &[&str] = &["participations", "roll", "roll_keys", "declarations", "sessions", "accounts"];
const TABLES_OF_BALLOTS: &[&str] = &["ballots", "pending_leaves", "profile_ballots"];

/// Tables that hold both sides, or lead from one to the other.
pub(super) fn forbidden_tables(schema: &Schema) -> Vec<String> {
    let mut tables: Vec<&String> = schema.columns.keys().map(|(table, _)| table).collect();
    tables.dedup();
    let mut found = Vec::new();
    for table in tables {
        let columns = schema.columns_of(table);
        let side = |words: &[&str]| columns.iter().find(|column| words.contains(column)).copied();
        if let (Some(person), Some(ballot)) = (side(OF_PEOPLE), side(OF_BALLOTS)) {
            found.push(format!("{table} has a person ({person}) and a ballot ({ballot})"));
        }
    }
    for (table, _, target, _) in &schema.foreign {
        let (from, to) = (table.as_str(), target.as_str());
        if TABLES_OF_BALLOTS.contains(&from) && TABLES_OF_PEOPLE.contains(&to) {
            found.push(format!("{from} points to {to}, which has people"));
        }
        if TABLES_OF_PEOPLE.contains(&from) && TABLES_OF_BALLOTS.contains(&to) {
            found.push(format!("{from} points to {to}, which has ballots"));
        }
    }
    found
}

/// Columns as `diesel::table!` says them: type and whether it may be null.
pub(super) fn columns_of_sources(text: &str) -> BTreeMap<(String, String), (String, bool)> {
    let mut columns = BTreeMap::new();
    let mut table = None;
    for line in text.lines().map(str::trim) {
        if let Some((name, _)) = line.strip_suffix('{').and_then(|line| line.split_once('(')) {
            table = Some(name.trim().to_owned());
        } else if line == "}" {
            table = None;
        } else if let (Some(table), Some((column, kind))) = (&table, line.trim_end_matches(',').split_once("->")) {
            let kind = kind.trim();
            let inner = kind.strip_prefix("Nullable<").and_then(|kind| kind.strip_suffix('>'));
            let name = match inner.unwrap_or(kind) {
                "BigInt" | "Int8" => "bigint".to_owned(),
                "Binary" | "Bytea" => "bytea".to_owned(),
                "Bool" => "boolean".to_owned(),
                other => other.to_lowercase(),
            };
            columns.insert((table.clone(), column.trim().to_owned()), (name, inner.is_some()));
        }
    }
    columns
}

/// The words of a text that could be names.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric() && sign != '_').filter(|word| !word.is_empty())
}

fn has(text: &str, names: &[&str]) -> bool {
    words(text).any(|word| names.contains(&word))
}

/// The text between the brace after `start` and its fellow.
fn braced(text: &str, start: usize) -> &str {
    let Some(open) = text[start..].find('{').map(|at| start + at) else { return "" };
    let mut depth = 0;
    for (at, sign) in text[open..].char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[open..open + at];
        }
    }
    &text[open..]
}

const TYPES_OF_PEOPLE: &[&str] = &["PersonRef", "RollRow", "RollId", "CodeMac", "LetterCode", "Participation"];
const TYPES_OF_BALLOTS: &[&str] =
    &["Pseudonym", "Leaf", "SealedBallot", "BallotContent", "Choice", "AreaChoices", "ProfileBallot", "PendingLeafId"];

/// What is also called a code and may be logged: a language's, and that of an error. A letter code has no `as_str`.
const PUBLIC_CODES: &[&str] = &["language.code()", "code = code.as_str()"];

/// Structures and functions of the store with both sides in them, and log lines with either.
fn joins(source: &Source) -> Vec<String> {
    let code = source.code_text();
    let line = |at: usize| code[..at].matches('\n').count() + 1;
    let both = |text: &str| {
        let person = has(text, OF_PEOPLE) || has(text, TYPES_OF_PEOPLE) || has(text, TABLES_OF_PEOPLE);
        person && (has(text, OF_BALLOTS) || has(text, TYPES_OF_BALLOTS) || has(text, TABLES_OF_BALLOTS))
    };
    let mut found = Vec::new();
    if source.path.starts_with("src/store/") && !source.path.ends_with("schema.rs") {
        for what in ["struct ", "fn "] {
            for (at, _) in code.match_indices(what) {
                let head = code[at..].split(['{', ';']).next().unwrap_or_default();
                if both(&format!("{head} {}", braced(&code, at))) {
                    found.push(format!("{}:{}: joins a person with a ballot", source.path, line(at)));
                }
            }
        }
    }
    for (at, _) in code.match_indices("tracing::") {
        let call = code[at..].split(';').next().unwrap_or_default();
        let call = PUBLIC_CODES.iter().fold(call.to_owned(), |call, code| call.replace(code, ""));
        let is_line = ["error!", "warn!", "info!", "debug!", "trace!"].iter().any(|name| call.contains(name));
        if is_line && (has(&call, OF_PEOPLE) || has(&call, OF_BALLOTS)) {
            found.push(format!("{}:{}: logs a person or a ballot", source.path, line(at)));
        }
    }
    found
}

#[test]
fn b3_nothing_in_the_sources_joins_a_person_with_a_ballot_or_logs_one() {
    let found: Vec<String> = read_below("src").iter().flat_map(joins).collect();

    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_would_join_or_log_them_is_found() {
    for (path, text, fault) in [
        ("src/store/x.rs", "pub struct Row {\n    person: PersonRef,\n    leaf: Leaf,\n}\n", "joins"),
        ("src/store/x.rs", "fn a(conn: &mut Conn, p: &PersonRef) {\n    ballots::table.find(p)\n}\n", "joins"),
        ("src/web/x.rs", "fn a() {\n    tracing::info!(%code, \"a code was entered\");\n}\n", "logs"),
        ("src/actions/x.rs", "fn a() {\n    tracing::warn!(?leaf, \"odd\");\n}\n", "logs"),
    ] {
        let found = joins(&Source::new(path, text));
        assert!(found.len() == 1 && found[0].contains(fault), "{text}: {found:?}");
    }
    assert_eq!(joins(&Source::new("src/store/x.rs", "pub struct Row {\n    person: PersonRef,\n}\n")), [""; 0]);
}

#[test]
fn the_columns_of_the_sources_are_read() {
    let text = "table! {\n    ballots (round_id, pseudonym) {\n        round_id -> BigInt,\n        at -> Nullable<Timestamp>,\n    }\n}\n";

    let columns = columns_of_sources(text);

    assert_eq!(columns.len(), 2);
    assert_eq!(columns[&("ballots".to_owned(), "at".to_owned())], ("timestamp".to_owned(), true));
}
