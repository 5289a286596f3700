//! The last look, and sending.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::build::{Here, url_of};
use super::code::ChangeCode;
use super::door::{answer, closed, shut};
use super::fields::{Step, Typed, mistakes, proposal};
use super::steps::{actor, draft_of, here, saved};
use super::view::{Answer, ProposeCheck, ShutReason};
use crate::actions::proposal::{ProposalError, submit_proposal};
use crate::domain::proposal::{OfferKind, Voice};
use crate::locale::Words;
use crate::store::proposals::find_proposal_by_code;
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::limits::Limit;
use crate::web::routes::{self, RoundSlug};
use crate::web::sign_in::short_name;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// Proposals that are sent from one address in an hour: a whole school may stand behind it.
const BY_ADDRESS: i64 = 60;
/// Proposals that name one mail address in an hour, each of which sends a mail there.
const TO_ADDRESS: i64 = 5;

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
    let draft = draft_of(&site, &visitor, &here, code.as_ref()).await?;
    let (Some(code), Some(draft)) = (code, draft) else {
        return Ok(see_other(&routes::propose(language, &slug)));
    };
    let typed = Typed::parse(&draft.fields);
    if let Some(step) = first_unfinished(&typed, &here, &visitor) {
        return Ok(see_other(&format!("{}?to=check", url_of(step, language, &slug))));
    }
    let words = site.words(&visitor);
    let view = ProposeCheck {
        round: here.found.text.title.clone(),
        answers: answers(&typed, &here, &words),
        url: routes::propose_check(language, &slug),
        back_url: routes::propose_more(language, &slug),
        draft_url: routes::propose_draft(language, &slug),
        checked_first: here.found.round.checked_first,
        until: here.until(&words),
        saved: saved(&site, &visitor, &code),
    };
    answer(&site, &visitor, (&here.found, StatusCode::OK), |language| routes::propose_check(language, &slug), &view)
}

/// The first step with a mistake, such as one that was left out by typing an address.
fn first_unfinished(typed: &Typed, here: &Here, visitor: &Visitor) -> Option<Step> {
    let fields = typed.fields();
    Step::ALL.into_iter().find(|step| !mistakes(*step, &fields, here.desk(visitor.language)).is_empty())
}

fn answers(typed: &Typed, here: &Here, words: &Words<'_>) -> Vec<Answer> {
    let (fields, language, slug) = (typed.fields(), words.language(), &here.found.round.slug);
    let answer = |name: &str, step: Step, value: Option<String>| Answer {
        label: words.text(&format!("propose-field-{}", name.replace('_', "-")), &[]),
        value: value.filter(|value| !value.trim().is_empty()),
        url: format!("{}?to=check#{name}", url_of(step, language, slug)),
    };
    let raw = |name: &str| Some(fields.get(name).to_owned());
    let voice = Voice::parse(fields.get("voice")).unwrap_or(Voice::Myself);
    let offer = OfferKind::parse(fields.get("offer_kind")).map(|kind| {
        let kind = words.text(&format!("propose-offer-{}", kind.as_str()), &[]);
        format!("{kind}\n{}", fields.get("offer_body"))
    });
    vec![
        answer("title", Step::What, raw("title")),
        answer("body", Step::What, raw("body")),
        answer("summary", Step::What, raw("summary")),
        answer("area", Step::Where, here.places.area_name(fields.get("area"), words)),
        answer("place", Step::Where, raw("place")),
        answer("topic", Step::More, here.places.topic_name(fields.get("topic"), language)),
        answer("voice", Step::More, Some(words.text(&format!("propose-voice-{}", voice.as_str()), &[]))),
        answer("display_name", Step::More, raw("display_name")),
        answer("email", Step::More, raw("email")),
        answer("cost", Step::More, raw("cost")),
        answer("offer_kind", Step::More, offer),
    ]
}

pub(super) async fn send(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(_): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let (language, here) = (visitor.language, here(&site, &visitor, &slug).await?);
    let to_start = || Ok(see_other(&routes::propose(language, &slug)));
    let Some(code) = ChangeCode::of(&site, &visitor, &request) else { return to_start() };
    if is_sent(&site, &code).await? {
        return Ok(see_other(&routes::propose_receipt(language, &slug)));
    }
    let Some(draft) = draft_of(&site, &visitor, &here, Some(&code)).await? else { return to_start() };
    if let Some(answer) = shut(&site, &visitor, &here.found, Some(&code.code.to_string())).await? {
        return Ok(answer);
    }
    let typed = Typed::parse(&draft.fields);
    let Ok(new) = proposal(&typed.fields(), here.desk(language)) else {
        return Ok(see_other(&routes::propose_check(language, &slug)));
    };
    let mut limits = vec![Limit::hourly(format!("proposals {}", visitor.address.limit_key()), BY_ADDRESS)];
    if let Some(email) = &new.email {
        limits.push(Limit::hourly(format!("proposal-mail {}", short_name(email)), TO_ADDRESS));
    }
    site.take_limits(limits.into()).await?;
    let (keys, round) = (site.app.keys.installation(), here.found.round.id);
    match submit_proposal(&site.app.db, keys, actor(&visitor), round, (new, &code.code, language)).await {
        Ok(_) => Ok(see_other(&routes::propose_receipt(language, &slug))),
        Err(ProposalError::NotOpen) => refused(&site, &visitor, &here, &code, ShutReason::JustNow),
        Err(ProposalError::NotEmployee) => refused(&site, &visitor, &here, &code, ShutReason::Employees),
        // Somebody removed the area or the topic meanwhile; the check page leads to the step.
        Err(ProposalError::PlaceGone) => Ok(see_other(&routes::propose_check(language, &slug))),
        Err(error) => Err(error.into()),
    }
}

async fn is_sent(site: &Site, code: &ChangeCode) -> Result<bool, WebError> {
    let mac = code.mac;
    Ok(site.app.db.read(move |conn| find_proposal_by_code(conn, &mac)).await?.is_some())
}

fn refused(
    site: &Site,
    visitor: &Visitor,
    here: &Here,
    code: &ChangeCode,
    reason: ShutReason,
) -> Result<HttpResponse, WebError> {
    closed(site, visitor, &here.found, (reason, Some(&code.code.to_string())))
}
