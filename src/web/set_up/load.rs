//! The round of a page, for whoever may see or change its set-up.

use crate::domain::permission::Scope;
use crate::domain::round::Origin;
use crate::domain::set_up::SetUp;
use crate::domain::slug::Slug;
use crate::store::rounds::find_round_by_slug;
use crate::store::set_up::find_set_up;
use crate::store::{Conn, StoreError};
use crate::web::error::{Code, WebError};
use crate::web::site::Site;
use crate::web::visitor::Office;

/// The round with a name as its set-up edits it.
pub(super) async fn load(site: &Site, office: &Office, slug: &Slug) -> Result<SetUp, WebError> {
    let slug = slug.clone();
    let read = move |conn: &mut Conn| {
        let round = find_round_by_slug(conn, &slug)?.ok_or(StoreError::NotFound)?;
        find_set_up(conn, round)
    };
    let set_up = site.app.db.read(read).await?;
    office.check(Scope::Round(set_up.round.id))?;
    match set_up.round.origin {
        Origin::Live => Ok(set_up),
        Origin::Imported | Origin::Generated => Err(WebError::Told(Code::NothingToSetUp)),
    }
}
