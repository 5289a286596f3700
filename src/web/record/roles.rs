//! Who held which role when, read off the record: a role is held from the entry that gave it to the one that took it.

use std::collections::{BTreeMap, BTreeSet};

use super::build::by_name;
use super::load::{KnownRounds, Scope};
use super::sentence::{Medium, Teller};
use super::view::RoleSpan;
use crate::domain::ids::DepartmentId;
use crate::domain::role::{Departments, Role};
use crate::domain::time::Instant;
use crate::exchange::csv::CsvTable;
use crate::locale::Words;
use crate::record::{Act, Details};
use crate::store::Conn;
use crate::store::departments::list_departments;
use crate::store::record::{KnownActor, Place, Recorded, Sought, list_actors, list_record};
use crate::web::error::WebError;
use crate::web::round::load::Reader;

/// Entries that are read at once.
const SLICE: i64 = 500;
/// The acts by which a role begins, changes or ends.
const ACTS: [Act; 4] = [Act::RoleGiven, Act::RoleDepartmentsChanged, Act::RoleTaken, Act::AccountDeleted];

/// That somebody held a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    /// Who, as the record spells it.
    subject: String,
    /// Which role, as the record spells it.
    role: String,
    /// In which round, as the record spells it; in none when the role holds everywhere.
    round: Option<String>,
    /// For which departments; none when no entry says so.
    departments: Option<Departments>,
    /// Since when; none when no entry gave the role.
    from: Option<Instant>,
    /// Until when; none when still.
    until: Option<Instant>,
}

/// What the record says of roles, with names for what it spells as numbers.
pub(super) struct Held {
    spans: Vec<Span>,
    people: BTreeMap<String, KnownActor>,
    /// Titles by public id.
    rounds: BTreeMap<String, String>,
    departments: BTreeMap<DepartmentId, String>,
}

impl Held {
    /// The name of whoever held a role.
    fn person(&self, span: &Span, teller: Teller<'_>) -> String {
        teller.person(self.people.get(&span.subject))
    }

    fn round(&self, span: &Span) -> Option<String> {
        let id = span.round.as_ref()?;
        Some(self.rounds.get(id).unwrap_or(id).clone())
    }

    /// The names of the departments, if the role was for some. A department is never deleted, so each has a name.
    fn departments(&self, span: &Span) -> Option<Vec<&str>> {
        let Some(Departments::Only(ids)) = &span.departments else { return None };
        Some(ids.iter().filter_map(|id| self.departments.get(id).map(String::as_str)).collect())
    }
}

/// All spans, by person, the latest first.
pub(super) fn find_spans(conn: &mut Conn, reader: Reader) -> Result<Held, WebError> {
    let sought = Sought { acts: Some(ACTS.to_vec()), ..Sought::default() };
    let mut entries = Vec::new();
    let mut place = Place::Skip(0);
    loop {
        let slice = list_record(conn, &sought, &place, SLICE)?;
        let Some(last) = slice.last() else { break };
        place = Place::After(last.at, last.id.clone());
        entries.extend(slice);
    }
    let rounds = KnownRounds::find(conn, Scope::Whole, reader)?.0;
    let people = list_actors(conn)?;
    let departments = list_departments(conn)?.into_iter();
    let departments = departments.map(|one| (one.id, one.name(reader.language.written()))).collect();
    let mut spans = spans(entries.iter().rev());
    spans.sort_by_cached_key(|span| {
        let name = people.get(&span.subject).map(by_name);
        (name.is_none(), name, span.subject.clone(), std::cmp::Reverse(span.from))
    });
    let rounds = rounds.into_iter().map(|round| (round.public_id, round.title)).collect();
    Ok(Held { spans, people, rounds, departments })
}

