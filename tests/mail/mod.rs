//! Mails on their way: over a real mail server that fails in every way, and as they read when they arrive.

mod content;
mod delivery;
mod killed;
mod trouble;

use std::collections::BTreeSet;

use allmende::actions::steps::{Outgoing, enqueue};
use allmende::domain::email::Email;
use allmende::domain::time::Instant;
use allmende::locale::Language;
use allmende::mail::{MailSecret, Message, MessageIds, SealedSecret};
use allmende::store::mails::{FailedMail, MailCounts, count_mails_by_state, list_failed_mails};
use allmende::store::{Lock, StoreError, Tx};

use crate::harness::rounds::TestApp;
use crate::harness::smtp::MailServer;

/// `somebody.3@lindenau.example`; the part before the dot tells the mail server what to do.
fn addresses(word: &str, many: usize) -> Vec<String> {
    (0..many).map(|number| format!("{word}.{number}@lindenau.example")).collect()
}

/// Enqueues one message for each address, in one act.
async fn enqueue_for(app: &TestApp, message: &Message, addresses: &[String]) {
    let (ids, message) = (MessageIds::draw().unwrap(), message.clone());
    let addresses: Vec<Email> = addresses.iter().map(|address| Email::parse(address).unwrap()).collect();
    let act = move |tx: &mut Tx<'_>| {
        for (place, recipient) in addresses.iter().enumerate() {
            enqueue(tx, &ids, place, Outgoing::new(&message, recipient, Language::English))?;
        }
        Ok::<_, StoreError>(())
    };
    app.db.write(Lock::Nothing, act).await.unwrap();
}

/// Enqueues a sign-in link, good until `expires_at`.
async fn enqueue_sign_in(app: &TestApp, address: &str, expires_at: Instant) {
    let (ids, recipient) = (MessageIds::draw().unwrap(), Email::parse(address).unwrap());
    let secret = MailSecret::link_and_code("a1".repeat(32), "314159".to_owned());
    let sealed = SealedSecret::seal(app.keys.installation(), &ids, 0, &secret).unwrap();
    let act = move |tx: &mut Tx<'_>| {
        let mail = Outgoing::new(&Message::SignIn, &recipient, Language::English);
        enqueue(tx, &ids, 0, Outgoing { secret: Some(&sealed), expires_at: Some(expires_at), ..mail })
    };
    app.db.write(Lock::Nothing, act).await.unwrap();
}

async fn counts(app: &TestApp) -> MailCounts {
    app.db.read(count_mails_by_state).await.unwrap()
}

async fn failed(app: &TestApp) -> Vec<FailedMail> {
    app.db.read(|conn| list_failed_mails(conn, 0, 1_000)).await.unwrap()
}

/// Each of the addresses got exactly one mail, nobody else got any, and no Message-ID came twice.
fn assert_each_got_one(server: &MailServer, addresses: &[String]) {
    let mails = server.mails();
    let mut got: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    let mut expected: Vec<&str> = addresses.iter().map(String::as_str).collect();
    got.sort_unstable();
    expected.sort_unstable();
    assert_eq!(got, expected);
    let ids: BTreeSet<String> = mails.iter().map(|mail| mail.header("Message-ID")).collect();
    assert_eq!(ids.len(), mails.len());
}
