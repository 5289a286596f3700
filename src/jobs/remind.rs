//! Reminders. Whether anybody is to be reminded is looked for in a read, which holds up nobody.

use super::JobError;
use crate::actions::review::{REMINDED_AT_ONCE, remind_authors};
use crate::app::App;
use crate::domain::permission::Actor;
use crate::store::author_questions::list_due_reminders;

/// Does the next batch. Answers whether there was one.
pub(super) async fn send_reminders(app: &App) -> Result<bool, JobError> {
    let now = app.db.clock().now();
    let due = app.db.read(move |conn| list_due_reminders(conn, now, REMINDED_AT_ONCE)).await?;
    let any = !due.is_empty();
    if any {
        remind_authors(&app.db, Actor::System, due).await?;
    }
    Ok(any)
}
