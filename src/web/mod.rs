//! Pages and forms over HTTP. `templates` renders; `layout` is the frame of every page, `parts` what several share;
//! each feature keeps what its pages show in its `view`.

pub mod assets;
pub mod errors;
pub mod home;
pub mod layout;
pub mod legal;
pub mod mailbox;
pub mod office;
pub mod parts;
pub mod projects;
pub mod result;
pub mod round;
pub mod settings;
pub mod sign_in;
pub mod templates;
pub mod vote;
