//! The office: what waits, what can be done, what is refused, and who was faster.

use allmende::actions::round::{certify_round, extend_voting};
use allmende::domain::schedule::Phase;
use allmende::domain::time::Instant;
use allmende::store::schema::ballots;
use allmende::store::{Lock, StoreError};
use diesel::prelude::*;

use super::stage::{Stage, TITLE};
use crate::harness::rounds::{OFFICE, reason};

const ROUND: &str = "/en/office/rounds/lindenau";
const EXTEND: &str = "/en/office/rounds/lindenau/extend";
const CLOSE: &str = "/en/office/rounds/lindenau/close";
const CERTIFY: &str = "/en/office/rounds/lindenau/certify";
const COUNT: &str = "/en/office/rounds/lindenau/count";
const PUBLISH: &str = "/en/office/rounds/lindenau/publish";
const REASON: &str = "The letters came late.";

fn instant(text: &str) -> Option<Instant> {
    Some(Instant::parse(text).unwrap())
}

async fn end_of(stage: &Stage) -> Option<Instant> {
    stage.now().await.schedule.span(allmende::domain::schedule::Window::Voting).unwrap().closes_at
}

on_both! {
    async fn an_administrator_leads_a_round_from_voting_to_its_result(database) {
        let stage = Stage::new(database).await;
        stage.vote(12, 12).await;
        let client = stage.app.signed_in();
        assert!(client.get("/en/office").body.contains(TITLE));
        let page = client.get(ROUND);
        assert!(page.text("table").contains("12"), "ballots by day");

        let form = client.get(EXTEND);
        let seen = form.value("closes_at").unwrap();
        assert_eq!(form.value("date").as_deref(), Some("2027-05-15"));
        let fields = [("date", "2027-05-20"), ("time", "23:59"), ("reason", REASON), ("closes_at", &seen)];
        let extended = client.submit(EXTEND, &fields);
        assert_eq!(extended.header("location"), Some("/en/office/rounds/lindenau?done=extended"), "{}", extended.body);
        assert_eq!(end_of(&stage).await, instant("2027-05-20T21:59:00Z"));
        let told = client.get(extended.header("location").unwrap());
        assert!(told.text("[role=alert]").contains("Now: Thursday, 20 May 2027, 23:59"));
        assert!(told.text(".trail").contains(REASON), "the record shows the reason");

        let seen = client.get(CLOSE).value("closes_at").unwrap();
        let closed = client.submit(CLOSE, &[("reason", REASON), ("confirm", TITLE), ("closes_at", &seen)]);
        assert_eq!(closed.header("location"), Some("/en/office/rounds/lindenau?done=closed"), "{}", closed.body);
        assert!(client.get("/en/office").body.contains("certify the voting"));

        assert!(client.get(CERTIFY).text(".facts").contains("Both numbers are the same."));
        let certified = client.submit(CERTIFY, &[("confirm", TITLE)]);
        assert_eq!(certified.header("location"), Some(COUNT), "{}", certified.body);
        let waiting = client.get(COUNT);
        assert_eq!(waiting.text("[role=status]"), "The count is about to begin.");
        assert!(waiting.body.contains("http-equiv=\"refresh\""));
        assert_eq!(client.get(PUBLISH).header("location"), Some(COUNT), "nothing is counted yet");
        stage.run_jobs().await;
        let counted = client.get(COUNT);
        assert!(counted.text("[role=status]").starts_with("Counted on"));
        assert!(!counted.body.contains("http-equiv=\"refresh\""));

        let value = client.get(PUBLISH).value("check_value").unwrap();
        let published = client.submit(PUBLISH, &[("check_value", &value)]);
        assert_eq!(published.header("location"), Some("/en/office/rounds/lindenau?done=published"), "{}", published.body);
        assert_eq!(stage.now().await.phase(stage.app.time.get()), Phase::Result);
        assert_eq!(stage.app.client().get("/en/rounds/lindenau/result").status, 200);
    }
}

on_both! {
    async fn all_that_is_wrong_is_told_at_once_and_what_was_typed_stays(database) {
        let stage = Stage::new(database).await;
        let client = stage.app.signed_in();
        let seen = client.get(EXTEND).value("closes_at").unwrap();

        let answer = client.submit(EXTEND, &[("date", "2027-05-02"), ("time", ""), ("reason", "late"), ("closes_at", &seen)]);
        assert_eq!(answer.status, 422);
        for words in ["Enter the time.", "Write a little more"] {
            assert_eq!(answer.body.matches(words).count(), 2, "in the summary and at the field: {words}");
        }
        assert_eq!(answer.text("textarea"), "late");
        let earlier = [("date", "2027-05-02"), ("time", "12:00"), ("reason", REASON), ("closes_at", &seen)];
        assert!(client.submit(EXTEND, &earlier).body.contains("The new end is not after the present one."));

        let seen = client.get(CLOSE).value("closes_at").unwrap();
        let long = "x".repeat(501);
        let answer = client.submit(CLOSE, &[("reason", &long), ("confirm", "Lindenau"), ("closes_at", &seen)]);
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("Shorten the reason to 500 characters."));
        assert_eq!(answer.value("confirm").as_deref(), Some("Lindenau"));
        assert_eq!(stage.now().await.phase(stage.app.time.get()), Phase::Voting, "nothing was done");
    }
}

