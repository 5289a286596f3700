//! The same proofs as on every change, in their full size. See README.md here.

use crate::actions::{casting, closing, race};
use crate::crash::{Size, kill_while_casting};

on_both! {
    #[ignore = "long; see tests/long/README.md"]
    async fn d1_a_hundred_kills_and_twenty_thousand_ballots(database) {
        kill_while_casting(database, Size { kills: 100, ballots: 20_000, voters: 1_000 }).await;
    }
}

on_both! {
    #[ignore = "long; see tests/long/README.md"]
    async fn d8_fifty_times_a_thousand_casts(database) {
        race::short_races(database, 50, 1_000).await;
    }
}

on_both! {
    #[ignore = "long; see tests/long/README.md"]
    async fn d9_twenty_times_two_thousand_casts_around_the_end(database) {
        casting::last_seconds(database, 20, 2_000).await;
    }
}

on_both! {
    #[ignore = "long; see tests/long/README.md"]
    async fn d10_two_hundred_ends_that_meet(database) {
        closing::ends_that_meet(database, 200).await;
    }
}
