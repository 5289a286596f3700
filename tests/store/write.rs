//! `db.write`: nothing is lost, nothing is answered too early, nobody pays for a neighbour.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Barrier, Mutex};

use allmende::domain::ids::RoundId;
use allmende::domain::time::Instant;
use allmende::store::{Clock, Conn, Lock, StoreError};
use chrono::TimeDelta;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use tokio::task::JoinSet;

use super::scratch::{Refusal, make_round, make_tallies, set, stored, tallies, value};

on_both! {
    async fn a_thousand_increments_lose_nothing(db) {
        make_tallies(&db, 1).await;
        let round = RoundId::new(make_round(&db).await);
        let mut all = JoinSet::new();

        for _ in 0..1000 {
            let db = (*db).clone();
            all.spawn(async move {
                db.write(Lock::Round(round), |tx| {
                    let before = value(tx, 1)?;
                    set(tx, 1, before + 1)
                })
                .await
            });
        }

        assert!(all.join_all().await.into_iter().all(|one| one.is_ok()));
        assert_eq!(stored(&db, 1).await, 1000);
    }
}

on_both! {
    async fn a_refusal_undoes_its_own_rows_only(db) {
        make_tallies(&db, 100).await;
        let mut all = JoinSet::new();

        for id in 1..=100 {
            let db = (*db).clone();
            all.spawn(async move {
                db.write(Lock::Nothing, move |tx| {
                    set(tx, id, 7)?;
                    if id % 3 == 0 { Err(Refusal::Rule) } else { Ok(id) }
                })
                .await
            });
        }

        let (kept, refused): (Vec<_>, Vec<_>) = all.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!((kept.len(), refused.len()), (67, 33));
        assert!(refused.iter().all(|one| matches!(one, Err(Refusal::Rule))));
        for id in 1..=100 {
            assert_eq!(stored(&db, id).await, if id % 3 == 0 { 0 } else { 7 });
        }
    }
}

on_both! {
    async fn a_panic_answers_its_own_caller_only(db) {
        make_tallies(&db, 60).await;
        let mut all = JoinSet::new();

        for id in 1..=60 {
            let db = (*db).clone();
            all.spawn(async move {
                db.write(Lock::Nothing, move |tx| -> Result<(), StoreError> {
                    set(tx, id, 7)?;
                    assert!(id % 20 != 0, "this panic is part of the test");
                    Ok(())
                })
                .await
            });
        }

        let failed: Vec<_> = all.join_all().await.into_iter().filter_map(Result::err).collect();
        assert_eq!(failed.len(), 3);
        assert!(failed.iter().all(|one| matches!(one, StoreError::Panicked)));
        for id in 1..=60 {
            assert_eq!(stored(&db, id).await, if id % 20 == 0 { 0 } else { 7 });
        }
    }
}

on_both! {
    async fn a_full_queue_refuses_and_later_takes_again(db) {
        make_tallies(&db, 1).await;
        let (release, gate) = mpsc::channel::<()>();
        let gate = Arc::new(Mutex::new(gate));
        let holders = if db.is_postgres() { 8 } else { 1 };
        let (arrived, mut arrivals) = tokio::sync::mpsc::unbounded_channel();
        let mut all = JoinSet::new();
        for _ in 0..holders {
            let (db, gate, arrived) = ((*db).clone(), Arc::clone(&gate), arrived.clone());
            all.spawn(async move {
                db.write(Lock::Nothing, move |_| -> Result<(), StoreError> {
                    arrived.send(()).unwrap();
                    // Ends when the other end is dropped.
                    assert!(gate.lock().unwrap().recv().is_err());
                    Ok(())
                })
                .await
            });
        }
        for _ in 0..holders {
            arrivals.recv().await.unwrap();
        }

        for _ in 0..5000 {
            let db = (*db).clone();
            all.spawn(async move { db.write(Lock::Nothing, |_| Ok::<_, StoreError>(())).await });
        }
        let first_answer = all.join_next().await.unwrap().unwrap();
        drop(release);

        assert!(matches!(first_answer, Err(StoreError::Full)), "{first_answer:?}");
        let taken = all.join_all().await.into_iter().filter(Result::is_ok).count();
        assert!(taken >= 4096, "{taken}");
        assert!(db.write(Lock::Nothing, |_| Ok::<_, StoreError>(())).await.is_ok());
    }
}

on_both! {
    async fn a_transaction_is_told_the_time_of_its_clock(db) {
        let later = db.time.get().plus(TimeDelta::days(2));
        db.time.set(later);
        let fixed = db.write(Lock::Nothing, |tx| Ok::<_, StoreError>(tx.now)).await.unwrap();
        let shifted = db
            .with_clock(Clock::Shifted(TimeDelta::days(-10)))
            .write(Lock::Nothing, |tx| Ok::<_, StoreError>(tx.now))
            .await
            .unwrap();

        assert_eq!(fixed, later);
        let off = Clock::System.now().since(shifted) - TimeDelta::days(10);
        assert!(off.abs() < TimeDelta::minutes(1), "{off}");
    }
}

