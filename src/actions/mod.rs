//! One verb per file: the only writers of the domain's rows.
//!
//! Each action checks permission inside its transaction, changes rows, appends to the record and enqueues its mails.
//! Actions never call actions; what several share are functions over the transaction in [`steps`]. Everything random
//! or slow happens before the transaction.

pub mod accessibility_report;
pub mod account;
pub mod ballot;
pub mod council;
pub mod department;
pub mod follow;
pub mod organisation;
pub mod people;
pub mod personal_data;
pub mod personnel;
pub mod proposal;
pub mod question;
pub mod report;
pub mod review;
pub mod round;
pub mod round_set_up;
pub mod shortlist;
pub mod steps;
pub mod support;
pub mod workplace;
