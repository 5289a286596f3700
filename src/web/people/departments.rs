//! The departments that a role can be for: what they are called, and the part of a form that ticks them.

use std::collections::BTreeSet;

use super::view::{DepartmentFields, DepartmentOption, ForDepartments};
use crate::domain::ids::DepartmentId;
use crate::domain::role::{Departments, Mandate};
use crate::locale::{Language, Words};
use crate::store::departments::list_departments;
use crate::store::{Conn, StoreError};

/// The name of each box for one department.
const BOX: &str = "department";
/// The name of the box for all.
const BOX_FOR_ALL: &str = "every_department";

/// A department that a role is or was for.
#[derive(Debug, Clone)]
pub(super) struct DepartmentName {
    id: DepartmentId,
    name: String,
    is_retired: bool,
}

/// All departments, in the order in which they were added.
#[derive(Debug, Clone)]
pub(in crate::web) struct KnownDepartments(Vec<DepartmentName>);

impl KnownDepartments {
    pub(in crate::web) fn read(conn: &mut Conn, language: Language) -> Result<Self, StoreError> {
        let named = list_departments(conn)?.into_iter().map(|one| DepartmentName {
            id: one.id,
            name: one.name(language.written()),
            is_retired: one.retired_at.is_some(),
        });
        Ok(Self(named.collect()))
    }

    /// What a role is for, in words; nothing for a role that knows no departments.
    pub(in crate::web) fn told(&self, mandate: &Mandate, words: Words<'_>) -> Option<ForDepartments> {
        if !mandate.grant.role.is_for_departments() {
            return None;
        }
        let Departments::Only(ids) = &mandate.departments else {
            return Some(ForDepartments { text: words.text("people-departments-all", &[]), are_gone: false });
        };
        let own: Vec<&DepartmentName> = self.0.iter().filter(|one| ids.contains(&one.id)).collect();
        let name = |one: &&DepartmentName| {
            if one.is_retired {
                words.text("people-department-retired", &[("name", one.name.as_str().into())])
            } else {
                one.name.clone()
            }
        };
        let names = own.iter().map(name).collect::<Vec<_>>().join(", ");
        Some(ForDepartments {
            text: words.text("people-departments-some", &[("names", names.into())]),
            are_gone: own.iter().all(|one| one.is_retired),
        })
    }

    /// Those of a role that are offered no more: they drop out when its departments are changed.
    pub(super) fn retired(&self, departments: &Departments) -> Vec<String> {
        let own: BTreeSet<DepartmentId> = departments.listed().collect();
        self.0.iter().filter(|one| one.is_retired && own.contains(&one.id)).map(|one| one.name.clone()).collect()
    }

    /// The boxes of those at work; retired ones are not offered.
    pub(super) fn fields(&self, ticked: &Ticked, problem: Option<String>) -> DepartmentFields {
        let option = |one: &DepartmentName| DepartmentOption {
            value: one.id.to_string(),
            name: one.name.clone(),
            chosen: ticked.ids.contains(&one.id),
        };
        DepartmentFields {
            every: ticked.every,
            options: self.0.iter().filter(|one| !one.is_retired).map(option).collect(),
            problem,
        }
    }
}

/// What is ticked.
#[derive(Debug, Clone, Default)]
pub(super) struct Ticked {
    every: bool,
    ids: BTreeSet<DepartmentId>,
}

impl Ticked {
    /// Reads the boxes among a form's fields.
    pub(super) fn read(pairs: &[(String, String)]) -> Self {
        let ticked = pairs.iter().filter(|(name, _)| name == BOX).filter_map(|(_, value)| value.parse().ok());
        Self { every: pairs.iter().any(|(name, _)| name == BOX_FOR_ALL), ids: ticked.map(DepartmentId::new).collect() }
    }

    /// The departments; none when nothing is ticked. The box for all counts for more than the others.
    pub(super) fn departments(&self) -> Option<Departments> {
        if self.every { Some(Departments::All) } else { Departments::some(self.ids.clone()) }
    }
}

impl From<&Departments> for Ticked {
    fn from(departments: &Departments) -> Self {
        Self { every: *departments == Departments::All, ids: departments.listed().collect() }
    }
}
