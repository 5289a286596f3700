//! The address of the database: `sqlite:PATH`, a bare path, or `postgres://…`. Its password is never printed.

use std::fmt;
use std::path::{Path, PathBuf};

/// Where the database is. `Debug` and `Display` leave out the password and the parameters.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(Place);

#[derive(Clone, PartialEq, Eq)]
enum Place {
    Sqlite { path: PathBuf, create: bool },
    Postgres(String),
}

/// The two databases and what each needs to be opened.
#[derive(Clone, Copy)]
pub(super) enum Target<'a> {
    Sqlite { path: &'a Path, create: bool },
    Postgres { url: &'a str },
}

/// Why a text is not the address of a database.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UrlError {
    /// Nothing was given.
    #[error("the address of the database is empty; write sqlite:PATH or postgres://USER@HOST/NAME")]
    Empty,
    /// A scheme that is neither of the two.
    #[error("{0}: is no database that this program knows; write sqlite:PATH or postgres://USER@HOST/NAME")]
    UnknownScheme(String),
    /// A database in memory is one per connection, so a pool would see as many as it has connections.
    #[error("a database in memory cannot be shared by several connections; write sqlite:PATH")]
    InMemory,
    /// The path stands on its own and ends with a slash or has no name.
    #[error("{0} names no file")]
    NoFile(String),
    /// Nothing follows `postgres://`.
    #[error("postgres:// needs a host and a database; write postgres://USER@HOST/NAME")]
    NoServer,
}

impl DatabaseUrl {
    /// Reads an address. `sqlite:PATH` (also `sqlite://PATH`) is created when it is missing, a bare path is not.
    ///
    /// # Errors
    ///
    /// When the scheme is unknown or nothing follows it. Whether the database exists shows when it is opened.
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(UrlError::Empty);
        }
        match text.split_once(':') {
            Some(("sqlite", rest)) => sqlite(rest.strip_prefix("//").unwrap_or(rest), true),
            Some(("postgres" | "postgresql", rest)) => match rest.strip_prefix("//") {
                Some(server) if !server.is_empty() => Ok(Self(Place::Postgres(text.to_owned()))),
                _ => Err(UrlError::NoServer),
            },
            Some((scheme, _)) if is_scheme(scheme) => Err(UrlError::UnknownScheme(scheme.to_owned())),
            _ => sqlite(text, false),
        }
    }

    /// The address of an SQLite file that must exist already.
    pub(super) fn of_file(path: &Path) -> Self {
        Self(Place::Sqlite { path: path.to_owned(), create: false })
    }

    /// The file of an SQLite database; `None` for a server.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match &self.0 {
            Place::Sqlite { path, .. } => Some(path),
            Place::Postgres(_) => None,
        }
    }

    pub(super) fn target(&self) -> Target<'_> {
        match &self.0 {
            Place::Sqlite { path, create } => Target::Sqlite { path, create: *create },
            Place::Postgres(url) => Target::Postgres { url },
        }
    }
}

fn sqlite(path: &str, create: bool) -> Result<DatabaseUrl, UrlError> {
    if path.contains(":memory:") {
        return Err(UrlError::InMemory);
    }
    if path.is_empty() || path.ends_with('/') {
        return Err(UrlError::NoFile(path.to_owned()));
    }
    Ok(DatabaseUrl(Place::Sqlite { path: PathBuf::from(path), create }))
}

/// A path may hold a colon too, but then a slash comes before it or what precedes it is no word.
fn is_scheme(text: &str) -> bool {
    text.len() > 1
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Place::Sqlite { path, .. } => write!(f, "sqlite:{}", path.display()),
            Place::Postgres(url) => f.write_str(&without_password(url)),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Shows scheme, user, host and database. A password with unescaped signs may make the rest unreadable; then nothing
/// but the scheme is shown.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return "postgres".to_owned() };
    let visible = rest.split(['?', '#']).next().unwrap_or_default();
    match (visible.rsplit_once('@'), rest.contains('@')) {
        (Some((user, server)), _) => {
            let user = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}@{server}")
        }
        (None, true) => format!("{scheme}://…"),
        (None, false) => format!("{scheme}://{visible}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_decides_the_database_and_whether_a_file_is_made() {
        let created = DatabaseUrl::parse("sqlite:data/a.db").unwrap();
        let existing = DatabaseUrl::parse("data/a.db").unwrap();
        let server = DatabaseUrl::parse("postgresql://me@host/name").unwrap();

        assert!(matches!(created.target(), Target::Sqlite { create: true, .. }));
        assert!(matches!(existing.target(), Target::Sqlite { create: false, .. }));
        assert!(matches!(server.target(), Target::Postgres { url: "postgresql://me@host/name" }));
        assert_eq!(created.file(), Some(Path::new("data/a.db")));
    }

    #[test]
    fn a_mistyped_scheme_is_never_taken_for_a_file() {
        assert_eq!(DatabaseUrl::parse("postgers://host/name"), Err(UrlError::UnknownScheme("postgers".into())));
        assert_eq!(DatabaseUrl::parse("sqlite:"), Err(UrlError::NoFile(String::new())));
        assert_eq!(DatabaseUrl::parse("sqlite::memory:"), Err(UrlError::InMemory));
        assert_eq!(DatabaseUrl::parse("postgres:"), Err(UrlError::NoServer));
        assert_eq!(DatabaseUrl::parse("  "), Err(UrlError::Empty));
    }

    #[test]
    fn a_password_is_never_printed() {
        for text in [
            "postgres://me:geheim@host/name",
            "postgres://me:geheim/x@host/name",
            "postgres://me:a?geheim@host/name",
            "postgres://me:a#geheim@host/name",
            "postgres://host/name?password=geheim",
            "postgres://me:geheim@x@host/name?password=geheim@y",
        ] {
            let url = DatabaseUrl::parse(text).unwrap();
            assert!(!format!("{url} {url:?}").contains("geheim"), "{url}");
        }
        let plain = DatabaseUrl::parse("postgres://me:geheim@host:5433/name?sslmode=require").unwrap();
        assert_eq!(plain.to_string(), "postgres://me@host:5433/name");
    }
}
