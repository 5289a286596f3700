//! Sending the outbox: look, open the way, then for each mail lease, write, hand over, note. Nothing is lost; a mail whose
//! worker died is sent again under the same Message-ID.

use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;

use super::JobError;
use super::wait::Waits;
use crate::app::App;
use crate::mail::{HandOverError, Message, Outlet, Rendered};
use crate::store::mails::{
    ClaimedMail, are_mails_due, claim_mail, delete_mail_sent, update_mail_failed, update_mail_sent,
    update_mails_expired,
};
use crate::store::organisation::{Organisation, find_organisation};
use crate::store::{Lock, StoreError};

/// How long a worker may take over one mail before another may take it: longer than handing it over can take.
pub(super) const LEASE: TimeDelta = TimeDelta::minutes(30);
/// The first wait is long enough for a server that lets strangers wait ("greylisting") to know us again.
const WAITS: Waits = Waits { first: TimeDelta::minutes(5), longest: TimeDelta::hours(4) };
/// How old a mail may get before it is given up, as RFC 5321 advises.
const GIVEN_UP_AFTER: TimeDelta = TimeDelta::days(5);
/// How long a mail that is on its way may keep the program from stopping.
const GRACE: Duration = Duration::from_secs(20);

/// What came of looking into the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outbox {
    /// Nothing was due.
    Empty,
    /// Something was handed over, or refused.
    Sent,
    /// Something is due and there is no way out.
    NoWay,
}

/// Sends what is due, one mail after the other over one way out, if more than `more_than` mails are due at first.
pub(super) async fn send_due_mails(
    app: &App,
    more_than: i64,
    stopped: &watch::Receiver<bool>,
) -> Result<Outbox, JobError> {
    let now = app.db.clock().now();
    if more_than == 0 {
        expire(app).await?;
    }
    if !app.db.read(move |conn| are_mails_due(conn, now, more_than)).await? {
        return Ok(Outbox::Empty);
    }
    let mut outlet = match app.mailer.open_way(now.to_datetime()).await {
        Ok(outlet) => outlet,
        Err(error) => {
            tracing::warn!(%error, "mails are due and wait");
            return Ok(Outbox::NoWay);
        }
    };
    while !*stopped.borrow() {
        let Some(mail) = claim(app).await? else { break };
        let outcome = hand_over(app, &mut outlet, &mail, stopped).await?;
        let is_lost = outcome.as_ref().is_err_and(HandOverError::is_lost);
        note(app, mail, outcome).await?;
        if is_lost {
            return Ok(Outbox::Sent);
        }
    }
    outlet.close().await;
    Ok(Outbox::Sent)
}

/// Marks what is of no use any more.
async fn expire(app: &App) -> Result<(), StoreError> {
    let expired: usize = app
        .db
        .write(Lock::Nothing, |tx| {
            let now = tx.now;
            update_mails_expired(tx, now)
        })
        .await?;
    if expired > 0 {
        tracing::warn!(expired, "mails had run out before they could be sent");
    }
    Ok(())
}

async fn claim(app: &App) -> Result<Option<ClaimedMail>, StoreError> {
    app.db
        .write(Lock::Nothing, |tx| {
            let now = tx.now;
            claim_mail(tx, now, LEASE)
        })
        .await
}

async fn hand_over(
    app: &App,
    outlet: &mut Outlet,
    mail: &ClaimedMail,
    stopped: &watch::Receiver<bool>,
) -> Result<Result<(), HandOverError>, StoreError> {
    let organisation = app.db.read(find_organisation).await?;
    let rendered = match render(app, mail, organisation.as_ref()) {
        Ok(rendered) => rendered,
        Err(error) => return Ok(Err(error)),
    };
    Ok(tokio::select! {
        outcome = outlet.send(&rendered) => outcome,
        () = end_of_grace(stopped.clone()) => Err(HandOverError::Lost("the program was stopped".to_owned())),
    })
}

fn render(app: &App, mail: &ClaimedMail, organisation: Option<&Organisation>) -> Result<Rendered, HandOverError> {
    let letter =
        app.write_letter(mail.into(), organisation).map_err(|error| HandOverError::Refused(error.to_string()))?;
    Ok(Rendered {
        recipient: mail.recipient.clone(),
        letter,
        message_id: mail.message_id.clone(),
        date: mail.created_at.to_datetime(),
    })
}

/// Ends some seconds after the program was told to stop.
async fn end_of_grace(mut stopped: watch::Receiver<bool>) {
    if stopped.wait_for(|stop| *stop).await.is_err() {
        // Nobody can tell us any more.
        std::future::pending::<()>().await;
    }
    tokio::time::sleep(GRACE).await;
}

/// Notes what became of a mail, unless it is another worker's by now.
async fn note(app: &App, mail: ClaimedMail, outcome: Result<(), HandOverError>) -> Result<(), StoreError> {
    let id = mail.id.value();
    let wait = WAITS.jittered(mail.attempt);
    let is_own = app
        .db
        .write(Lock::Nothing, move |tx| {
            let now = tx.now;
            match &outcome {
                Ok(()) if Message::GONE_ONCE_SENT.contains(&mail.message.as_str()) => delete_mail_sent(tx, &mail),
                Ok(()) => update_mail_sent(tx, &mail, now),
                Err(error) => {
                    let again = !error.is_final() && now.since(mail.created_at) < GIVEN_UP_AFTER;
                    update_mail_failed(tx, &mail, &error.to_string(), again.then(|| now.plus(wait)))
                }
            }
        })
        .await?;
    if !is_own {
        tracing::warn!(mail = id, "another worker took the mail over; what became of it here is not noted");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Mailer;

    #[test]
    fn no_mail_is_taken_over_while_it_may_still_be_on_its_way() {
        assert!(LEASE.to_std().unwrap() > Mailer::LONGEST + GRACE);
    }

    #[test]
    fn m2_the_first_try_after_a_refusal_comes_after_five_minutes_and_not_for_all_at_once() {
        let waits: Vec<TimeDelta> = (0..20).map(|_| WAITS.jittered(1)).collect();

        assert!(waits.iter().all(|wait| (5 * 60..=5 * 60 + 75).contains(&wait.num_seconds())), "{waits:?}");
        assert!(waits.iter().any(|wait| *wait != waits[0]));
    }
}
