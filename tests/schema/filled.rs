//! Migrations meet tables with rows in them: the rows of an earlier release are kept, and no reference is broken.

use std::collections::BTreeMap;

use allmende::store::{DatabaseUrl, migrate};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::{Schema, migration, migration_names, run};
use crate::harness::databases::TestDatabase;

/// A release as it was after its last migration, with rows in the tables that later ones make anew or alter.
struct Earlier {
    last: &'static str,
    rows: &'static str,
    /// A table that a later migration empties, and says so.
    emptied: Option<&'static str>,
}

const BEFORE_ACCOUNTS_FOR_EVERYBODY: Earlier = Earlier {
    last: "2026-11-28-0900_compare_counts",
    rows: "
        insert into organisation (id, version, time_zone, help_telephone, updated_at)
        values (1, 3, 'Europe/Berlin', '030 1', '2026-11-28 08:00:00');
        insert into accounts (id, email, display_name, password_hash, created_at, disabled_at) values
        (1, 'ada@example.org', 'Ada', 'hash', '2026-11-28 08:00:00', null),
        (5, 'bea@example.org', 'Bea', 'hash', '2026-11-28 09:00:00', '2026-11-28 10:00:00');
        insert into office_roles (account_id, role, given_at) values
        (1, 'administrator', '2026-11-28 08:00:00'), (5, 'auditor', '2026-11-28 09:00:00');
        insert into actors (actor_ref, account_id) values ('office:1', 1), ('office:5', 5);
        insert into entries (id, at, act, actor_ref, subject, body) values
        ('e1', '2026-11-28 08:00:00', 'account_created', 'office:1', 'settings', '{}'),
        ('e2', '2026-11-28 09:00:00', 'window_extended', 'office:1', 'settings', '{\"details\":{\"reason\":\"Ämter zu\"}}');
        insert into mails (id, message, language, recipient, parameters, secret, message_id, state, run_after, tries,
        created_at) values
        (1, 'voting_closed', 'de', 'ada@example.org', '{}', null, 'm1', 'sent', '2026-11-28 08:00:00', 1, '2026-11-28 08:00:00'),
        (4, 'sign_in', 'de', 'bea@example.org', '{}', cast('s' as BYTES), 'm4', 'failed', '2026-11-28 09:00:00', 9, '2026-11-28 09:00:00');
        insert into sessions (token_hash, account_id, seen_at, expires_at) values
        (cast('t' as BYTES), 1, '2026-11-28 08:00:00', '2026-11-28 09:00:00');",
    emptied: Some("sessions"),
};

const BEFORE_DEPARTMENTS: Earlier = Earlier {
    last: "2026-11-30-0941_add_neighbourhoods",
    rows: "
        insert into accounts (id, email, personnel_mac, display_name, language, password_hash, created_at, used_on, warned_on)
        values (1, 'ada@example.org', null, 'Ada', 'en', 'hash', '2026-11-28 08:00:00', '2026-11-30', null),
        (5, null, cast('mac' as BYTES), '', 'de', null, '2026-11-28 09:00:00', '2024-12-01', '2026-11-29');
        insert into second_factors (account_id, secret, last_step, confirmed_at) values
        (1, cast('f' as BYTES), 7, '2026-11-28 08:00:00');
        insert into office_roles (id, account_id, role, given_at, taken_at) values
        (1, 1, 'reviewer', '2026-11-28 08:00:00', null), (3, 1, 'auditor', '2026-11-28 08:00:00', '2026-11-29 08:00:00');
        insert into invitations (id, handle, link_hash, email, role, invited_at, expires_at, accepted_at) values
        (2, 'i2', cast('i2' as BYTES), 'ada@example.org', 'reviewer', '2026-11-28 08:00:00', '2026-12-12 08:00:00', '2026-11-28 08:00:00'),
        (3, 'i3', cast('i3' as BYTES), 'bea@example.org', 'reviewer', '2026-11-28 08:00:00', '2026-12-12 08:00:00', null);
        insert into workplaces (id, entry_key, name, created_at, closed_at) values
        (1, 'key-1', 'Ward 4B', '2026-11-28 08:00:00', null), (2, 'key-2', 'Ward 5', '2026-11-28 08:00:00', '2026-11-29 08:00:00');
        insert into sessions (token_hash, handle, account_id, workplace_id, device, opened_at, seen_at, expires_at) values
        (cast('t1' as BYTES), 's1', 1, null, 'Firefox', '2026-11-30 08:00:00', '2026-11-30 08:00:00', '2026-11-30 09:00:00'),
        (cast('t2' as BYTES), 's2', 5, 1, null, '2026-11-30 08:00:00', '2026-11-30 08:00:00', '2026-11-30 09:00:00');
        insert into sign_ins (id, handle, email, link_hash, digits_mac, tries, created_at, expires_at) values
        (6, 'h', 'ada@example.org', cast('l' as BYTES), cast('d' as BYTES), 1, '2026-11-30 08:00:00', '2026-11-30 08:15:00');
        insert into actors (actor_ref, account_id) values ('office:1', 1);
        insert into entries (id, at, act, actor_ref, subject, body) values
        ('e1', '2026-11-28 08:00:00', 'role_given', 'office:1', 'office:1', '{}'),
        ('e2', '2026-11-28 09:00:00', 'window_shortened', 'office:1', 'settings', '{\"details\":{\"reason\":\"Sturm\"}}');
        insert into mails (id, message, language, recipient, parameters, message_id, state, run_after, tries, created_at,
        expires_at) values
        (8, 'invitation', 'de', 'bea@example.org', '{}', 'm8', 'waiting', '2026-11-28 08:00:00', 0, '2026-11-28 08:00:00',
        '2026-12-12 08:00:00'),
        (9, 'sign_in', 'de', 'ada@example.org', '{}', 'm9', 'expired', '2026-11-28 08:00:00', 0, '2026-11-28 08:00:00',
        '2026-11-28 08:15:00');
        insert into limits (bucket, window_started_at, hits) values ('sign_in:a', '2026-11-30 08:00:00', 3);",
    emptied: None,
};

