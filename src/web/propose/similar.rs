//! Proposals that resemble what is being written. Without any, nobody sees this page.

use actix_web::{HttpRequest, HttpResponse, web};

use super::code::ChangeCode;
use super::door::shut;
use super::fields::Typed;
use super::steps::{draft_of, here};
use super::view::{ProposeSimilar, SimilarRow};
use crate::domain::ids::RoundId;
use crate::domain::search::words;
use crate::store::proposal_words::list_similar;
use crate::store::proposals::{Proposal, list_proposals};
use crate::store::{Conn, StoreError};
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::error::WebError;
use crate::web::round::load::Reader;
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// So many are shown.
const MOST: i64 = 5;

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
    let row = |proposal: &Proposal| SimilarRow {
        number: proposal.number.padded(),
        title: proposal.title.clone(),
        summary: if proposal.summary.is_empty() { shortened(&proposal.body) } else { proposal.summary.clone() },
        language: proposal.language.clone(),
        url: routes::proposal(language, &slug, proposal.number),
    };
    let view = ProposeSimilar {
        round: here.found.text.title.clone(),
        rows: found.iter().map(row).collect(),
        on_url: routes::propose_more(language, &slug),
        back_url: routes::propose_where(language, &slug),
        draft_url: routes::propose_draft(language, &slug),
    };
    let menu = round_menu(&here.found.round, Reader::of(&visitor), RoundPlace::Elsewhere, site.words(&visitor));
    let page = site.page_at(&visitor, menu, |language| routes::propose_similar(language, &slug))?;
    Ok(kept_nowhere(site.answer(&visitor, &page, &view)?))
}

/// Those that share at least half of the words, and two where there are as many.
fn similar(conn: &mut Conn, round: RoundId, (text, language): (&str, &str)) -> Result<Vec<Proposal>, StoreError> {
    let asked = words(text, language);
    let half = i64::try_from(asked.len().div_ceil(2)).unwrap_or(i64::MAX);
    let least = half.clamp(1, 3).max(i64::from(asked.len() > 1) * 2);
    let ids = list_similar(conn, round, &asked, (least, MOST))?;
    list_proposals(conn, &ids)
}

/// The beginning of a text, cut at a word.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 160;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{} …", cut.get(..end).unwrap_or(&cut).trim_end())
}
