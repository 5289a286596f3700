//! The daily deletion of personal data whose time is over: what, follows from `domain::personal_data`.

use chrono::{Days, NaiveTime, TimeDelta};

use super::JobError;
use crate::actions::personal_data::{
    delete_rows, delete_scans as delete_rows_of_scans, delete_unused_account, enter_deletions, forget_lost_warnings,
    warn_of_deletion,
};
use crate::app::App;
use crate::domain::permission::Actor;
use crate::domain::personal_data::Rule;
use crate::domain::time::Instant;
use crate::mail::Message;
use crate::media::ContentHash;
use crate::store::accounts::{list_accounts_to_warn, list_unused_accounts};
use crate::store::personal_data::{BATCH, claim_deletion, is_overdue, update_deletion_failed};
use crate::store::proposal_scans::list_overdue_scans;
use crate::store::{Conn, Lock, StoreError};

/// How long a run may take before another worker may begin. Two at once do no harm: each batch looks anew.
const LEASE: TimeDelta = TimeDelta::hours(1);
/// How long after a failure it is tried again.
const AGAIN: TimeDelta = TimeDelta::minutes(10);
/// Two o'clock in the night, in UTC.
const HOUR: u32 = 2;

/// Deletes what is due, if it is due and no other worker is at it. Answers whether it was.
///
/// # Errors
/// When the database fails; it is tried again after ten minutes.
pub async fn delete_personal_data(app: &App) -> Result<bool, JobError> {
    let claim = app.db.write(Lock::Nothing, |tx| {
        let now = tx.now;
        claim_deletion(tx, now, now.plus(LEASE))
    });
    if !claim.await? {
        return Ok(false);
    }
    match run(app).await {
        Ok(()) => Ok(true),
        Err(error) => {
            let again = app.db.write(Lock::Nothing, |tx| {
                let again_at = tx.now.plus(AGAIN);
                update_deletion_failed(tx, again_at)
            });
            let _: Result<(), StoreError> = again.await;
            Err(error)
        }
    }
}

/// Rows go batch by batch, each in a transaction of its own, and each is looked for in a read before: a ballot waits for
/// no more than one batch.
async fn run(app: &App) -> Result<(), JobError> {
    let clock = app.db.clock();
    // Before the old mails go, which tell of it.
    let mut looked_at = None;
    while let Some(last) = forget_lost_warnings(&app.db, Actor::System, looked_at).await? {
        looked_at = Some(last);
    }
    for rule in Rule::ALL {
        let (rule, now) = (*rule, clock.now());
        while app.db.read(move |conn| is_overdue(conn, rule, now)).await? {
            let deleted = match rule {
                Rule::Accounts => delete_accounts(app, now).await?,
                Rule::Scans => delete_scans(app, now).await?,
                Rule::Drafts
                | Rule::Sessions
                | Rule::SignIns
                | Rule::AddressChanges
                | Rule::PendingTelephones
                | Rule::Limits
                | Rule::Invitations
                | Rule::Mails
                | Rule::FollowRequests
                | Rule::Follows
                | Rule::Followers
                | Rule::Reports
                | Rule::TextReports
                | Rule::QuestionAddresses
                | Rule::Questions
                | Rule::Declarations
                | Rule::Authors
                | Rule::Supports
                | Rule::VoterCodes
                | Rule::Participations
                | Rule::Roll
                | Rule::Tokens => delete_rows(&app.db, Actor::System, rule).await?,
            };
            // What this transaction did not find, the next one would not either.
            if deleted == 0 {
                break;
            }
        }
    }
    warn(app).await?;
    Ok(enter_deletions(&app.db, Actor::System, next_night(clock.now())).await?)
}

/// The file goes before the row that says where it lies. One that cannot be deleted holds up no other.
async fn delete_scans(app: &App, now: Instant) -> Result<usize, JobError> {
    let hashes = app.db.read(move |conn| list_overdue_scans(conn, now, BATCH)).await?;
    let is_gone = |hash: &String| match ContentHash::parse(hash).map(|hash| app.files.remove(&hash)) {
        Some(Err(error)) => {
            tracing::error!(%error, "a scan cannot be deleted");
            false
        }
        // What is no hash names no file.
        Some(Ok(())) | None => true,
    };
    let gone = hashes.into_iter().filter(is_gone).collect();
    Ok(delete_rows_of_scans(&app.db, Actor::System, gone).await?)
}

/// One that cannot be deleted holds up no other.
async fn delete_accounts(app: &App, now: Instant) -> Result<usize, JobError> {
    let mut deleted = 0_usize;
    for account in app.db.read(move |conn| list_unused_accounts(conn, now, BATCH)).await? {
        match delete_unused_account(&app.db, app.keys.installation(), Actor::System, account).await {
            Ok(is_gone) => deleted = deleted.saturating_add(is_gone.into()),
            Err(error) => tracing::error!(account = account.value(), %error, "an unused account cannot be deleted"),
        }
    }
    Ok(deleted)
}

/// Each account has its turn once, so one that cannot be warned holds up no other and the night comes to an end.
async fn warn(app: &App) -> Result<(), JobError> {
    let now = app.db.clock().now();
    let mut last = None;
    loop {
        let list = move |conn: &mut Conn| list_accounts_to_warn(conn, now, &Message::DELETION_WARNINGS, (last, BATCH));
        let Some(next) = app.db.read(list).await? else { return Ok(()) };
        last = Some(next.last);
        for (account, used_on) in next.accounts {
            if let Err(error) = warn_of_deletion(&app.db, Actor::System, (account, used_on)).await {
                tracing::error!(account = account.value(), %error, "the owner of an unused account cannot be warned");
            }
        }
    }
}

/// The next time it is two o'clock in the night.
fn next_night(now: Instant) -> Instant {
    let hour = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default();
    let today = now.to_utc().date();
    let tonight = Instant::from_utc(today.and_time(hour));
    let tomorrow = today.checked_add_days(Days::new(1)).map(|day| Instant::from_utc(day.and_time(hour)));
    if now < tonight { tonight } else { tomorrow.unwrap_or(tonight) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_due_once_in_every_night() {
        let at = |text: &str| Instant::parse(text).unwrap();

        assert_eq!(next_night(at("2027-05-01T12:00:00Z")), at("2027-05-02T02:00:00Z"));
        assert_eq!(next_night(at("2027-05-02T01:59:59Z")), at("2027-05-02T02:00:00Z"));
        assert_eq!(next_night(at("2027-05-02T02:00:00Z")), at("2027-05-03T02:00:00Z"));
    }
}
