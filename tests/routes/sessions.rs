//! S7: how long a session holds, and that one that has ended has ended everywhere.

use std::sync::Arc;

use allmende::app::App;
use allmende::domain::ids::AccountId;
use allmende::secrecy::password::PasswordCost;
use allmende::store::Clock;
use allmende::web::server::Server;
use allmende::web::site::Occasion;
use chrono::TimeDelta;

use super::sign_in::disable;
use crate::harness::app::{ADMINISTRATOR, PASSWORD, TestApp};
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

/// A second process that serves the same installation.
async fn beside(app: &TestApp) -> (Arc<App>, Server) {
    let clock = Clock::Fixed(app.time.clone());
    let other = Arc::new(App::open_with(app.app.config.clone(), clock, PasswordCost::LOWEST).await.unwrap());
    let server = Server::start(Arc::clone(&other), Occasion::Live).unwrap();
    (other, server)
}

on_both! {
    async fn what_ends_a_session_ends_it_in_all_processes_with_the_next_request(database) {
        let app = TestApp::start(database).await;
        let (other, server) = beside(&app).await;
        let ends = ["signing out", "signing out elsewhere", "another password", "closing the account"];

        for (place, end) in ends.into_iter().enumerate() {
            let email = format!("ada{place}@example.org");
            let account = app.administrator(&email).await;
            let [here, mine] = [app.client(), app.client()];
            app.enter(&here, &email).await;
            app.enter(&mine, &email).await;
            let there = Client::new(Arc::clone(&other), server.address());
            there.set_cookie("office", &here.cookie("office").unwrap());
            assert!(is_signed_in(&here) && is_signed_in(&there), "{end}");
            match end {
                "signing out" => assert_eq!(here.submit("/de/sign-out", &[]).status, 303),
                "signing out elsewhere" => assert_eq!(mine.submit("/de/account/sessions", &[]).status, 303),
                "another password" => {
                    let fields = [("password", "four words by the river")];
                    assert_eq!(mine.submit("/de/account/password", &fields).status, 303);
                }
                _ => disable(&app, account).await,
            }
            assert!(!is_signed_in(&there), "{end}");
        }
        server.stop().await;
        other.db.close().await;
    }
}

on_both! {
    async fn a_session_that_a_stranger_chose_becomes_nobodys(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let stranger = app.client();
        let chosen = allmende::secrecy::SessionToken::new([9; 32]).to_cookie().as_str().to_owned();

        for known in [chosen, app.signed_in().cookie("office").unwrap()] {
            let victim = app.client();
            victim.set_cookie("office", &known);
            app.enter(&victim, ADMINISTRATOR).await;

            assert_ne!(victim.cookie("office"), Some(known.clone()));
            stranger.set_cookie("office", &known);
            assert!(!is_signed_in(&stranger), "the token from before the sign-in is good for nothing");
            assert!(is_signed_in(&victim));
        }
    }
}

on_both! {
    async fn the_second_factor_brings_another_token(database) {
        let app = TestApp::start(database).await;
        let account = app.administrator(ADMINISTRATOR).await;
        let client = app.client();
        assert_eq!(client.sign_in(ADMINISTRATOR, PASSWORD).status, 303);
        let before = client.cookie("office").unwrap();
        let code = app.telephone_code(account).await;

        assert_eq!(client.submit("/de/sign-in/second-factor", &[("code", &code)]).status, 303);

        assert_ne!(client.cookie("office").unwrap(), before);
        let old = app.client();
        old.set_cookie("office", &before);
        assert!(!is_signed_in(&old), "what was seen before the second factor opens nothing after it");
    }
}
