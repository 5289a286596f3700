//! What needs somebody before everything else, on the office's first page: each line is one count and the page where it is
//! dealt with, for those alone who may do that. A further line is a variant of [`What`], a count in [`load`], and a sentence.

use chrono::TimeDelta;

use super::load::Standing;
use super::reviewing::{count_reviews_due, list_unattended};
use super::view::AlarmLine;
use crate::domain::ids::RoundId;
use crate::domain::permission::{Permission, Scope};
use crate::domain::review::reviews_for;
use crate::domain::role::Departments;
use crate::domain::schedule::Window;
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::locale::{Arg, Language, Words, local_day};
use crate::store::backups::find_last_backup;
use crate::store::departments::{Department, list_departments};
use crate::store::proposal_reports::count_reported;
use crate::store::waiting::{
    MOST, count_administrators_without_telephone, count_barriers_due, count_mails_failed, count_mails_late,
    count_questions_due, count_unchecked,
};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::office::build::last_moment;
use crate::web::routes;
use crate::web::site::{Occasion, Site};
use crate::web::visitor::{Office, Visitor};

/// A backup that is older is an alarm.
const BACKUP: TimeDelta = TimeDelta::days(1);
/// Answers that are due so soon are told.
const SOON: TimeDelta = TimeDelta::days(2);
/// A mail that waits longer is late.
const LATE: TimeDelta = TimeDelta::hours(1);

/// What is counted, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Telephones,
    MailsFailed,
    MailsLate,
    Reports,
    Reviews,
    StatementsLate,
    BarriersLate,
    QuestionsLate,
    Barriers,
    Questions,
    ReviewsSoon,
    Statements,
    Unchecked,
}

/// A count that is not nought, with its round where it has one.
struct Found {
    what: What,
    count: i64,
    round: Option<(String, Slug)>,
}

/// What stands on the page.
pub(super) struct Alarms {
    pub(super) urgent: Vec<AlarmLine>,
    pub(super) soon: Vec<AlarmLine>,
    /// The next date of all rounds, for whoever has nothing to do.
    pub(super) next: Option<String>,
}

/// What is read.
struct Read {
    found: Vec<Found>,
    unattended: Vec<Department>,
    backup: Option<Option<Instant>>,
}

/// What somebody may do in one round.
struct InRound {
    id: RoundId,
    title: String,
    slug: Slug,
    moderates: bool,
    /// For which departments they review.
    theirs: Option<Departments>,
}

impl InRound {
    fn name(&self) -> Option<(String, Slug)> {
        Some((self.title.clone(), self.slug.clone()))
    }
}

/// What somebody may do in all of the organisation.
#[derive(Clone, Copy)]
struct InAll {
    mails: bool,
    people: bool,
    questions: bool,
    barriers: bool,
    backups: bool,
}

impl What {
    const fn key(self) -> &'static str {
        match self {
            Self::Telephones => "office-alarm-telephones",
            Self::MailsFailed => "office-alarm-mails-failed",
            Self::MailsLate => "office-alarm-mails-late",
            Self::Reports => "office-alarm-reports",
            Self::Reviews => "office-alarm-reviews",
            Self::ReviewsSoon => "office-alarm-reviews-soon",
            Self::StatementsLate => "office-alarm-statements-late",
            Self::Statements => "office-alarm-statements",
            Self::BarriersLate => "office-alarm-barriers-late",
            Self::QuestionsLate => "office-alarm-questions-late",
            Self::Barriers => "office-alarm-barriers",
            Self::Questions => "office-alarm-questions",
            Self::Unchecked => "office-alarm-unchecked",
        }
    }
}

/// The lines for this reader: what is urgent, and the windows that open or close today or tomorrow.
pub(super) async fn alarms(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    rounds: &[Standing],
) -> Result<Alarms, WebError> {
    let (rights, all) = (in_rounds(office, rounds), in_all(site, office));
    let now = visitor.now;
    let read = site.app.db.read(move |conn| load(conn, &rights, all, now)).await?;
    let words = site.words(visitor);
    let first = backup_line(read.backup, visitor, words).into_iter().chain(unattended_line(&read.unattended, words));
    Ok(Alarms {
        urgent: first.chain(read.found.iter().map(|found| line(found, words))).collect(),
        soon: windows(site, visitor, rounds, words),
        next: next_date(visitor, rounds, words),
    })
}