/// The rows of each table that has some, over these columns, as texts in order.
type Rows = BTreeMap<String, Vec<String>>;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

macro_rules! load {
    ($url:expr, $sql:expr, $row:ty) => {{
        let sql = diesel::sql_query($sql);
        match $url.file() {
            Some(file) => sql.load::<$row>(&mut SqliteConnection::establish(file.to_str().unwrap()).unwrap()),
            None => sql.load::<$row>(&mut PgConnection::establish(&$url.to_string()).unwrap()),
        }
        .unwrap()
    }};
}

/// Reads all rows over the columns of `schema`, which may be that of an earlier release.
fn read_rows(url: &DatabaseUrl, schema: &Schema) -> Rows {
    let tables: Vec<&String> = schema.keys.keys().collect();
    let read = |table: &String| {
        let texts = schema.columns_of(table).into_iter().map(|column| format!("coalesce(cast({column} as text), '-')"));
        let line = texts.collect::<Vec<_>>().join(" || ' ' || ");
        let lines = load!(url, format!("select {line} as line from {table} order by 1"), Line);
        (table.clone(), lines.into_iter().map(|row| row.line).collect::<Vec<_>>())
    };
    tables.into_iter().map(read).filter(|(_, lines)| !lines.is_empty()).collect()
}

/// Each reference with rows that name one that is not there.
fn broken_references(url: &DatabaseUrl) -> Vec<String> {
    let is_broken = |(owner, column, target, key): &(String, String, String, String)| {
        let sql = format!(
            "select count(*) as count from {owner} where {column} is not null and {column} not in (select {key} from {target})"
        );
        load!(url, sql, Count)[0].count > 0
    };
    let schema = Schema::read(url);
    schema.foreign.iter().filter(|one| is_broken(one)).map(|one| format!("{} of {}", one.1, one.0)).collect()
}

/// Takes a database back to an earlier release, fills it, and brings it up to date as the program does at its start.
async fn upgrade(database: TestDatabase, earlier: Earlier) {
    let (folder, bytes) = if database.is_postgres() { ("postgres", "bytea") } else { ("sqlite", "blob") };
    database.close().await;
    let url = &database.url;
    for name in migration_names(folder).iter().rev().take_while(|name| name.as_str() > earlier.last) {
        run(url, &migration(folder, name, "down"));
        let version: String = name.split('_').next().unwrap().replace('-', "");
        run(url, &format!("delete from __diesel_schema_migrations where version = '{version}'"));
    }
    run(url, &earlier.rows.replace("BYTES", bytes));
    let schema = Schema::read(url);
    let mut before = read_rows(url, &schema);

    assert!(!migrate::run(url).unwrap().is_empty());

    if let Some(table) = earlier.emptied {
        assert!(before.remove(table).is_some());
    }
    let mut after = read_rows(url, &schema);
    after.retain(|table, _| before.contains_key(table));
    assert_eq!(after, before);
    assert_eq!(broken_references(url), [""; 0]);
}

on_both! {
    async fn rows_outlive_the_step_to_accounts_for_everybody(database) {
        upgrade(database, BEFORE_ACCOUNTS_FOR_EVERYBODY).await;
    }
}

on_both! {
    async fn rows_outlive_the_step_to_departments(database) {
        upgrade(database, BEFORE_DEPARTMENTS).await;
    }
}
