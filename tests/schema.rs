//! B3: what the tables and sources let be joined, and that both databases have the same tables.

mod filled;
mod postgres;
mod secrecy;
mod sqlite;

use std::collections::{BTreeMap, BTreeSet};

use allmende::domain::personal_data::Datum;
use allmende::store::personal_data::COLUMNS;
use allmende::store::schema::{accounts, jobs};
use allmende::store::{DatabaseUrl, Lock, StoreError};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::harness::databases::TestDatabase;

/// A database's tables in words that mean the same on both.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Schema {
    /// By table and column: the type and whether it may be null.
    columns: BTreeMap<(String, String), (String, bool)>,
    /// By table: the columns of the primary key.
    keys: BTreeMap<String, Vec<String>>,
    /// Table and columns of each unique constraint.
    unique: BTreeSet<(String, Vec<String>)>,
    /// Table, column, and the table and column it points to.
    foreign: BTreeSet<(String, String, String, String)>,
    /// Name, table and columns of each index that is no constraint.
    indexes: BTreeSet<(String, String, Vec<String>)>,
    /// The names of constraints, apart from those that the server makes for id columns.
    constraints: BTreeSet<String>,
}

impl Schema {
    fn read(url: &DatabaseUrl) -> Self {
        match url.file() {
            Some(file) => sqlite::read(file.to_str().unwrap()),
            None => postgres::read(&url.to_string()),
        }
    }

    /// The columns of a table, sorted.
    fn columns_of(&self, table: &str) -> Vec<&str> {
        self.columns.keys().filter(|(owner, _)| owner == table).map(|(_, column)| column.as_str()).collect()
    }
}

on_both! {
    async fn b3_tables_of_people_and_ballots_have_the_columns_of_the_design_and_no_others(database) {
        let schema = Schema::read(&database.url);

        for (table, columns) in [
            ("ballots", &["pseudonym", "round_id", "sealed"][..]),
            ("participations", &[
                "cast_key_hash", "cast_number", "cast_on", "channel", "person_ref", "round_id", "state",
            ]),
            ("roll", &["area_id", "id", "person_ref", "round_id", "seat"]),
            ("roll_keys", &["kind", "mac", "revoked_at", "roll_id", "round_id"]),
            ("declarations", &["declared_on", "language", "roll_id", "text"]),
            ("pending_leaves", &["id", "round_id", "sealed"]),
            ("profile_ballots", &["area_id", "ballot_key", "channel", "choices", "round_id"]),
            ("sessions", &[
                "account_id", "channel", "device", "expires_at", "handle", "opened_at", "roll_id", "second_factor_at",
                "seen_at",
                "token_hash", "workplace_id",
            ]),
        ] {
            assert_eq!(schema.columns_of(table), columns, "{table}");
        }
        assert_eq!(schema.keys["ballots"], ["round_id", "pseudonym"]);
        assert_eq!(schema.keys["participations"], ["round_id", "person_ref"]);
        assert_eq!(schema.columns[&("participations".to_owned(), "cast_on".to_owned())].0, "date", "never the hour");
        assert_eq!(schema.columns[&("declarations".to_owned(), "declared_on".to_owned())].0, "date", "never the hour");
    }
}

on_both! {
    async fn every_column_is_known_to_hold_personal_data_or_none(database) {
        let there: BTreeSet<(String, String)> = Schema::read(&database.url).columns.into_keys().collect();

        let known: Vec<(String, String)> =
            COLUMNS.iter().map(|held| (held.table.to_owned(), held.column.to_owned())).collect();

        let once: BTreeSet<(String, String)> = known.iter().cloned().collect();
        assert_eq!(once.len(), known.len(), "a column stands twice in store::personal_data");
        let unknown: Vec<_> = there.difference(&once).collect();
        let gone: Vec<_> = once.difference(&there).collect();
        assert_eq!((unknown, gone), (Vec::new(), Vec::new()), "say in store::personal_data what they hold, and no more");
    }
}

