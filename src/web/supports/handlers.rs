//! The page on which a signed-in person supports a proposal, and what its button does.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::build::support_section;
use super::load::{Asker, SupportRead, find_support};
use super::view::SupportShow;
use crate::actions::support::{SupportError, give_support, take_back_support};
use crate::domain::ids::ProposalNumber;
use crate::domain::slug::Slug;
use crate::store::Conn;
use crate::store::proposals::{Proposal, find_proposal_in};
use crate::store::verdicts::list_verdicts;
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::error::{Code, WebError};
use crate::web::form::CheckedForm;
use crate::web::limits::Limit;
use crate::web::proposals::words::excerpt;
use crate::web::round::load::{PublicRound, Reader, find_public_round};
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::routes::{self, RoundSlug, number_of};
use crate::web::site::Site;
use crate::web::visitor::{SignedIn, Visitor};

type Answer = Result<HttpResponse, WebError>;

/// Supports that are given or taken back from one address in an hour: a whole school may stand behind it.
const BY_ADDRESS: i64 = 600;
/// The most characters of a text that stands in for a summary.
const EXCERPT: usize = 300;

/// What stands in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// Given by whoever comes from a proposal of their own that they were writing.
    draft: Option<String>,
}

/// What is sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    act: String,
    draft: Option<String>,
    /// The list that the button stood in.
    back: Option<String>,
}

/// What the page shows.
struct Read {
    found: PublicRound,
    proposal: Proposal,
    original: Option<ProposalNumber>,
    support: SupportRead,
}

fn read(
    conn: &mut Conn,
    (slug, number): (&Slug, ProposalNumber),
    (asker, reader): (&Asker, Reader),
) -> Result<Read, WebError> {
    let found = find_public_round(conn, slug, reader)?;
    let proposal = find_proposal_in(conn, found.round.id, number)?;
    let proposal = proposal.ok_or_else(WebError::not_found)?;
    let support = find_support(conn, (&found.round, &proposal), asker, reader.now)?.ok_or_else(WebError::not_found)?;
    let original = list_verdicts(conn, proposal.id)?.first().and_then(|given| given.original);
    Ok(Read { found, proposal, original, support })
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(_): SignedIn,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    page(&site, &visitor, (slug, number), (StatusCode::OK, asked.draft.is_some())).await
}

/// Gives a support or takes it back. What stands against it is told on the page itself.
pub(super) async fn change(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    RoundSlug(slug): RoundSlug,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let limit = Limit::hourly(format!("supports {}", visitor.address.limit_key()), BY_ADDRESS);
    site.take_limits([limit].into()).await?;
    let (db, keys, actor) = (&site.app.db, site.app.keys.installation(), member.actor());
    let done = match typed.act.as_str() {
        "give" => give_support(db, keys, actor, number).await,
        "take" => take_back_support(db, keys, actor, number).await,
        _ => return Err(WebError::told(Code::MalformedRequest)),
    };
    match done {
        Ok(()) => {
            site.shared_pages.forget();
            Ok(see_other(&way_on(&visitor, (&slug, number), &typed)))
        }
        Err(SupportError::Hindered(_)) => {
            page(&site, &visitor, (slug, number), (StatusCode::CONFLICT, typed.draft.is_some())).await
        }
        Err(SupportError::Forbidden(error)) => Err(error.into()),
        Err(SupportError::Store(error)) => Err(error.into()),
    }
}

/// Back to the list that the button stood in, on to the draft that was left for this one, or to the proposal.
fn way_on(visitor: &Visitor, (slug, number): (&Slug, ProposalNumber), typed: &Typed) -> String {
    let list = routes::proposals(visitor.language, slug);
    let is_list = |back: &&String| **back == list || back.starts_with(&format!("{list}?"));
    if let Some(back) = typed.back.as_ref().filter(is_list) {
        return format!("{back}#p{}", number.padded());
    }
    if typed.draft.is_some() && typed.act == "give" {
        return format!("{}?supported={}", routes::propose_draft(visitor.language, slug), number.padded());
    }
    format!("{}#support", routes::proposal(visitor.language, slug, number))
}

async fn page(
    site: &Site,
    visitor: &Visitor,
    (slug, number): (Slug, ProposalNumber),
    (status, draft): (StatusCode, bool),
) -> Answer {
    let (reader, words, asker) = (Reader::of(visitor), site.words(visitor), Asker::of(site, visitor));
    let read = site.app.db.read(move |conn| read(conn, (&slug, number), (&asker, reader))).await?;
    let Read { found, proposal, original, support } = &read;
    let round = &found.round;
    let view = SupportShow {
        round_title: found.text.title.clone(),
        number: number.padded(),
        title: proposal.title.clone(),
        language: proposal.language.clone(),
        excerpt: excerpt(proposal, EXCERPT),
        proposal_url: routes::proposal(visitor.language, &round.slug, number),
        support: support_section((round, number, *original), support, (reader, words)),
        draft,
    };
    let menu = round_menu(round, reader, RoundPlace::Elsewhere, words);
    Ok(kept_nowhere(site.answer_with(status, visitor, &site.page(visitor, menu)?, &view)?))
}
