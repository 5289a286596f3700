//! The account of somebody who came with a code and has no address.

use allmende::mail::MailSecret;

use super::{codes_on, confirm, is_in, ward};
use crate::harness::app::TestApp;
use crate::routes::account::next_mail;

/// The secret of the mail that confirms an address.
async fn address_secret(app: &TestApp) -> MailSecret {
    loop {
        let (_, message, secret) = next_mail(app).await.unwrap();
        if message == "confirm_address" {
            return secret.unwrap();
        }
    }
}

on_both! {
    async fn the_account_says_how_one_signs_in_and_offers_no_dead_ends(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);

        let page = nurse.get("/en/account");

        let text = page.text("main");
        assert!(text.contains("You sign in with your personnel code."), "{text}");
        assert!(text.contains("Add an e-mail address") && !page.body.contains("/en/account/password"), "{text}");
        for answer in [nurse.get("/en/account/password"), nurse.submit("/en/account/password", &[("password", "correct horse battery")])] {
            assert_eq!(answer.header("location"), Some("/en/account/address"), "a password needs an address");
        }
        assert_eq!(nurse.submit("/en/account/profile", &[("name", "Bea"), ("language", "en")]).status, 303);
        assert!(nurse.get("/en/account").text("main").contains("Bea"));
        assert_eq!(nurse.submit("/en/account/address", &[("email", "bea@example.org")]).header("location"), Some("/en/account/address"));
    }
}

on_both! {
    async fn an_account_with_an_address_outlives_its_code(database) {
        let ward = ward(database).await;
        let account = ward.account(1).await;
        let email = allmende::domain::email::Email::parse("bea@example.org").unwrap();
        let set = move |tx: &mut allmende::store::Tx<'_>| allmende::store::accounts::update_address(tx, account, &email);
        ward.app.db.write(allmende::store::Lock::Nothing, set).await.unwrap();
        let nurse = ward.entered(&ward.codes[0]);
        assert!(nurse.get("/en/account").body.contains("/en/account/password"));

        let code = codes_on(&confirm(&ward.office, "/en/office/personnel-codes/1/replace")).remove(0);
        assert!(!is_in(&nurse) && !ward.lets_in(&ward.codes[0]));
        let nurse = ward.entered(&code);
        confirm(&ward.office, "/en/office/personnel-codes/1/withdraw");
        confirm(&ward.office, "/en/office/personnel-codes/2/withdraw");

        let told = ["personnel_code_replaced", "personnel_code_withdrawn"].map(|name| (name.to_owned(), "bea@example.org".to_owned()));
        assert_eq!(ward.app.mails().await.split_off(2), told, "whoever has no address gets none");
        assert!(!ward.lets_in(&code) && !is_in(&nurse) && !ward.lets_in(&ward.codes[0]));
        let read = ward.app.db.read(move |conn| allmende::store::accounts::find_account(conn, account));
        let kept = read.await.unwrap().unwrap();
        assert!(!kept.disabled && !kept.is_employee);
    }
}

on_both! {
    async fn what_is_kept_can_be_taken_away(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[1]);

        let archive = nurse.get("/en/account/data");

        assert_eq!((archive.status, archive.header("content-type")), (200, Some("application/zip")));
    }
}

on_both! {
    async fn deleting_the_account_kills_the_code(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);
        assert!(nurse.get("/en/account/delete").text("main").contains("Your personnel code then stops working."));

        let deleted = nurse.submit("/en/account/delete", &[("sure", "1")]);

        assert_eq!(deleted.status, 200, "{}", deleted.body);
        let text = deleted.text("main");
        assert!(text.contains("Your personnel code no longer works.") && !text.contains("e-mail"), "{text}");
        assert!(deleted.body.contains(&format!("href=\"{}\"", ward.entry)), "back to the entry");
        assert!(deleted.text(".shared").is_empty());
        assert!(!is_in(&nurse) && !ward.lets_in(&ward.codes[0]));
        let slip = "/en/office/personnel-codes/1";
        assert!(ward.office.get(slip).text("main").contains("The account of this code was deleted."));
        assert_eq!(ward.office.get(&format!("{slip}/replace")).status, 303, "there is nothing to replace");
        let late = ward.office.submit(&format!("{slip}/replace"), &[("version", "1")]);
        assert_eq!(late.header("location"), Some(&*format!("{slip}?done=meanwhile")));
    }
}

