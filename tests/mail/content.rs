//! How mails read when they arrive: the headers of every message in every language, and what nobody's words can add.

use allmende::actions::organisation::{EditHelp, edit_help};
use allmende::actions::steps::{Outgoing, enqueue};
use allmende::domain::email::Email;
use allmende::domain::news::NewsKind;
use allmende::domain::organisation::HelpWords;
use allmende::domain::role::Role;
use allmende::domain::telephone::Telephone;
use allmende::domain::time::Instant;
use allmende::locale::Language;
use allmende::mail::samples::one_of_each;
use allmende::mail::{Kind, MailSecret, Message, MessageIds, NewsItem, SealedSecret};
use allmende::store::organisation::find_organisation;
use allmende::store::schema::{mails, organisation_texts};
use allmende::store::{Lock, StoreError, Tx};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use mail_parser::MessageParser;

use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, TestApp};

/// The headers of a mail, in order.
const HEADERS: [&str; 11] = [
    "Auto-Submitted",
    "Content-Type",
    "Date",
    "From",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "MIME-Version",
    "Message-ID",
    "Reply-To",
    "Subject",
    "To",
];

/// The headers of one mail: what can be stopped says how in its head, and nothing else does.
fn headers(optional: bool) -> Vec<&'static str> {
    HEADERS.into_iter().filter(|name| optional || !name.starts_with("List-")).collect()
}

/// The identifiers of the mails that can be stopped.
async fn optional(app: &TestApp) -> Vec<String> {
    let rows = app.db.read(|conn| {
        let all = mails::table.select((mails::message_id, mails::parameters)).load::<(String, String)>(conn);
        all.map_err(StoreError::from)
    });
    let is_optional = |text: &str| Message::parse(text).unwrap().kind() == Kind::Optional;
    rows.await.unwrap().into_iter().filter(|(_, text)| is_optional(text)).map(|(id, _)| id).collect()
}

async fn app() -> TestApp {
    let settings = vec![
        ("MAIL__TRANSPORT", "memory".to_owned()),
        ("MAIL__REPLY_TO", "Bürgeramt <hilfe@lindenau.example>".to_owned()),
    ];
    TestApp::with_settings(TestDatabase::sqlite(), settings).await
}

/// Enqueues messages with secrets, in one act.
async fn enqueue_all(app: &TestApp, messages: Vec<(Message, Language)>, recipient: &str) {
    let (ids, recipient) = (MessageIds::draw().unwrap(), Email::parse(recipient).unwrap());
    let secret = MailSecret::link_and_code("a1".repeat(32), "314159".to_owned());
    let seal = |place| SealedSecret::seal(app.keys.installation(), &ids, place, &secret).unwrap();
    let sealed: Vec<SealedSecret> = (0..messages.len()).map(seal).collect();
    let act = move |tx: &mut Tx<'_>| {
        for (place, ((message, language), secret)) in messages.iter().zip(&sealed).enumerate() {
            let mail = Outgoing::new(message, &recipient, *language);
            let expires_at = Some(tx.now.plus(TimeDelta::days(14)));
            enqueue(tx, &ids, place, Outgoing { secret: Some(secret), expires_at, ..mail })?;
        }
        Ok::<_, StoreError>(())
    };
    app.db.write(Lock::Nothing, act).await.unwrap();
}

/// Names the organisation and its place of help, past the checks that would refuse a line break: a mail must stand what
/// an earlier release or another program has written.
async fn name_organisation(app: &TestApp, name: &str) {
    let telephone = Some(Telephone::parse("030 9018-0").unwrap());
    let words = ["de", "en"].map(|language| (language.to_owned(), HelpWords::default())).into();
    if app.db.read(find_organisation).await.unwrap().is_none() {
        edit_help(&app.db, OFFICE, None, EditHelp { telephone, email: None, words }).await.unwrap();
    }
    let name = name.to_owned();
    app.db
        .write(Lock::Nothing, move |tx| {
            diesel::update(organisation_texts::table)
                .set((organisation_texts::name.eq(&name), organisation_texts::help_place.eq(&name)))
                .execute(tx.conn)
                .map_err(StoreError::from)
        })
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn m8_every_message_has_its_headers_and_both_parts_in_every_language() {
    let app = app().await;
    name_organisation(&app, "Bezirksamt Lindenau").await;
    let messages: Vec<_> = one_of_each("Bürgerhaushalt „2027“", Instant::from_utc(NaiveDateTime::default()))
        .into_iter()
        .flat_map(|message| [Language::German, Language::English].map(|language| (message.clone(), language)))
        .collect();
    let many = messages.len();
    enqueue_all(&app, messages, "ada@lindenau.example").await;
    let optional = optional(&app).await;
    assert!(!optional.is_empty());

    app.run_jobs().await;

    let mails = app.mailer.in_memory();
    assert_eq!(mails.len(), many);
    for mail in mails {
        let told = String::from_utf8(mail.bytes.clone()).unwrap();
        let parsed = MessageParser::default().parse(&mail.bytes).unwrap();
        let mut names: Vec<String> = parsed.headers_raw().map(|(name, _)| name.to_owned()).collect();
        names.sort();
        let optional = optional.contains(&mail.message_id);
        assert_eq!(names, headers(optional), "{told}");
        if optional {
            let address = parsed.header_raw("List-Unsubscribe").unwrap().trim().to_owned();
            assert!(
                address.starts_with("<http") && address.ends_with('>') && address.contains("/unsubscribe?"),
                "{told}"
            );
            assert_eq!(parsed.header_raw("List-Unsubscribe-Post").unwrap().trim(), "List-Unsubscribe=One-Click");
        }
        assert_eq!(format!("<{}>", parsed.message_id().unwrap()), mail.message_id, "{told}");
        assert_eq!(parsed.date().unwrap().to_rfc3339(), "2027-05-01T12:00:00Z", "{told}");
        assert_eq!(parsed.header_raw("Auto-Submitted").unwrap().trim(), "auto-generated");
        let from = parsed.from().unwrap().first().unwrap();
        assert_eq!((from.name(), from.address()), (Some("Bezirksamt Lindenau"), Some("allmende@localhost")), "{told}");
        assert_eq!(parsed.reply_to().unwrap().first().unwrap().address(), Some("hilfe@lindenau.example"));
        let subject = parsed.subject().unwrap();
        assert!(subject.chars().count() <= 60 && !subject.contains("314159"), "{told}");
        let (text, html) = (parsed.body_text(0).unwrap(), parsed.body_html(0).unwrap());
        assert!(
            text.contains("030\u{a0}9018-0") && html.contains("030\u{a0}9018-0") && html.contains("<html lang="),
            "{told}"
        );
        assert_eq!((parsed.text_body_count(), parsed.attachment_count()), (1, 0), "{told}");
        assert!(told.bytes().all(|byte| byte.is_ascii()), "any server takes it");
        assert!(told.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])), "{told}");
    }
}

