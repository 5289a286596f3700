//! Reporting a barrier, by anybody, and reading the answer.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::report_view;
use super::view::{BarrierForm, BarrierSent};
use crate::actions::accessibility_report::{
    AccessibilityReportError, SendAccessibilityReport, send_accessibility_report,
};
use crate::domain::permission::Actor;
use crate::secrecy::ReportToken;
use crate::store::StoreError;
use crate::store::accessibility_reports::{AccessibilityReport, find_accessibility_report_by_token};
use crate::web::answer::{kept_nowhere, see_other, with_retry_after};
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::Menu;
use crate::web::limits::{Limit, LimitError, taken_again_at};
use crate::web::routes;
use crate::web::sent_once::{FORM, fresh_fields, token_of};
use crate::web::settings::build::{field_view, problems};
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::site::Site;
use crate::web::visitor::{Member, Visitor};

/// The longest description, in characters.
const MOST: usize = 4000;
/// Reports from one address in an hour: a whole library may stand behind it.
const BY_ADDRESS: i64 = 10;
/// Reports from everywhere in an hour; more is no help to anybody.
const EVERYWHERE: i64 = 500;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    page: Option<String>,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let mut fields = fresh_fields()?;
    // A path of this site and nothing else; a stranger's link must not write into the form.
    let ours = |page: &String| page.starts_with(&routes::home(visitor.language)) && page.len() <= 120;
    fields.set("page", asked.into_inner().page.filter(ours).unwrap_or_default());
    // Drawn for this visitor alone.
    Ok(kept_nowhere(answer(&site, &visitor, StatusCode::OK, (&fields, &Mistakes::new()))?))
}

pub(super) async fn send(
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let fields = Fields::typed(pairs);
    let report = match read(&fields, &visitor) {
        Ok(report) => report,
        Err(mistakes) => return answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, (&fields, &mistakes)),
    };
    let token = token_of(&fields, &["problem", "page", "email"])?;
    let to_report = || Ok(see_other(&routes::reported_barrier(visitor.language, &token)));
    if find(&site, &token).await?.is_some() {
        return to_report();
    }
    // What was typed is not lost to those who share an address with many.
    if let Some(again_at) = taken_again_at(take_limits(&site, &visitor).await)? {
        let mistakes = vec![("problem".to_owned(), Mistake::LaterOn { again_at })];
        let full = answer(&site, &visitor, StatusCode::TOO_MANY_REQUESTS, (&fields, &mistakes))?;
        return Ok(with_retry_after(full, again_at, visitor.now));
    }
    let actor = visitor.member.as_ref().map_or(Actor::Anonymous, Member::actor);
    match send_accessibility_report(&site.app.db, actor, &token, report).await {
        // The other click of two was faster.
        Ok(_) | Err(AccessibilityReportError::Store(StoreError::Conflict)) => to_report(),
        Err(error) => Err(error.into()),
    }
}

async fn find(site: &Site, token: &ReportToken) -> Result<Option<AccessibilityReport>, WebError> {
    let hash = token.hash();
    Ok(site.app.db.read(move |conn| find_accessibility_report_by_token(conn, &hash)).await?)
}

fn read(fields: &Fields, visitor: &Visitor) -> Result<SendAccessibilityReport, Mistakes> {
    let mut read = Reader::new(fields);
    let report = SendAccessibilityReport {
        problem: read.needed_prose("problem", MOST),
        page: read.line("page"),
        email: read.email("email"),
        language: visitor.language,
    };
    read.finish(report)
}

async fn take_limits(site: &Site, visitor: &Visitor) -> Result<(), LimitError> {
    let limits = [
        Limit::hourly(format!("barriers {}", visitor.address.limit_key()), BY_ADDRESS),
        Limit::hourly("barriers".to_owned(), EVERYWHERE),
    ];
    site.take_limits(limits.into()).await
}

/// The confirmation, later with the answer. Its address is the secret, so it is kept nowhere and names no page to others.
pub(super) async fn sent(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
) -> Result<HttpResponse, WebError> {
    let token = request.match_info().get("token").and_then(ReportToken::parse).ok_or_else(WebError::not_found)?;
    let report = find(&site, &token).await?.ok_or_else(WebError::not_found)?;
    let base = site.app.config.base_url.as_str().trim_end_matches('/');
    let view = BarrierSent {
        report: report_view(&report, &site.words(&visitor), visitor.now),
        statement_url: routes::accessibility(visitor.language),
        address: format!("{base}{}", routes::reported_barrier(visitor.language, &token)),
    };
    Ok(kept_nowhere(site.answer(&visitor, &site.page(&visitor, Menu::Public(Vec::new()))?, &view)?))
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    (fields, mistakes): (&Fields, &Mistakes),
) -> Result<HttpResponse, WebError> {
    let words = site.words(visitor);
    let view = BarrierForm {
        url: routes::report_barrier(visitor.language),
        statement_url: routes::accessibility(visitor.language),
        form_key: fields.get(FORM).to_owned(),
        problems: problems(mistakes, &words),
        fields: [
            ("problem", "prose", "barriers-problem", "barriers-problem-hint"),
            ("page", "line", "barriers-page", "barriers-page-hint"),
            ("email", "email", "barriers-email", "barriers-email-hint"),
        ]
        .map(|field| field_view(field, (fields, mistakes), &words))
        .into(),
    };
    let page = site.page_at(visitor, Menu::Public(Vec::new()), routes::report_barrier)?;
    site.answer_with(status, visitor, &page, &view)
}