#[test]
fn everything_that_is_kept_of_people_stands_in_some_column() {
    for datum in Datum::ALL {
        assert!(COLUMNS.iter().any(|held| held.datum == Some(*datum)), "{datum:?} is kept nowhere");
    }
}

on_both! {
    async fn b3_no_table_joins_a_person_with_a_ballot(database) {
        let schema = Schema::read(&database.url);

        assert_eq!(secrecy::forbidden_tables(&schema), [""; 0]);
    }
}

#[test]
fn a_table_that_would_join_them_is_found() {
    let mut schema = Schema::default();
    let mut add = |table: &str, column: &str| {
        schema.columns.insert((table.to_owned(), column.to_owned()), ("bytea".to_owned(), false));
    };
    add("receipts", "person_ref");
    add("receipts", "leaf");
    add("ballots", "sealed");
    schema.foreign.insert(("ballots".into(), "roll_id".into(), "roll".into(), "id".into()));

    assert_eq!(
        secrecy::forbidden_tables(&schema),
        ["receipts has a person (person_ref) and a ballot (leaf)", "ballots points to roll, which has people"]
    );
}

#[test]
fn both_databases_have_the_same_tables() {
    let sqlite = TestDatabase::sqlite();
    let Some(postgres) = TestDatabase::postgres() else { return };

    let (one, other) = (Schema::read(&sqlite.url), Schema::read(&postgres.url));

    assert!(one.columns.len() > 150, "{}", one.columns.len());
    assert_eq!(one.columns, other.columns);
    assert_eq!(one.keys, other.keys);
    assert_eq!(one.unique, other.unique);
    assert_eq!(one.foreign, other.foreign);
    assert_eq!(one.indexes, other.indexes);
    assert_eq!(one.constraints, other.constraints);
}

