//! The office's list of reports, and the answer to one.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::report_view;
use super::view::{BarrierAnswer, BarrierList, BarrierRow, ReportView};
use crate::actions::accessibility_report::{AccessibilityReportError, answer_accessibility_report};
use crate::actions::steps::{Forbidden, authorise};
use crate::domain::ids::AccessibilityReportId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::store::accessibility_reports::{
    AccessibilityReport, count_accessibility_reports, find_accessibility_report, list_accessibility_reports,
};
use crate::store::{Conn, StoreError};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::parts::{ListPart, Pager};
use crate::web::routes::{self, number_of};
use crate::web::settings::build::{field_view, problems};
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::Mistakes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

const PAGE: usize = 20;
/// The longest answer, in characters.
const MOST: usize = 4000;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    show: Option<String>,
    page: Option<String>,
    saved: Option<String>,
}

/// What a page of the list shows.
struct Listed {
    counts: (i64, i64),
    rows: Vec<AccessibilityReport>,
    current: usize,
    pages: usize,
}

/// What others reported is not read by everybody.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
enum Unread {
    Forbidden(#[from] Forbidden),
    Store(#[from] StoreError),
}

impl From<Unread> for WebError {
    fn from(error: Unread) -> Self {
        match error {
            Unread::Forbidden(error) => error.into(),
            Unread::Store(error) => error.into(),
        }
    }
}

fn load(conn: &mut Conn, actor: Actor, answered: bool, wanted: usize) -> Result<Listed, Unread> {
    authorise(conn, actor, Permission::ReadBarrierReports, Scope::Organisation)?;
    let counts = count_accessibility_reports(conn)?;
    let part = ListPart::nearest(wanted, if answered { counts.1 } else { counts.0 }, PAGE);
    let rows = list_accessibility_reports(conn, answered, part.skip, part.limit)?;
    Ok(Listed { counts, rows, current: part.current, pages: part.pages })
}

pub(super) async fn list(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let shows_answered = asked.show.as_deref() == Some("answered");
    let wanted = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
    let actor = office.actor();
    let found = site.app.db.read(move |conn| load(conn, actor, shows_answered, wanted)).await?;
    let (language, words) = (visitor.language, site.words(&visitor));
    let list_url = routes::accessibility_reports(language);
    let answered_url = format!("{list_url}?show=answered");
    let page_url = |page: usize| {
        if shows_answered { format!("{answered_url}&page={page}") } else { format!("{list_url}?page={page}") }
    };
    let row = |report: &AccessibilityReport| BarrierRow {
        url: routes::accessibility_report(language, report.id),
        report: report_view(report, &words, visitor.now),
    };
    let view = BarrierList {
        answered_now: asked.saved.is_some(),
        waiting: found.counts.0,
        answered: found.counts.1,
        shows_answered,
        rows: found.rows.iter().map(row).collect(),
        pager: Pager::new(found.current, found.pages, page_url),
        waiting_url: list_url,
        answered_url,
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Barriers))?, &view)
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
) -> Result<HttpResponse, WebError> {
    let report = find(&request, &site, office.actor()).await?;
    if office.may_also(Permission::AnswerBarrierReport, Scope::Organisation) {
        return answer(&site, &visitor, StatusCode::OK, &report, (&Fields::default(), &Mistakes::new()));
    }
    // Without the address of whoever reported it.
    let view = BarrierAnswer {
        report: ReportView { email: None, ..report_view(&report, &site.words(&visitor), visitor.now) },
        url: routes::accessibility_report(visitor.language, report.id),
        list_url: routes::accessibility_reports(visitor.language),
        answered_meanwhile: false,
        problems: Vec::new(),
        field: None,
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Barriers))?, &view)
}

pub(super) async fn save(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let report = find(&request, &site, office.actor()).await?;
    let fields = Fields::typed(pairs);
    let mut read = Reader::new(&fields);
    let text = read.needed_prose("answer", MOST);
    let text = match read.finish(text) {
        Ok(text) => text,
        Err(mistakes) => {
            return answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &report, (&fields, &mistakes));
        }
    };
    match answer_accessibility_report(&site.app.db, office.actor(), report.id, text).await {
        Ok(()) => Ok(see_other(&format!("{}?saved=1", routes::accessibility_reports(visitor.language)))),
        Err(AccessibilityReportError::AnsweredMeanwhile) => {
            let report = find(&request, &site, office.actor()).await?;
            answer(&site, &visitor, StatusCode::CONFLICT, &report, (&fields, &Mistakes::new()))
        }
        Err(error) => Err(error.into()),
    }
}

async fn find(request: &HttpRequest, site: &Site, actor: Actor) -> Result<AccessibilityReport, WebError> {
    let id = AccessibilityReportId::new(number_of(request, "number")?.into());
    let find = move |conn: &mut Conn| {
        authorise(conn, actor, Permission::ReadBarrierReports, Scope::Organisation)?;
        Ok::<_, Unread>(find_accessibility_report(conn, id)?)
    };
    site.app.db.read(find).await?.ok_or_else(WebError::not_found)
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    report: &AccessibilityReport,
    (fields, mistakes): (&Fields, &Mistakes),
) -> Result<HttpResponse, WebError> {
    let words = site.words(visitor);
    let answered_meanwhile = status == StatusCode::CONFLICT;
    let field = ("answer", "prose", "barriers-answer", "barriers-answer-hint");
    let is_open = report.answer.is_none() || answered_meanwhile;
    let view = BarrierAnswer {
        report: report_view(report, &words, visitor.now),
        url: routes::accessibility_report(visitor.language, report.id),
        list_url: routes::accessibility_reports(visitor.language),
        answered_meanwhile,
        problems: problems(mistakes, &words),
        field: is_open.then(|| field_view(field, (fields, mistakes), &words)),
    };
    site.answer_with(status, visitor, &site.page(visitor, Menu::Office(OfficePlace::Barriers))?, &view)
}
