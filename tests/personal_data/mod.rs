//! The daily deletion: each rule takes what has had its time and nothing else, and the record says how much.

mod accounts;
mod archive;
mod document;
mod made;
mod rows;

use allmende::jobs::delete_personal_data;
use allmende::store::StoreError;
use allmende::store::schema::entries;
use diesel::prelude::*;
use serde_json::Value;

use crate::harness::rounds::TestApp;

/// Runs the deletion once, on the next night at the earliest.
async fn run_deletion(app: &TestApp) {
    assert!(delete_personal_data(app).await.unwrap(), "it was not due");
}

/// What the record says was deleted, one set of counts for each line.
async fn deletions(app: &TestApp) -> Vec<Value> {
    let read = app.db.read(|conn| {
        let of_act = entries::table.filter(entries::act.eq("personal_data_deleted")).order(entries::at);
        of_act.select(entries::body).load::<String>(conn).map_err(StoreError::from)
    });
    let details = |body: &String| serde_json::from_str::<Value>(body).unwrap()["details"].clone();
    read.await.unwrap().iter().map(details).collect()
}
