//! What happens to an account.

mod create_administrator;

pub use create_administrator::{CreateAdministratorError, create_administrator};
