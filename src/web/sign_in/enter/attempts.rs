//! How often a code that nobody has may be tried: guessing is hopeless, and one prankster locks no ward out for long.
//!
//! A code has 55 random bits, so that even a whole year of trying as often as is allowed finds none. What does not pass
//! the check character says nothing about any code and is not counted; neither is a code that lets in.

use chrono::TimeDelta;

use crate::domain::ids::WorkplaceId;
use crate::web::address::ClientAddress;
use crate::web::limits::Limit;
use crate::web::sign_in::attempts::Attempt;

/// From one network at one workplace. A whole ward may stand behind it, with all who mistake one slip for another.
const FROM_NETWORK: i64 = 20;
/// At one workplace, from wherever.
const AT_WORKPLACE: i64 = 200;
/// From one network, at all workplaces together.
const FROM_NETWORK_EVERYWHERE: i64 = 100;
/// So long somebody waits at most.
const SPAN: TimeDelta = TimeDelta::minutes(10);

/// One try, to be counted.
pub(super) fn attempt(address: ClientAddress, workplace: WorkplaceId) -> Attempt {
    let network = address.limit_key();
    let limit = |bucket: String, most| Limit { bucket, most, span: SPAN };
    Attempt::within([
        limit(format!("enter {workplace} {network}"), FROM_NETWORK),
        limit(format!("enter {workplace}"), AT_WORKPLACE),
        limit(format!("enter {network}"), FROM_NETWORK_EVERYWHERE),
    ])
}