on_both! {
    async fn whoever_is_slower_learns_what_happened_and_keeps_the_text(database) {
        let stage = Stage::new(database).await;
        let client = stage.app.signed_in();
        let seen = client.get(EXTEND).value("closes_at").unwrap();
        let later = instant("2027-06-01T10:00:00Z").unwrap();
        extend_voting(&stage.app.db, OFFICE, stage.id(), later, reason()).await.unwrap();

        let fields = [("date", "2027-07-01"), ("time", "12:00"), ("reason", REASON), ("closes_at", seen.as_str())];
        let moved = client.submit(EXTEND, &fields);
        assert_eq!(moved.status, 409);
        assert!(moved.text(".lead").contains("the end of voting was moved"), "{}", moved.text(".lead"));
        assert!(moved.text(".intern").contains(REASON));
        assert_eq!(end_of(&stage).await, Some(later), "nothing was changed");

        let seen = client.get(CLOSE).value("closes_at").unwrap();
        stage.close().await;
        let closed = client.submit(CLOSE, &[("reason", REASON), ("confirm", TITLE), ("closes_at", &seen)]);
        assert_eq!(closed.status, 409);
        assert!(closed.text(".lead").contains("voting ended on") && closed.text(".intern").contains(REASON));

        certify_round(&stage.app.db, OFFICE, stage.id()).await.unwrap();
        let certified = client.submit(CERTIFY, &[("confirm", TITLE)]);
        assert_eq!(certified.status, 409);
        assert!(certified.text(".lead").contains("the voting was certified on"));

        stage.run_jobs().await;
        let other = client.submit(PUBLISH, &[("check_value", "0000 0000 0000 0000")]);
        assert_eq!(other.status, 409);
        assert!(other.text(".lead").contains("counted again"));
        let value = client.get(PUBLISH).value("check_value").unwrap();
        assert_eq!(client.submit(PUBLISH, &[("check_value", &value)]).status, 303);
        let again = client.submit(PUBLISH, &[("check_value", &value)]);
        assert_eq!(again.status, 409);
        assert!(again.text(".lead").contains("the result was published on"));
    }
}

on_both! {
    async fn nobody_signs_for_a_box_that_does_not_agree_with_the_roll(database) {
        let stage = Stage::new(database).await;
        stage.vote(3, 0).await;
        stage.close().await;
        let id = stage.id().value();
        let steal = move |tx: &mut allmende::store::Tx<'_>| {
            diesel::delete(ballots::table.filter(ballots::round_id.eq(id))).execute(tx.conn)?;
            Ok::<_, StoreError>(())
        };
        stage.app.db.write(Lock::Nothing, steal).await.unwrap();
        let client = stage.app.signed_in();

        let form = client.get(CERTIFY);
        let answer = client.submit(CERTIFY, &[("confirm", TITLE)]);

        assert!(form.text(".facts .why").contains("Do not certify."));
        assert_eq!(form.value("confirm"), None, "there is no form to send");
        assert_eq!(answer.status, 422);
        assert!(answer.text(".facts .why").contains("Do not certify."));
        assert_eq!(stage.now().await.facts.certified_at, None);
    }
}

on_both! {
    async fn strangers_are_led_to_the_sign_in_and_voters_too(database) {
        let stage = Stage::new(database).await;
        let client = stage.app.client();

        for path in ["/en/office", ROUND, EXTEND, CLOSE, CERTIFY, COUNT, PUBLISH, "/en/office/settings", "/en/office/settings/failed-mails"] {
            let answer = client.get(path);
            assert_eq!(answer.status, 303, "{path}");
            assert!(answer.header("location").unwrap().starts_with("/en/sign-in?next=%2Fen%2Foffice"), "{path}");
        }
        let signed_in = stage.app.signed_in();
        assert_eq!(signed_in.get("/en/office/rounds/nothing").status, 404);
        for path in [CERTIFY, COUNT] {
            assert_eq!(signed_in.get(path).header("location"), Some(ROUND), "{path} comes later");
        }
        assert_eq!(signed_in.get("/de/office").status, 200);
    }
}
