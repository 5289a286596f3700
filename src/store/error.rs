//! What a database can do to us, in the words that the rest of the house needs. Opening has its own error, because
//! an operator reads it at the start; everything later is a [`StoreError`].

use std::sync::Arc;

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error};

use super::url::DatabaseUrl;

/// What went wrong between a caller and the database. It is `Clone` because one failed commit is told to many.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// The row that was asked for, or the round that was to be locked, does not exist.
    #[error("no such row")]
    NotFound,
    /// A unique key already holds this value. SQLite does not say which, so a store function has one that can.
    #[error("the row exists already")]
    Conflict,
    /// A foreign key, a not-null or a check of the database refused the row.
    #[error("a rule of the database refused the row: {0}")]
    Violation(String),
    /// A row holds something that this program cannot have written.
    #[error("{table}.{column} holds {value:?}, which means nothing here")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// What stands in it.
        value: String,
    },
    /// Too many wait already; the caller may come back in a second.
    #[error("too many requests are waiting for the database")]
    Full,
    /// Somebody else holds a lock for longer than we wait, or a statement took too long.
    #[error("the database is busy: {0}")]
    Busy(String),
    /// Two transactions stood in each other's way and one must run again.
    #[error("two transactions collided: {0}")]
    Collision(String),
    /// The database may be read but not written.
    #[error("the database is read-only")]
    ReadOnly,
    /// The disk, or the quota, of the database is full.
    #[error("the disk of the database is full")]
    DiskFull,
    /// The disk answers with errors.
    #[error("the disk of the database fails: {0}")]
    Disk(String),
    /// The connection was lost or could not be made.
    #[error("the database cannot be reached: {0}")]
    Unavailable(String),
    /// The program is shutting down, or writing was stopped after the disk failed.
    #[error("the database takes no more requests")]
    Stopped,
    /// The closure panicked; its transaction was undone.
    #[error("a fault in the program undid the transaction")]
    Panicked,
    /// The transaction was to be committed, and then nobody could say any more whether it was.
    #[error("nobody knows whether the transaction was committed")]
    Unsure(#[source] Box<StoreError>),
    /// Anything else, which is a mistake of ours.
    #[error("the database refused a statement")]
    Database(#[source] Arc<Error>),
}

/// What became of a write that ended with an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Nothing of it stands.
    Undone,
    /// It may stand.
    Unknown,
}

impl StoreError {
    /// What became of the write that ended with this. Every error but one comes before the commit, or is the
    /// database's own word that it has undone the transaction.
    #[must_use]
    pub const fn fate(&self) -> Fate {
        match self {
            Self::Unsure(_) => Fate::Unknown,
            Self::NotFound
            | Self::Conflict
            | Self::Violation(_)
            | Self::Corrupt { .. }
            | Self::Full
            | Self::Busy(_)
            | Self::Collision(_)
            | Self::ReadOnly
            | Self::DiskFull
            | Self::Disk(_)
            | Self::Unavailable(_)
            | Self::Stopped
            | Self::Panicked
            | Self::Database(_) => Fate::Undone,
        }
    }

    /// The same as the answer to a commit. A database that names a reason has undone the transaction; one that cannot
    /// be heard, that no longer knows what is on its disk, or that says what we do not know, may have kept it.
    pub(super) fn while_committing(self) -> Self {
        match self {
            Self::Conflict
            | Self::Violation(_)
            | Self::Busy(_)
            | Self::Collision(_)
            | Self::ReadOnly
            | Self::DiskFull
            | Self::Unsure(_) => self,
            Self::NotFound
            | Self::Corrupt { .. }
            | Self::Full
            | Self::Disk(_)
            | Self::Unavailable(_)
            | Self::Stopped
            | Self::Panicked
            | Self::Database(_) => Self::Unsure(Box::new(self)),
        }
    }

    /// A row that holds something unknown.
    #[must_use]
    pub fn corrupt(table: &'static str, column: &'static str, value: &str) -> Self {
        Self::Corrupt { table, column, value: value.to_owned() }
    }

