//! Pages and forms over HTTP.

pub mod assets;
pub mod layout;
pub mod parts;
