//! What happens to an account.

mod create_administrator;
mod create_api_token;
mod revoke_api_token;

pub use create_administrator::{CreateAdministratorError, create_administrator};
pub use create_api_token::{ApiTokenError, CreateApiToken, create_api_token};
pub use revoke_api_token::revoke_api_token;
