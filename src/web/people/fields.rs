//! The part of a form that names a role and what it is for, and all that can be wrong with such a form.

use super::departments::Ticked;
use super::load::{Choices, RoundName, Rounds};
use super::view::{RoleFields, RoleOption, RoundOption};
use super::{role_may, role_name};
use crate::domain::role::{Departments, Grant, Mandate, Role};
use crate::locale::Words;
use crate::web::parts::Problem;

/// What can be wrong; [`Mistake::key`] is its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mistake {
    NoAddress,
    NoRole,
    NoRound,
    NoDepartment,
    DepartmentGone,
    HeldAlready,
    InvitedAlready,
    AccountClosed,
}

impl Mistake {
    /// The name of the field.
    const fn field(self) -> &'static str {
        match self {
            Self::NoAddress | Self::InvitedAlready | Self::AccountClosed => "email",
            Self::NoRole | Self::HeldAlready => "role",
            Self::NoRound => "round",
            Self::NoDepartment | Self::DepartmentGone => "departments",
        }
    }

    /// The key of the text, which says what to do.
    const fn key(self) -> &'static str {
        match self {
            Self::NoAddress => "people-problem-no-address",
            Self::NoRole => "people-problem-no-role",
            Self::NoRound => "people-problem-no-round",
            Self::NoDepartment => "people-problem-no-department",
            Self::DepartmentGone => "people-problem-department-gone",
            Self::HeldAlready => "people-problem-held-already",
            Self::InvitedAlready => "people-problem-invited-already",
            Self::AccountClosed => "people-problem-account-closed",
        }
    }
}

/// What stands in a field of a form.
pub(super) fn field<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// For the summary above the heading. The choice of a role begins at its first radio, that of departments at the box for
/// all.
pub(super) fn problems(mistakes: &[Mistake], words: Words<'_>) -> Vec<Problem> {
    let anchor = |mistake: &Mistake| match mistake.field() {
        "role" => Role::ALL.first().map(|role| format!("role-{}", role.as_str())),
        "departments" => Some("every_department".to_owned()),
        field => Some(field.to_owned()),
    };
    let problem = |mistake: &Mistake| Problem { text: words.text(mistake.key(), &[]), anchor: anchor(mistake) };
    mistakes.iter().map(problem).collect()
}

/// What is wrong with a field.
pub(super) fn problem_of(mistakes: &[Mistake], field: &str, words: Words<'_>) -> Option<String> {
    let mistake = mistakes.iter().find(|mistake| mistake.field() == field)?;
    Some(words.text(mistake.key(), &[]))
}

/// What was chosen in the part of a form that names a role.
#[derive(Debug, Clone, Default)]
pub(super) struct Chosen {
    role: String,
    round: String,
    ticked: Ticked,
}

impl Chosen {
    /// Reads the fields of the part.
    pub(super) fn read(pairs: &[(String, String)]) -> Self {
        Self {
            role: field(pairs, "role").to_owned(),
            round: field(pairs, "round").to_owned(),
            ticked: Ticked::read(pairs),
        }
    }

    /// The role, the round and the departments, or notes what is wrong with them.
    pub(super) fn mandate(&self, rounds: &Rounds, mistakes: &mut Vec<Mistake>) -> Option<Mandate> {
        let grant = read_grant(&self.role, &self.round, rounds, mistakes);
        let is_for_departments = Role::parse(&self.role).is_some_and(Role::is_for_departments);
        let departments = if is_for_departments { self.ticked.departments() } else { Some(Departments::All) };
        if departments.is_none() {
            mistakes.push(Mistake::NoDepartment);
        }
        Some(Mandate { grant: grant?, departments: departments? })
    }
}

fn read_grant(role: &str, round: &str, rounds: &Rounds, mistakes: &mut Vec<Mistake>) -> Option<Grant> {
    let Some(role) = Role::parse(role) else {
        mistakes.push(Mistake::NoRole);
        return None;
    };
    let grant = rounds.grant(role, round);
    if grant.is_none() {
        mistakes.push(Mistake::NoRound);
    }
    grant
}

/// The fields with what was chosen and what is wrong with it.
pub(super) fn role_fields(chosen: &Chosen, choices: &Choices, mistakes: &[Mistake], words: Words<'_>) -> RoleFields {
    let option = |one: &Role| RoleOption {
        value: one.as_str(),
        name: role_name(*one, words),
        may: role_may(*one, words),
        chosen: one.as_str() == chosen.role,
        is_for_departments: one.is_for_departments(),
    };
    let of_round = |one: &RoundName| RoundOption {
        value: one.slug.to_string(),
        title: one.title.clone(),
        chosen: one.slug.as_str() == chosen.round,
    };
    RoleFields {
        roles: Role::ALL.iter().map(option).collect(),
        role_problem: problem_of(mistakes, "role", words),
        rounds: choices.rounds.0.iter().map(of_round).collect(),
        round_problem: problem_of(mistakes, "round", words),
        departments: choices.departments.fields(&chosen.ticked, problem_of(mistakes, "departments", words)),
    }
}
