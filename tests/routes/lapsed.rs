//! A form of the office that comes when its session has ended is kept beside the sign-in and sent again by hand; no
//! other site can make use of that.

use allmende::actions::people::take_role;
use allmende::domain::email::Email;
use allmende::domain::ids::AccountId;
use allmende::domain::permission::Actor;
use allmende::domain::role::{Grant, Role};
use allmende::domain::schedule::Phase;
use allmende::store::accounts::find_account_by_email;
use allmende::web::routes::{SERVED, Takes};
use chrono::TimeDelta;
use scraper::{Html, Selector};

use super::stage::{Stage, TITLE};
use crate::harness::app::{ADMINISTRATOR, PASSWORD, TestApp};
use crate::harness::client::{Answer, Client};

const CLOSE: &str = "/en/office/rounds/lindenau/close";
const SETTINGS: &str = "/en/office/organisation/texts";
const SIGN_IN: &str = "/en/sign-in";
const SECOND_FACTOR: &str = "/en/sign-in/second-factor";
const REASON: &str = "The letters came late; \"late\" & <later>.\r\nSecond line: ü.";

pub(super) type Pairs = Vec<(String, String)>;

fn pairs(fields: &[(&str, &str)]) -> Pairs {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The hidden fields of the form that goes to an address, with line ends as a browser sends them.
pub(super) fn hidden(page: &Answer, action: &str) -> Pairs {
    let html = Html::parse_document(&page.body);
    let selector = Selector::parse(&format!("form[action=\"{action}\"] input[type=hidden]")).unwrap();
    let field = |input: scraper::ElementRef<'_>| {
        let value = input.attr("value").unwrap().replace("\r\n", "\n").replace('\n', "\r\n");
        (input.attr("name").unwrap().to_owned(), value)
    };
    html.select(&selector).map(field).collect()
}

/// Fills in the form that goes to an address and sends it, with what it carries unseen.
pub(super) fn send(client: &Client, page: &Answer, action: &str, typed: &[(&str, &str)]) -> Answer {
    let all = [hidden(page, action), pairs(typed)].concat();
    let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post(action, &all)
}

/// Signs in beside a kept form: with the password, and if that was right with the code of the telephone.
async fn sign_in(app: &TestApp, client: &Client, page: &Answer, password: &str) -> Answer {
    let answer = send(client, page, SIGN_IN, &[("email", ADMINISTRATOR), ("password", password)]);
    if hidden(&answer, SECOND_FACTOR).is_empty() { answer } else { show_telephone(app, client, &answer).await }
}

async fn show_telephone(app: &TestApp, client: &Client, page: &Answer) -> Answer {
    let address = Email::parse(ADMINISTRATOR).unwrap();
    let account = app.db.read(move |conn| find_account_by_email(conn, &address)).await.unwrap().unwrap();
    let code = app.telephone_code(account.id).await;
    send(client, page, SECOND_FACTOR, &[("code", &code)])
}

fn without_token(fields: Pairs) -> Pairs {
    fields.into_iter().filter(|(name, _)| name != "_csrf").collect()
}

on_both! {
    async fn what_was_typed_outlives_the_session_and_a_wrong_password(database) {
        let stage = Stage::new(database).await;
        let client = stage.app.signed_in();
        let seen = client.get(CLOSE).value("closes_at").unwrap();
        stage.app.time.set(stage.app.time.get().plus(TimeDelta::minutes(61)));

        let typed = [("closes_at", seen.as_str()), ("reason", REASON), ("confirm", TITLE)];
        let beside = client.submit(CLOSE, &typed);
        assert_eq!(beside.status, 403);
        assert_eq!(beside.header("cache-control"), Some("private, no-store"));
        assert!(beside.text(".note").contains("What you wrote is not lost."), "{}", beside.body);
        let wrong = sign_in(&stage.app, &client, &beside, "wrong").await;
        assert_eq!(wrong.status, 422);
        assert_eq!(hidden(&wrong, SIGN_IN), hidden(&beside, SIGN_IN));
        let again = sign_in(&stage.app, &client, &wrong, PASSWORD).await;
        assert_eq!((again.status, again.text("h1").as_str()), (200, "You are signed in again"));
        assert_eq!(again.header("cache-control"), Some("private, no-store"));
        assert_eq!(without_token(hidden(&again, CLOSE)), pairs(&typed));
        assert_eq!(stage.now().await.phase(stage.app.time.get()), Phase::Voting, "nothing is done before the click");

        let done = send(&client, &again, CLOSE, &[]);

        assert_eq!(done.header("location"), Some("/en/office/rounds/lindenau?done=closed"), "{}", done.body);
        assert!(client.get("/en/office/rounds/lindenau").text(".trail").contains("<later>"));
    }
}

