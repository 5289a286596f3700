//! A database of a bench's own, which goes away with it: a file on the disk, or a database on a server.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, sql_query, sql_types};
use tempfile::TempDir;

use super::Fault;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Kind {
    /// A file.
    Sqlite,
    /// The server that ALLMENDE_TEST_POSTGRES names.
    Postgres,
}

/// Where a bench's database, keys and files are.
pub(crate) struct Place {
    /// The folder of everything that is a file.
    pub(crate) folder: TempDir,
    database: Database,
}

enum Database {
    File,
    Server { server: String, name: String },
}

#[derive(QueryableByName)]
struct Shown {
    #[diesel(sql_type = sql_types::Text)]
    setting: String,
}

/// The server's address without a database, if there is one.
pub(crate) fn server() -> Option<String> {
    let server = std::env::var("ALLMENDE_TEST_POSTGRES").ok().filter(|server| server != "none")?;
    Some(server.trim_end_matches('/').to_owned())
}

impl Place {
    pub(crate) fn make(kind: Kind, below: &Path) -> Result<Self, Fault> {
        let folder = TempDir::new_in(below)?;
        let database = match kind {
            Kind::Sqlite => Database::File,
            Kind::Postgres => {
                let server = server().ok_or("ALLMENDE_TEST_POSTGRES names no server; see benches/README.md")?;
                let name = format!("bench_{}", std::process::id());
                connect(&server)?.batch_execute(&format!("create database {name}"))?;
                Database::Server { server, name }
            }
        };
        Ok(Self { folder, database })
    }

    /// The address of the database.
    pub(crate) fn url(&self) -> String {
        match &self.database {
            Database::File => format!("sqlite:{}", self.folder.path().join("bench.db").display()),
            Database::Server { server, name } => format!("{server}/{name}"),
        }
    }

    /// What the figures rest on: whether a commit waits for the disk.
    pub(crate) fn durability(&self) -> Result<String, Fault> {
        let Database::Server { server, .. } = &self.database else { return Ok("SQLite, synchronous=full".to_owned()) };
        let mut server = connect(server)?;
        let mut show = |name| {
            let shown: Shown =
                sql_query(format!("select current_setting('{name}') as setting")).get_result(&mut server)?;
            Ok::<_, Fault>(format!(", {name}={}", shown.setting))
        };
        Ok(format!("PostgreSQL{}{}", show("fsync")?, show("synchronous_commit")?))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Database::Server { server, name } = &self.database {
            let dropped = connect(server)
                .and_then(|mut server| Ok(server.batch_execute(&format!("drop database {name} with (force)"))?));
            // It is a throw-away server's.
            drop(dropped);
        }
    }
}

fn connect(server: &str) -> Result<PgConnection, Fault> {
    Ok(PgConnection::establish(&format!("{server}/postgres"))?)
}
