//! Which sentence tells of a role.

use crate::domain::role::RoleWay;
use crate::record::{Act, Details};

/// The sentences of one act.
#[derive(Clone, Copy)]
pub(super) struct RoleKeys {
    /// The role holds in every round.
    pub everywhere: &'static str,
    /// The role holds in a round whose title may be said.
    pub in_the_round: &'static str,
    /// The role holds in a round whose title this reader may not know.
    pub in_one_round: &'static str,
}

/// The sentences of an act that concerns a role; none for any other act.
pub(super) fn keys(act: Act, details: &Details) -> Option<RoleKeys> {
    Some(match act {
        Act::RoleGiven if details.written("way") == Some(RoleWay::Accepted.as_str()) => RoleKeys {
            everywhere: "record-act-role-accepted",
            in_the_round: "record-act-role-accepted-round",
            in_one_round: "record-act-role-accepted-one-round",
        },
        Act::RoleGiven => RoleKeys {
            everywhere: "record-act-role-given",
            in_the_round: "record-act-role-given-round",
            in_one_round: "record-act-role-given-one-round",
        },
        Act::RoleTaken => RoleKeys {
            everywhere: "record-act-role-taken",
            in_the_round: "record-act-role-taken-round",
            in_one_round: "record-act-role-taken-one-round",
        },
        Act::RoleDepartmentsChanged => RoleKeys {
            everywhere: "record-act-role-departments-changed",
            in_the_round: "record-act-role-departments-changed-round",
            in_one_round: "record-act-role-departments-changed-one-round",
        },
        Act::InvitationSent => RoleKeys {
            everywhere: "record-act-invitation-sent",
            in_the_round: "record-act-invitation-sent-round",
            in_one_round: "record-act-invitation-sent-one-round",
        },
        Act::InvitationWithdrawn => RoleKeys {
            everywhere: "record-act-invitation-withdrawn",
            in_the_round: "record-act-invitation-withdrawn-round",
            in_one_round: "record-act-invitation-withdrawn-one-round",
        },
        _ => return None,
    })
}
