//! The tests of the service.

mod office_pages;
