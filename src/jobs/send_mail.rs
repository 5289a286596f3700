//! Sending the outbox: lease, render, hand over, note. Nothing is lost; a mail whose worker died is sent again under
//! the same Message-ID.

use chrono::TimeDelta;

use super::JobError;
use super::wait::Waits;
use crate::app::App;
use crate::locale::{Language, Words};
use crate::mail::{MailError, Message, Rendered};
use crate::store::mails::{ClaimedMail, claim_mail, update_mail_failed, update_mail_sent};
use crate::store::organisation::find_organisation;
use crate::store::{Lock, StoreError};

/// How long a worker may take over one mail before another may take it.
const LEASE: TimeDelta = TimeDelta::minutes(10);
const WAITS: Waits = Waits { first: TimeDelta::minutes(1), longest: TimeDelta::hours(12) };
/// The last try before a mail is given up; by then some two days have passed.
const LAST_ATTEMPT: i64 = 13;

/// Sends one mail that is due. Answers whether there was one.
pub(super) async fn send_next_mail(app: &App) -> Result<bool, JobError> {
    let claimed = app
        .db
        .write(Lock::Nothing, |tx| {
            let now = tx.now;
            claim_mail(tx, now, LEASE)
        })
        .await?;
    let Some(mail) = claimed else { return Ok(false) };
    let outcome = hand_over(app, &mail).await?;
    let id = mail.id.value();
    let is_own = app
        .db
        .write(Lock::Nothing, move |tx| {
            let now = tx.now;
            match &outcome {
                Ok(()) => update_mail_sent(tx, &mail, now),
                Err(error) if mail.attempt >= LAST_ATTEMPT => update_mail_failed(tx, &mail, error, None),
                Err(error) => update_mail_failed(tx, &mail, error, Some(now.plus(WAITS.after(mail.attempt)))),
            }
        })
        .await?;
    if !is_own {
        tracing::warn!(mail = id, "another worker took the mail over; what became of it here is not noted");
    }
    Ok(true)
}

async fn hand_over(app: &App, mail: &ClaimedMail) -> Result<Result<(), String>, StoreError> {
    let zone = app.db.read(find_organisation).await?.and_then(|o| o.time_zone.parse().ok()).unwrap_or(chrono_tz::UTC);
    let language = Language::from_code(&mail.language).unwrap_or_default();
    let Some(message) = Message::parse(&mail.parameters) else {
        return Ok(Err(format!("the parameters of {} cannot be read", mail.message)));
    };
    let words = Words::new(&app.catalogue, language, zone);
    let (subject, text) = message.render(&words, app.config.base_url.as_str());
    let rendered = Rendered {
        recipient: mail.recipient.clone(),
        subject,
        text,
        message_id: mail.message_id.clone(),
        date: mail.created_at.to_datetime(),
    };
    let mailer = app.mailer.clone();
    let sent = tokio::task::spawn_blocking(move || mailer.send(&rendered)).await;
    Ok(match sent {
        Ok(result) => result.map_err(|error: MailError| error.to_string()),
        Err(_) => Err("the mail could not be written".to_owned()),
    })
}