/// The spans of entries in the order of time.
fn spans<'a>(entries: impl Iterator<Item = &'a Recorded>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for entry in entries {
        let (act, details) = (Act::parse(&entry.act), Details::read(&entry.body));
        let (Some(act), Some(details)) = (act, details) else { continue };
        let span = |role: &str| Span {
            subject: entry.subject.clone(),
            role: role.to_owned(),
            round: details.written("round").map(str::to_owned),
            departments: None,
            from: None,
            until: None,
        };
        if act == Act::AccountDeleted {
            let listed: BTreeSet<&str> = details.listed("roles").collect();
            end_all(&mut spans, listed.into_iter().map(span).collect(), entry);
        } else if let Some(role) = details.written("role") {
            if matches!(act, Act::RoleTaken | Act::RoleDepartmentsChanged) {
                end(&mut spans, span(role), entry.at);
            }
            if matches!(act, Act::RoleGiven | Act::RoleDepartmentsChanged) {
                begin(&mut spans, Span { departments: Some(departments(&details)), ..span(role) }, entry.at);
            }
        }
    }
    spans
}

/// What an entry says of departments; without a word it is for all.
fn departments(details: &Details) -> Departments {
    let numbered = details.numbered("departments");
    numbered.map_or(Departments::All, |ids| Departments::Only(ids.into_iter().map(DepartmentId::new).collect()))
}

/// What a person still holds of that role.
fn open<'a>(spans: &'a mut [Span], like: &Span) -> Option<&'a mut Span> {
    let wanted = (&like.subject, &like.role, &like.round);
    spans.iter_mut().rev().find(|span| span.until.is_none() && (&span.subject, &span.role, &span.round) == wanted)
}

/// A role is given. Given twice, it is held once.
fn begin(spans: &mut Vec<Span>, given: Span, at: Instant) {
    if open(spans, &given).is_none() {
        spans.push(Span { from: Some(at), ..given });
    }
}

/// A role is taken. One that no entry gave began before the record.
fn end(spans: &mut Vec<Span>, taken: Span, at: Instant) {
    match open(spans, &taken) {
        Some(open) => open.until = Some(at),
        None => spans.push(Span { until: Some(at), ..taken }),
    }
}

/// All roles of an account end with it, in whatever round; `listed` are those that its last entry names.
fn end_all(spans: &mut Vec<Span>, mut listed: Vec<Span>, entry: &Recorded) {
    for span in spans.iter_mut().filter(|span| span.until.is_none() && span.subject == entry.subject) {
        span.until = Some(entry.at);
        listed.retain(|other| other.role != span.role);
    }
    spans.extend(listed.into_iter().map(|span| Span { until: Some(entry.at), ..span }));
}

/// The rows of the page.
pub(super) fn rows(held: &Held, words: Words<'_>) -> Vec<RoleSpan> {
    let teller = Teller { words, medium: Medium::Page };
    let day = |at: Option<Instant>| at.map(|at| words.date_time(at));
    let row = |span: &Span| RoleSpan {
        person: held.person(span, teller),
        role: teller.role(&span.role),
        round: held.round(span),
        departments: for_departments(held, span, words),
        from: day(span.from),
        until: day(span.until),
    };
    held.spans.iter().map(row).collect()
}

/// For which departments, in words, if the role is for departments and an entry says which.
fn for_departments(held: &Held, span: &Span, words: Words<'_>) -> Option<String> {
    let is_for_some = Role::parse(&span.role).is_some_and(Role::is_for_departments) && span.departments.is_some();
    let every = || words.text("record-roles-every-department", &[]);
    is_for_some.then(|| held.departments(span).map_or_else(every, |names| names.join(", ")))
}

