//! Allmende: the service with which a town lets its people decide.
//!
//! This page is the map of the house. Data flows down; a room may use the rooms below it, never those above
//! (`tests/architecture.rs` reads the sources and fails where an arrow points up):
//!
//! ```text
//!              web      jobs      cli             edges: parse what comes in, show what goes out
//!                \       |       /
//!                     actions                     one verb per file; the only writers of the domain's rows
//!       /      /      |       |       \      \
//!   store  secrecy  record  mail  exchange  media the only SQL | keys and seals | the log | messages | files | pictures
//!       \      \      |       |       /      /
//!                      locale, draw               words and formats | SVG
//!                         |
//!                      domain                     pure
//!                         |
//!                       tally                     pure, the crate `allmende-tally`
//! ```
//!
//! `backup` stands beside the actions: it copies a whole installation and fills an empty one, for `cli`.
//!
//! A newcomer's two walks:
//!
//! * *A ballot is cast*: `web::vote::cast` → `actions::ballot::cast` → `domain::ballot`, `secrecy`, `store`.
//! * *A round is closed, certified, counted, published*: `web::office` (or `jobs::transitions`, or `cli`) →
//!   `actions::round::close_voting` → `actions::round::certify` → `jobs::count_round` → `actions::round::publish_result`.

pub mod actions;
pub mod app;
pub mod backup;
pub mod cli;
pub mod config;
pub mod demo;
pub mod domain;
pub mod draw;
pub mod exchange;
pub mod jobs;
pub mod locale;
pub mod mail;
pub mod media;
pub mod record;
pub mod secrecy;
pub mod store;
pub mod web;
