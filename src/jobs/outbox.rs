//! Sending what is due, on a thread of its own: a mail server that takes ten minutes to answer must not keep a round from
//! closing.

use std::time::Duration;

use chrono::TimeDelta;
use futures_util::future::join_all;
use tokio::sync::watch;
use tokio::time::timeout;

use super::send_mail::{Outbox, send_due_mails};
use super::wait::Waits;
use crate::app::App;
use crate::mail::WayOut;

const PAUSE: Duration = Duration::from_secs(1);
/// How long we leave a server alone that cannot be reached. Nothing is taken from the outbox meanwhile, so no mail is the
/// worse for it, and all go as soon as the server is back.
const WAITS: Waits = Waits { first: TimeDelta::seconds(10), longest: TimeDelta::minutes(5) };
/// A further connection is worth its greeting once so many mails wait for each that is open.
const MAILS_FOR_A_CONNECTION: i64 = 20;

/// Sends until it is told to stop.
pub(super) async fn send_mails(app: &App, stopped: watch::Receiver<bool>) {
    greet(app).await;
    let senders = (0..i64::from(app.mailer.connections())).map(|place| send_on_and_on(app, place, stopped.clone()));
    join_all(senders).await;
}

/// Looks once whether there is a way out, so that a wrong setting is known before the first mail. The service runs on
/// without one.
async fn greet(app: &App) {
    let WayOut::Smtp { host, port } = app.mailer.way_out() else { return };
    match app.mailer.open_way(app.db.clock().now().to_datetime()).await {
        Ok(outlet) => {
            tracing::info!(host, port, "the mail server takes our mails");
            outlet.close().await;
        }
        Err(error) => {
            tracing::warn!(host, port, %error, "mails wait; see the settings [mail] and the page of settings");
        }
    }
}

async fn send_on_and_on(app: &App, place: i64, mut stopped: watch::Receiver<bool>) {
    let mut failures = 0_i64;
    while !*stopped.borrow() {
        let pause = match send_due_mails(app, place.saturating_mul(MAILS_FOR_A_CONNECTION), &stopped).await {
            Ok(Outbox::Sent) => {
                failures = 0;
                continue;
            }
            Ok(Outbox::Empty) => PAUSE,
            Ok(Outbox::NoWay) => {
                failures = failures.saturating_add(1);
                WAITS.jittered(failures).to_std().unwrap_or(PAUSE)
            }
            Err(error) => {
                tracing::error!(%error, "the outbox cannot be read");
                PAUSE
            }
        };
        // Whichever comes first; a closed channel means that nobody can ask us to stop, so we do.
        if let Ok(Err(_)) = timeout(pause, stopped.changed()).await {
            return;
        }
    }
}
