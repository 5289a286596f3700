//! How often codes may be tried at an entry. A right code lets in whatever others typed: a prankster locks no ward out.
//! Only codes that led nowhere count, once they were looked up; too many of them are told to wait. What does not pass the
//! check character says nothing about any code and is neither looked up nor counted.
//!
//! What refuses right codes too is the ceiling, which only a flood reaches. Guessing is hopeless even so. A code has 55
//! random bits: where 10,000 codes were handed out, one of 3.6 · 10¹² tries hits one. A network that tries as often as the
//! ceiling allows needs 34,000 years for that. However many networks help, a server that answers 2,000 tries a second and
//! nothing else needs 57, and another address of the workplace ends it at once.

use chrono::TimeDelta;

use crate::domain::ids::WorkplaceId;
use crate::web::address::ClientAddress;
use crate::web::limits::Limit;

/// Wrong codes from one network at one workplace. A whole ward may stand behind it, with all who mistake one slip for
/// another.
const WRONG: i64 = 20;
/// Codes from one network, right or wrong: all shifts of a large hospital at once are fewer.
const CEILING: i64 = 2_000;
/// So long somebody waits at most.
const SPAN: TimeDelta = TimeDelta::minutes(10);

/// What a code counts for before it is looked up.
pub(super) fn looked_up(address: ClientAddress) -> Limit {
    Limit { bucket: format!("enter {}", address.limit_key()), most: CEILING, span: SPAN }
}

/// What a code counts for that led nowhere.
pub(super) fn wrong(address: ClientAddress, workplace: WorkplaceId) -> Limit {
    Limit { bucket: format!("enter-wrong {workplace} {}", address.limit_key()), most: WRONG, span: SPAN }
}
