//! How often one person may change a ballot.

use allmende::domain::ids::CastNumber;
use allmende::store::schema::participations;
use allmende::store::{Lock, StoreError, Tx};
use diesel::prelude::*;

use super::{Booth, choices, hidden};

async fn has_cast(booth: &Booth, times: u32) {
    let set = move |tx: &mut Tx<'_>| {
        let all = diesel::update(participations::table).set(participations::cast_number.eq(i64::from(times)));
        all.execute(tx.conn).map_err(StoreError::from)
    };
    booth.app.db.write(Lock::Nothing, set).await.unwrap();
}

on_both! {
    async fn after_the_last_change_that_is_allowed_the_last_ballot_counts(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        booth.cast(&client, &[("p1", "5")]);
        has_cast(&booth, CastNumber::MOST.value() - 1).await;
        let last = booth.checked(&client, &[("p4", "1")]);
        let mut one_more = last.clone();
        for (name, value) in &mut one_more {
            match name.as_str() {
                "cast_number" => *value = CastNumber::MOST.to_string(),
                "cast_key" => *value = "ab".repeat(16),
                _ => {}
            }
        }

        let [taken, again] = [(); 2].map(|()| booth.send(&client, "/cast", &last));
        let refused = booth.send(&client, "/cast", &one_more);

        assert_eq!((taken.status, again.status), (303, 303), "the last one, and its answer once more");
        assert_eq!((refused.status, refused.text("h1").as_str()), (422, "You cannot change your vote here any more"));
        assert_eq!(refused.text("main .lead"), "You have changed your vote too often. Your last vote counts.");
        assert_eq!(choices(&hidden(&refused, "main form")), []);
        assert_eq!(booth.round.participation(&voter).await.unwrap().cast_number, CastNumber::MOST);
        assert_eq!(booth.round.box_content().await[0].0.areas[0].choices[0].project.value(), 4);
        assert_eq!(booth.round.leaves().await.len(), 2, "what was refused left nothing behind");
    }
}

on_both! {
    async fn who_may_change_nothing_more_is_told_before_choosing(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        booth.cast(&client, &[("p1", "5")]);
        let offered = |page: &str| client.get(&booth.at(page)).body.contains("/vote/ballot?again=1");
        assert!(offered("/receipt") && offered("/ballot"));

        has_cast(&booth, CastNumber::MOST.value()).await;

        let main = |page: &str| client.get(&booth.at(page)).body.split("<main").nth(1).unwrap().to_owned();
        assert!(!main("/receipt").contains("again=1") && !main("/ballot").contains("again=1"));
        let ballot = client.get(&booth.at("/ballot?again=1"));
        assert_eq!((ballot.status, ballot.text("h1").as_str()), (422, "You cannot change your vote here any more"));
    }
}
