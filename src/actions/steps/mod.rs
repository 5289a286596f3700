//! Steps that several actions share: functions over the transaction.

mod authorise;
mod record;

pub use authorise::{Forbidden, authorise};
pub use record::{EntryDraft, append};
