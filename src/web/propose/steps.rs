//! Showing the steps and taking what was typed. Each step is kept before it is judged, so that nothing is lost.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::build::{Here, Sheet, url_of};
use super::code::{ChangeCode, with_cookie};
use super::door::{answer, shut};
use super::fields::{Step, Typed, mistakes};
use crate::actions::proposal::{DRAFT_KEPT_FOR, ProposalError, keep_draft};
use crate::domain::permission::Actor;
use crate::domain::slug::Slug;
use crate::store::proposal_drafts::{Draft, find_draft};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::limits::Limit;
use crate::web::propose::view::Saved;
use crate::web::round::load::Reader;
use crate::web::routes::{self, RoundSlug};
use crate::web::settings::mistake::Mistakes;
use crate::web::site::Site;
use crate::web::visitor::{Member, Visitor};

/// Steps that are sent from one address in an hour: a whole school may stand behind it.
const BY_ADDRESS: i64 = 600;

macro_rules! steps {
    ($($show:ident, $take:ident: $step:expr;)*) => {$(
        pub(super) async fn $show(
            request: HttpRequest,
            site: web::Data<Site>,
            visitor: Visitor,
            RoundSlug(slug): RoundSlug,
        ) -> Result<HttpResponse, WebError> {
            show(&request, &site, &visitor, &slug, $step).await
        }

        pub(super) async fn $take(
            request: HttpRequest,
            site: web::Data<Site>,
            visitor: Visitor,
            RoundSlug(slug): RoundSlug,
            CheckedPairs(pairs): CheckedPairs,
        ) -> Result<HttpResponse, WebError> {
            take(&request, &site, &visitor, (&slug, $step), &pairs).await
        }
    )*};
}

steps! {
    show_what, take_what: Step::What;
    show_where, take_where: Step::Where;
    show_more, take_more: Step::More;
}

/// Who proposes.
pub(super) fn actor(visitor: &Visitor) -> Actor {
    visitor.member.as_ref().map_or(Actor::Anonymous, Member::actor)
}

/// The round with what a step needs.
pub(super) async fn here(site: &Site, visitor: &Visitor, slug: &Slug) -> Result<Here, WebError> {
    let (slug, reader) = (slug.clone(), Reader::of(visitor));
    site.app.db.read(move |conn| Here::find(conn, &slug, reader)).await
}

/// The draft that the browser's code opens in this round.
pub(super) async fn draft_of(
    site: &Site,
    visitor: &Visitor,
    here: &Here,
    code: Option<&ChangeCode>,
) -> Result<Option<Draft>, WebError> {
    let Some(code) = code else { return Ok(None) };
    let (mac, now, round) = (code.mac, visitor.now, here.found.round.id);
    let draft = site.app.db.read(move |conn| find_draft(conn, &mac, now)).await?;
    Ok(draft.filter(|draft| draft.round == round))
}

/// When a draft is deleted that is kept now, in words, with the code that opens it.
pub(super) fn saved(site: &Site, visitor: &Visitor, code: &ChangeCode) -> Saved {
    Saved { code: code.code.to_string(), until: site.words(visitor).date(visitor.now.plus(DRAFT_KEPT_FOR)) }
}

async fn show(
    request: &HttpRequest,
    site: &Site,
    visitor: &Visitor,
    slug: &Slug,
    step: Step,
) -> Result<HttpResponse, WebError> {
    let here = here(site, visitor, slug).await?;
    if let Some(answer) = shut(site, visitor, &here.found, None).await? {
        return Ok(answer);
    }
    let code = ChangeCode::of(site, visitor, request);
    let draft = draft_of(site, visitor, &here, code.as_ref()).await?;
    if draft.is_none() && step != Step::What {
        return Ok(see_other(&routes::propose(visitor.language, slug)));
    }
    let to_check = request.query_string().split('&').any(|pair| pair == "to=check");
    let saved = draft.as_ref().and(code.as_ref()).map(|code| saved(site, visitor, code));
    let typed = draft.map(|draft| Typed::parse(&draft.fields)).unwrap_or_default();
    page(site, visitor, StatusCode::OK, &sheet(site, visitor, &here, (step, &typed, to_check), saved, Vec::new()))
}

