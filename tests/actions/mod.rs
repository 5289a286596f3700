//! The actions on a database, without a browser.

pub(crate) mod casting;
pub(crate) mod closing;
mod life;
mod opening;
pub(crate) mod race;
mod refusals;