on_both! {
    async fn whoever_adds_a_first_address_is_not_told_of_an_old_one(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);
        nurse.submit("/en/account/address", &[("email", "bea@example.org")]);
        let mail = address_secret(&ward.app).await;

        let confirmed = nurse.submit("/en/account/address", &[("token", mail.token())]);

        assert_eq!(confirmed.status, 200);
        let text = confirmed.text("main");
        assert!(text.contains("You can now sign in with it as well.") && !text.contains("the old one"), "{text}");
    }
}

on_both! {
    async fn the_mail_is_read_on_a_telephone_and_its_digits_are_typed_on_the_ward(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);
        nurse.submit("/en/account/address", &[("email", "bea@example.org")]);
        let secret = address_secret(&ward.app).await;
        let link = format!("/en/account/address?token={}", secret.token());

        for other in [ward.app.client(), ward.entered(&ward.codes[1])] {
            let opened = other.get(&link);
            assert_eq!(opened.status, 200);
            assert!(opened.text(".lead").contains("Open this link where you asked for it."), "{}", opened.text("main"));
            assert!(!opened.text("main").contains("Sign in") && opened.value("token").is_none());
        }
        assert!(nurse.get("/en/account/address").text(".lead").contains("six digits to bea@example.org"));
        assert!(nurse.get("/en/account/address?anew=1").body.contains("name=\"email\""));
        let done = nurse.submit("/en/account/address", &[("code", secret.code().unwrap())]);

        assert_eq!((done.status, done.text(".lead").as_str()), (200, "The address counts. You can now sign in with it as well."));
        assert!(nurse.get("/en/account").text("main").contains("bea@example.org"));
        let again = nurse.submit("/en/account/address", &[("code", secret.code().unwrap())]);
        assert_eq!(again.status, 200, "a second click is no mistake");
        assert!(again.text(".lead").contains("This was done already") && again.text(".lead").contains("bea@example.org"), "{}", again.body);
        assert_eq!(ward.app.client().get(&link).status, 410);
    }
}

on_both! {
    async fn the_digits_for_an_address_are_good_for_a_day_five_tries_and_their_own_account(database) {
        let ward = ward(database).await;
        let (nurse, other) = (ward.entered(&ward.codes[0]), ward.entered(&ward.codes[1]));
        let type_in = |client: &crate::harness::client::Client, code: &str| client.submit("/en/account/address", &[("code", code)]);
        nurse.submit("/en/account/address", &[("email", "bea@example.org")]);
        let first = address_secret(&ward.app).await;
        let right = first.code().unwrap();
        let wrong = if right == "000000" { "000001" } else { "000000" };
        other.submit("/en/account/address", &[("email", "cleo@example.org")]);
        address_secret(&ward.app).await;

        assert_eq!(type_in(&other, right).status, 422, "another's digits");
        assert!(type_in(&nurse, "12").text(".why").contains("has six digits"), "no try");
        for left in ["4 more", "3 more", "2 more", "one more"] {
            assert!(type_in(&nurse, wrong).text(".why").contains(left), "{left}");
        }
        assert!(type_in(&nurse, wrong).text(".why").contains("not good any more"));
        assert!(type_in(&nurse, right).text(".why").contains("not good any more"), "tried too often");
        nurse.submit("/en/account/address", &[("email", "bea@example.org")]);
        let second = address_secret(&ward.app).await;
        assert_eq!(type_in(&nurse, second.code().unwrap()).status, 200, "a new mail has tries of its own");

        other.submit("/en/account/address", &[("email", "cleo@example.org")]);
        let late = address_secret(&ward.app).await;
        ward.app.time.set(ward.app.time.get().plus(chrono::TimeDelta::hours(25)));
        let other = ward.entered(&ward.codes[1]);
        assert_eq!(type_in(&other, late.code().unwrap()).status, 422, "a day is over");
    }
}