fn sheet<'a>(
    site: &'a Site,
    visitor: &'a Visitor,
    here: &'a Here,
    (step, typed, to_check): (Step, &'a Typed, bool),
    saved: Option<Saved>,
    mistakes: Mistakes,
) -> Sheet<'a> {
    Sheet { here, words: site.words(visitor), step, typed, mistakes, to_check, saved }
}

fn page(site: &Site, visitor: &Visitor, status: StatusCode, sheet: &Sheet<'_>) -> Result<HttpResponse, WebError> {
    let (found, step) = (&sheet.here.found, sheet.step);
    answer(site, visitor, (found, status), |language| url_of(step, language, &found.round.slug), &sheet.page())
}

/// Whether the button of a name was pressed.
fn pressed(pairs: &[(String, String)], name: &str) -> bool {
    pairs.iter().any(|(field, _)| field == name)
}

async fn take(
    request: &HttpRequest,
    site: &Site,
    visitor: &Visitor,
    (slug, step): (&Slug, Step),
    pairs: &[(String, String)],
) -> Result<HttpResponse, WebError> {
    let limit = Limit::hourly(format!("propose {}", visitor.address.limit_key()), BY_ADDRESS);
    site.take_limits([limit].into()).await?;
    let here = here(site, visitor, slug).await?;
    let brought = ChangeCode::of(site, visitor, request);
    let draft = draft_of(site, visitor, &here, brought.as_ref()).await?;
    let mut typed = draft.as_ref().map(|draft| Typed::parse(&draft.fields)).unwrap_or_default();
    typed.take(step, pairs);
    let code = keep(site, visitor, &here, (brought, draft.is_some()), &typed).await?;
    let shown = code.code.to_string();
    let answer = match shut(site, visitor, &here.found, Some(&shown)).await? {
        Some(answer) => answer,
        None => judged(site, visitor, &here, (step, &typed, &code), pairs)?,
    };
    // The page names the code, so a browser that cannot keep it loses nothing.
    with_cookie(answer, &code.cookie(site, visitor))
}

/// Keeps what was typed, under the code that was brought or a fresh one.
async fn keep(
    site: &Site,
    visitor: &Visitor,
    here: &Here,
    (brought, has_draft): (Option<ChangeCode>, bool),
    typed: &Typed,
) -> Result<ChangeCode, WebError> {
    // A code of a proposal that was sent, of another round or of nothing is not written over.
    let code = match brought {
        Some(code) if has_draft => code,
        _ => ChangeCode::draw(site)?,
    };
    match keep_draft(&site.app.db, actor(visitor), here.found.round.id, code.mac, typed.to_text()).await {
        Ok(_) => Ok(code),
        // It was sent in another window meanwhile.
        Err(ProposalError::CodeTaken) => {
            let fresh = ChangeCode::draw(site)?;
            keep_draft(&site.app.db, actor(visitor), here.found.round.id, fresh.mac, typed.to_text()).await?;
            Ok(fresh)
        }
        Err(error) => Err(error.into()),
    }
}

/// Where a step leads that was kept: on, to the draft, or back to itself with what is wrong.
fn judged(
    site: &Site,
    visitor: &Visitor,
    here: &Here,
    (step, typed, code): (Step, &Typed, &ChangeCode),
    pairs: &[(String, String)],
) -> Result<HttpResponse, WebError> {
    let (language, slug) = (visitor.language, &here.found.round.slug);
    if pressed(pairs, "draft") {
        return Ok(see_other(&routes::propose_draft(language, slug)));
    }
    let to_check = pressed(pairs, "to_check");
    let mistakes = mistakes(step, &typed.fields(), here.desk(language));
    if !mistakes.is_empty() {
        let saved = Some(saved(site, visitor, code));
        let sheet = sheet(site, visitor, here, (step, typed, to_check), saved, mistakes);
        return page(site, visitor, StatusCode::UNPROCESSABLE_ENTITY, &sheet);
    }
    let next = match step {
        _ if to_check => routes::propose_check(language, slug),
        Step::What => routes::propose_where(language, slug),
        Step::Where => routes::propose_similar(language, slug),
        Step::More => routes::propose_check(language, slug),
    };
    Ok(see_other(&next))
}