on_both! {
    async fn too_many_tries_keep_it_too(database) {
        let stage = Stage::new(database).await;
        let client = stage.app.client();
        let mut page = client.post(CLOSE, &[("reason", REASON)]);
        let kept = hidden(&page, SIGN_IN);

        for _ in 0..11 {
            page = sign_in(&stage.app, &client, &page, "wrong").await;
        }

        assert_eq!(page.status, 429);
        assert_eq!(hidden(&page, SIGN_IN), kept);
    }
}

on_both! {
    async fn every_form_of_the_office_is_kept_for_its_own_path_and_whole(database) {
        let stage = Stage::new(database).await;
        // Whoever the forms about people are about; the signs-in are the first administrator's.
        let person = stage.app.administrator("bea@example.org").await.to_string();
        let filled = |path: &str| match path.strip_prefix("/office/people/") {
            Some(rest) => format!("/office/people/{}", rest.replace("{id}", &person).replace("{handle}", "a")),
            None => path.replace("{slug}", "lindenau"),
        };
        let forms: Vec<String> = SERVED
            .iter()
            .filter(|(_, takes, access)| access.of_office(false).is_some() && *takes != Takes::Page)
            .map(|(path, _, _)| format!("/en{}", filled(path)))
            // The others are about a department or a report, and there is none here.
            .filter(|path| !path.contains('{'))
            .collect();
        assert!(forms.len() >= 5, "{forms:?}");
        // Fields that are called as those of the sign-in are, and one that somebody sends twice.
        let typed = [("email", "a@b.example"), ("password", "p"), ("next", "/x"), ("x", "1"), ("x", "2"), ("kept.x", "3")];

        for path in forms {
            let client = stage.app.client();
            let beside = client.post(&path, &[&typed[..], &[("_csrf", "of another session")]].concat());
            assert_eq!(beside.status, 403, "{path}");
            let again = sign_in(&stage.app, &client, &beside, PASSWORD).await;
            assert_eq!(without_token(hidden(&again, &path)), pairs(&typed), "{path}");
            let sent = send(&client, &again, &path, &[]);
            assert_ne!(sent.header("x-error-code"), Some("form_not_ours"), "{path}: the token is the new session's");
            // 400: a form of several acts, of which these fields name none.
            assert!(matches!(sent.status, 303 | 400 | 409 | 422), "{path}: {}", sent.status);
        }
    }
}

on_both! {
    async fn the_longest_texts_of_the_organisation_are_kept_whole(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.client();
        let long = "ü".repeat(20_000);
        let texts = ["imprint_de", "imprint_en", "privacy_de", "privacy_en", "accessibility_de", "accessibility_en"];
        let mut typed = vec![("version", "0")];
        typed.extend(texts.map(|name| (name, long.as_str())));

        let beside = client.post(SETTINGS, &typed);
        let again = sign_in(&app, &client, &sign_in(&app, &client, &beside, "wrong").await, PASSWORD).await;
        let saved = send(&client, &again, SETTINGS, &[]);

        assert_eq!(saved.header("location"), Some("/en/office/organisation/texts?saved=1"));
        assert_eq!(client.get(SETTINGS).text("#accessibility_en").chars().count(), 20_000);
        let over = "a".repeat(2 * 1024 * 1024);
        assert_eq!(app.client().post(SETTINGS, &[("imprint_de", &over)]).status, 413, "as with a session");
        assert_eq!(app.client().post(CLOSE, &[("reason", &over[..65_536])]).status, 413, "as with a session");
    }
}

