//! What happens to a department: it is added, edited, retired and brought back, and never deleted.

mod add;
mod edit;
mod refusal;
mod retire;

pub use add::add_department;
pub use edit::edit_department;
pub use refusal::DepartmentError;
pub use retire::{bring_back_department, retire_department};