on_both! {
    async fn time_is_read_after_the_lock(db) {
        let round = RoundId::new(make_round(&db).await);
        let db = db.with_clock(Clock::System);
        let (holding, held) = mpsc::channel();
        let holder = {
            let db = db.clone();
            tokio::spawn(async move {
                db.write(Lock::Round(round), move |tx| {
                    holding.send(()).unwrap();
                    std::thread::sleep(std::time::Duration::from_millis(300));
                    Ok::<_, StoreError>(tx.now)
                })
                .await
            })
        };
        tokio::task::spawn_blocking(move || held.recv().unwrap()).await.unwrap();

        let second: Instant = db.write(Lock::RoundShared(round), |tx| Ok::<_, StoreError>(tx.now)).await.unwrap();

        let first = holder.await.unwrap().unwrap();
        assert!(second.since(first) >= TimeDelta::milliseconds(290), "{}", second.since(first));
    }
}

on_both! {
    async fn a_lock_on_a_round_that_does_not_exist_finds_nothing(db) {
        for lock in [Lock::Round(RoundId::new(5)), Lock::RoundShared(RoundId::new(5))] {
            let result = db.write(lock, |_| Ok::<_, StoreError>(())).await;

            assert!(matches!(result, Err(StoreError::NotFound)), "{result:?}");
        }
    }
}

on_both! {
    async fn a_collision_runs_again_three_times(db) {
        if !db.is_postgres() {
            return;
        }
        let collide = |times: u32| {
            let tries = Arc::new(AtomicU32::new(0));
            let counted = Arc::clone(&tries);
            let db = (*db).clone();
            async move {
                let result = db
                    .write(Lock::Nothing, move |tx| -> Result<(), Refusal> {
                        if counted.fetch_add(1, Ordering::SeqCst) < times {
                            tx.batch_execute("do $$ begin raise exception using errcode = '40001'; end $$")
                                .map_err(|_| Refusal::Rule)?;
                        }
                        Ok(())
                    })
                    .await;
                (result.is_ok(), tries.load(Ordering::SeqCst))
            }
        };

        assert_eq!(collide(3).await, (true, 4));
        assert_eq!(collide(9).await, (false, 4));
    }
}

on_both! {
    async fn two_writes_that_wait_for_each_other_both_succeed(db) {
        make_tallies(&db, 2).await;
        let alone = !db.is_postgres();
        let meeting = Arc::new(Barrier::new(2));
        let mut both = JoinSet::new();

        for (first, second) in [(1, 2), (2, 1)] {
            let (db, meeting) = ((*db).clone(), Arc::clone(&meeting));
            // On SQLite one comes after the other and would wait for ever.
            let met = AtomicBool::new(alone);
            both.spawn(async move {
                db.write(Lock::Nothing, move |tx| -> Result<(), StoreError> {
                    add_one(tx, first)?;
                    if !met.swap(true, Ordering::SeqCst) {
                        meeting.wait();
                    }
                    add_one(tx, second)
                })
                .await
            });
        }

        let failed: Vec<_> = both.join_all().await.into_iter().filter_map(Result::err).collect();
        assert!(failed.is_empty(), "{failed:?}");
        assert_eq!((stored(&db, 1).await, stored(&db, 2).await), (2, 2));
    }
}

fn add_one(conn: &mut Conn, id: i64) -> Result<(), StoreError> {
    diesel::update(tallies::table.find(id)).set(tallies::value.eq(tallies::value + 1)).execute(conn)?;
    Ok(())
}

on_both! {
    async fn a_swallowed_error_is_never_answered_as_a_success_that_was_undone(db) {
        make_tallies(&db, 2).await;

        let result = db
            .write(Lock::Nothing, |tx| -> Result<(), StoreError> {
                set(tx, 1, 7)?;
                drop(set(tx, 2, -1));
                Ok(())
            })
            .await;

        // SQLite goes on after a refused statement, PostgreSQL has undone everything.
        assert_eq!(stored(&db, 1).await, if result.is_ok() { 7 } else { 0 });
        assert_eq!(result.is_err(), db.is_postgres());
    }
}

on_both! {
    async fn a_dropped_caller_does_not_cancel_the_write(db) {
        make_tallies(&db, 1).await;
        let (written, done) = mpsc::channel();

        {
            let future = db.write(Lock::Nothing, move |tx| {
                set(tx, 1, 7)?;
                written.send(()).unwrap();
                Ok::<_, StoreError>(())
            });
            let waited = tokio::time::timeout(std::time::Duration::ZERO, future).await;
            drop(waited);
        }
        tokio::task::spawn_blocking(move || done.recv().unwrap()).await.unwrap();
        db.close().await;

        let other = db.with_clock(Clock::System);
        assert_eq!(stored(&other, 1).await, 7);
    }
}

on_both! {
    async fn closing_finishes_what_is_queued_and_takes_no_more(db) {
        make_tallies(&db, 1).await;
        let mut all = JoinSet::new();
        for _ in 0..200 {
            let db = (*db).clone();
            all.spawn(async move {
                db.write(Lock::Nothing, |tx| -> Result<(), StoreError> {
                    diesel::update(tallies::table).set(tallies::value.eq(tallies::value + 1)).execute(tx.conn)?;
                    Ok(())
                })
                .await
            });
        }
        assert!(all.join_next().await.unwrap().unwrap().is_ok());

        db.close().await;

        let kept = all.join_all().await.into_iter().filter(Result::is_ok).count();
        let late = db.write(Lock::Nothing, |_| Ok::<_, StoreError>(())).await;
        assert!(matches!(late, Err(StoreError::Stopped)));
        assert!(matches!(db.ready().await, Err(StoreError::Stopped)));
        let other = db.with_clock(Clock::System);
        assert_eq!(stored(&other, 1).await, i64::try_from(kept).unwrap() + 1);
    }
}
