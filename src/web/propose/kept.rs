//! A draft that its author leaves for later: its change code, and until when it is kept.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::code::{ChangeCode, forgotten, with_cookie};
use super::door::answer;
use super::fields::{Step, Typed};
use super::steps::{actor, draft_of, here};
use super::view::ProposeDraft;
use crate::actions::proposal::discard_draft;
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// What stands in the address.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// The number of the proposal that was just supported in place of this one.
    supported: Option<String>,
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let (language, here) = (visitor.language, here(&site, &visitor, &slug).await?);
    let code = ChangeCode::of(&site, &visitor, &request);
    let draft = draft_of(&site, &visitor, &here, code.as_ref()).await?;
    let (Some(code), Some(draft)) = (code, draft) else {
        return Ok(see_other(&routes::propose(language, &slug)));
    };
    let (words, typed) = (site.words(&visitor), Typed::parse(&draft.fields));
    // On to the first step in which nothing stands yet.
    let next = Step::ALL.into_iter().find(|step| !typed.has(*step));
    let base = site.app.config.base_url.as_str().trim_end_matches('/');
    let view = ProposeDraft {
        round: here.found.text.title.clone(),
        supported: asked.supported.as_deref().filter(|number| number.parse::<u32>().is_ok()).map(str::to_owned),
        title: typed.fields().get("title").to_owned(),
        code: code.code.to_string(),
        kept_until: words.date(draft.expires_at),
        send_until: here.until(&words),
        on_url: next
            .map_or_else(|| routes::propose_check(language, &slug), |step| super::build::url_of(step, language, &slug)),
        own_address: format!("{base}{}", routes::own_proposal(language)),
        url: routes::propose_draft(language, &slug),
    };
    answer(&site, &visitor, (&here.found, StatusCode::OK), |language| routes::propose_draft(language, &slug), &view)
}

/// Leaves the draft for later on this device, or removes it.
pub(super) async fn discard(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let here = here(&site, &visitor, &slug).await?;
    if let Some(code) = ChangeCode::of(&site, &visitor, &request)
        && pairs.iter().any(|(name, value)| name == "act" && value == "discard")
    {
        discard_draft(&site.app.db, actor(&visitor), here.found.round.id, code.mac).await?;
    }
    with_cookie(see_other(&routes::round(visitor.language, &slug)), &forgotten(&site))
}
