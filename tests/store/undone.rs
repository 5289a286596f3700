//! Transactions that are undone under a closure, and connections that are lost: nobody is told of a success that is
//! none, neighbours are written once, and the next request is served.

use std::ops::RangeInclusive;
use std::sync::mpsc;
use std::time::Duration;

use allmende::store::{Conn, Db, Lock, StoreError, Tx};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use tokio::task::JoinSet;

use super::scratch::{make_tallies, set, stored, tallies};
use crate::harness::databases::TestDatabase;

/// Queues writes while the writer stands still, so that all of them come into one batch: tallies 1 to 20 go up by
/// one, and in their middle `fault` runs. Gives the answers of the neighbours and of the fault.
async fn one_batch(
    db: &Db,
    fault: fn(&mut Tx<'_>) -> Result<(), StoreError>,
) -> (Vec<Result<(), StoreError>>, Result<(), StoreError>) {
    make_tallies(db, 21).await;
    let (release, gate) = mpsc::channel::<()>();
    let gate = std::sync::Mutex::new(gate);
    let mut all = JoinSet::new();
    let first = {
        let db = db.clone();
        tokio::spawn(async move {
            db.write(Lock::Nothing, move |_| -> Result<(), StoreError> {
                assert!(gate.lock().unwrap().recv().is_err());
                Ok(())
            })
            .await
        })
    };
    tokio::time::sleep(Duration::from_millis(50)).await;
    queue_neighbours(db, 1..=10, &mut all).await;
    let fault = {
        let db = db.clone();
        tokio::spawn(async move { db.write(Lock::Nothing, fault).await })
    };
    tokio::time::sleep(Duration::from_millis(50)).await;
    queue_neighbours(db, 11..=20, &mut all).await;
    drop(release);
    first.await.unwrap().unwrap();
    (all.join_all().await, fault.await.unwrap())
}

async fn queue_neighbours(db: &Db, ids: RangeInclusive<i64>, all: &mut JoinSet<Result<(), StoreError>>) {
    for id in ids {
        let db = db.clone();
        all.spawn(async move { db.write(Lock::Nothing, move |tx| add_one(tx, id)).await });
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
}

fn add_one(conn: &mut Conn, id: i64) -> Result<(), StoreError> {
    diesel::update(tallies::table.find(id)).set(tallies::value.eq(tallies::value + 1)).execute(conn)?;
    Ok(())
}

async fn neighbours_stand_once(db: &Db) {
    for id in 1..=20 {
        assert_eq!(stored(db, id).await, 1, "counter {id}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn neighbours_of_a_transaction_that_vanished_are_written_once() {
    let db = TestDatabase::sqlite();

    let (neighbours, fault) = one_batch(&db, |tx| {
        set(tx, 21, 7)?;
        // What SQLite itself does on a full disk.
        Ok(tx.batch_execute("rollback")?)
    })
    .await;

    assert!(neighbours.iter().all(Result::is_ok), "{neighbours:?}");
    assert!(fault.is_err());
    assert_eq!(stored(&db, 21).await, 0);
    neighbours_stand_once(&db).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_lets_no_later_statement_of_the_closure_through() {
    let db = TestDatabase::sqlite();

    let (neighbours, fault) = one_batch(&db, |tx| {
        tx.batch_execute("create table heap (body text)")?;
        tx.batch_execute("pragma max_page_count = 1")?;
        let heap = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)
                    insert into heap select hex(randomblob(2000)) from n";
        assert!(tx.batch_execute(heap).is_err());
        set(tx, 21, 7)
    })
    .await;

    assert!(neighbours.iter().all(Result::is_ok), "{neighbours:?}");
    assert!(matches!(fault, Err(StoreError::DiskFull)), "{fault:?}");
    assert_eq!(stored(&db, 21).await, 0);
    neighbours_stand_once(&db).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_that_fails_is_told_to_all_and_writes_nothing() {
    let db = TestDatabase::sqlite();

    let (neighbours, fault) = one_batch(&db, |tx| {
        tx.batch_execute("create table leaf (root bigint references tallies (id) deferrable initially deferred)")?;
        Ok(tx.batch_execute("insert into leaf values (999)")?)
    })
    .await;

    assert!(matches!(fault, Err(StoreError::Violation(_))), "{fault:?}");
    assert!(neighbours.iter().all(|one| matches!(one, Err(StoreError::Violation(_)))), "{neighbours:?}");
    for id in 1..=20 {
        assert_eq!(stored(&db, id).await, 0);
    }
    db.write(Lock::Nothing, |tx| set(tx, 1, 5)).await.unwrap();
    assert_eq!(stored(&db, 1).await, 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_waits_for_another_process() {
    let db = TestDatabase::sqlite();
    make_tallies(&db, 1).await;
    let path = db.url.file().unwrap().display().to_string();
    let mut other = SqliteConnection::establish(&path).unwrap();
    other.batch_execute("begin immediate; update tallies set value = 3").unwrap();

    let waiting = {
        let db = (*db).clone();
        tokio::spawn(async move { db.write(Lock::Nothing, |tx| add_one(tx, 1)).await })
    };
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!waiting.is_finished());
    other.batch_execute("commit").unwrap();

    waiting.await.unwrap().unwrap();
    assert_eq!(stored(&db, 1).await, 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_the_server_closed_are_replaced() {
    let Some(db) = TestDatabase::postgres() else { return };
    make_tallies(&db, 1).await;
    let mut all = JoinSet::new();
    for _ in 0..20 {
        let db = (*db).clone();
        all.spawn(async move {
            db.write(Lock::Nothing, |tx| add_one(tx, 1)).await.unwrap();
            stored(&db, 1).await
        });
    }
    all.join_all().await;

    // It waits until they are gone: a read that has begun on one of them fails, and is not what is asked here. One that was
    // still being opened when the others were closed is closed in the next turn.
    let close_all = "do $$ begin
        while (select count(*) from pg_stat_activity where datname = current_database()) > 1 loop
            perform pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();
            perform pg_sleep(0.01);
            perform pg_stat_clear_snapshot();
        end loop;
    end $$";
    db.write(Lock::Nothing, move |tx| -> Result<(), StoreError> { Ok(tx.batch_execute(close_all)?) }).await.unwrap();

    assert_eq!(stored(&db, 1).await, 20);
    for _ in 0..20 {
        db.write(Lock::Nothing, |tx| add_one(tx, 1)).await.unwrap();
    }
    assert_eq!(stored(&db, 1).await, 40);
}

const ON_A_SMALL_DISK: &str = "ALLMENDE_TEST_ON_A_SMALL_DISK";

/// Runs itself in a process that may not write files over 1 MiB, which SQLite sees as an error of the disk.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_fails_stops_the_writer_and_turns_readiness_red() {
    if std::env::var_os(ON_A_SMALL_DISK).is_none() {
        let name = "store::undone::a_disk_that_fails_stops_the_writer_and_turns_readiness_red";
        let run = std::process::Command::new("bash")
            .args(["-c", "trap '' XFSZ; ulimit -f 1024; exec \"$0\" --exact \"$1\""])
            .args([std::env::current_exe().unwrap().to_str().unwrap(), name])
            .env(ON_A_SMALL_DISK, "yes")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    let db = TestDatabase::sqlite();
    make_tallies(&db, 1).await;
    db.ready().await.unwrap();

    let large = db
        .write(Lock::Nothing, |tx| -> Result<(), StoreError> {
            set(tx, 1, 7)?;
            tx.batch_execute("create table heap (body blob)")?;
            Ok(tx.batch_execute("insert into heap values (randomblob(1800000))")?)
        })
        .await;

    let Err(StoreError::Unsure(cause)) = &large else { panic!("{large:?}") };
    assert!(matches!(**cause, StoreError::Disk(_)), "{large:?}");
    assert!(matches!(db.write(Lock::Nothing, |_| Ok(())).await, Err(StoreError::Stopped)));
    assert!(matches!(db.ready().await, Err(StoreError::Stopped)));
    assert_eq!(stored(&db, 1).await, 0);
}
