//! The rules themselves, over the text of one file at a time.

use crate::harness::sources::Source;

/// The rooms, and which others each may use. Its own and those of the two sets below it are written out, so that a
/// new arrow is a decision.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("draw", &["domain", "locale"]),
    ("locale", &["domain"]),
    ("secrecy", &["domain"]),
    ("record", &["domain"]),
    ("media", &["domain"]),
    ("exchange", &["domain", "locale"]),
    ("mail", &["domain", "locale", "secrecy"]),
    ("store", &["domain", "secrecy", "record"]),
    ("actions", &["domain", "locale", "draw", "store", "secrecy", "record", "mail", "exchange", "media"]),
    // Not a layer: what the edges are built of and set up with.
    ("config", &["domain", "mail", "store"]),
    // Whole installations, for the command line only.
    ("backup", &["domain", "config", "store", "secrecy", "media"]),
    ("app", &["domain", "config", "locale", "draw", "store", "secrecy", "record", "mail", "exchange", "media", "web"]),
    (
        "jobs",
        &[
            "domain", "app", "config", "locale", "draw", "store", "secrecy", "record", "mail", "exchange", "media",
            "actions",
        ],
    ),
    (
        "web",
        &[
            "domain", "app", "config", "locale", "draw", "store", "secrecy", "record", "mail", "exchange", "media",
            "actions",
        ],
    ),
    (
        "demo",
        &[
            "domain", "app", "config", "locale", "draw", "store", "secrecy", "record", "mail", "exchange", "media",
            "actions", "jobs",
        ],
    ),
    (
        "cli",
        &[
            "domain", "app", "config", "locale", "draw", "store", "secrecy", "record", "mail", "exchange", "media",
            "actions", "jobs", "web", "demo", "backup",
        ],
    ),
];

/// Who may tell the two databases apart.
const KNOW_THE_DATABASE: &[(&str, &str)] = &[
    ("src/store/conn.rs", "makes connections"),
    ("src/store/dialect.rs", "says what differs"),
    ("src/store/migrate.rs", "has two folders of migrations and two ways to be alone"),
    ("src/store/jobs.rs", "claims a row, which skips locked ones on one and is alone on the other"),
    ("src/store/roles.rs", "locks the holders of a role on one and is alone on the other"),
    ("src/store/news.rs", "claims rows, which skips locked ones on one and is alone on the other"),
    ("src/store/mails.rs", "claims a row, which skips locked ones on one and is alone on the other"),
];

/// Files over 500 lines, each with its reason.
const LONG: &[(&str, &str)] = &[
    ("src/store/schema.rs", "one table after the other, as the migrations make them"),
    ("src/web/templates/samples.rs", "one made-up view after the other, for tests only"),
    ("src/mail/message.rs", "one message after the other, with what each needs"),
    ("src/web/error/from.rs", "one refusal after the other, and the only mapping of them"),
    ("src/web/office/view.rs", "one plain structure after the other, for all pages of the office"),
];
const MOST_LINES: usize = 500;

/// What the domain does not know: disk, network, environment, threads, and the crates of other rooms.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "tokio::",
    "actix_web",
    "tera::",
    "tracing::",
    "rand::",
    "lettre::",
    "fluent",
];
const IMPURE_FOR_TALLY: &[&str] =
    &["std::fs", "std::net", "std::env", "std::process", "std::time", "tokio::", "diesel::", "rand::", "chrono::"];

/// Who may know floating-point numbers in the counting crate: one file offers one for pictures, and Equal Shares sorts out
/// with bounds that prove themselves what exact numbers need not decide.
const KNOW_FLOATS: &[&str] = &["tally/src/exact.rs", "tally/src/equal_shares/"];

/// Everything that a file of `src` does against the rules, each with file and line.
pub(super) fn faults(source: &Source) -> Vec<String> {
    let mut found = shape(source);
    let room = room_of(&source.path);
    match ROOMS.iter().find(|(name, _)| *name == room) {
        Some((_, below)) => found.extend(arrows(source, room, below)),
        // The map and the entry hold everything together.
        None if matches!(room, "lib" | "main") => {}
        None => found.push(format!(
            "{}:1: {room} is no room of the house; give it its place in tests/architecture/rules.rs",
            source.path
        )),
    }
    found.extend(forbidden(source, room));
    found
}

