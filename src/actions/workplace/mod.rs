//! What is done with workplaces, where employees share a computer: one file for each act.

mod add;
mod close;
mod new_address;
mod refusal;
mod rename;

pub use add::add_workplace;
pub use close::{close_workplace, reopen_workplace};
pub use new_address::give_new_address;
pub use refusal::WorkplaceError;
pub use rename::rename_workplace;
