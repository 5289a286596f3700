//! `db.read`: one snapshot, no writing, and no hold on those who write.

use std::sync::mpsc;
use std::time::Duration;

use allmende::store::{Lock, StoreError};

use super::scratch::{make_tallies, set, stored, value};

on_both! {
    async fn a_snapshot_sees_no_later_write_and_holds_up_none(db) {
        make_tallies(&db, 1).await;
        let (has_begun, begun) = mpsc::channel();
        let (go_on, going_on) = mpsc::channel();
        let reader = {
            let db = (*db).clone();
            tokio::spawn(async move {
                db.read(move |conn| {
                    let before = value(conn, 1)?;
                    has_begun.send(()).unwrap();
                    going_on.recv_timeout(Duration::from_secs(20)).unwrap();
                    Ok::<_, StoreError>((before, value(conn, 1)?))
                })
                .await
            })
        };
        tokio::task::spawn_blocking(move || begun.recv().unwrap()).await.unwrap();

        db.write(Lock::Nothing, |tx| set(tx, 1, 7)).await.unwrap();
        go_on.send(()).unwrap();

        assert_eq!(reader.await.unwrap().unwrap(), (0, 0));
        assert_eq!(stored(&db, 1).await, 7);
    }
}

on_both! {
    async fn a_read_cannot_write(db) {
        make_tallies(&db, 1).await;

        let result = db.read(|conn| set(conn, 1, 7)).await;

        assert!(matches!(result, Err(StoreError::ReadOnly)), "{result:?}");
        assert_eq!(stored(&db, 1).await, 0);
    }
}

on_both! {
    async fn a_panic_in_a_read_leaves_the_others_alone(db) {
        make_tallies(&db, 1).await;

        for _ in 0..10 {
            let result = db.read(|_| -> Result<(), StoreError> { panic!("this panic is part of the test") }).await;
            assert!(matches!(result, Err(StoreError::Panicked)), "{result:?}");
        }

        assert_eq!(stored(&db, 1).await, 0);
        assert!(db.ready().await.is_ok());
    }
}
