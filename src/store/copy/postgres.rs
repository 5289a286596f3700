//! A PostgreSQL database: dumped and restored by the server's own programs.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};

use super::address::{Address, with_database};
use super::error::CopyError;
use super::programs::find_program;
use crate::domain::hex;
use crate::store::conn::{Link, Purpose, open_link};
use crate::store::error::StoreError;
use crate::store::url::DatabaseUrl;

/// The copy's name in a backup.
pub const POSTGRES_FILE: &str = "database.dump";

const NEXT_STEP: &str = "make an empty one (createdb NAME) and name it in database.url";

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Integer)]
    number: i32,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

/// The dump is one snapshot, in the server's custom format, which is compressed.
pub(super) fn dump(url: &DatabaseUrl, text: &str, to: &Path) -> Result<(), CopyError> {
    let mut link = open_link(url, Purpose::Copying)?;
    let program = find_program("pg_dump", major_version(&mut link)?)?;
    run("pg_dump", &program, text, ["--format=custom".as_ref(), "--file".as_ref(), to.as_os_str()])
}

/// All rows come in one transaction, so a restore that is cut short leaves an empty database. Of the tables that are
/// `left_empty` no row comes.
pub(super) fn restore(url: &DatabaseUrl, text: &str, copy: &Path, left_empty: &[&str]) -> Result<(), CopyError> {
    let mut link = open_link(url, Purpose::Copying)?;
    let program = find_program("pg_restore", major_version(&mut link)?)?;
    let contents = wait("pg_restore", &program, Command::new(&program).arg("--list").arg(copy))?;
    let failed = |source| CopyError::File { path: std::env::temp_dir(), source };
    let mut wanted = tempfile::NamedTempFile::new().map_err(failed)?;
    for line in String::from_utf8_lossy(&contents).lines().filter(|line| !is_data_of(line, left_empty)) {
        writeln!(wanted, "{line}").map_err(failed)?;
    }
    let options = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--use-list"];
    let paths = [wanted.path().as_os_str(), copy.as_os_str()];
    run("pg_restore", &program, text, options.map(OsStr::new).into_iter().chain(paths))
}

/// Whether a line of a copy's contents, such as `3456; 0 16385 TABLE DATA public sessions allmende`, stands for the rows of
/// one of these tables.
fn is_data_of(line: &str, tables: &[&str]) -> bool {
    let of_table = line.split_once(" TABLE DATA ").and_then(|(_, rest)| rest.split(' ').nth(1));
    of_table.is_some_and(|table| tables.contains(&table))
}

/// Refuses a database in which anybody has made a table, a view or a sequence.
pub(super) fn refuse_filled(url: &DatabaseUrl) -> Result<(), CopyError> {
    let mut link = open_link(url, Purpose::Copying)?;
    let found: Count = diesel::sql_query(
        "select count(*) as count from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace \
         where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'",
    )
    .get_result(&mut link.conn)
    .map_err(StoreError::from)?;
    if found.count == 0 { Ok(()) } else { Err(CopyError::NotEmpty { url: url.clone(), next_step: NEXT_STEP }) }
}

/// A database that is made to try a copy in, and removed again.
pub(super) struct Scratch {
    server: Link,
    name: String,
    text: String,
    removed: bool,
}

impl Scratch {
    pub(super) fn make(url: &DatabaseUrl, text: &str) -> Result<Self, CopyError> {
        let number: [u8; 8] = rand::random();
        let name = format!("allmende_check_{}", hex::encode(&number));
        let mut server = open_link(url, Purpose::Migrating)?;
        // From the template that holds nothing of the server's owner.
        let made = server.conn.batch_execute(&format!("create database {name} template template0"));
        made.map_err(|error| CopyError::NoScratch { reason: error.to_string() })?;
        Ok(Self { server, text: with_database(text, &name), name, removed: false })
    }

    /// Fills it and answers its address.
    pub(super) fn fill(&self, copy: &Path) -> Result<DatabaseUrl, CopyError> {
        let url = DatabaseUrl::parse(&self.text).map_err(|_| CopyError::NameInParameter)?;
        let mut link = open_link(&url, Purpose::Copying)?;
        let there: Name = diesel::sql_query("select current_database()::text as name")
            .get_result(&mut link.conn)
            .map_err(StoreError::from)?;
        if there.name != self.name {
            return Err(CopyError::NameInParameter);
        }
        restore(&url, &self.text, copy, &[])?;
        Ok(url)
    }

    pub(super) fn remove(mut self) -> Result<(), CopyError> {
        self.removed = true;
        drop_database(&mut self.server, &self.name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if !self.removed
            && let Err(error) = drop_database(&mut self.server, &self.name)
        {
            tracing::warn!(%error, name = self.name, "a database that was made to try a backup in is left");
        }
    }
}

fn drop_database(server: &mut Link, name: &str) -> Result<(), CopyError> {
    Ok(server.conn.batch_execute(&format!("drop database {name} with (force)")).map_err(StoreError::from)?)
}

/// Such as 15.
fn major_version(link: &mut Link) -> Result<u32, CopyError> {
    let version: Version = diesel::sql_query("select current_setting('server_version_num')::int as number")
        .get_result(&mut link.conn)
        .map_err(StoreError::from)?;
    Ok(u32::try_from(version.number / 10_000).unwrap_or_default())
}

/// The password goes by the environment, because everybody on the machine may read what a program is called with.
fn run<'a>(
    name: &'static str,
    program: &Path,
    text: &str,
    options: impl IntoIterator<Item = &'a OsStr>,
) -> Result<(), CopyError> {
    let address = Address::of(text);
    let mut command = Command::new(program);
    command.arg("--no-password").arg("--dbname").arg(&address.without_password).args(options);
    if let Some(password) = &address.password {
        command.env("PGPASSWORD", OsStr::new(password.as_str()));
    }
    wait(name, program, &mut command).map(drop)
}

/// What a program wrote, once it has ended well.
fn wait(name: &'static str, program: &Path, command: &mut Command) -> Result<Vec<u8>, CopyError> {
    let ended = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).output();
    let ended = ended.map_err(|source| CopyError::File { path: program.to_owned(), source })?;
    if ended.status.success() {
        return Ok(ended.stdout);
    }
    Err(CopyError::Program { program: name, said: String::from_utf8_lossy(&ended.stderr).trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_a_table_are_told_from_all_else_that_a_copy_holds() {
        let is_left_out = |line| is_data_of(line, &["sessions", "sign_ins"]);

        assert!(is_left_out("3456; 0 16385 TABLE DATA public sessions allmende"));
        for kept in [
            "3456; 0 16385 TABLE DATA public entries sessions",
            "221; 1259 16385 TABLE public sessions allmende",
            "3301; 2606 16391 CONSTRAINT public sessions sessions_pkey allmende",
            "3457; 0 0 SEQUENCE SET public sign_ins_id_seq allmende",
            ";     Format: CUSTOM",
        ] {
            assert!(!is_left_out(kept), "{kept}");
        }
    }
}
