//! The actions on a database, without a browser.

mod accounts;
mod authors;
pub(crate) mod casting;
pub(crate) mod closing;
mod council;
mod entering;
mod following;
mod giving_back;
pub(crate) mod life;
mod opening;
mod people;
mod personnel;
mod questions;
pub(crate) mod race;
mod refusals;
mod reviewers;
mod reviews;
mod safety;
mod shortlist;
mod supports;
mod ways_in;