/// Everything that a file of the counting crate does against the rules.
pub(super) fn faults_of_tally(source: &Source) -> Vec<String> {
    let says = |(number, line): &(usize, String)| {
        if line.contains("f64") && !KNOW_FLOATS.iter().any(|known| source.path.starts_with(known)) {
            return Some(format!("{}:{number}: tally counts without floating-point numbers", source.path));
        }
        let used = IMPURE_FOR_TALLY.iter().find(|word| line.contains(**word))?;
        Some(format!("{}:{number}: tally is pure and does not use {used}", source.path))
    };
    let mut found = shape(source);
    found.extend(source.code().iter().filter_map(says));
    found
}

/// `store` for `src/store/db.rs` as for `src/store.rs`.
fn room_of(path: &str) -> &str {
    let below = path.strip_prefix("src/").unwrap_or(path);
    below.split('/').next().unwrap_or(below).trim_end_matches(".rs")
}

fn shape(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    if !source.text.starts_with("//! ") {
        found.push(format!("{}:1: it does not begin with what lives here (//!)", source.path));
    }
    let lines = source.text.lines().count();
    if lines > MOST_LINES && !LONG.iter().any(|(path, _)| *path == source.path) {
        found.push(format!("{}:{lines}: {lines} lines; over {MOST_LINES} need a reason in LONG", source.path));
    }
    found
}

/// Every `crate::` of the code with its line, also those in braces.
fn arrows(source: &Source, room: &str, below: &[&str]) -> Vec<String> {
    let code = source.code();
    let text = source.code_text();
    let first = code.first().map_or(1, |(number, _)| *number);
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let line = first + text[..at].matches('\n').count();
        for used in targets(&text[at + "crate::".len()..]) {
            let is_room = ROOMS.iter().any(|(name, _)| *name == used);
            if is_room && used != room && !below.contains(&used.as_str()) {
                found.push(format!("{}:{line}: {room} may not use {used}", source.path));
            }
        }
    }
    found
}

/// The rooms that a path leads to: one, or each of those in braces.
fn targets(path: &str) -> Vec<String> {
    let word = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let Some(inside) = path.strip_prefix('{') else { return vec![word(path)] };
    let mut depth = 0_usize;
    let mut parts = vec![String::new()];
    for sign in inside.chars() {
        match sign {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            other => parts.last_mut().unwrap().push(other),
        }
    }
    parts.iter().map(|part| word(part)).collect()
}

fn forbidden(source: &Source, room: &str) -> Vec<String> {
    let path = source.path.as_str();
    let is = |rooms: &[&str]| rooms.contains(&room);
    let knows_the_database = KNOW_THE_DATABASE.iter().any(|(known, _)| *known == path);
    let mut found = Vec::new();
    for (number, line) in source.code() {
        let has = |words: &[&str]| words.iter().any(|word| line.contains(word));
        let mut say = |fault: &str| found.push(format!("{path}:{number}: {fault}"));
        if has(&["diesel::", "diesel_migrations", "libsqlite3_sys"]) && !is(&["store"]) {
            say("only store uses diesel");
        }
        if has(&["store::schema"]) && !is(&["store"]) {
            say("only store uses the schema");
        }
        if has(&["Utc::now", "Local::now", "SystemTime::now", "time::Instant::now"]) && path != "src/store/clock.rs" {
            say("only store::clock asks what time it is");
        }
        if has(&["Conn::Sqlite", "Conn::Postgres"]) && !knows_the_database {
            say("matches on the database; see KNOW_THE_DATABASE");
        }
        if has(&["println!", "print!(", "eprint!("]) && !is(&["cli"]) {
            say("only cli prints");
        }
        if has(&["env::var", "env::args"]) && !is(&["cli", "config"]) {
            say("only cli and config read the environment");
        }
        if is(&["domain"]) && has(IMPURE) {
            say("domain is pure");
        }
    }
    found
}
