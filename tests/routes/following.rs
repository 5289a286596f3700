//! Following by pages and mails: an address is asked for, its mailbox says yes, and one click stops all.

use allmende::domain::email::Email;
use allmende::store::followers::{count_followed, find_follower};
use allmende::store::schema::{accounts, follow_requests, mails, rounds};
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;

use super::stage::Stage;
use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{collect, proposal, propose, take_back};

const NINA: &str = "nina@example.org";

/// How many things an address follows.
async fn followed(app: &TestApp, email: &str) -> i64 {
    let email = Email::parse(email).unwrap();
    let count = app.db.read(move |conn| match find_follower(conn, &email)? {
        Some(follower) => count_followed(conn, follower.id),
        None => Ok::<_, StoreError>(0),
    });
    count.await.unwrap()
}

async fn mails_to(app: &TestApp, email: &'static str) -> Vec<String> {
    let read = app.db.read(move |conn| {
        let own = mails::table.filter(mails::recipient.eq(email)).order(mails::id).select(mails::message);
        own.load::<String>(conn).map_err(StoreError::from)
    });
    read.await.unwrap()
}

async fn asked(app: &TestApp) -> i64 {
    let read = app.db.read(|conn| follow_requests::table.count().get_result(conn).map_err(StoreError::from));
    read.await.unwrap()
}

fn follow(client: &Client, email: &str, number: &str) -> Answer {
    client.submit("/en/follow", &[("round", "lindenau"), ("proposal", number), ("email", email)])
}

/// Follows a round with an address and confirms; the token of the link in the mails.
async fn following(app: &TestApp, email: &'static str) -> String {
    let client = app.client();
    assert_eq!(follow(&client, email, "").status, 303);
    let token = app.mail_secret("confirm_follow", email).await.token().to_owned();
    let done = client.submit("/en/follow/confirm", &[("token", &token)]);
    assert_eq!(done.status, 200, "{}", done.body);
    let link = done.body.split("/en/following?token=").nth(1).unwrap();
    link.split('"').next().unwrap().to_owned()
}

fn one_click(client: &Client, token: &str, body: &str) -> Answer {
    let form = [("content-type", "application/x-www-form-urlencoded")];
    client.send("POST", &format!("/unsubscribe?language=en&token={token}"), &form, Some(body.as_bytes().to_vec()))
}

on_both! {
    async fn a_proposal_is_followed_once_its_mailbox_says_yes_and_not_before(database) {
        let stage = Stage::new(database).await;
        let (app, client) = (&stage.app, stage.app.client());
        collect(app, stage.id()).await;
        let (number, _) = propose(app, stage.id(), proposal("Benches", "Five of them.")).await;
        let page = client.get(&format!("/en/rounds/lindenau/proposals/{}", number.padded()));
        assert!(page.text("main").contains("Tell me what becomes of this"), "{}", page.body);

        let sent = follow(&client, " Nina@Example.ORG ", &number.value().to_string());

        assert_eq!(sent.status, 303, "{}", sent.body);
        assert!(client.get(sent.header("location").unwrap()).text("h1").contains("Look into your mailbox"));
        assert_eq!((mails_to(app, NINA).await, asked(app).await), (vec!["confirm_follow".to_owned()], 1));
        let token = app.mail_secret("confirm_follow", NINA).await.token().to_owned();
        let link = format!("/en/follow/confirm?token={token}");
        for _ in 0..2 {
            assert!(client.get(&link).text("main").contains("n…@example.org"), "a scanner opens the link");
        }
        assert_eq!(followed(app, NINA).await, 0, "and nothing happens");
        for _ in 0..2 {
            let done = client.submit("/en/follow/confirm", &[("token", &token)]);
            assert_eq!((done.status, done.text("h1").trim().to_owned()), (200, "You follow this".to_owned()));
        }
        assert_eq!(followed(app, NINA).await, 1);
        app.time.set(app.time.get().plus(TimeDelta::days(8)));
        assert_eq!(app.client().get(&link).status, 410, "the link has run out");
    }
}

