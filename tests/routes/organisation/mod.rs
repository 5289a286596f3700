//! The organisation's settings, and what of them stands on every page.

mod barriers;
mod departments;
mod everywhere;
mod look;
mod parts;
mod questions;

use crate::harness::app::TestApp;
use crate::harness::client::Client;
use crate::harness::databases::TestDatabase;

/// An application with an administrator who is signed in.
async fn office(database: TestDatabase) -> (TestApp, Client) {
    let app = TestApp::start(database).await.with_administrator().await;
    let client = app.signed_in();
    (app, client)
}

/// The address of a part.
fn part(name: &str) -> String {
    format!("/en/office/organisation/{name}")
}

/// Saves a part that must be taken.
fn save(client: &Client, name: &str, fields: &[(&str, &str)]) {
    let answer = client.submit(&part(name), fields);
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some(&*format!("{}?saved=1", part(name)))),
        "{}",
        answer.body
    );
}
