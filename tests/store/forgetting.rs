//! Deleting an account finds what belongs to it by an index, however much others left.

use allmende::domain::email::Email;
use allmende::domain::ids::AccountId;
use allmende::store::accounts::delete_actor_ref;
use allmende::store::mails::delete_mails_to;
use allmende::store::sign_ins::delete_sign_ins_of;
use allmende::store::{Conn, Lock, StoreError};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::plans;
use crate::harness::databases::TestDatabase;

/// 20,000 accounts, each with a mail, a sign-in by mail and a name in the record.
async fn fill(database: &TestDatabase) {
    const ROWS: &str = "\
        insert into accounts (id, email, display_name, language, created_at, used_on) \
        select i, i || '@example.org', '', 'de', '2027-01-01 00:00:00', '2027-01-01' from (NUMBERS) as numbers;
        insert into actors (actor_ref, account_id) select 'office:' || i, i from (NUMBERS) as numbers;
        insert into mails (message, language, recipient, parameters, message_id, state, run_after, tries, created_at) \
        select 'password_set', 'de', i || '@example.org', '{}', 'mail-' || i, 'sent', '2027-01-01 00:00:00', 1, \
        '2027-01-01 00:00:00' from (NUMBERS) as numbers;
        insert into sign_ins (handle, email, link_hash, digits_mac, tries, created_at, expires_at) \
        select 'handle-' || i, i || '@example.org', cast('link-' || i as BYTES), cast('digits' as BYTES), 0, \
        '2027-01-01 00:00:00', '2027-01-01 00:15:00' from (NUMBERS) as numbers;";
    const NUMBERS: &str =
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) select i from n";
    // A server looks at its tables by itself, in its own time; a file is used as it is.
    let (bytes, after) = if database.is_postgres() { ("bytea", "analyze") } else { ("blob", "") };
    let sql = format!("{ROWS}{after}").replace("NUMBERS", NUMBERS).replace("BYTES", bytes);
    database.write(Lock::Nothing, move |tx| Ok::<_, StoreError>(tx.batch_execute(&sql)?)).await.unwrap();
}

fn forget(conn: &mut Conn) {
    let email = Email::parse("777@example.org").unwrap();
    delete_mails_to(conn, &email).unwrap();
    delete_sign_ins_of(conn, &email).unwrap();
    delete_actor_ref(conn, AccountId::new(777)).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_finds_what_goes_with_an_account_by_an_index() {
    let database = TestDatabase::sqlite();
    fill(&database).await;

    let write = database.write(Lock::Nothing, |tx| Ok::<_, StoreError>(plans(tx, forget).concat()));
    let steps = write.await.unwrap();

    assert_eq!(steps.len(), 3, "{steps:?}");
    assert!(steps.iter().all(|step| step.starts_with("SEARCH")), "{steps:?}");
}

#[derive(QueryableByName)]
struct ReadThrough {
    #[diesel(sql_type = Text)]
    relname: String,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_finds_what_goes_with_an_account_by_an_index() {
    let Some(database) = TestDatabase::postgres() else { return };
    fill(&database).await;

    let write = database.write(Lock::Nothing, |tx| {
        forget(tx);
        let sql = "select relname::text from pg_stat_xact_user_tables where seq_tup_read > 0";
        Ok::<_, StoreError>(diesel::sql_query(sql).load::<ReadThrough>(&mut *tx.conn)?)
    });
    let read_through: Vec<String> = write.await.unwrap().into_iter().map(|table| table.relname).collect();

    assert_eq!(read_through, [""; 0]);
}
