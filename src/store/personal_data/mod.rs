//! Personal data: which columns hold it, and the deletion of what has had its time.

mod authors;
mod columns;
mod delete;
mod forgotten;
mod run;

pub use columns::{COLUMNS, Held};
pub use delete::{BATCH, delete_overdue, is_overdue};
pub use run::{
    claim_deletion, delete_counts, find_last_deletion, insert_or_add_count, update_deletion_done,
    update_deletion_failed,
};
