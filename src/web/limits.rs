//! Limits against guessing. They are rows in the database, so they outlive a restart and hold for all processes
//! together. A limit refuses; it never forgets what somebody typed and never locks anybody out for good.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;

use super::address::ClientAddress;
use super::error::WebError;
use super::site::Site;
use crate::domain::time::Instant;
use crate::store::limits::{find_hits, insert_or_update_hits, update_hits_given_back};
use crate::store::{Conn, Lock, StoreError, Tx};

/// How often something may happen within a span.
#[derive(Debug, Clone)]
pub(super) struct Limit {
    /// What is counted, and for whom.
    pub(super) bucket: String,
    pub(super) most: i64,
    pub(super) span: TimeDelta,
}

/// Why something is refused or could not be counted.
#[derive(Debug)]
pub(super) enum LimitError {
    Reached { again_at: Instant },
    Store(StoreError),
}

impl From<StoreError> for LimitError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<LimitError> for WebError {
    fn from(error: LimitError) -> Self {
        match error {
            LimitError::Reached { again_at } => Self::TooMany { again_at },
            LimitError::Store(error) => error.into(),
        }
    }
}

impl Limit {
    /// So often within an hour.
    pub(super) const fn hourly(bucket: String, most: i64) -> Self {
        Self { bucket, most, span: TimeDelta::hours(1) }
    }

    /// Counts one and refuses when it is one too many; the error undoes the transaction, and with it the count.
    /// Counting comes first because it locks the row, so that no two requests can both be the last one allowed.
    pub(super) fn take(&self, conn: &mut Conn, now: Instant) -> Result<(), LimitError> {
        insert_or_update_hits(conn, &self.bucket, self.span, now)?;
        match find_hits(conn, &self.bucket, self.span, now)? {
            Some(hits) if hits.count > self.most => Err(LimitError::Reached { again_at: hits.since.plus(self.span) }),
            Some(_) | None => Ok(()),
        }
    }
}

/// From when on a form is taken again, if it is not taken now.
pub(super) fn taken_again_at(taken: Result<(), LimitError>) -> Result<Option<Instant>, WebError> {
    match taken {
        Ok(()) => Ok(None),
        Err(LimitError::Reached { again_at }) => Ok(Some(again_at)),
        Err(LimitError::Store(error)) => Err(error.into()),
    }
}

/// Wrong codes from one address in an hour.
const WRONG_CODES: i64 = 20;

fn wrong_codes_everywhere() -> Limit {
    Limit::hourly("wrong-codes".to_owned(), 10_000)
}

impl Site {
    /// Counts one for each limit, or refuses and counts nothing.
    pub(super) async fn take_limits(&self, limits: Arc<[Limit]>) -> Result<(), LimitError> {
        self.app
            .db
            .write(Lock::Nothing, move |tx| {
                let now = tx.now;
                limits.iter().try_for_each(|limit| limit.take(tx, now))
            })
            .await
    }

    /// Takes one back for each limit: what was tried was right, or nobody looked at it.
    pub(super) async fn give_back_limits(&self, limits: Arc<[Limit]>) -> Result<(), StoreError> {
        let give = move |tx: &mut Tx<'_>| limits.iter().try_for_each(|limit| update_hits_given_back(tx, &limit.bucket));
        self.app.db.write(Lock::Nothing, give).await
    }

    /// Called before a code is looked up. When very many wrong ones came within the hour, from wherever, each entry
    /// waits a second: guessing becomes slow, voting stays possible.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn before_code(&self) -> Result<(), WebError> {
        let (limit, now) = (wrong_codes_everywhere(), self.app.db.clock().now());
        let most = limit.most;
        let hits = self.app.db.read(move |conn| find_hits(conn, &limit.bucket, limit.span, now)).await?;
        if hits.is_some_and(|hits| hits.count >= most) {
            tracing::warn!("more than {most} wrong codes came within an hour; each entry waits a second");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        Ok(())
    }

    /// Called after a code led nowhere. Right codes are never counted: a school or a library has one address.
    ///
    /// # Errors
    /// [`WebError::TooMany`] after 20 wrong ones within an hour from one address; or when the database fails.
    pub async fn after_wrong_code(&self, address: ClientAddress) -> Result<(), WebError> {
        let here = Limit::hourly(format!("wrong-codes {}", address.limit_key()), WRONG_CODES);
        let everywhere = wrong_codes_everywhere();
        let taken = self.app.db.write(Lock::Nothing, move |tx| {
            let now = tx.now;
            insert_or_update_hits(tx, &everywhere.bucket, everywhere.span, now)?;
            // A refusal must not undo the count of the whole installation.
            match find_hits(tx, &here.bucket, here.span, now)? {
                Some(hits) if hits.count >= here.most => Ok(Some(hits.since.plus(here.span))),
                Some(_) | None => {
                    insert_or_update_hits(tx, &here.bucket, here.span, now)?;
                    Ok::<_, StoreError>(None)
                }
            }
        });
        match taken.await? {
            Some(again_at) => Err(WebError::TooMany { again_at }),
            None => Ok(()),
        }
    }
}
