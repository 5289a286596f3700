//! Pages and forms over HTTP.
//!
//! A request passes `headers`, `metrics`, `logging`, `errors::answer` and, under a language, `visitor::resolve` and
//! `kept::keep`; then a feature's handler extracts, parses, calls and answers. `routes` has every address; `site` is
//! what handlers work with; `frame` and `answer` turn a view into a page. `templates` renders; `layout` is the frame of
//! every page, `parts` what several share, `reading` a form without its form; each feature keeps what its pages show in its
//! `view`.

pub mod accessibility_reports;
pub mod account;
pub mod address;
pub mod answer;
pub mod api;
pub mod assets;
mod brotli;
pub mod council;
pub mod csrf;
pub mod departments;
pub mod easy;
pub mod enter_proposals;
pub mod error;
pub mod errors;
mod filter;
pub mod following;
pub mod form;
pub mod frame;
mod headers;
mod health;
pub mod home;
pub mod invitation;
mod kept;
pub mod layout;
pub mod legal;
pub mod limits;
pub mod logging;
mod logo;
pub mod mailbox;
pub mod metrics;
pub mod moderation;
pub mod office;
mod organisation;
pub mod parts;
pub mod people;
pub mod projects;
pub mod proposals;
pub mod propose;
pub mod questions;
pub mod reading;
pub mod record;
pub mod reports;
pub mod result;
pub mod review;
pub mod round;
pub mod routes;
mod sent_once;
pub mod server;
pub mod session;
pub mod set_up;
pub mod settings;
mod shared;
pub mod shortlist;
pub mod sign_in;
pub mod site;
pub mod supports;
pub mod templates;
mod theme;
pub mod tokens;
mod upload;
pub mod versions;
pub mod visitor;
pub mod vote;
pub mod who_can;
pub mod workplaces;
