//! The tests of the service.

#[cfg(test)]
#[macro_use]
mod harness;
#[cfg(test)]
mod actions;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod locale;
#[cfg(test)]
mod long;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod office_pages;
#[cfg(test)]
mod personal_data;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod store;
#[cfg(test)]
mod tally;
