//! The tests of the service.

#[cfg(test)]
#[macro_use]
mod harness;
#[cfg(test)]
mod locale;
#[cfg(test)]
mod office_pages;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod store;