fn migration_names(database: &str) -> BTreeSet<String> {
    let folder = format!("{}/migrations/{database}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn migration(database: &str, name: &str, file: &str) -> String {
    std::fs::read_to_string(format!("{}/migrations/{database}/{name}/{file}.sql", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn run(url: &DatabaseUrl, sql: &str) {
    match url.file() {
        Some(file) => sqlite::run(file.to_str().unwrap(), sql),
        None => postgres::run(&url.to_string(), sql),
    }
}

#[test]
fn both_folders_of_migrations_have_the_same_names() {
    assert!(!migration_names("sqlite").is_empty());
    assert_eq!(migration_names("sqlite"), migration_names("postgres"));
}

on_both! {
    async fn every_migration_can_be_undone_and_done_again(database) {
        let before = Schema::read(&database.url);
        let folder = if database.is_postgres() { "postgres" } else { "sqlite" };
        let names: Vec<String> = migration_names(folder).into_iter().collect();
        database.close().await;
        let run = |sql: &str| run(&database.url, sql);

        names.iter().rev().for_each(|name| run(&migration(folder, name, "down")));
        assert_eq!(Schema::read(&database.url), Schema::default(), "down leaves nothing");
        names.iter().for_each(|name| run(&migration(folder, name, "up")));

        assert_eq!(Schema::read(&database.url), before);
    }
}

on_both! {
    async fn a_job_that_an_earlier_release_gave_up_is_tried_again(database) {
        const NAME: &str = "2026-11-24-0900_never_give_a_job_up";
        let folder = if database.is_postgres() { "postgres" } else { "sqlite" };
        let run = |sql: String| async {
            database.write(Lock::Nothing, move |tx| Ok::<_, StoreError>(tx.batch_execute(&sql)?)).await
        };
        let job = |state: &str| {
            format!(
                "insert into jobs (kind, state, run_after, tries, progress_done, progress_total, error, created_at) \
                 values ('open_box', '{state}', '2027-05-01 12:00:00', 5, 1, 2, 'no key', '2027-05-01 11:00:00')"
            )
        };
        run(migration(folder, NAME, "down")).await.unwrap();
        for state in ["failed", "done", "waiting"] {
            run(job(state)).await.unwrap();
        }

        run(migration(folder, NAME, "up")).await.unwrap();

        let rows = database.read(|conn| {
            let columns = (jobs::id, jobs::state, jobs::tries, jobs::error);
            Ok::<_, StoreError>(jobs::table.order(jobs::id).select(columns).load::<(i64, String, i64, Option<String>)>(conn)?)
        });
        let kept = |id, state: &str| (id, state.to_owned(), 5, Some("no key".to_owned()));
        assert_eq!(rows.await.unwrap(), [kept(1, "waiting"), kept(2, "done"), kept(3, "waiting")]);
        assert!(matches!(run(job("failed")).await, Err(StoreError::Violation(_))), "no more of them");
    }
}

on_both! {
    async fn codes_that_an_earlier_release_withdrew_end_for_good(database) {
        const NAME: &str = "2026-11-30-1100_withdrawn_codes_end";
        let folder = if database.is_postgres() { "postgres" } else { "sqlite" };
        let run = |sql: String| async {
            database.write(Lock::Nothing, move |tx| Ok::<_, StoreError>(tx.batch_execute(&sql)?)).await
        };
        let blob = |byte: &str| if folder == "postgres" { format!("'\\x{byte}'") } else { format!("x'{byte}'") };
        let account = |id: i64, email: &str, disabled: &str, withdrawn: &str| {
            let mac = blob(&format!("0{id}"));
            format!(
                "insert into accounts (id, email, personnel_mac, display_name, language, created_at, used_on, disabled_at) \
                 values ({id}, {email}, {mac}, '', 'de', '2027-05-01 12:00:00', '2027-05-01', {disabled}); \
                 insert into personnel_codes (serial, batch_id, account_id, version, withdrawn_at) \
                 values ({id}, 1, {id}, 1, {withdrawn});"
            )
        };
        let (before, at) = ("'2027-05-02 12:00:00'", "'2027-05-03 12:00:00'");
        run(migration(folder, NAME, "down")).await.unwrap();
        run("insert into personnel_batches (id, form_key, word, first_serial, size, made_at) \
             values (1, 'a', '', 1, 4, '2027-05-01 12:00:00')".to_owned()).await.unwrap();
        run(account(1, "null", "null", "null")).await.unwrap();
        run(account(2, "null", before, at)).await.unwrap();
        run(account(3, "null", "null", at)).await.unwrap();
        run(account(4, "'ada@example.org'", "null", at)).await.unwrap();

        run(migration(folder, NAME, "up")).await.unwrap();

        let rows = database.read(|conn| {
            let columns = (accounts::personnel_mac.is_not_null(), accounts::disabled_at.is_not_null());
            Ok::<_, StoreError>(accounts::table.order(accounts::id).select(columns).load::<(bool, bool)>(conn)?)
        });
        assert_eq!(rows.await.unwrap(), [(true, false), (false, true), (false, true), (false, false)]);
        let open = run("update accounts set disabled_at = null where id = 3".to_owned()).await;
        assert!(matches!(open, Err(StoreError::Violation(_))), "{open:?}");
        run(migration(folder, NAME, "down")).await.unwrap();
        run(migration(folder, NAME, "up")).await.unwrap();
    }
}

on_both! {
    async fn the_sources_know_the_columns_as_the_database_has_them(database) {
        let schema = Schema::read(&database.url);
        let text = std::fs::read_to_string(format!("{}/src/store/schema.rs", env!("CARGO_MANIFEST_DIR"))).unwrap();

        let known = secrecy::columns_of_sources(&text);

        let there: BTreeMap<_, _> = schema
            .columns
            .iter()
            .map(|((table, column), (kind, null))| ((table.clone(), column.clone()), (kind.clone(), *null)))
            .collect();
        assert_eq!(known, there);
    }
}
