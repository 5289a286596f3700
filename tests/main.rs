//! The tests of the service.

#[cfg(test)]
mod locale;