on_both! {
    async fn somebody_who_votes_in_the_same_browser_keeps_both(database) {
        let stage = Stage::new(database).await;
        let client = stage.app.client();
        let code = stage.round.a_voter().await.code.to_string();
        assert_eq!(client.submit("/en/rounds/lindenau/vote/code", &[("code", &code)]).status, 303);

        let beside = client.post(CLOSE, &[("reason", REASON)]);
        let again = sign_in(&stage.app, &client, &beside, PASSWORD).await;
        let sent = send(&client, &again, CLOSE, &[]);

        assert_eq!((beside.status, again.status, sent.status), (403, 200, 409), "{}", sent.body);
        assert!(sent.body.contains("Second line: ü."), "the reason is there");
        assert_eq!(client.get("/en/rounds/lindenau/vote/ballot").status, 200);
    }
}

/// What browsers say of forms that other sites' pages sent, and of those of which nothing is known.
const NOT_FROM_HERE: [&[(&str, &str)]; 8] = [
    &[],
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[("referer", "https://evil.example/en/office")],
    &[("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8080")],
    &[("sec-fetch-site", "same-site"), ("origin", "http://127.0.0.1:8080")],
    &[("sec-fetch-site", "none")],
    &[("sec-fetch-site", "cross-site"), ("referer", "http://127.0.0.1:8080/en/office")],
];

on_both! {
    async fn nothing_that_another_site_sent_is_kept(database) {
        let stage = Stage::new(database).await;
        let client = stage.app.client();

        for headers in NOT_FROM_HERE {
            let answer = client.post_with(CLOSE, headers, &[("reason", REASON), ("confirm", TITLE)]);
            let way = answer.header("location").unwrap();
            assert_eq!((answer.status, way), (303, "/en/sign-in?next=%2Fen%2Foffice%2Frounds%2Flindenau%2Fclose"));
            let page = client.get(way);
            assert!(hidden(&page, SIGN_IN).iter().all(|(name, _)| name == "next"), "{headers:?}");
        }
        // Who signs in there gets the empty form, and nothing has happened.
        let page = client.get("/en/sign-in?next=/en/office/rounds/lindenau/close&kept-for=/en/office/organisation/texts&kept.a=b");
        let answer = sign_in(&stage.app, &client, &page, PASSWORD).await;
        let page = client.get(answer.header("location").unwrap());
        let answer = show_telephone(&stage.app, &client, &page).await;
        assert_eq!((answer.status, answer.header("location")), (303, Some(CLOSE)));
        assert_eq!(client.get(CLOSE).text("textarea"), "");
        assert_eq!(stage.now().await.phase(stage.app.time.get()), Phase::Voting);
    }
}

on_both! {
    async fn no_other_site_signs_anybody_in_to_send_what_it_chose(database) {
        let stage = Stage::new(database).await;
        let client = stage.app.client();
        let forged = [
            ("email", ADMINISTRATOR), ("password", PASSWORD), ("kept-for", CLOSE), ("kept.reason", REASON),
            ("kept.confirm", TITLE),
        ];

        for headers in NOT_FROM_HERE {
            let answer = client.post_with(SIGN_IN, headers, &forged);
            assert_eq!((answer.status, answer.header("x-error-code")), (403, Some("form_not_ours")), "{headers:?}");
            assert!(!answer.body.contains("letters came late"), "{headers:?}");
            assert_eq!(client.cookie("office"), None, "{headers:?}");
        }
        // Somebody who is signed in: the browser says whose page it was, and the token is missing.
        let member = stage.app.signed_in();
        let from_here = &[("origin", "http://127.0.0.1:8080")][..];
        for headers in NOT_FROM_HERE {
            assert_eq!(member.post_with(SIGN_IN, headers, &forged).status, 403, "{headers:?}");
        }
        for headers in NOT_FROM_HERE.into_iter().chain([from_here]) {
            assert_eq!(member.post_with(CLOSE, headers, &forged).status, 403, "{headers:?}");
        }
        // A page of ours may have been made before they came in: nothing is done, and a click of theirs sends the form.
        let shown = member.post_with(SIGN_IN, from_here, &forged);
        assert_eq!((shown.status, shown.set_cookie("office")), (200, None));
        assert!(shown.text("h1").contains("You are signed in again") && !hidden(&shown, CLOSE).is_empty());
    }
}

