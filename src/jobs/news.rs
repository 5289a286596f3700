//! Telling followers what happened. Whether there is anything to do is looked for in reads, which hold up nobody.

use super::JobError;
use crate::actions::follow::{BATCH, LAST_DAYS, spread_news, tell_of_last_days, write_to_followers};
use crate::app::App;
use crate::domain::permission::Actor;
use crate::store::news::{is_news_spreading, list_due_followers, list_last_days};
use crate::store::{Conn, StoreError};

/// Does the next batch. Answers whether there was one.
pub(super) async fn tell_news(app: &App) -> Result<bool, JobError> {
    let now = app.db.clock().now();
    let look = move |conn: &mut Conn| {
        let ends = !list_last_days(conn, now, LAST_DAYS)?.is_empty();
        Ok::<_, StoreError>((ends, is_news_spreading(conn)?, list_due_followers(conn, now, BATCH)?))
    };
    let (ends, spreads, due) = app.db.read(look).await?;
    if ends {
        tell_of_last_days(&app.db, Actor::System).await?;
    }
    if spreads {
        spread_news(&app.db, Actor::System).await?;
    }
    let writes = !due.is_empty() && !spreads;
    if writes {
        write_to_followers(&app.db, app.keys.installation(), Actor::System, due).await?;
    }
    Ok(ends || spreads || writes)
}
