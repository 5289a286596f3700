//! What was open at the moment of a copy and must not be open again after a restore: sessions, links and digits that
//! somebody has ended or used since.

use diesel::prelude::*;

use super::error::CopyError;
use crate::store::conn::{Conn, Purpose, open_link};
use crate::store::dialect::{begin_writing, commit, roll_back};
use crate::store::error::StoreError;
use crate::store::url::DatabaseUrl;

/// The tables that hold it. No other table points at their rows.
pub(super) const TABLES: [&str; 4] = ["pending_second_factors", "sessions", "sign_ins", "address_changes"];

/// Ends it all in a file that nobody uses yet: everybody signs in again.
pub(super) fn end_what_was_open(url: &DatabaseUrl) -> Result<(), CopyError> {
    let mut link = open_link(url, Purpose::Writing)?;
    begin_writing(&mut link.conn)?;
    match delete_all(&mut link.conn) {
        Ok(()) => Ok(commit(&mut link.conn)?),
        Err(error) => {
            // The connection ends here, and with it what was begun.
            drop(roll_back(&mut link.conn));
            Err(error.into())
        }
    }
}

fn delete_all(conn: &mut Conn) -> Result<(), StoreError> {
    for table in TABLES {
        diesel::sql_query(format!("delete from {table}")).execute(conn)?;
    }
    Ok(())
}