/// The table as a file; an empty cell where nothing is known, or where it has no end.
pub(super) fn roles_table(held: &Held, teller: Teller<'_>) -> Result<Vec<u8>, WebError> {
    let mut table = CsvTable::new(["person", "role", "round", "from", "until", "departments"])?;
    let time = |at: Option<Instant>| at.map(Instant::to_rfc3339).unwrap_or_default();
    for span in &held.spans {
        let round = held.round(span).unwrap_or_default();
        let departments = held.departments(span).unwrap_or_default().join("; ");
        let (from, until) = (time(span.from), time(span.until));
        table.row([&held.person(span, teller), &span.role, &round, &from, &until, &departments])?;
    }
    Ok(table.into_bytes()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(at: &str, act: &str, subject: &str, details: &str) -> Recorded {
        Recorded {
            id: String::new(),
            at: Instant::parse(at).unwrap(),
            act: act.to_owned(),
            actor_ref: "system".to_owned(),
            subject: subject.to_owned(),
            round: None,
            body: format!(r#"{{"details":{details},"version":1}}"#),
        }
    }

    const FIRST: &str = "2027-01-01T00:00:00Z";
    const THEN: &str = "2027-02-01T00:00:00Z";
    const LATER: &str = "2027-03-01T00:00:00Z";

    type Told = (String, Option<String>, Option<Instant>, Option<Instant>);

    fn told(entries: &[Recorded]) -> Vec<Told> {
        spans(entries.iter()).into_iter().map(|span| (span.subject, span.round, span.from, span.until)).collect()
    }

    #[test]
    fn a_role_is_held_from_being_given_to_being_taken_and_once_more() {
        let role = r#"{"role":"administrator"}"#;
        let entries = [
            entry(FIRST, "role_given", "office:a", role),
            entry(THEN, "role_taken", "office:a", role),
            entry(LATER, "role_given", "office:a", role),
        ];

        let (first, then, later) = (Instant::parse(FIRST), Instant::parse(THEN), Instant::parse(LATER));
        assert_eq!(told(&entries), [("office:a".into(), None, first, then), ("office:a".into(), None, later, None)]);
    }

    #[test]
    fn departments_that_change_begin_another_span() {
        let entries = [
            entry(FIRST, "role_given", "office:a", r#"{"role":"reviewer","departments":[1,2]}"#),
            entry(THEN, "role_departments_changed", "office:a", r#"{"role":"reviewer"}"#),
            entry(LATER, "role_taken", "office:a", r#"{"role":"reviewer"}"#),
        ];

        let found: Vec<_> =
            spans(entries.iter()).into_iter().map(|span| (span.departments, span.from, span.until)).collect();

        let two = Departments::Only([1, 2].map(DepartmentId::new).into());
        let (first, then, later) = (Instant::parse(FIRST), Instant::parse(THEN), Instant::parse(LATER));
        assert_eq!(found, [(Some(two), first, then), (Some(Departments::All), then, later)]);
    }

    #[test]
    fn persons_roles_and_rounds_are_told_apart() {
        let entries = [
            entry(FIRST, "role_given", "office:a", r#"{"role":"auditor","round":"x"}"#),
            entry(THEN, "role_given", "office:b", r#"{"role":"auditor"}"#),
            entry(LATER, "role_taken", "office:a", r#"{"role":"auditor"}"#),
        ];

        let (first, then, later) = (Instant::parse(FIRST), Instant::parse(THEN), Instant::parse(LATER));
        assert_eq!(
            told(&entries),
            [
                ("office:a".into(), Some("x".into()), first, None),
                ("office:b".into(), None, then, None),
                ("office:a".into(), None, None, later),
            ],
            "what nobody gave began before the record"
        );
    }

    #[test]
    fn all_roles_of_an_account_end_when_it_is_deleted() {
        let entries = [
            entry(FIRST, "role_given", "office:a", r#"{"role":"auditor","round":"x"}"#),
            entry(FIRST, "role_given", "office:b", r#"{"role":"auditor"}"#),
            entry(THEN, "role_given", "office:a", r#"{"role":"auditor"}"#),
            entry(LATER, "account_deleted", "office:a", r#"{"roles":["auditor","auditor","moderator"]}"#),
        ];

        let (first, then, later) = (Instant::parse(FIRST), Instant::parse(THEN), Instant::parse(LATER));
        assert_eq!(
            told(&entries),
            [
                ("office:a".into(), Some("x".into()), first, later),
                ("office:b".into(), None, first, None),
                ("office:a".into(), None, then, later),
                ("office:a".into(), None, None, later),
            ],
            "the moderator began before the record"
        );
    }

    #[test]
    fn what_was_given_twice_is_held_once_and_other_layouts_are_left_out() {
        let role = r#"{"role":"administrator"}"#;
        let later_version = Recorded { body: r#"{"version":2}"#.into(), ..entry(THEN, "role_given", "office:b", role) };
        let entries =
            [entry(FIRST, "role_given", "office:a", role), entry(THEN, "role_given", "office:a", role), later_version];

        assert_eq!(told(&entries).len(), 1);
    }
}
