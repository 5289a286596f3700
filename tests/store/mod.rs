//! The database core, on both databases.

mod forgetting;
mod open;
mod proposals;
mod read;
mod record;
mod scratch;
mod undone;
mod write;

use std::sync::{Arc, Mutex};

use allmende::store::Conn;
use diesel::connection::InstrumentationEvent;
use diesel::prelude::*;
use diesel::sql_types::Text;

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

/// How SQLite goes about each statement that the closure runs.
fn plans(conn: &mut Conn, run: impl FnOnce(&mut Conn)) -> Vec<Vec<String>> {
    let statements = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&statements);
    conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            seen.lock().unwrap().push(query.to_string());
        }
    });
    run(conn);
    conn.set_instrumentation(|_: InstrumentationEvent<'_>| {});
    let statements = statements.lock().unwrap().clone();
    let plan = |statement: &String| {
        let sql = statement.split(" -- binds").next().unwrap();
        let steps: Vec<Step> = diesel::sql_query(format!("explain query plan {sql}")).load(conn).unwrap();
        steps.into_iter().map(|step| step.detail).collect()
    };
    statements.iter().map(plan).collect()
}
