//! The queue of reviews: what is due first comes first, with what is overdue at the top.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::act::Act;
use super::load::{Here, find_here, own_departments};
use super::view::{Done, ReviewFilter, ReviewList, ReviewPart, ReviewRow};
use super::words as told;
use crate::domain::ids::{DepartmentId, ProposalNumber};
use crate::domain::permission::Scope;
use crate::locale::Words;
use crate::store::proposals::Proposal;
use crate::store::reviews::{QueueOf, QueuePart, Review, count_overdue, count_queue, list_queue};
use crate::store::statements::{Statement, count_statements_wanted, list_statements_wanted};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::parts::{ListPart, Pager};
use crate::web::proposals::words::area;
use crate::web::round::load::Reader;
use crate::web::routes::{self, RoundSlug};
use crate::web::settings::view::FieldOption;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// Proposals on one page.
const PAGE: usize = 20;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    show: Option<String>,
    of: Option<String>,
    page: Option<String>,
    done: Option<String>,
    number: Option<String>,
}

/// Which list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Queue(QueuePart),
    Statements,
}

impl Part {
    const ALL: [Self; 4] =
        [Self::Queue(QueuePart::Due), Self::Queue(QueuePart::Asked), Self::Statements, Self::Queue(QueuePart::Decided)];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Queue(QueuePart::Due) => "due",
            Self::Queue(QueuePart::Asked) => "asked",
            Self::Statements => "statements",
            Self::Queue(QueuePart::Decided) => "decided",
        }
    }

    fn parse(text: &str) -> Self {
        Self::ALL.into_iter().find(|part| part.as_str() == text).unwrap_or(Self::Queue(QueuePart::Due))
    }
}

/// Of whom the list is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    /// As it stands in the address.
    of: String,
    queue: QueueOf,
}

impl Wanted {
    /// Reads it; what names nobody means the reader's own departments, or everybody's for who reviews for all.
    fn read(typed: &str, own: Option<&BTreeSet<DepartmentId>>, here: &Here) -> Self {
        let known = |id: &DepartmentId| here.departments.iter().any(|one| one.id == *id);
        let queue = match (typed, own) {
            ("all", _) => Some(QueueOf::Everybody),
            ("nobody", _) => Some(QueueOf::Nobody),
            ("own", Some(own)) => Some(QueueOf::TheseAndNobody(own.clone())),
            (id, _) => id.parse().ok().map(DepartmentId::new).filter(known).map(QueueOf::Department),
        };
        match (queue, own) {
            (Some(queue), _) => Self { of: typed.to_owned(), queue },
            (None, Some(own)) => Self { of: "own".to_owned(), queue: QueueOf::TheseAndNobody(own.clone()) },
            (None, None) => Self { of: "all".to_owned(), queue: QueueOf::Everybody },
        }
    }

    /// Whose statements are wanted: none for everybody's.
    fn departments(&self) -> Option<BTreeSet<DepartmentId>> {
        match &self.queue {
            QueueOf::Everybody | QueueOf::Nobody => None,
            QueueOf::TheseAndNobody(ids) => Some(ids.clone()),
            QueueOf::Department(id) => Some(BTreeSet::from([*id])),
        }
    }
}

/// What a page of the queue shows.
struct Listed {
    here: Here,
    own: Option<BTreeSet<DepartmentId>>,
    wanted: Wanted,
    counts: Vec<(Part, i64)>,
    overdue: i64,
    rows: Vec<Row>,
    page: ListPart,
}

enum Row {
    Review(Box<(Review, Proposal)>),
    Statement(Box<(Statement, Proposal)>),
}

fn load(
    conn: &mut Conn,
    (here, own): (Here, Option<BTreeSet<DepartmentId>>),
    (part, wanted, page): (Part, Wanted, usize),
    reader: Reader,
) -> Result<Listed, StoreError> {
    let (round, now, departments) = (here.round.id, reader.now, wanted.departments());
    let mut counts = Vec::new();
    for part in Part::ALL {
        let count = match part {
            Part::Queue(part) => count_queue(conn, round, (part, &wanted.queue), now)?,
            Part::Statements => count_statements_wanted(conn, round, departments.as_ref())?,
        };
        counts.push((part, count));
    }
    let all = counts.iter().find(|(one, _)| *one == part).map_or(0, |(_, count)| *count);
    let page = ListPart::nearest(page, all, PAGE);
    let of_page = (page.skip, page.limit);
    let rows = match part {
        Part::Queue(part) => {
            let found = list_queue(conn, round, (part, &wanted.queue), now, of_page)?;
            found.into_iter().map(|row| Row::Review(Box::new(row))).collect()
        }
        Part::Statements => {
            let found = list_statements_wanted(conn, round, departments.as_ref(), of_page)?;
            found.into_iter().map(|row| Row::Statement(Box::new(row))).collect()
        }
    };
    let overdue = count_overdue(conn, round, &wanted.queue, now)?;
    Ok(Listed { here, own, wanted, counts, overdue, rows, page })
}

