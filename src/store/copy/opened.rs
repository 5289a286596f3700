//! What was open at the moment of a copy and must not be open again after a restore: sessions, links and digits that
//! somebody has ended or used since.

use diesel::prelude::*;

use super::error::CopyError;
use crate::store::conn::{Conn, Purpose, open_link};
use crate::store::dialect::{begin_writing, commit, roll_back};
use crate::store::error::StoreError;
use crate::store::schema::{address_changes, pending_second_factors, sessions, sign_ins};
use crate::store::url::DatabaseUrl;

/// Ends them all: everybody signs in again.
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
    diesel::delete(pending_second_factors::table).execute(conn)?;
    diesel::delete(sessions::table).execute(conn)?;
    diesel::delete(sign_ins::table).execute(conn)?;
    diesel::delete(address_changes::table).execute(conn)?;
    Ok(())
}