on_both! {
    async fn a_kept_form_goes_nowhere_but_to_a_form_of_the_office(database) {
        let stage = Stage::new(database).await;

        for path in [
            "/en/sign-out", "/en/office", "/en/office/rounds/lindenau", "/en/rounds/lindenau/vote/cast",
            "/en/office/../sign-out", "/en/office/rounds/../close", "/de/office/organisation/texts", "/en/office/settings",
            "//evil.example/en/office/organisation/texts",
            "https://evil.example/en/office/organisation/texts", "javascript:alert(1)", "",
        ] {
            let client = stage.app.client();
            let fields = [("email", ADMINISTRATOR), ("password", PASSWORD), ("kept-for", path), ("kept.reason", REASON)];
            let answer = client.post(SIGN_IN, &fields);
            assert_eq!((answer.status, answer.header("location")), (303, Some("/en/sign-in/second-factor")), "{path}");
        }
        let client = stage.app.client();
        let vote = client.post("/en/rounds/lindenau/vote/cast", &[("reason", REASON)]);
        assert!(hidden(&vote, SIGN_IN).is_empty(), "the vote has its own way");
    }
}

/// An administrator of another name, and what their account may do next.
async fn helper(app: &TestApp) -> (Client, AccountId) {
    let account = app.administrator("bea@example.org").await;
    let client = app.client();
    app.enter(&client, "bea@example.org").await;
    (client, account)
}

on_both! {
    async fn a_role_that_is_taken_away_while_somebody_writes_leaves_them_their_text(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (bea, account) = helper(&app).await;
        let page = bea.get(SETTINGS);
        let token = page.value("_csrf").unwrap();
        take_role(&app.db, Actor::CommandLine, account, Grant::everywhere(Role::Administrator)).await.unwrap();

        let refused = bea.post(SETTINGS, &[("_csrf", &token), ("imprint-en", "Lindenau,\nMarket 1")]);

        assert_eq!((refused.status, refused.header("x-error-code")), (403, Some("role_missing")));
        assert!(refused.text("blockquote").contains("Market 1"), "{}", refused.body);
        assert!(refused.text("main").contains("Copy it and give it to somebody") && !refused.body.contains("Send it again"));
        let other = bea.post_with(SETTINGS, &[("sec-fetch-site", "cross-site")], &[("imprint-en", "Lindenau,\nMarket 1")]);
        assert!(other.status == 403 && !other.body.contains("Market 1"), "of another site nothing is read");
    }
}

on_both! {
    async fn an_old_tab_of_an_earlier_session_shows_its_text_with_a_button_that_sends_it(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.signed_in();
        let old = client.csrf().unwrap();
        assert_eq!(client.submit("/en/sign-out", &[]).status, 303);
        app.enter(&client, ADMINISTRATOR).await;

        let refused = client.post(SETTINGS, &[("_csrf", &old), ("imprint-en", "Market 1")]);

        assert_eq!((refused.status, refused.header("x-error-code")), (403, Some("form_not_ours")));
        assert!(refused.text("blockquote").contains("Market 1"), "{}", refused.body);
        let sent = without_token(hidden(&refused, SETTINGS));
        assert_eq!(sent, pairs(&[("imprint-en", "Market 1")]));
        let again = send(&client, &refused, SETTINGS, &[]);
        assert_ne!(again.header("x-error-code"), Some("form_not_ours"), "{}", again.body);
    }
}

on_both! {
    async fn a_form_beside_a_sign_in_is_not_lost_when_somebody_came_in_by_another_tab(database) {
        let stage = Stage::new(database).await;
        let client = stage.app.client();
        let typed = [("reason", REASON), ("closes_at", "2027-05-30T18:00")];
        let page = client.post_with(CLOSE, &[("sec-fetch-site", "same-origin")], &typed);
        assert!(page.status == 403 && !hidden(&page, SIGN_IN).is_empty(), "{}", page.body);
        let beside = hidden(&page, SIGN_IN);
        assert!(!beside.is_empty());
        stage.app.enter(&client, ADMINISTRATOR).await;

        let led_on = send(&client, &page, SIGN_IN, &[("email", ADMINISTRATOR), ("password", PASSWORD)]);

        assert_eq!(led_on.status, 200, "{}", led_on.body);
        assert!(led_on.text("h1").contains("You are signed in again"), "{}", led_on.body);
        assert_eq!(without_token(hidden(&led_on, CLOSE)), pairs(&typed));
    }
}