fn in_rounds(office: &Office, rounds: &[Standing]) -> Vec<InRound> {
    let open = rounds.iter().filter(|standing| {
        let facts = &standing.round.facts;
        facts.round_published_at.is_some() && facts.archived_at.is_none()
    });
    let rights = |standing: &Standing| {
        let (id, scope) = (standing.round.id, Scope::Round(standing.round.id));
        InRound {
            id,
            title: standing.title.clone(),
            slug: standing.round.slug.clone(),
            moderates: office.may_also(Permission::ModerateProposals, scope),
            theirs: reviews_for(office.grants(), id).filter(|_| office.may_also(Permission::ReviewProposals, scope)),
        }
    };
    open.map(rights).collect()
}

fn in_all(site: &Site, office: &Office) -> InAll {
    let may = |permission| office.may_also(permission, Scope::Organisation);
    InAll {
        mails: may(Permission::CheckMails),
        people: may(Permission::ManagePeople),
        questions: may(Permission::AnswerQuestions),
        barriers: may(Permission::AnswerBarrierReport),
        // Nobody backs up what is made up.
        backups: may(Permission::EditOrganisation) && site.occasion == Occasion::Live,
    }
}

fn load(conn: &mut Conn, rounds: &[InRound], all: InAll, now: Instant) -> Result<Read, StoreError> {
    let mut found = Vec::new();
    let mut note = |what, count, round| {
        if count > 0 {
            found.push(Found { what, count, round });
        }
    };
    if all.people {
        note(What::Telephones, count_administrators_without_telephone(conn)?, None);
    }
    if all.mails {
        note(What::MailsFailed, count_mails_failed(conn)?, None);
        note(What::MailsLate, count_mails_late(conn, LATE, now)?, None);
    }
    for round in rounds.iter().filter(|round| round.moderates) {
        note(What::Reports, count_reported(conn, round.id)?, round.name());
    }
    let departments = list_departments(conn)?;
    let mut due_soon = Vec::new();
    for round in rounds {
        let Some(theirs) = &round.theirs else { continue };
        let due = count_reviews_due(conn, round.id, (theirs, &departments), (now, now.plus(SOON)))?;
        note(What::Reviews, due.late, round.name());
        note(What::StatementsLate, due.statements_late, round.name());
        due_soon.push((round, due));
    }
    let (late, soon) = ((None, now), (Some(now), now.plus(SOON)));
    if all.barriers {
        note(What::BarriersLate, count_barriers_due(conn, late)?, None);
    }
    if all.questions {
        note(What::QuestionsLate, count_questions_due(conn, late)?, None);
        note(What::Questions, count_questions_due(conn, soon)?, None);
    }
    if all.barriers {
        note(What::Barriers, count_barriers_due(conn, soon)?, None);
    }
    for (round, due) in due_soon {
        note(What::ReviewsSoon, due.soon, round.name());
        note(What::Statements, due.statements_soon, round.name());
    }
    for round in rounds.iter().filter(|round| round.moderates) {
        let waiting = count_unchecked(conn, round.id)?;
        note(What::Unchecked, waiting, round.name());
    }
    let backup = if all.backups { Some(find_last_backup(conn)?) } else { None };
    let unattended = if all.people { unattended(conn, rounds, departments, now)? } else { Vec::new() };
    Ok(Read { found, unattended, backup })
}

fn unattended(
    conn: &mut Conn,
    rounds: &[InRound],
    departments: Vec<Department>,
    now: Instant,
) -> Result<Vec<Department>, StoreError> {
    let ids: Vec<RoundId> = rounds.iter().map(|round| round.id).collect();
    let without = list_unattended(conn, &ids, &departments, now)?;
    Ok(departments.into_iter().filter(|one| without.contains(&one.id)).collect())
}

fn line(found: &Found, words: Words<'_>) -> AlarmLine {
    let language = words.language();
    let of_round = |url: fn(Language, &Slug) -> String| match &found.round {
        Some((_, slug)) => url(language, slug),
        None => routes::office(language),
    };
    let number = words.number(found.count);
    let shown =
        if found.count < MOST { number } else { words.text("office-alarm-or-more", &[("count", Arg::from(number))]) };
    AlarmLine {
        text: words.text(found.what.key(), &[("count", Arg::Count(found.count)), ("shown", Arg::from(shown))]),
        hint: None,
        round: found.round.as_ref().map(|(title, _)| title.clone()),
        url: Some(match found.what {
            What::Telephones => routes::people(language),
            What::MailsFailed => routes::failed_mails(language),
            What::MailsLate => routes::office_mails(language),
            What::Reports => format!("{}?show=reported", of_round(routes::office_proposals)),
            What::Unchecked => format!("{}?show=waiting", of_round(routes::office_proposals)),
            What::Reviews | What::ReviewsSoon => of_round(routes::office_reviews),
            What::StatementsLate | What::Statements => {
                format!("{}?show=statements", of_round(routes::office_reviews))
            }
            What::BarriersLate | What::Barriers => routes::accessibility_reports(language),
            What::QuestionsLate | What::Questions => routes::questions(language),
        }),
    }
}

