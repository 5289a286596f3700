//! The organisation's settings.

use allmende::store::mails::{claim_mail, update_mail_failed};
use allmende::store::{Lock, Tx};
use chrono::TimeDelta;

use crate::harness::app::{ADMINISTRATOR, PASSWORD, TestApp};

const PATH: &str = "/en/office/settings";
const FAILED: &str = "/en/office/settings/failed-mails";

fn fields<'a>(version: &'a str, name: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("version", version),
        ("time_zone", "Europe/Vienna"),
        ("help_telephone", "030 / 90 18-20"),
        ("name_de", name),
        ("name_en", name),
        ("service_name_de", "Bürgerhaushalt"),
        ("service_name_en", "Budget"),
        ("imprint_de", "# Amt\r\n\r\n**Haus** <b>1</b>"),
    ]
}

on_both! {
    async fn what_is_saved_shows_at_once_on_every_page(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.signed_in();
        assert_eq!(client.get(PATH).value("version").as_deref(), Some("0"), "nothing was entered yet");

        let answer = client.submit(PATH, &fields("0", "Lindenau"));

        assert_eq!(answer.header("location"), Some("/en/office/settings?saved=1"), "{}", answer.body);
        let page = client.get("/en/office/settings?saved=1");
        assert!(page.text("[role=alert]").starts_with("Saved."));
        assert!(page.text("header .brand").contains("Lindenau"));
        assert_eq!(page.value("time_zone").as_deref(), Some("Europe/Vienna"));
        assert!(page.body.contains("<strong>Haus</strong> &lt;b&gt;1&lt;/b&gt;"), "the saved text as visitors see it");
        assert_eq!(client.submit(PATH, &fields("1", "Lindenau am See")).status, 303);
        assert!(client.get("/de/office").text("header .brand").contains("Lindenau am See"));
    }
}

on_both! {
    async fn two_who_edit_at_once_lose_nothing(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (one, other) = (app.signed_in(), app.client());
        assert_eq!(other.sign_in(ADMINISTRATOR, PASSWORD).status, 303);
        assert_eq!(one.submit(PATH, &fields("0", "Lindenau")).status, 303);

        assert_eq!(one.submit(PATH, &fields("1", "Mine")).status, 303);
        let late = other.submit(PATH, &fields("1", "Theirs"));

        assert_eq!(late.status, 409);
        assert!(late.text(".problem").contains("Somebody else has saved meanwhile"));
        assert_eq!(late.value("name_de").as_deref(), Some("Theirs"));
        assert!(late.body.replace(['\u{2068}', '\u{2069}'], "").contains("Saved is: Mine"));
        assert_eq!(late.value("version").as_deref(), Some("2"), "the next try is one upon what is saved now");
        assert_eq!(other.submit(PATH, &fields("2", "Theirs")).status, 303);
        assert!(one.get("/de/office").text("header .brand").contains("Theirs"));
    }
}

on_both! {
    async fn mistakes_are_told_at_their_fields_and_nothing_is_saved(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.signed_in();
        let mut wrong = fields("0", "");
        let long = "ä".repeat(20_001);
        wrong.push(("privacy_en", &long));
        wrong.iter_mut().filter(|(name, _)| *name == "time_zone").for_each(|field| field.1 = "Mars/Olympus");

        let answer = client.submit(PATH, &wrong);

        assert_eq!(answer.status, 422, "a body of 120 kB is taken here");
        for words in ["We do not know this time zone.", "Enter the name of the organisation.", "Shorten the text"] {
            assert!(answer.body.matches(words).count() >= 2, "in the summary and at the field: {words}");
        }
        assert_eq!(answer.value("time_zone").as_deref(), Some("Mars/Olympus"));
        assert_eq!(answer.text("#privacy_en").chars().count(), 20_001);
        assert_eq!(client.get(PATH).value("version").as_deref(), Some("0"));
    }
}

on_both! {
    async fn a_test_mail_goes_to_whoever_asks_and_what_did_not_arrive_is_for_administrators_alone(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.signed_in();
        assert!(client.get(FAILED).body.contains("All e-mails arrived."));

        let answer = client.submit("/en/office/settings/test-mail", &[]);

        assert_eq!(answer.header("location"), Some("/en/office/settings?tested=1"), "{}", answer.body);
        let page = client.get("/en/office/settings?tested=1");
        assert!(page.text("[role=alert]").contains("on its way to your address"));
        assert!(page.text("section[aria-labelledby=mail]").contains("1 e-mail"), "it waits");
        let now = app.time.get();
        let claimed = app.db.write(Lock::Nothing, move |tx| claim_mail(tx, now, TimeDelta::minutes(1))).await;
        let mail = claimed.unwrap().unwrap();
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