pub(super) async fn list(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let part = Part::parse(asked.show.as_deref().unwrap_or_default());
    let page = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
    let (reader, of) = (Reader::of(&visitor), (asked.of.clone().unwrap_or_default(), office.clone()));
    let read = move |conn: &mut Conn| {
        let here = find_here(conn, &slug, reader)?;
        let own = own_departments(&of.1, here.round.id, &here.departments);
        let wanted = Wanted::read(&of.0, own.as_ref(), &here);
        load(conn, (here, own), (part, wanted, page), reader)
    };
    let listed = site.app.db.read(read).await?;
    office.check(Scope::Round(listed.here.round.id))?;
    let view = view(&listed, (part, done(&asked, &listed, &visitor)), (site.words(&visitor), &visitor));
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Elsewhere))?, &view)
}

fn done(asked: &Asked, listed: &Listed, visitor: &Visitor) -> Option<Done> {
    let act = asked.done.as_deref().and_then(Act::parse)?;
    let number = ProposalNumber::new(asked.number.as_deref()?.parse().ok()?);
    let url = routes::office_review(visitor.language, &listed.here.round.slug, number);
    Some(Done { act: act.as_str(), number: number.padded(), url })
}

fn view(listed: &Listed, (part, done): (Part, Option<Done>), (words, visitor): (Words<'_>, &Visitor)) -> ReviewList {
    let Listed { here, wanted, counts, rows, page, .. } = listed;
    let (language, slug) = (visitor.language, &here.round.slug);
    let list_url = routes::office_reviews(language, slug);
    let url = |part: Part| format!("{list_url}?show={}&of={}", part.as_str(), wanted.of);
    ReviewList {
        round_title: here.title.clone(),
        round_url: routes::office_round(language, slug),
        done,
        overdue: listed.overdue,
        parts: counts
            .iter()
            .map(|(one, count)| ReviewPart { name: one.as_str(), url: url(*one), count: *count, current: *one == part })
            .collect(),
        shows: part.as_str(),
        filter: ReviewFilter { departments: departments(listed, words), url: list_url.clone() },
        rows: rows.iter().map(|one| row(one, here, (words, visitor))).collect(),
        page_number: page.current,
        page_count: page.pages,
        pager: Pager::new(page.current, page.pages, |page| format!("{}&page={page}", url(part))),
    }
}

fn departments(listed: &Listed, words: Words<'_>) -> Vec<FieldOption> {
    let option = |value: String, label: String| FieldOption { chosen: value == listed.wanted.of, value, label };
    let own = listed.own.as_ref().map(|_| option("own".to_owned(), words.text("review-of-own", &[])));
    let all = option("all".to_owned(), words.text("review-of-all", &[]));
    let nobody = option("nobody".to_owned(), words.text("review-of-nobody", &[]));
    let each = listed.here.departments.iter();
    let each = each.map(|one| option(one.id.to_string(), one.name(words.language().code())));
    own.into_iter().chain([all, nobody]).chain(each).collect()
}

fn row(row: &Row, here: &Here, (words, visitor): (Words<'_>, &Visitor)) -> ReviewRow {
    let (proposal, department) = match row {
        Row::Review(found) => (&found.1, found.0.department),
        Row::Statement(found) => (&found.1, Some(found.0.department)),
    };
    let (standing, due, question) = match row {
        Row::Review(found) => {
            (told::standing(found.0.standing(), words), told::due(&found.0, visitor.now, words), None)
        }
        Row::Statement(found) => {
            let due = told::due_at(found.0.due_at, visitor.now, words);
            (words.text("review-statement-wanted", &[]), Some(due), Some(found.0.question.clone()))
        }
    };
    ReviewRow {
        number: proposal.number.padded(),
        title: proposal.title.clone(),
        language: proposal.language.clone(),
        url: routes::office_review(visitor.language, &here.round.slug, proposal.number),
        standing,
        due,
        department: department.map(|id| here.department(id, visitor.language.code())),
        area: area(proposal.area, &here.kinds.areas, words),
        received: words.date(proposal.submitted_at),
        question,
    }
}
