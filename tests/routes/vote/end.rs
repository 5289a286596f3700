//! The end of voting when two clocks disagree: the one of the transaction decides on a cast, not the one of the process.

use allmende::store::{Clock, Db, Lock, StoreError, Tx};
use chrono::TimeDelta;
use diesel::connection::SimpleConnection;

use super::casting::close_at;
use super::{Booth, choices, hidden};
use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;

/// Gives the server a clock that can be set: a function of the same name that is found before its own.
const A_CLOCK_THAT_CAN_BE_SET: &str = "
    create schema moved;
    create table moved.clock (span interval not null);
    insert into moved.clock values ('0 minutes');
    create function moved.clock_timestamp() returns timestamptz language sql as
        'select pg_catalog.clock_timestamp() + span from moved.clock';
    do $$ begin
        execute format('alter database %I set search_path = moved, pg_catalog, public', current_database());
    end $$";

/// A round in voting on the machine's clock, on a server whose clock is so many minutes ahead.
async fn booth(minutes: i64) -> Option<Booth> {
    let database = TestDatabase::postgres()?;
    let set_up = |tx: &mut Tx<'_>| tx.conn.batch_execute(A_CLOCK_THAT_CAN_BE_SET).map_err(StoreError::from);
    database.write(Lock::Nothing, set_up).await.unwrap();
    set_the_servers_clock(&database, minutes).await;
    database.time.set(Clock::System.now());
    Some(Booth::on(TestApp::start_on_the_clock(database).await, |_| {}).await)
}

async fn set_the_servers_clock(db: &Db, minutes: i64) {
    let sql = format!("update moved.clock set span = '{minutes} minutes'");
    let set = move |tx: &mut Tx<'_>| tx.conn.batch_execute(&sql).map_err(StoreError::from);
    db.write(Lock::Nothing, set).await.unwrap();
}

async fn close_in(booth: &Booth, minutes: i64) {
    close_at(booth, Clock::System.now().plus(TimeDelta::minutes(minutes))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ballot_that_is_late_by_this_clock_only_is_cast() {
    let Some(booth) = booth(-30).await else { return };
    let voter = booth.round.a_voter().await;
    let client = booth.enter(&voter);
    let form = booth.checked(&client, &[("p1", "2")]);
    close_in(&booth, -10).await;

    let checked = booth.send(&client, "/check", &form);
    let mut broken = form.clone();
    broken.push(("p2".to_owned(), "5".to_owned()));
    let too_much = booth.send(&client, "/cast", &broken);
    let cast = booth.send(&client, "/cast", &form);

    assert_eq!((checked.status, checked.text("h1").as_str()), (409, "Voting has ended"), "by this process's clock");
    assert_eq!((too_much.status, too_much.text("h1").as_str()), (409, "Voting has ended"), "nothing that can be cast");
    assert_eq!(
        (cast.status, cast.header("location")),
        (303, Some(booth.at("/receipt").as_str())),
        "{}",
        cast.text("main")
    );
    assert_eq!(booth.round.participation(&voter).await.unwrap().cast_number.value(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ballot_that_is_late_by_the_servers_clock_only_is_not_cast() {
    let Some(booth) = booth(0).await else { return };
    let voter = booth.round.a_voter().await;
    let client = booth.enter(&voter);
    let form = booth.checked(&client, &[("p1", "2")]);
    set_the_servers_clock(&booth.app.db, 30).await;
    close_in(&booth, 10).await;

    let checked = booth.send(&client, "/check", &form);
    let cast = booth.send(&client, "/cast", &form);

    assert_eq!((checked.status, choices(&hidden(&checked, "form#cast"))), (200, vec![("p1", "2")]));
    assert_eq!((cast.status, cast.text("h1").as_str()), (409, "Voting has ended"));
    assert!(cast.text(".note").starts_with("Your choice was not cast."), "{}", cast.text(".note"));
    assert_eq!(booth.round.participation(&voter).await, None);
}