on_both! {
    async fn nobody_learns_from_the_answer_who_follows(database) {
        let stage = Stage::new(database).await;
        following(&stage.app, NINA).await;
        stage.app.member("bea@example.org").await;

        let answers = [NINA, "bea@example.org", "nobody@example.org"].map(|email| {
            let client = stage.app.client();
            let sent = follow(&client, email, "");
            let next = sent.header("location").unwrap().to_owned();
            (sent.status, next.clone(), client.get(&next).body)
        });

        assert!(answers.iter().all(|answer| *answer == answers[0]));
        for (email, many) in [(NINA, 2), ("bea@example.org", 1), ("nobody@example.org", 1)] {
            assert_eq!(mails_to(&stage.app, email).await.len(), many, "{email}: each mailbox is asked");
        }
        assert_eq!(followed(&stage.app, "bea@example.org").await, 0);
    }
}

on_both! {
    async fn m9_one_click_stops_one_persons_mails_and_opening_the_link_stops_nothing(database) {
        let stage = Stage::new(database).await;
        let (nina, bea) = (following(&stage.app, NINA).await, following(&stage.app, "bea@example.org").await);
        let program = stage.app.client();

        let opened = program.get(&format!("/unsubscribe?language=en&token={nina}"));
        assert_eq!(opened.header("location"), Some(&*format!("/en/following?token={nina}")));
        assert!(program.get(&format!("/en/following?token={nina}")).text("main").contains("Lindenau entscheidet"));
        assert_eq!(followed(&stage.app, NINA).await, 1, "opening stops nothing");
        for (token, body, status) in [
            (nina.as_str(), "", 400),
            (nina.as_str(), "List-Unsubscribe=Two-Clicks", 400),
            ("a.b.c", "List-Unsubscribe=One-Click", 404),
            ("", "List-Unsubscribe=One-Click", 404),
        ] {
            assert_eq!(one_click(&program, token, body).status, status, "{token} {body}");
        }
        assert_eq!(followed(&stage.app, NINA).await, 1);

        // Mail programs may send either kind of form.
        let part = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        let parts = [("content-type", "multipart/form-data; boundary=b")];
        let carol = following(&stage.app, "carol@example.org").await;
        let path = format!("/unsubscribe?language=en&token={carol}");
        assert_eq!(program.send("POST", &path, &parts, Some(part.as_bytes().to_vec())).status, 200);
        assert_eq!(followed(&stage.app, "carol@example.org").await, 0);
        for _ in 0..2 {
            assert_eq!(one_click(&program, &nina, "List-Unsubscribe=One-Click").status, 200);
        }

        assert_eq!((followed(&stage.app, NINA).await, followed(&stage.app, "bea@example.org").await), (0, 1));
        assert!(program.get(&format!("/en/following?token={nina}")).text("main").contains("You follow nothing."));
        assert!(!program.get(&format!("/en/following?token={bea}")).text("main").contains("You follow nothing."));
    }
}

on_both! {
    async fn whoever_is_signed_in_follows_by_one_press_and_stops_by_one(database) {
        let stage = Stage::new(database).await;
        let app = &stage.app;
        app.member(NINA).await;
        let client = app.client();
        assert_eq!(client.sign_in(NINA, crate::harness::app::PASSWORD).status, 303);
        assert!(client.get("/en/rounds/lindenau").text("main").contains("the address of your account"));
        let before = mails_to(app, NINA).await;

        let pressed = client.submit("/en/follow", &[("round", "lindenau")]);

        assert_eq!(pressed.header("location"), Some("/en/following?done=follows"), "{}", pressed.body);
        assert!(client.get("/en/rounds/lindenau").text("main").contains("You follow this."));
        let page = client.get("/en/following");
        assert!(page.text("main").contains("Lindenau entscheidet"));
        assert_eq!(mails_to(app, NINA).await, before, "the address of an account is confirmed");
        assert_eq!(client.submit("/en/following", &[("act", "language"), ("language", "de")]).status, 303);
        assert!(client.get("/en/following").body.contains("value=\"de\" checked"));
        let id = page.value("id").unwrap();
        let stopped = client.submit("/en/following", &[("act", "stop"), ("id", &id)]);
        assert!(client.get(stopped.header("location").unwrap()).text("main").contains("Stopped."));
        assert_eq!(followed(app, NINA).await, 0);
    }
}