/// 300 ways to end a header and begin another.
fn payloads() -> Vec<String> {
    let ends = [
        "\r\n",
        "\n",
        "\r",
        "\r\n\r\n",
        "\n\n",
        "\u{b}",
        "\u{c}",
        "\u{0}",
        "\u{85}",
        "\u{2028}",
        "\u{2029}",
        "%0d%0a",
        "%0A",
        "\\r\\n",
        "&#13;&#10;",
        "=0D=0A",
        "=?utf-8?q?=0d=0a?=",
        "=?utf-8?b?DQo=?=",
        "\r\n ",
        "\r\n\t",
        "\n.\r\n",
        "\r\n.\r\n",
        "嘊嘍",
        "\u{560a}",
        "\u{1e}",
    ];
    let lines = ["Bcc: eve@evil.example", "To: eve@evil.example", "Subject: x", "RCPT TO:<eve@evil.example>"];
    let wraps: [fn(&str, &str) -> String; 3] = [
        |end, line| format!("Ada{end}{line}"),
        |end, line| format!("{end}{line}{end}"),
        |end, line| format!("\">{end}{line}<x@y.z>"),
    ];
    ends.iter().flat_map(|end| lines.iter().flat_map(move |line| wraps.map(|wrap| wrap(end, line)))).collect()
}

/// That the result of a round is there, whose name came from somebody.
fn news(round: &str) -> NewsItem {
    let (slug, round) = ("lindenau-2027".to_owned(), round.to_owned());
    NewsItem { kind: NewsKind::Result, detail: String::new(), slug, round, number: None }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn m11_nobodys_words_add_a_header_or_a_recipient() {
    let app = app().await;
    let payloads = payloads();
    assert_eq!(payloads.len(), 300);
    let mut sent = 0;
    for payload in &payloads {
        name_organisation(&app, payload).await;
        let messages = vec![
            (
                Message::RoleGiven {
                    role: Role::Reviewer,
                    round: Some(payload.clone()),
                    departments: vec![payload.clone()],
                },
                Language::German,
            ),
            (Message::NewDevice { device: payload.clone(), at: app.time.get() }, Language::English),
            (Message::AccessibilityReportAnswered { number: 1, answer: payload.clone() }, Language::German),
            (Message::VotingClosed { slug: payload.clone(), round: Some(payload.clone()) }, Language::English),
            (Message::ConfirmFollow { round: payload.clone(), number: None }, Language::German),
            (Message::FollowedNews { news: vec![news(payload)], more: 0 }, Language::English),
        ];
        sent += messages.len();
        enqueue_all(&app, messages, "ada@lindenau.example").await;
        app.run_jobs().await;
    }

    let (mails, optional) = (app.mailer.in_memory(), optional(&app).await);
    assert_eq!((mails.len(), optional.len()), (sent, payloads.len()));
    for mail in mails {
        let parsed = MessageParser::default().parse(&mail.bytes).unwrap();
        let mut names: Vec<String> = parsed.headers_raw().map(|(name, _)| name.to_owned()).collect();
        names.sort();
        let expected = headers(optional.contains(&mail.message_id));
        assert_eq!(names, expected, "{}", String::from_utf8_lossy(&mail.bytes));
        let to: Vec<_> = parsed.to().unwrap().iter().map(|to| to.address().unwrap().to_owned()).collect();
        let from: Vec<_> = parsed.from().unwrap().iter().map(|from| from.address().unwrap().to_owned()).collect();
        assert_eq!((to, from), (vec!["ada@lindenau.example".to_owned()], vec!["allmende@localhost".to_owned()]));
        assert_eq!(parsed.attachment_count(), 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn m11_an_address_is_one_recipient_or_none() {
    let app = app().await;
    let mut taken = 0;
    for payload in payloads() {
        for address in [format!("{payload}@lindenau.example"), format!("ada@lindenau.example{payload}")] {
            if Email::parse(&address).is_ok() {
                taken += 1;
                enqueue_all(&app, vec![(Message::AddressChanged, Language::German)], &address).await;
            }
        }
    }

    app.run_jobs().await;

    let mails = app.mailer.in_memory();
    assert!(mails.len() <= taken);
    for mail in mails {
        let parsed = MessageParser::default().parse(&mail.bytes).unwrap();
        assert_eq!(parsed.headers_raw().filter(|(name, _)| ["To", "Bcc", "Cc"].contains(name)).count(), 1);
        assert_eq!(parsed.to().unwrap().iter().count(), 1);
    }
}
