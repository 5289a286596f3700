//! The demonstration's mailbox: mails that were written to files instead of being sent.

pub mod view;
