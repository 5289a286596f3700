//! What is served outside a language, tried by everybody: with a browser, and by programs with a token of each account.

use allmende::domain::api_token::{TokenId, TokenName, TokenScope};
use allmende::domain::ids::AccountId;
use allmende::domain::permission::{Actor, Scope, require};
use allmende::secrecy::randomness::draw;
use allmende::secrecy::token::NewApiToken;
use allmende::store::Lock;
use allmende::store::api_tokens::{NewApiTokenRow, insert_api_token};
use allmende::web::routes::{OUTSIDE, OpenTo, Takes, UNSUBSCRIBE};
use chrono::TimeDelta;

use super::{Trier, everybody};
use crate::harness::app::TestApp;
use crate::harness::rounds::live;
use crate::routes::stage::{Stage, publish};

/// A token of an account, as the office makes it.
async fn token_of(app: &TestApp, account: AccountId, scope: TokenScope) -> String {
    let now = app.time.get();
    let new = NewApiToken {
        id: TokenId::new(draw().unwrap()),
        account,
        issued_at: now,
        expires_at: now.plus(TimeDelta::days(1)),
    };
    let name = TokenName::parse("a program").unwrap();
    let row = NewApiTokenRow { id: new.id, account, name, scope, expires_at: new.expires_at };
    app.db.write(Lock::Nothing, move |tx| insert_api_token(tx, &row, now)).await.unwrap();
    app.keys.installation().sign_api_token("http://127.0.0.1:8080", &new).unwrap()
}

/// Status and code of what a program is told.
async fn as_program(app: &TestApp, path: &str, by: &Trier, scope: TokenScope) -> Option<(u16, Option<String>)> {
    let token = token_of(app, by.account?, scope).await;
    let answer = app.client().send("GET", path, &[("authorization", &format!("Bearer {token}"))], None);
    Some((answer.status, answer.header("x-error-code").map(str::to_owned)))
}

on_both! {
    async fn s1_what_is_served_outside_a_language_answers_everybody_as_the_table_says(database) {
        let stage = Stage::new(database).await;
        let app = &stage.app;
        let logo = app.put_up_logo().await;
        let elsewhere = publish(app, live("elsewhere", app.time.get())).await.round.id;
        let all = everybody(app, stage.round.round.id, elsewhere).await;
        let home = app.client().get("/en").body;
        let asset = home.split('"').find(|text| text.starts_with("/assets/")).unwrap();
        let mut wrong = Vec::new();

        for (pattern, takes, open_to) in OUTSIDE {
            // Mail programs send a form there, from no page of ours; `routes::following` tries it.
            let takes_form = *pattern == UNSUBSCRIBE;
            assert_eq!(*takes == Takes::Page, !takes_form, "{pattern}: forms are sent below a language only");
            let (path, wanted) = match *pattern {
                "/assets/{name}" => (asset, 200),
                "/files/{name}" => (logo.as_str(), 200),
                rest if rest.ends_with("/{rest:.*}") => ("/office/people", 302),
                first if first.starts_with("/{first") => ("/office", 302),
                "/" | UNSUBSCRIBE => (*pattern, 302),
                plain => (plain, 200),
            };
            for by in &all {
                let mut tried = vec![("POST", by.client.submit(path, &[]).status, if takes_form { 400 } else { 405 })];
                let browser = by.client.get(path);
                match *open_to {
                    OpenTo::Everybody => tried.push(("GET", browser.status, wanted)),
                    OpenTo::Program(scope, permission) => {
                        tried.push(("GET without a token", browser.status, 401));
                        let may = by.signed_in && by.account.is_some_and(|account| {
                            require(Actor::Office(account), &by.grants, permission, Scope::Organisation).is_ok()
                        });
                        if let Some((status, code)) = as_program(app, path, by, scope).await {
                            let lacks_role = code.as_deref().is_some_and(|code| code.starts_with("role_"));
                            assert_eq!(lacks_role, !may, "{path} as {}: {code:?}", by.name);
                            tried.push(("GET with a token", status, if may { 200 } else { 403 }));
                        }
                    }
                }
                let odd = tried.into_iter().filter(|(_, found, wanted)| found != wanted);
                wrong.extend(odd.map(|(how, found, wanted)| format!("{how} {path} as {}: {found}, not {wanted}", by.name)));
            }
        }

        assert_eq!(wrong, [""; 0]);
    }
}
