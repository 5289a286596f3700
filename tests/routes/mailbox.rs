//! The demonstration's mailbox.

use allmende::actions::steps::tell_administrators;
use allmende::mail::{Message, MessageIds};
use allmende::store::{Lock, StoreError};

use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;

async fn enqueue(app: &TestApp, many: usize) {
    for number in 0..many {
        let ids = MessageIds::draw().unwrap();
        let message = Message::VotingClosed { slug: format!("round-{number}") };
        let tell = move |tx: &mut allmende::store::Tx<'_>| {
            tell_administrators(tx, &ids, &message)?;
            Ok::<_, StoreError>(())
        };
        app.db.write(Lock::Nothing, tell).await.unwrap();
    }
}

on_both! {
    async fn mails_are_listed_newest_first_and_read_as_they_are_sent(database) {
        let app = TestApp::demo(database).await.with_administrator().await;
        let client = app.client();
        assert!(client.get("/en/demo/mailbox").body.contains("There is no e-mail yet."));
        enqueue(&app, 21).await;

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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_people_really_vote_there_is_no_mailbox() {
    let app = TestApp::start(TestDatabase::sqlite()).await.with_administrator().await;
    enqueue(&app, 1).await;

    for client in [app.client(), app.signed_in()] {
        assert_eq!(client.get("/en/demo/mailbox").status, 404);
        assert_eq!(client.get("/en/demo/mailbox/1").status, 404);
    }
}
