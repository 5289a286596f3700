//! What several commands ask of a round.

use super::CliError;
use crate::app::App;
use crate::domain::round::Round;
use crate::domain::slug::Slug;
use crate::store::rounds::{find_round_by_slug, list_rounds};

/// The round with a name; when there is none, the error names those there are.
pub(super) async fn round_named(app: &App, slug: &Slug) -> Result<Round, CliError> {
    let wanted = slug.clone();
    if let Some(round) = app.db.read(move |conn| find_round_by_slug(conn, &wanted)).await? {
        return Ok(round);
    }
    let known: Vec<String> = app.db.read(list_rounds).await?.iter().map(|round| round.slug.to_string()).collect();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    Err(CliError::Usage(format!("there is no round {slug}; rounds here: {known}")))
}
