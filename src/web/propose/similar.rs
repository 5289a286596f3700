//! Proposals that resemble what is being written. Without any, nobody sees this page.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::code::ChangeCode;
use super::door::{answer, shut};
use super::fields::Typed;
use super::steps::{draft_of, here};
use super::view::{ProposeSimilar, SimilarRow};
use crate::domain::ids::RoundId;
use crate::domain::search::words;
use crate::store::proposal_words::list_similar;
use crate::store::proposals::{Proposal, list_proposals};
use crate::store::{Conn, StoreError};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::proposals::words::excerpt;
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// So many are shown.
const MOST: i64 = 5;
/// The most characters of a text that stands in for a summary.
const EXCERPT: usize = 160;

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let (language, here) = (visitor.language, here(&site, &visitor, &slug).await?);
    if let Some(answer) = shut(&site, &visitor, &here.found, None).await? {
        return Ok(answer);
    }
    let code = ChangeCode::of(&site, &visitor, &request);
    let Some(draft) = draft_of(&site, &visitor, &here, code.as_ref()).await? else {
        return Ok(see_other(&routes::propose(language, &slug)));
    };
    let (typed, round) = (Typed::parse(&draft.fields).fields(), here.found.round.id);
    let text = format!("{} {}", typed.get("title"), typed.get("summary"));
    let written = language.written();
    let found = site.app.db.read(move |conn| similar(conn, round, (&text, written))).await?;
    if found.is_empty() {
        return Ok(see_other(&routes::propose_more(language, &slug)));
    }
    let takes = here.found.round.takes_supports(visitor.now);
    let row = |proposal: &Proposal| SimilarRow {
        number: proposal.number.padded(),
        title: proposal.title.clone(),
        summary: excerpt(proposal, EXCERPT),
        language: proposal.language.clone(),
        url: routes::proposal(language, &slug, proposal.number),
        support_url: takes.then(|| format!("{}?draft=1", routes::support(language, &slug, proposal.number))),
    };
    let view = ProposeSimilar {
        round: here.found.text.title.clone(),
        rows: found.iter().map(row).collect(),
        on_url: routes::propose_more(language, &slug),
        back_url: routes::propose_where(language, &slug),
        draft_url: routes::propose_draft(language, &slug),
    };
    answer(&site, &visitor, (&here.found, StatusCode::OK), |language| routes::propose_similar(language, &slug), &view)
}

/// Those that share at least half of the words, and two where there are as many.
pub(in crate::web) fn similar(
    conn: &mut Conn,
    round: RoundId,
    (text, language): (&str, &str),
) -> Result<Vec<Proposal>, StoreError> {
    let asked = words(text, language);
    let half = i64::try_from(asked.len().div_ceil(2)).unwrap_or(i64::MAX);
    let least = half.clamp(1, 3).max(i64::from(asked.len() > 1) * 2);
    let ids = list_similar(conn, round, &asked, (least, MOST))?;
    list_proposals(conn, &ids)
}
