//! The shared computer: it signs out by itself, says so, and shows nothing of the person before.

use chrono::TimeDelta;

use super::{Ward, is_in, ward};
use crate::harness::app::ADMINISTRATOR;
use crate::harness::client::Client;
use crate::routes::lapsed::{hidden, send};

fn later(ward: &Ward, span: TimeDelta) {
    ward.app.time.set(ward.app.time.get().plus(span));
}

/// Signs out by the button that stands on a page.
fn press_done(client: &Client, page: &str) -> crate::harness::client::Answer {
    let shown = client.get(page);
    let key = shown.value("workplace").unwrap();
    client.submit("/en/sign-out", &[("workplace", &key)])
}

on_both! {
    async fn a_session_ends_after_ten_minutes_without_a_request(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);

        for _ in 0..3 {
            later(&ward, TimeDelta::seconds(594));
            assert!(is_in(&nurse), "each request counts");
        }
        later(&ward, TimeDelta::minutes(10));
        assert!(!is_in(&nurse));
    }
}

on_both! {
    async fn a_session_ends_after_an_hour_whatever_happens(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);

        for _ in 0..7 {
            later(&ward, TimeDelta::minutes(8));
            assert!(is_in(&nurse));
        }
        later(&ward, TimeDelta::minutes(4));
        assert!(!is_in(&nurse));
    }
}

on_both! {
    async fn every_page_says_so_and_offers_to_end_at_once(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);

        for path in ["/en", "/en/account", "/en/record", "/en/account/profile", "/en/imprint", "/en/unheard-of"] {
            let page = nurse.get(path);
            let line = page.text(".shared");
            assert!(line.contains("Shared computer: Ward 4B. After 10 minutes without input"), "{path}: {line}");
            assert!(line.contains("Done – sign out"), "{path}");
            assert_eq!(page.value("workplace").as_deref(), ward.entry.rsplit('/').next(), "{path}");
            assert!(page.header("cache-control").unwrap().contains("no-store"), "{path}: the way back shows nothing");
            assert!(page.body.contains("data-surely=\"595\"") && page.body.contains("/assets/allmende"), "{path}");
            let csrf = page.value("_csrf").unwrap();
            assert_ne!(csrf, "", "{path}: the button works");
        }
        assert!(ward.office.get("/en/account").text(".shared").is_empty(), "not on a computer of one's own");
        assert!(ward.app.client().get("/en").text(".shared").is_empty());
    }
}

on_both! {
    async fn without_a_script_a_page_leads_back_unless_somebody_may_be_typing(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);
        let refresh = format!("<noscript><meta http-equiv=\"refresh\" content=\"605;url={}?after=time\"></noscript>", ward.entry);

        for path in ["/en", "/en/account", "/en/record/0"] {
            assert!(nurse.get(path).body.contains(&refresh), "{path}");
        }
        for path in ["/en/account/profile", "/en/account/address", "/en/account/delete", "/en/accessibility/report"] {
            let page = nurse.get(path);
            assert!(page.text(".shared").contains("Ward 4B") && !page.body.contains("http-equiv"), "{path}");
        }
        later(&ward, TimeDelta::seconds(605));
        let back = nurse.get(&format!("{}?after=time", ward.entry));
        assert!(back.text("[role=status]").contains("Nobody is signed in here any more."), "{}", back.text("main"));
        assert!(back.body.contains("name=\"code\""), "ready for the next person");
    }
}

on_both! {
    async fn whoever_is_done_leaves_the_entry_ready_for_the_next_person(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);

        let out = press_done(&nurse, "/en/account");

        assert_eq!(out.header("location"), Some(&*format!("{}?after=sign-out", ward.entry)));
        let next = nurse.get(out.header("location").unwrap());
        assert!(next.text("[role=status]").contains("You are signed out."));
        assert!(next.body.contains("name=\"code\"") && nurse.cookie("office").is_none());
        assert_eq!(nurse.get("/en/account").status, 303, "the way back finds nothing");
        assert_eq!(nurse.post(&ward.entry, &[("code", &ward.codes[1])]).status, 303);
        assert_eq!(nurse.post("/en/sign-out", &[("workplace", "https://evil.example")]).status, 403);
    }
}