/// That there is no fresh backup, for those who watch over it.
fn backup_line(backup: Option<Option<Instant>>, visitor: &Visitor, words: Words<'_>) -> Option<AlarmLine> {
    let text = match backup? {
        Some(begun) if visitor.now.since(begun) <= BACKUP => return None,
        Some(begun) => words.text("office-alarm-backup-old", &[("date", Arg::from(words.moment(begun)))]),
        None => words.text("office-alarm-backup-never", &[]),
    };
    let hint = Some(words.text("office-alarm-backup-next", &[]));
    Some(AlarmLine { text, hint, round: None, url: None })
}

/// For which departments nobody reviews, for those who can change that.
fn unattended_line(departments: &[Department], words: Words<'_>) -> Option<AlarmLine> {
    let names: Vec<String> = departments.iter().map(|one| one.name(words.language().written())).collect();
    (!names.is_empty()).then(|| AlarmLine {
        text: words.text("office-alarm-unattended", &[("departments", Arg::from(names.join(", ")))]),
        hint: Some(words.text("office-alarm-unattended-next", &[])),
        round: None,
        url: Some(routes::people(words.language())),
    })
}

/// What opens or closes today or tomorrow. The end of voting today has a line of its own among what a round waits for.
fn windows(site: &Site, visitor: &Visitor, rounds: &[Standing], words: Words<'_>) -> Vec<AlarmLine> {
    let zone = site.zone(visitor);
    let today = local_day(visitor.now, zone);
    let is_near = |at: Instant| {
        let day = local_day(at, zone);
        at >= visitor.now && (day == today || Some(day) == today.succ_opt())
    };
    let mut lines = Vec::new();
    for (standing, window) in edges(rounds) {
        let Some(span) = standing.round.schedule.span(window) else { continue };
        let name = window.as_str();
        let opens = span
            .opens_at
            .filter(|at| is_near(*at))
            .map(|at| words.text(&format!("office-window-opens-{name}"), &[("date", Arg::from(words.moment(at)))]));
        let closes = span
            .closes_at
            .filter(|at| is_near(last_moment(*at)) && *at > visitor.now)
            .map(|at| words.text(&format!("office-window-closes-{name}"), &[("date", Arg::from(words.until(at)))]));
        let url = routes::office_round(words.language(), &standing.round.slug);
        lines.extend(opens.into_iter().chain(closes).map(|text| AlarmLine {
            text,
            hint: None,
            round: Some(standing.title.clone()),
            url: Some(url.clone()),
        }));
    }
    lines
}

/// What comes next in any of the rounds.
fn next_date(visitor: &Visitor, rounds: &[Standing], words: Words<'_>) -> Option<String> {
    let mut next: Option<(Instant, String)> = None;
    for (standing, window) in edges(rounds) {
        let Some(span) = standing.round.schedule.span(window) else { continue };
        let name = window.as_str();
        let ends = [("opens", span.opens_at), ("closes", span.closes_at)];
        for (what, at) in ends.into_iter().filter_map(|(what, at)| Some((what, at?))) {
            if at > visitor.now && next.as_ref().is_none_or(|(first, _)| at < *first) {
                let date = if what == "opens" { words.moment(at) } else { words.until(at) };
                let told = words.text(&format!("office-window-{what}-{name}"), &[("date", Arg::from(date))]);
                next = Some((at, format!("{told} ({})", standing.title)));
            }
        }
    }
    next.map(|(_, told)| told)
}

/// The windows of all rounds that are public and not over.
fn edges(rounds: &[Standing]) -> impl Iterator<Item = (&Standing, Window)> {
    let public = rounds.iter().filter(|standing| {
        let facts = &standing.round.facts;
        facts.round_published_at.is_some() && facts.archived_at.is_none()
    });
    public.flat_map(|standing| Window::ALL.into_iter().map(move |window| (standing, window)))
}