on_both! {
    async fn an_account_without_an_address_is_led_to_add_one(database) {
        let stage = Stage::new(database).await;
        let account = stage.app.member(NINA).await;
        let client = stage.app.client();
        assert_eq!(client.sign_in(NINA, crate::harness::app::PASSWORD).status, 303);
        let taken = stage.app.db.write(Lock::Nothing, move |tx| {
            let own = accounts::table.find(account.value());
            let without = (accounts::email.eq(None::<String>), accounts::personnel_mac.eq(Some(vec![7_u8; 32])));
            diesel::update(own).set(without).execute(tx.conn).map_err(StoreError::from)
        });
        taken.await.unwrap();

        let pressed = client.submit("/en/follow", &[("round", "lindenau")]);

        assert_eq!(pressed.status, 422);
        for page in [pressed, client.get("/en/rounds/lindenau"), client.get("/en/follow?round=lindenau")] {
            let text = page.text("main");
            assert!(text.contains("Your account has no e-mail address yet."), "{text}");
            assert!(page.body.contains("/en/account/address") && !text.contains("Follow by e-mail"), "{text}");
        }
        assert!(client.get("/en/following").text("main").contains("You follow nothing."));
        assert_eq!(followed(&stage.app, NINA).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mailbox_is_not_flooded_and_what_was_typed_stays() {
    let stage = Stage::new(TestDatabase::sqlite()).await;
    let client = stage.app.client();
    for _ in 0..5 {
        assert_eq!(follow(&client, NINA, "").status, 303);
    }

    let full = follow(&client, NINA, "");

    assert_eq!((full.status, full.header("retry-after").is_some()), (429, true));
    assert_eq!(full.value("email"), Some(NINA.to_owned()));
    assert_eq!(mails_to(&stage.app, NINA).await.len(), 5);
    assert_eq!(follow(&client, "bea@example.org", "").status, 303, "others are asked");
    for (email, number, status) in [("nonsense", "", 422), (NINA, "999", 422), ("bea@example.org", "x", 422)] {
        assert_eq!(follow(&client, email, number).status, status, "{email} {number}");
    }
}

on_both! {
    async fn a_link_leads_to_nothing_once_nothing_can_become_of_it(database) {
        let stage = Stage::new(database).await;
        let (app, client) = (&stage.app, stage.app.client());
        collect(app, stage.id()).await;
        let (number, code) = propose(app, stage.id(), proposal("Benches", "Five of them.")).await;
        assert_eq!(follow(&client, NINA, &number.value().to_string()).status, 303);
        assert_eq!(follow(&client, "bea@example.org", "").status, 303);
        let of_proposal = app.mail_secret("confirm_follow", NINA).await.token().to_owned();
        let of_round = app.mail_secret("confirm_follow", "bea@example.org").await.token().to_owned();

        take_back(app, &code).await;
        assert_eq!(client.submit("/en/follow/confirm", &[("token", &of_proposal)]).status, 410);
        assert_eq!(follow(&client, NINA, &number.value().to_string()).status, 422, "nor is it asked for any more");
        let archive = app.db.write(Lock::Nothing, |tx| {
            let now = tx.now.to_utc();
            diesel::update(rounds::table).set(rounds::archived_at.eq(now)).execute(tx.conn).map_err(StoreError::from)
        });
        archive.await.unwrap();
        assert_eq!(client.submit("/en/follow/confirm", &[("token", &of_round)]).status, 410);
        assert!(!client.get("/en/rounds/lindenau").text("main").contains("Tell me what becomes of this"));
        assert_eq!((followed(app, NINA).await, followed(app, "bea@example.org").await), (0, 0));
    }
}
