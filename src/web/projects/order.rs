//! The 64 random orders of a list. One of them is the day's; which one is shown stands in the address, so that a page
//! that somebody shares is the page that the other one sees.

use chrono::{Datelike, NaiveDate};
use sha2::{Digest, Sha256};

use crate::domain::ids::ProjectId;
use crate::domain::round::Round;
use crate::store::projects::ProjectKey;
use crate::store::proposal_lists::Shuffle;

const ORDERS: u8 = 64;

/// One of the 64 orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct Order(u8);

impl Order {
    /// The order of a day. The same one comes back after 64 days.
    pub(in crate::web) fn of_day(day: NaiveDate) -> Self {
        let number = day.num_days_from_ce().rem_euclid(i32::from(ORDERS));
        Self(u8::try_from(number).unwrap_or_default())
    }

    /// Reads the number in an address.
    pub(in crate::web) fn parse(text: &str) -> Option<Self> {
        text.parse().ok().filter(|number| *number < ORDERS).map(Self)
    }

    /// The number that stands in addresses.
    pub(in crate::web) const fn number(self) -> u8 {
        self.0
    }

    /// This order of a round's proposals. The database computes it, because there may be very many of them.
    pub(in crate::web) fn shuffle(self, round: &Round) -> Shuffle {
        let mut hash = Sha256::new();
        hash.update([self.0]);
        hash.update(round.public_id.as_bytes());
        let hash = <[u8; 32]>::from(hash.finalize());
        let [a, b, c, d, e, f, g, h, ..] = hash;
        Shuffle::new(u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h]))
    }

    /// Projects in this order, which is another one in each round.
    pub(in crate::web) fn sorted(self, round: &Round, mut projects: Vec<ProjectKey>) -> Vec<ProjectId> {
        projects.sort_by_cached_key(|project| {
            let mut hash = Sha256::new();
            hash.update([self.0]);
            hash.update(round.public_id.as_bytes());
            hash.update(project.number.value().to_le_bytes());
            <[u8; 32]>::from(hash.finalize())
        });
        projects.into_iter().map(|project| project.id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_has_an_order_and_the_next_day_another() {
        let day = NaiveDate::from_ymd_opt(2027, 10, 1).unwrap();

        assert_ne!(Order::of_day(day), Order::of_day(day.succ_opt().unwrap()));
        assert!(day.iter_days().take(64).all(|day| Order::of_day(day).number() < 64));
        assert_eq!(Order::of_day(day), Order::of_day(day + chrono::TimeDelta::days(64)));
    }

    #[test]
    fn an_address_names_one_of_64_orders() {
        assert_eq!(Order::parse("63"), Some(Order(63)));
        for wrong in ["64", "-1", "", "x", "1000"] {
            assert_eq!(Order::parse(wrong), None, "{wrong}");
        }
    }
}