    /// Whether SQLite drops the *whole* transaction on this, so that later statements would commit one by one.
    pub(super) fn undoes_the_transaction(&self) -> bool {
        match self {
            Self::Busy(_) | Self::DiskFull | Self::Disk(_) => true,
            Self::NotFound
            | Self::Conflict
            | Self::Violation(_)
            | Self::Corrupt { .. }
            | Self::Full
            | Self::Collision(_)
            | Self::ReadOnly
            | Self::Unavailable(_)
            | Self::Stopped
            | Self::Panicked
            | Self::Unsure(_)
            | Self::Database(_) => false,
        }
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match &error {
            Error::NotFound => Self::NotFound,
            Error::DatabaseError(kind, information) => {
                known(kind, information.as_ref()).unwrap_or_else(|| Self::Database(Arc::new(error)))
            }
            Error::RollbackErrorOnCommit { commit_error, .. } => {
                copy(commit_error).unwrap_or_else(|| Self::Database(Arc::new(error)))
            }
            _ => Self::Database(Arc::new(error)),
        }
    }
}

/// Reads an error that somebody else owns, where it is of a kind with a name of its own.
pub(super) fn copy(error: &Error) -> Option<StoreError> {
    match error {
        Error::DatabaseError(kind, information) => known(kind, information.as_ref()),
        _ => None,
    }
}

fn known(kind: &DatabaseErrorKind, information: &dyn DatabaseErrorInformation) -> Option<StoreError> {
    let message = information.message();
    match kind {
        DatabaseErrorKind::UniqueViolation => Some(StoreError::Conflict),
        DatabaseErrorKind::ForeignKeyViolation
        | DatabaseErrorKind::NotNullViolation
        | DatabaseErrorKind::CheckViolation
        | DatabaseErrorKind::RestrictViolation
        | DatabaseErrorKind::ExclusionViolation => Some(StoreError::Violation(message.to_owned())),
        DatabaseErrorKind::SerializationFailure => Some(StoreError::Collision(message.to_owned())),
        DatabaseErrorKind::ReadOnlyTransaction => Some(StoreError::ReadOnly),
        DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand => {
            Some(StoreError::Unavailable(message.to_owned()))
        }
        _ => by_message(message),
    }
}

/// Diesel names only some kinds; the others are told by their text, which SQLite never translates and which our
/// PostgreSQL sessions ask for in English.
fn by_message(message: &str) -> Option<StoreError> {
    let says = |part: &str| message.contains(part);
    let owned = || message.to_owned();
    if says("deadlock detected") {
        Some(StoreError::Collision(owned()))
    } else if says("is full") || says("No space left on device") || says("Disk quota exceeded") {
        Some(StoreError::DiskFull)
    } else if says("disk I/O error") || says("out of memory") || says("database disk image is malformed") {
        Some(StoreError::Disk(owned()))
    } else if says("readonly database") {
        Some(StoreError::ReadOnly)
    } else if is_waiting(message) {
        Some(StoreError::Busy(owned()))
    } else if says("terminating connection") || says("the database system is") || says("server closed the connection") {
        Some(StoreError::Unavailable(owned()))
    } else {
        None
    }
}

fn is_waiting(message: &str) -> bool {
    ["is locked", "interrupted", "due to lock timeout", "due to statement timeout", "too many clients"]
        .iter()
        .any(|part| message.contains(part))
}

