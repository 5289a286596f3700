//! Pages and forms over HTTP.

pub mod assets;
pub mod layout;
pub mod mailbox;
pub mod office;
pub mod parts;
pub mod result;
pub mod settings;
pub mod sign_in;
pub mod templates;
