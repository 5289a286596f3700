//! How fast departments answer, for everybody to see.

use actix_web::{HttpResponse, web};

use super::view::{AnswerTimesPage, AnswerTimesRow};
use crate::domain::review::FIRST_ANSWER;
use crate::locale::{Arg, Words};
use crate::store::Conn;
use crate::store::departments::{Department, list_departments};
use crate::store::reviews::{AnswerTimes, QueueOf, count_overdue, list_answer_times};
use crate::web::error::WebError;
use crate::web::round::load::{PublicRound, Reader, find_public_round};
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

struct Read {
    found: PublicRound,
    times: Vec<AnswerTimes>,
    departments: Vec<Department>,
    overdue: i64,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let (reader, words) = (Reader::of(&visitor), site.words(&visitor));
    let read = move |conn: &mut Conn| {
        let found = find_public_round(conn, &slug, reader)?;
        let round = found.round.id;
        let overdue = count_overdue(conn, round, &QueueOf::Everybody, reader.now)?;
        Ok::<_, WebError>(Read {
            times: list_answer_times(conn, round)?,
            departments: list_departments(conn)?,
            overdue,
            found,
        })
    };
    let read = site.app.db.read(read).await?;
    let page = site.page(&visitor, round_menu(&read.found.round, reader, RoundPlace::Elsewhere, words))?;
    let view = AnswerTimesPage {
        round_title: read.found.text.title.clone(),
        proposals_url: routes::proposals(visitor.language, &read.found.round.slug),
        promised: FIRST_ANSWER.num_days(),
        overdue: read.overdue,
        rows: rows(&read, words),
    };
    site.answer(&visitor, &page, &view)
}

/// Those that answered most come first.
fn rows(read: &Read, words: Words<'_>) -> Vec<AnswerTimesRow> {
    let mut times: Vec<&AnswerTimes> = read.times.iter().collect();
    times.sort_by_key(|times| (std::cmp::Reverse(times.answered), times.department));
    let days = |days: i64| words.text("review-times-days", &[("count", Arg::Count(days))]);
    let row = |times: &AnswerTimes| AnswerTimesRow {
        department: times
            .department
            .and_then(|id| read.departments.iter().find(|one| one.id == id))
            .map_or_else(|| words.text("review-times-nobody", &[]), |one| one.name(words.language().code())),
        answered: words.number(times.answered),
        mean: days(times.mean_days()),
        longest: days(times.longest),
    };
    times.into_iter().map(row).collect()
}
