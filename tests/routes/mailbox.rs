//! The demonstration's mailbox.

use allmende::actions::steps::{Outgoing, enqueue};
use allmende::domain::email::Email;
use allmende::locale::{Catalogue, Language, Words};
use allmende::mail::samples::one_of_each;
use allmende::mail::{MailSecret, Message, MessageIds, SealedSecret, subject_of};
use allmende::store::Lock;

use crate::harness::app::{ADMINISTRATOR, TestApp};
use crate::harness::databases::TestDatabase;

async fn tell_of_rounds(app: &TestApp, many: usize) {
    for number in 0..many {
        let (ids, recipient) = (MessageIds::draw().unwrap(), Email::parse("ada@example.org").unwrap());
        let message = Message::VotingClosed { slug: format!("round-{number}"), round: None };
        let tell = move |tx: &mut allmende::store::Tx<'_>| {
            enqueue(tx, &ids, 0, Outgoing::new(&message, &recipient, Language::English))
        };
        app.db.write(Lock::Nothing, tell).await.unwrap();
    }
}

on_both! {
    async fn mails_are_listed_newest_first_and_read_as_they_are_sent(database) {
        let app = TestApp::demo(database).await;
        // Without a telephone, whose setting up is told by a mail of its own.
        app.administrator_without_telephone(ADMINISTRATOR).await;
        let client = app.client();
        assert!(client.get("/en/demo/mailbox").body.contains("There is no e-mail yet."));
        tell_of_rounds(&app, 21).await;

        let list = client.get("/en/demo/mailbox");
        let mail = client.get("/en/demo/mailbox/21");

        assert!(list.text(".rows").contains("round-20") && !list.text(".rows").contains("round-0"), "{}", list.text(".rows"));
        assert!(client.get("/en/demo/mailbox?page=2").text(".rows").contains("round-0"));
        assert!(client.get("/en/demo/mailbox?page=99").text(".rows").contains("round-0"), "the last page");
        assert!(mail.text(".sheet").contains("/office/rounds/round-20"), "{}", mail.text(".sheet"));
        assert!(mail.text(".facts").contains("ada@example.org"));
        for nothing in ["0", "22", "x", "99999999999"] {
            assert_eq!(client.get(&format!("/en/demo/mailbox/{nothing}")).status, 404, "{nothing}");
        }
    }
}

on_both! {
    async fn the_link_and_the_code_can_be_read_while_the_mail_waits_and_after_it_has_left(database) {
        let app = TestApp::demo(database).await;
        let (ids, recipient) = (MessageIds::draw().unwrap(), Email::parse("ada@example.org").unwrap());
        let secret = MailSecret::link_and_code("a1".repeat(32), "314159".to_owned());
        let sealed = SealedSecret::seal(app.keys.installation(), &ids, 0, &secret).unwrap();
        let expires_at = app.time.get().plus(chrono::TimeDelta::minutes(15));
        let act = move |tx: &mut allmende::store::Tx<'_>| {
            let mail = Outgoing::new(&Message::SignIn, &recipient, Language::English);
            enqueue(tx, &ids, 0, Outgoing { secret: Some(&sealed), expires_at: Some(expires_at), ..mail })
        };
        app.db.write(Lock::Nothing, act).await.unwrap();
        let client = app.client();

        for state in ["Waiting to be sent", "Sent"] {
            let (shown, html) = (client.get("/en/demo/mailbox/1"), client.get("/en/demo/mailbox/1/html"));
            assert!(shown.text(".facts").contains(state), "{}", shown.text(".facts"));
            for told in [shown.text(".sheet"), html.body.clone()] {
                assert!(told.contains("314159") && told.contains("/en/sign-in/link?token=eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9."), "{state}: {told}");
            }
            assert!(!shown.text("h1").contains("314159"));
            assert!(html.header("content-security-policy").unwrap().contains("default-src 'none'"));
            allmende::jobs::run_until_idle(&app).await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_people_really_vote_there_is_no_mailbox() {
    let app = TestApp::start(TestDatabase::sqlite()).await.with_administrator().await;
    tell_of_rounds(&app, 1).await;

    for client in [app.client(), app.signed_in()] {
        assert_eq!(client.get("/en/demo/mailbox").status, 404);
        assert_eq!(client.get("/en/demo/mailbox/1").status, 404);
        assert_eq!(client.get("/en/demo/mailbox/1/html").status, 404);
    }
}

on_both! {
    async fn one_of_each_kind_of_mail_can_be_looked_at(database) {
        let app = TestApp::demo(database).await;
        let client = app.client();
        let catalogue = Catalogue::load().unwrap();

        for language in [Language::German, Language::English] {
            let page = client.get(&format!("/{}/demo/mailbox/samples", language.code()));
            let words = Words::new(&catalogue, language, chrono_tz::UTC);
            let text = words.text("mailbox-sample-words", &[]);
            assert_eq!(page.status, 200);
            let shown = page.text("main");
            for message in one_of_each(&text) {
                let subject = subject_of(&message, &words).replace('\u{a0}', " ");
                assert!(shown.contains(&subject), "{}: {subject}", message.name());
            }
        }
        assert!(client.get("/en/demo/mailbox").body.contains("/en/demo/mailbox/samples"));
    }
}
