//! Steps that several actions share: functions over the transaction.

mod authorise;
mod ballot;
mod enqueue;
mod forget_account;
mod languages;
mod move_address;
mod people;
mod profile;
mod proposal;
mod record;
mod roll;
mod round;
mod stronger;
mod tell;
mod tell_followers;

pub use authorise::{Forbidden, authorise};
pub use ballot::take_off_ballot;
pub use enqueue::{Outgoing, enqueue, enqueue_by_the_hour, leaves_at};
pub use forget_account::{forget_account, refs_of};
pub use languages::languages_on_offer;
pub use move_address::move_address;
pub use people::{
    authorise_alone, change_departments, department_names, give_role, grant_details, is_last_administrator,
    mandate_details, round_title, tell_of_role,
};
pub use profile::write_profile;
pub use proposal::{enter_on_proposal, tell_author};
pub use record::{RecordIds, account_subject, actor_ref, append};
pub use roll::read_roll;
pub use round::{note_voting_closed, round_of, schedule_voting};
pub use stronger::authorise_owner;
pub use tell::{tell_administrators, tell_owner};
pub use tell_followers::tell_followers;
