//! How long a session holds.

use allmende::domain::ids::AccountId;
use chrono::TimeDelta;

use super::sign_in::disable;
use crate::harness::app::TestApp;
use crate::harness::client::Client;

fn is_signed_in(client: &Client) -> bool {
    let answer = client.get("/de/sign-in");
    assert!(matches!(answer.status, 200 | 303), "{}: {}", answer.status, answer.body);
    answer.status == 303
}

/// Uses the session again and again; whether it held to the end.
fn work(app: &TestApp, client: &Client, span: TimeDelta) -> bool {
    let end = app.time.get().plus(span);
    while app.time.get() < end {
        app.time.set(app.time.get().plus(TimeDelta::minutes(55)));
        if !is_signed_in(client) {
            return false;
        }
    }
    true
}

on_both! {
    async fn a_session_ends_after_an_hour_without_use(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.signed_in();

        app.time.set(app.time.get().plus(TimeDelta::minutes(59)));
        assert!(is_signed_in(&client));
        app.time.set(app.time.get().plus(TimeDelta::minutes(60)));
        assert!(!is_signed_in(&client));
    }
}

on_both! {
    async fn a_session_ends_after_twelve_hours_of_use(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.signed_in();

        assert!(work(&app, &client, TimeDelta::minutes(13 * 55)));
        app.time.set(app.time.get().plus(TimeDelta::minutes(5)));
        assert!(!is_signed_in(&client));
    }
}

on_both! {
    async fn a_disabled_account_is_out_at_once(database) {
        let app = TestApp::start(database).await;
        let account: AccountId = app.administrator("ada@example.org").await;
        let client = app.signed_in();

        disable(&app, account).await;

        assert!(!is_signed_in(&client));
    }
}

on_both! {
    async fn a_session_outlives_a_restart(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let token = app.signed_in().cookie("office").unwrap();

        let app = app.restart().await;

        let client = app.client();
        client.set_cookie("office", &token);
        assert!(is_signed_in(&client));
    }
}
