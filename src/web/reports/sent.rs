//! The confirmation of a report, which later says what became of it. Its address is the secret, so it is kept nowhere.

use actix_web::{HttpRequest, HttpResponse, web};

use super::load::load;
use super::view::ReportSent;
use crate::domain::report::ReportOutcome;
use crate::secrecy::ReportToken;
use crate::store::proposal_reports::find_report_by_token;
use crate::web::answer::kept_nowhere;
use crate::web::error::WebError;
use crate::web::parts::paragraphs;
use crate::web::proposals::words::rule;
use crate::web::round::load::Reader;
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let token = request.match_info().get("token").and_then(ReportToken::parse).ok_or_else(WebError::not_found)?;
    let here = load(&site, &visitor, &request, slug).await?;
    let hash = token.hash();
    let found = site.app.db.read(move |conn| find_report_by_token(conn, &hash)).await?;
    let report = found.filter(|report| report.proposal == here.proposal.id).ok_or_else(WebError::not_found)?;
    let (words, language, round) = (site.words(&visitor), visitor.language, &here.found.round);
    let number = here.proposal.number;
    let base = site.app.config.base_url.as_str().trim_end_matches('/');
    let view = ReportSent {
        round_title: here.found.text.title.clone(),
        number: number.padded(),
        proposal_url: routes::proposal(language, &round.slug, number),
        outcome: report.outcome.map(ReportOutcome::as_str),
        decide_by: words.date_with_weekday(report.decide_by),
        late: report.outcome.is_none() && visitor.now > report.decide_by,
        received: words.date(report.received_at),
        rule: rule(report.rule, words),
        explanation: paragraphs(&report.explanation),
        address: format!("{base}{}", routes::reported_proposal(language, &round.slug, number, &token)),
    };
    let page = site.page(&visitor, round_menu(round, Reader::of(&visitor), RoundPlace::Elsewhere, words))?;
    Ok(kept_nowhere(site.answer(&visitor, &page, &view)?))
}
