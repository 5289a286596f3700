//! The form of a report, and sending it. The token of the report stands in the form, so that a second click is no second
//! report.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::load::{Here, load};
use super::view::ReportForm;
use crate::actions::report::{ReportError, SendReport, send_report};
use crate::domain::permission::Actor;
use crate::domain::proposal::HidingRule;
use crate::domain::report::LONGEST_EXPLANATION;
use crate::locale::Words;
use crate::secrecy::ReportToken;
use crate::secrecy::randomness::draw;
use crate::store::proposal_reports::find_report_by_token;
use crate::store::proposals::Proposal;
use crate::web::answer::{kept_nowhere, see_other, with_retry_after};
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::limits::{Limit, LimitError, taken_again_at};
use crate::web::parts::written;
use crate::web::proposals::words::rule as rule_in_words;
use crate::web::round::load::Reader as RoundReader;
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::routes::{self, RoundSlug};
use crate::web::settings::build::{field_view, problems};
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::settings::view::{FieldOption, FieldView};
use crate::web::site::Site;
use crate::web::visitor::{Member, Visitor};

type Answer = Result<HttpResponse, WebError>;

/// Reports from one address in an hour: a whole school may stand behind it.
const BY_ADDRESS: i64 = 20;
/// Reports from everywhere in an hour; nobody reads more.
const EVERYWHERE: i64 = 500;

const TOKEN: &str = "report";
const RULE: &str = "rule";
const EXPLANATION: &str = "explanation";

/// What stands in the form.
struct Sheet<'a> {
    token: &'a ReportToken,
    fields: &'a Fields,
    mistakes: &'a Mistakes,
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let here = load(&site, &visitor, &request, slug).await?;
    let sheet = Sheet { token: &ReportToken::new(draw()?), fields: &Fields::default(), mistakes: &Mistakes::default() };
    answer(&site, &visitor, StatusCode::OK, &here, &sheet)
}

pub(super) async fn send(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let here = load(&site, &visitor, &request, slug.clone()).await?;
    let fields = Fields::typed(pairs);
    let token = match ReportToken::parse(fields.get(TOKEN)) {
        Some(token) => token,
        None => ReportToken::new(draw()?),
    };
    let sent = || see_other(&routes::reported_proposal(visitor.language, &slug, here.proposal.number, &token));
    if is_sent(&site, &token).await? {
        return Ok(sent());
    }
    let refuse = |status, mistakes: &Mistakes| {
        answer(&site, &visitor, status, &here, &Sheet { token: &token, fields: &fields, mistakes })
    };
    if !here.proposal.state.is_public() {
        return refuse(StatusCode::CONFLICT, &Mistakes::default());
    }
    let report = match read(&fields) {
        Ok(report) => report,
        Err(mistakes) => return refuse(StatusCode::UNPROCESSABLE_ENTITY, &mistakes),
    };
    // What was typed is not lost to those who share an address with many.
    if let Some(again_at) = taken_again_at(take_limits(&site, &visitor).await)? {
        let mistakes = vec![(EXPLANATION.to_owned(), Mistake::LaterOn { again_at })];
        return Ok(with_retry_after(refuse(StatusCode::TOO_MANY_REQUESTS, &mistakes)?, again_at, visitor.now));
    }
    let actor = visitor.member.as_ref().map_or(Actor::Anonymous, Member::actor);
    match send_report(&site.app.db, actor, here.proposal.number, &token, report).await {
        Ok(()) => Ok(sent()),
        Err(ReportError::NotPublic(state)) => {
            let here = Here { proposal: Proposal { state, ..here.proposal }, ..here };
            let sheet = Sheet { token: &token, fields: &fields, mistakes: &Mistakes::default() };
            answer(&site, &visitor, StatusCode::CONFLICT, &here, &sheet)
        }
        Err(error) => Err(error.into()),
    }
}

fn read(fields: &Fields) -> Result<SendReport, Mistakes> {
    let mut read = Reader::new(fields);
    let rule = HidingRule::parse(read.raw(RULE));
    if rule.is_none() {
        read.refuse(RULE, Mistake::Choose);
    }
    let explanation = read.prose_within(EXPLANATION, LONGEST_EXPLANATION);
    read.finish(SendReport { rule: rule.unwrap_or(HidingRule::NoProposal), explanation })
}

async fn is_sent(site: &Site, token: &ReportToken) -> Result<bool, WebError> {
    let hash = token.hash();
    Ok(site.app.db.read(move |conn| find_report_by_token(conn, &hash)).await?.is_some())
}

async fn take_limits(site: &Site, visitor: &Visitor) -> Result<(), LimitError> {
    let limits = [
        Limit::hourly(format!("text-reports {}", visitor.address.limit_key()), BY_ADDRESS),
        Limit::hourly("text-reports".to_owned(), EVERYWHERE),
    ];
    site.take_limits(limits.into()).await
}

/// The form, or what is to be said where there is nothing to report any more. The token makes it one visitor's own.
fn answer(site: &Site, visitor: &Visitor, status: StatusCode, here: &Here, sheet: &Sheet<'_>) -> Answer {
    let (words, language, slug) = (site.words(visitor), visitor.language, &here.found.round.slug);
    let number = here.proposal.number;
    let is_public = here.proposal.state.is_public();
    let view = ReportForm {
        round_title: here.found.text.title.clone(),
        number: number.padded(),
        title: is_public.then(|| here.proposal.title.clone()),
        language: here.proposal.language.clone(),
        proposal_url: routes::proposal(language, slug, number),
        ask_url: routes::ask(language),
        state: here.proposal.state.as_str(),
        problems: if is_public { problems(sheet.mistakes, &words) } else { Vec::new() },
        url: routes::report_proposal(language, slug, number),
        token: sheet.token.to_address().to_string(),
        kept: written(sheet.fields.get(EXPLANATION)).filter(|_| !is_public),
        fields: if is_public { fields(sheet, words) } else { Vec::new() },
    };
    let menu = round_menu(&here.found.round, RoundReader::of(visitor), RoundPlace::Elsewhere, words);
    let page = site.page_at(visitor, menu, |language| routes::report_proposal(language, slug, number))?;
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &view)?))
}

fn fields(sheet: &Sheet<'_>, words: Words<'_>) -> Vec<FieldView> {
    let typed = (sheet.fields, sheet.mistakes);
    let option = |rule: &HidingRule| FieldOption {
        value: rule.as_str().to_owned(),
        label: rule_in_words(*rule, words),
        chosen: sheet.fields.get(RULE) == rule.as_str(),
    };
    vec![
        FieldView {
            options: HidingRule::ALL.iter().map(option).collect(),
            ..field_view((RULE, "radio", "reports-rule", "reports-rule-hint"), typed, &words)
        },
        field_view((EXPLANATION, "prose", "reports-explanation", "reports-explanation-hint"), typed, &words),
    ]
}