on_both! {
    async fn a_page_whose_session_is_over_still_leads_to_the_entry(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);
        let key = nurse.get("/en").value("workplace").unwrap();
        later(&ward, TimeDelta::minutes(10));

        let out = nurse.submit("/en/sign-out", &[("workplace", &key)]);
        let odd = ward.app.client().post("/en/sign-out", &[("workplace", "//evil.example")]);

        assert_eq!(out.header("location"), Some(&*format!("{}?after=sign-out", ward.entry)));
        assert_eq!(odd.header("location"), Some("/en/sign-in?after=sign-out"), "nothing else is followed");
    }
}

on_both! {
    async fn a_form_that_comes_after_the_time_is_kept_at_the_entry_and_sent_again_by_hand(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);
        later(&ward, TimeDelta::minutes(11));

        let beside = nurse.submit("/en/account/profile", &[("name", "Nurse <Nina>"), ("language", "en")]);
        assert_eq!(beside.status, 403, "{}", beside.body);
        assert!(beside.text("[role=status]").contains("Nobody is signed in here any more."), "{}", beside.text("main"));
        assert!(beside.text(".note").contains("What you wrote is not lost."));
        let wrong = send(&nurse, &beside, &ward.entry, &[("code", "ABCD")]);
        assert_eq!((wrong.status, hidden(&wrong, &ward.entry)), (422, hidden(&beside, &ward.entry)));
        let again = send(&nurse, &wrong, &ward.entry, &[("code", &ward.codes[0])]);
        assert_eq!((again.status, again.text("h1").as_str()), (200, "You are signed in again"), "{}", again.body);
        assert!(again.body.contains("Do not send it and go to the home page"));
        assert!(!nurse.get("/en/account").body.contains("Nurse &lt;Nina&gt;"), "nothing is done before the click");

        assert_eq!(send(&nurse, &again, "/en/account/profile", &[]).status, 303);

        assert!(nurse.get("/en/account").body.contains("Nurse &lt;Nina&gt;"));
    }
}

on_both! {
    async fn what_somebody_wrote_is_never_sent_by_whoever_enters_next(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);
        later(&ward, TimeDelta::minutes(11));
        let beside = nurse.submit("/en/account/profile", &[("name", "Nurse Nina"), ("language", "en")]);
        assert_eq!(beside.status, 403, "{}", beside.body);

        let next = send(&nurse, &beside, &ward.entry, &[("code", &ward.codes[1])]);

        assert_eq!((next.status, next.header("location")), (303, Some("/en")), "{}", next.body);
        assert!(!nurse.get("/en/account").body.contains("Nurse Nina"));
        nurse.submit("/en/sign-out", &[]);
        let back = send(&nurse, &beside, &ward.entry, &[("code", &ward.codes[0])]);
        assert_eq!(back.status, 303, "somebody else was here meanwhile: {}", back.body);
    }
}

on_both! {
    async fn a_page_that_is_asked_for_after_the_time_leads_to_the_entry_and_from_there_back(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);
        later(&ward, TimeDelta::minutes(11));

        let led = nurse.get("/en/account/profile");
        let entry = format!("{}?after=time&next=%2Fen%2Faccount%2Fprofile", ward.entry);
        assert_eq!((led.status, led.header("location")), (303, Some(&*entry)));
        let shown = nurse.get(&entry);
        let back = send(&nurse, &shown, &ward.entry, &[("code", &ward.codes[0])]);

        assert_eq!((back.status, back.header("location")), (303, Some("/en/account/profile")), "{}", back.body);
        let evil = nurse.get(&format!("{}?next=https%3A%2F%2Fevil.example", ward.entry));
        assert!(!evil.body.contains("evil.example"));
    }
}

on_both! {
    async fn whoever_signs_in_by_password_uses_a_device_of_their_own(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);
        later(&ward, TimeDelta::minutes(11));
        ward.app.enter(&nurse, ADMINISTRATOR).await;
        later(&ward, TimeDelta::minutes(70));

        assert_eq!(nurse.get("/en/account").header("location"), Some("/en/sign-in?next=%2Fen%2Faccount"));
    }
}