/// Why the database could not be opened, with the next step for the operator.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A path without `sqlite:` must exist already, so that a typing error never makes an empty database.
    #[error("there is no database at {path}; write sqlite:{path} to make a new one")]
    Missing {
        /// The path as it was given.
        path: String,
    },
    /// The file, the directory or the server does not let us in.
    #[error("cannot open {url}: {reason}")]
    CannotOpen {
        /// The address, without a password.
        url: DatabaseUrl,
        /// What the database answered.
        reason: String,
    },
    /// The file can be read but not written.
    #[error("{url} is read-only; check the owner and the mode of the file and of its directory")]
    ReadOnly {
        /// The address, without a password.
        url: DatabaseUrl,
    },
    /// A newer program has changed the tables.
    #[error("{url} is newer than this program: it knows nothing of {}; install the newer release", versions.join(", "))]
    Newer {
        /// The address, without a password.
        url: DatabaseUrl,
        /// The migrations that this program does not know.
        versions: Vec<String>,
    },
    /// The tables are older than the program, and changing them was not asked for.
    #[error("{url} is older than this program; run `allmende migrate` first ({pending} migrations are due)")]
    NotMigrated {
        /// The address, without a password.
        url: DatabaseUrl,
        /// How many migrations are due.
        pending: usize,
    },
    /// A migration failed; what it had done was undone.
    #[error("cannot bring {url} up to date: {reason}")]
    Migration {
        /// The address, without a password.
        url: DatabaseUrl,
        /// What the database answered.
        reason: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: DatabaseErrorKind, message: &str) -> StoreError {
        StoreError::from(Error::DatabaseError(kind, Box::new(message.to_owned())))
    }

    /// One of each, with what a commit that ends with it leaves behind.
    fn all() -> [(StoreError, Fate); 15] {
        let text = || "x".to_owned();
        [
            (StoreError::NotFound, Fate::Unknown),
            (StoreError::Conflict, Fate::Undone),
            (StoreError::Violation(text()), Fate::Undone),
            (StoreError::corrupt("rounds", "slug", "x"), Fate::Unknown),
            (StoreError::Full, Fate::Unknown),
            (StoreError::Busy(text()), Fate::Undone),
            (StoreError::Collision(text()), Fate::Undone),
            (StoreError::ReadOnly, Fate::Undone),
            (StoreError::DiskFull, Fate::Undone),
            (StoreError::Disk(text()), Fate::Unknown),
            (StoreError::Unavailable(text()), Fate::Unknown),
            (StoreError::Stopped, Fate::Unknown),
            (StoreError::Panicked, Fate::Unknown),
            (StoreError::Unsure(Box::new(StoreError::Stopped)), Fate::Unknown),
            (StoreError::Database(Arc::new(Error::NotInTransaction)), Fate::Unknown),
        ]
    }

    #[test]
    fn only_a_commit_leaves_its_fate_unknown_and_only_without_a_reason() {
        for (error, of_a_commit) in all() {
            let before = if matches!(error, StoreError::Unsure(_)) { Fate::Unknown } else { Fate::Undone };
            assert_eq!(error.fate(), before, "{error:?}");
            assert_eq!(error.clone().while_committing().fate(), of_a_commit, "{error:?} from a commit");
        }
    }

    #[test]
    fn what_was_lost_in_a_commit_is_still_told() {
        let lost = StoreError::Unavailable("gone".to_owned()).while_committing();

        assert!(
            matches!(&lost, StoreError::Unsure(cause) if matches!(**cause, StoreError::Unavailable(_))),
            "{lost:?}"
        );
        assert!(matches!(StoreError::DiskFull.while_committing(), StoreError::DiskFull));
    }

    #[test]
    fn full_read_only_and_lost_are_told_apart() {
        let unknown = |message| told(DatabaseErrorKind::Unknown, message);

        assert!(matches!(unknown("database or disk is full"), StoreError::DiskFull));
        assert!(matches!(unknown("attempt to write a readonly database"), StoreError::ReadOnly));
        assert!(matches!(unknown("disk I/O error"), StoreError::Disk(_)));
        assert!(matches!(unknown("database is locked"), StoreError::Busy(_)));
        assert!(matches!(unknown("deadlock detected"), StoreError::Collision(_)));
        assert!(matches!(unknown("no such table: round"), StoreError::Database(_)));
        assert!(matches!(told(DatabaseErrorKind::ClosedConnection, "gone"), StoreError::Unavailable(_)));
        assert!(matches!(told(DatabaseErrorKind::UniqueViolation, "twice"), StoreError::Conflict));
    }
}
