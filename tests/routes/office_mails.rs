//! How mails leave, and what will not arrive.

use allmende::store::mails::{claim_mail, update_mail_failed};
use allmende::store::{Lock, Tx};
use chrono::TimeDelta;

use crate::harness::app::{ADMINISTRATOR, TestApp};

const PATH: &str = "/en/office/mails";
const FAILED: &str = "/en/office/mails/failed";

on_both! {
    async fn a_test_mail_goes_to_whoever_asks_and_what_did_not_arrive_is_for_administrators_alone(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.signed_in();
        assert!(client.get(FAILED).body.contains("All e-mails arrived."));

        let answer = client.submit("/en/office/mails/test", &[]);

        assert_eq!(answer.header("location"), Some("/en/office/mails?tested=1"), "{}", answer.body);
        let page = client.get("/en/office/mails?tested=1");
        assert!(page.text("[role=alert]").contains("on its way to your address"));
        assert!(page.text("section[aria-labelledby=mail]").contains("3 e-mails"), "it waits, beside those of the telephone and the new device");
        let now = app.time.get();
        let claim = move |tx: &mut Tx<'_>| claim_mail(tx, now, TimeDelta::minutes(1));
        let told_of_the_telephone = app.db.write(Lock::Nothing, claim).await.unwrap().unwrap();
        assert_eq!(told_of_the_telephone.message, "second_factor_set");
        let told_of_the_device = app.db.write(Lock::Nothing, claim).await.unwrap().unwrap();
        assert_eq!(told_of_the_device.message, "new_device");
        let mail = app.db.write(Lock::Nothing, claim).await.unwrap().unwrap();
        assert_eq!((mail.recipient.as_str(), mail.message.as_str(), mail.language.as_str()), (ADMINISTRATOR, "test_mail", "en"));

        let refuse = move |tx: &mut Tx<'_>| update_mail_failed(tx, &mail, "550 nobody here", None);
        assert!(app.db.write(Lock::Nothing, refuse).await.unwrap());
        let block = client.get(PATH).text("section[aria-labelledby=mail]");
        assert!(block.split_once("Did not arrive").unwrap().1.contains("1 e-mail Show"), "{block}");
        let told = client.get(FAILED).text(".rows");
        assert!(told.contains(ADMINISTRATOR) && told.contains("550 nobody here") && told.contains("Test e-mail"), "{told}");
        assert_eq!(app.client().get(FAILED).status, 303, "strangers sign in first");
    }
}
