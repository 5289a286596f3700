//! What happens to a round, in the order of its life.

mod certify;
mod close_voting;
mod create;
mod extend_voting;
mod make_codes;
mod open_box;
mod open_voting;
mod publish;
mod publish_result;
mod record_count;
mod refusal;
mod replace_profile;

pub use certify::certify_round;
pub use close_voting::{close_voting, close_voting_early};
pub use create::{AreaContent, ProjectContent, RoundContent, create_round};
pub use extend_voting::extend_voting;
pub use make_codes::{MAX_BATCH, MakeCodesError, make_codes};
pub use open_box::{OpenBoxError, open_box};
pub use open_voting::open_voting;
pub use publish::publish_round;
pub use publish_result::{FEWEST_BALLOTS, PublishResultError, publish_result};
pub use record_count::record_count;
pub use refusal::RoundError;
pub use replace_profile::replace_profile;
