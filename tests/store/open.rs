//! Opening a database: what is refused, and in which words.

use std::io::{Seek, SeekFrom, Write};

use allmende::store::{Clock, DatabaseUrl, Db, Lock, Migrations, OpenError, Sizes, StoreError, migrate};
use diesel::connection::SimpleConnection;

use crate::harness::databases::TestDatabase;

fn open(url: &DatabaseUrl, migrations: Migrations) -> Result<Db, OpenError> {
    Db::open(url, Clock::System, Sizes::default(), migrations)
}

fn refused(url: &DatabaseUrl) -> String {
    open(url, Migrations::Run).err().unwrap().to_string()
}

on_both! {
    async fn a_newer_database_is_refused(db) {
        db.write(Lock::Nothing, |tx| -> Result<(), StoreError> {
            Ok(tx.batch_execute("insert into __diesel_schema_migrations (version) values ('20991231')")?)
        })
        .await
        .unwrap();

        let text = refused(&db.url);

        assert!(text.contains("is newer than this program: it knows nothing of 20991231"), "{text}");
    }
}

on_both! {
    async fn an_older_database_is_refused_unless_it_may_be_migrated(db) {
        db.write(Lock::Nothing, |tx| -> Result<(), StoreError> {
            Ok(tx.batch_execute("delete from __diesel_schema_migrations where version = '202611230900'")?)
        })
        .await
        .unwrap();
        let due = migrate::standing(&db.url).unwrap().pending;

        let text = open(&db.url, Migrations::Refuse).err().unwrap().to_string();

        assert_eq!(due, ["2026-11-23-0900_start"]);
        assert!(text.contains("run `allmende migrate` first (1 migrations are due)"), "{text}");
        // The tables stand already, so this migration must fail, and leave no half.
        assert!(matches!(open(&db.url, Migrations::Run), Err(OpenError::Migration { .. })));
        assert_eq!(migrate::standing(&db.url).unwrap().pending.len(), 1);
    }
}

on_both! {
    async fn instances_that_start_together_migrate_once(db) {
        let url = match db.url.file() {
            Some(file) => DatabaseUrl::parse(&format!("sqlite:{}", file.with_extension("new").display())).unwrap(),
            None => {
                db.write(Lock::Nothing, |tx| -> Result<(), StoreError> {
                    Ok(tx.batch_execute("drop schema public cascade; create schema public")?)
                })
                .await
                .unwrap();
                db.url.clone()
            }
        };

        let starts: Vec<_> = (0..6)
            .map(|_| {
                let url = url.clone();
                tokio::task::spawn_blocking(move || migrate::run(&url).unwrap())
            })
            .collect();

        let mut ran = Vec::new();
        for start in starts {
            ran.push(start.await.unwrap());
        }
        assert_eq!(ran.iter().filter(|names| !names.is_empty()).count(), 1, "{ran:?}");
    }
}

#[test]
fn a_bare_path_is_never_created() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("mistyped.db");
    let url = DatabaseUrl::parse(path.to_str().unwrap()).unwrap();

    assert!(matches!(open(&url, Migrations::Run), Err(OpenError::Missing { .. })));
    assert!(!path.exists());
}

#[test]
fn a_missing_directory_and_a_file_that_is_no_database_are_told() {
    let directory = tempfile::tempdir().unwrap();
    let nowhere = DatabaseUrl::parse(&format!("sqlite:{}/none/a.db", directory.path().display())).unwrap();
    let text = directory.path().join("a.txt");
    std::fs::write(&text, "this is a letter and no database, and long enough to be looked at as one".repeat(20))
        .unwrap();
    let letter = DatabaseUrl::parse(text.to_str().unwrap()).unwrap();

    assert!(refused(&nowhere).contains("there is no directory"), "{}", refused(&nowhere));
    assert!(refused(&letter).contains("file is not a database"), "{}", refused(&letter));
}

#[tokio::test]
async fn a_read_only_file_is_refused() {
    let db = TestDatabase::sqlite();
    db.close().await;
    let path = db.url.file().unwrap().to_owned();
    // A later version of the format may be read only. The mode of the file would say the same, but not to root.
    let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start(18)).unwrap();
    file.write_all(&[3]).unwrap();

    assert!(refused(&db.url).contains("is read-only"), "{}", refused(&db.url));
}

#[test]
fn a_server_that_is_not_there_is_told_without_the_password() {
    let url = DatabaseUrl::parse("postgres://me:geheim@127.0.0.1:1/name").unwrap();

    let text = refused(&url);

    assert!(text.starts_with("cannot open postgres://me@127.0.0.1:1/name: "), "{text}");
    assert!(!text.contains("geheim"), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_that_may_not_choose_the_language_of_errors_is_let_in() {
    let Some(db) = TestDatabase::postgres() else { return };
    let role = format!("plain_{}", std::process::id());
    let run = |sql: String| db.write(Lock::Nothing, move |tx| Ok::<_, StoreError>(tx.batch_execute(&sql)?));
    let rights = "on schema public to {role}; grant all on all tables in schema public to {role}";
    let rights = rights.replace("{role}", &role);
    run(format!("create role {role} login; grant all {rights}")).await.unwrap();
    let url = DatabaseUrl::parse(&db.url.to_string().replace("//postgres@", &format!("//{role}@"))).unwrap();

    let plain = open(&url, Migrations::Refuse).unwrap();

    assert!(plain.ready().await.is_ok());
    let refused = plain.read(|conn| Ok::<_, StoreError>(conn.batch_execute("set lc_messages = 'C'")?)).await;
    assert!(refused.is_err(), "the role was to be an ordinary one");
    plain.close().await;
    run(format!("drop owned by {role}; drop role {role}")).await.unwrap();
}

#[test]
fn paths_with_unusual_signs_are_files_like_others() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("a b?c#d%20é.db");
    let url = DatabaseUrl::parse(&format!("sqlite:{}", path.display())).unwrap();

    assert!(open(&url, Migrations::Run).is_ok());
    assert!(path.exists());
}
