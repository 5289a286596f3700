//! A long record is read in pages: by its index, and no more bodies than a page shows.

use allmende::domain::ids::RoundId;
use allmende::domain::time::Instant;
use allmende::record::{Act, Topic};
use allmende::store::record::{Place, Recorded, Rounds, Sought, count_record, list_record};
use allmende::store::{Lock, StoreError};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use super::plans;
use crate::harness::databases::TestDatabase;

const ENTRIES: i64 = 50_000;
const PAGE: i64 = 20;

/// Fills the record with one entry a minute; every tenth is an extension with a reason.
async fn fill(database: &TestDatabase) {
    let (numbers, id, at) = if database.is_postgres() {
        (
            "select i from generate_series(1, 50000) as g(i)",
            "lpad(to_hex(i), 32, '0')",
            "timestamp '2027-01-01' + i * interval '1 minute'",
        )
    } else {
        (
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 50000) select i from n",
            "printf('%032x', i)",
            "strftime('%Y-%m-%d %H:%M:%f', '2027-01-01', '+' || i || ' minutes')",
        )
    };
    let sql = format!(
        "insert into entries (id, at, act, actor_ref, subject, body, reason) select {id}, {at}, \
         case when i % 10 = 0 then 'window_extended' else 'settings_changed' end, 'system', 'settings', '{{}}', \
         case when i % 10 = 0 then 'grund ' || i end from ({numbers}) as numbers"
    );
    // Servers look at their tables by themselves; files are used as they are.
    let sql = if database.is_postgres() { format!("{sql}; analyze entries") } else { sql };
    let write = database.write(Lock::Nothing, move |tx| Ok(tx.batch_execute(&sql)?));
    write.await.map_err(|error: StoreError| error.to_string()).unwrap();
}

/// What the public list of all topics looks for.
fn public() -> Sought {
    Sought {
        acts: Some(Act::public().collect()),
        rounds: Rounds::TheseAndNone(vec![RoundId::new(1), RoundId::new(2)]),
        ..Sought::default()
    }
}

fn numbers(entries: &[Recorded]) -> Vec<i64> {
    entries.iter().map(|entry| i64::from_str_radix(&entry.id, 16).unwrap()).collect()
}

on_both! {
    async fn a_long_record_is_counted_and_read_in_pages(database) {
        fill(&database).await;
        let read = |sought: Sought, place: Place| {
            database.read(move |conn| Ok::<_, StoreError>((count_record(conn, &sought)?, list_record(conn, &sought, &place, PAGE)?)))
        };
        let dates = Sought { acts: Some(Act::ALL.iter().copied().filter(|act| act.topic() == Topic::Dates).collect()), ..public() };
        let searched = Sought { reason: Some("GRUND 4999".to_owned()), ..public() };

        let (total, first) = read(public(), Place::Skip(0)).await.unwrap();
        let (_, last) = read(public(), Place::Skip(ENTRIES - PAGE)).await.unwrap();
        let after = first.last().map(|entry| Place::After(entry.at, entry.id.clone())).unwrap();
        let (_, second) = read(public(), after).await.unwrap();
        let (moved, _) = read(dates, Place::Skip(0)).await.unwrap();
        let (found, these) = read(searched, Place::Skip(0)).await.unwrap();

        assert_eq!((total, moved), (ENTRIES, ENTRIES / 10));
        assert_eq!(numbers(&first), Vec::from_iter((ENTRIES - PAGE + 1..=ENTRIES).rev()));
        assert_eq!(numbers(&second), Vec::from_iter((ENTRIES - 2 * PAGE + 1..=ENTRIES - PAGE).rev()));
        assert_eq!(numbers(&last), Vec::from_iter((1..=PAGE).rev()));
        assert_eq!((found, numbers(&these)), (1, vec![49_990]));
    }
}

on_both! {
    async fn entries_of_one_moment_are_told_apart_by_their_numbers(database) {
        let sql = "insert into entries (id, at, act, actor_ref, subject, body) values \
            ('a', '2027-01-01', 'settings_changed', 'system', 'settings', '{}'), \
            ('c', '2027-01-01', 'settings_changed', 'system', 'settings', '{}'), \
            ('b', '2027-01-01', 'settings_changed', 'system', 'settings', '{}')";
        let sql = if database.is_postgres() { sql.to_owned() } else { sql.replace("'2027-01-01'", "'2027-01-01 00:00:00'") };
        let write = database.write(Lock::Nothing, move |tx| Ok(tx.batch_execute(&sql)?));
        write.await.map_err(|error: StoreError| error.to_string()).unwrap();

        let one_by_one = database.read(|conn| {
            let mut place = Place::Skip(0);
            let mut ids = Vec::new();
            while let Some(entry) = list_record(conn, &Sought::default(), &place, 1)?.pop() {
                place = Place::After(entry.at, entry.id.clone());
                ids.push(entry.id);
            }
            Ok::<_, StoreError>(ids)
        });

        assert_eq!(one_by_one.await.unwrap(), ["c", "b", "a"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_a_file_reads_the_index_and_the_bodies_that_it_shows() {
    let database = TestDatabase::sqlite();
    fill(&database).await;
    let by_id = "SEARCH entries USING INDEX sqlite_autoindex_entries_1 (id=?)";

    let read = database.read(move |conn| {
        for sought in [Sought::default(), public(), Sought { from: Instant::parse("2027-01-02T00:00:00Z"), ..public() }]
        {
            let plans = plans(conn, |conn| {
                count_record(conn, &sought).unwrap();
                list_record(conn, &sought, &Place::Skip(10_000), PAGE).unwrap();
            });
            let [count, ids, bodies] = &plans[..] else { panic!("three statements, not {plans:?}") };
            assert!(count.iter().all(|step| step.contains("COVERING INDEX")), "no body is read: {count:?}");
            assert!(ids.iter().all(|step| step.contains("COVERING INDEX entries_at_idx")), "nor sorted: {ids:?}");
            assert!(bodies.iter().any(|step| step == by_id), "{bodies:?}");
            assert!(bodies.iter().all(|step| !step.starts_with("SCAN entries")), "{bodies:?}");
        }
        let searched = Sought { reason: Some("grund".to_owned()), ..public() };
        let plans = plans(conn, |conn| assert_eq!(count_record(conn, &searched).unwrap(), ENTRIES / 10));
        assert!(plans.concat().iter().any(|step| step.contains("entries_reason_idx")), "reasons only: {plans:?}");
        Ok::<_, StoreError>(())
    });
    read.await.unwrap();
}

#[derive(QueryableByName)]
struct RowsRead {
    #[diesel(sql_type = Nullable<BigInt>)]
    rows: Option<i64>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_a_server_reads_no_more_rows_than_it_looks_at() {
    let Some(database) = TestDatabase::postgres() else { return };
    fill(&database).await;

    let read = database.read(|conn| {
        let page = list_record(conn, &public(), &Place::Skip(40), PAGE)?;
        let sql = "select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as rows \
            from pg_stat_xact_user_tables where relname = 'entries'";
        let read: RowsRead = diesel::sql_query(sql).get_result(conn)?;
        Ok::<_, StoreError>((page.len(), read.rows))
    });
    let (shown, rows) = read.await.unwrap();

    assert_eq!(shown, 20);
    assert!(
        rows.is_some_and(|rows| (20..=100).contains(&rows)),
        "60 by the index, and the 20 that are shown: {rows:?}"
    );
}
