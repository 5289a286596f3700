//! What the organisation entrusts people with.

use std::collections::BTreeSet;

use super::ids::{DepartmentId, RoundId};
use super::round::words;

words! {
    /// What the organisation entrusts somebody with. Each needs a second factor at the sign-in.
    Role {
        /// Sets up rounds, closes, certifies, publishes; gives and takes roles.
        Administrator = "administrator",
        /// Writes a department's verdict on proposals.
        Reviewer = "reviewer",
        /// Confirms costs and savings.
        FinanceReviewer = "finance_reviewer",
        /// Prepares the jury's sitting and writes down what it decides.
        JurySecretary = "jury_secretary",
        /// Hides what breaks the rules, and shows it again.
        Moderator = "moderator",
        /// Helps people at the counter and enters what comes on paper.
        CounterStaff = "counter_staff",
        /// Reads everything but ballots, contact data and the names of anonymous authors.
        Auditor = "auditor",
    }
}

words! {
    /// How a role comes to somebody.
    RoleWay {
        /// An administrator gave it.
        Given = "given",
        /// Whoever was invited accepted, and so is the actor.
        Accepted = "accepted",
    }
}

impl Role {
    /// Whether it is held for departments.
    #[must_use]
    pub const fn is_for_departments(self) -> bool {
        match self {
            Self::Reviewer => true,
            Self::Administrator
            | Self::FinanceReviewer
            | Self::JurySecretary
            | Self::Moderator
            | Self::CounterStaff
            | Self::Auditor => false,
        }
    }
}

/// A role as somebody holds it: for one round, or for all of them and whatever stands above rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The only round that it is for, if it is for one only.
    pub round: Option<RoundId>,
}

impl Grant {
    /// A role for all rounds.
    #[must_use]
    pub const fn everywhere(role: Role) -> Self {
        Self { role, round: None }
    }
}

/// For which departments a role is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Departments {
    /// For every one, also for those that come later; and a role that knows no departments.
    All,
    /// For these.
    Only(BTreeSet<DepartmentId>),
}

impl Departments {
    /// Some departments, of which there must be one.
    #[must_use]
    pub fn some(ids: BTreeSet<DepartmentId>) -> Option<Self> {
        (!ids.is_empty()).then_some(Self::Only(ids))
    }

    /// Those that are listed; none when it is for all.
    pub fn listed(&self) -> impl Iterator<Item = DepartmentId> {
        let listed = match self {
            Self::All => None,
            Self::Only(ids) => Some(ids.iter().copied()),
        };
        listed.into_iter().flatten()
    }

    /// Those of both.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Only(these), Self::Only(those)) => Self::Only(these | those),
            (Self::All, _) | (_, Self::All) => Self::All,
        }
    }
}

/// A role with the departments that somebody holds it for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// The role, and the round that it is for.
    pub grant: Grant,
    /// The departments.
    pub departments: Departments,
}

impl From<Grant> for Mandate {
    /// Without a word on departments it is for all of them.
    fn from(grant: Grant) -> Self {
        Self { grant, departments: Departments::All }
    }
}

/// All roles of one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grants(Vec<Mandate>);

impl Grants {
    /// Whether the person is entrusted with nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the person holds one of these roles, for whatever round.
    #[must_use]
    pub fn hold_somewhere(&self, roles: &[Role]) -> bool {
        self.iter().any(|grant| roles.contains(&grant.role))
    }

    /// Whether the person holds one of these roles for a round; without one, for everything.
    #[must_use]
    pub fn hold(&self, roles: &[Role], round: Option<RoundId>) -> bool {
        let covers = |grant: &Grant| grant.round.is_none() || grant.round == round;
        self.iter().any(|grant| roles.contains(&grant.role) && covers(&grant))
    }

    /// For which departments the person holds a role for a round; none when they do not hold it.
    #[must_use]
    pub fn departments_of(&self, role: Role, round: RoundId) -> Option<Departments> {
        let covers = |grant: Grant| grant.role == role && grant.round.is_none_or(|only| only == round);
        let held = self.0.iter().filter(|mandate| covers(mandate.grant)).map(|mandate| mandate.departments.clone());
        held.reduce(|these, those| these.join(&those))
    }

    /// Every grant, in the order in which they were given.
    pub fn iter(&self) -> impl Iterator<Item = Grant> {
        self.0.iter().map(|mandate| mandate.grant)
    }

    /// Every grant with its departments, in the same order.
    #[must_use]
    pub fn mandates(&self) -> &[Mandate] {
        &self.0
    }
}

impl FromIterator<Grant> for Grants {
    fn from_iter<I: IntoIterator<Item = Grant>>(grants: I) -> Self {
        Self(grants.into_iter().map(Mandate::from).collect())
    }
}

impl FromIterator<Mandate> for Grants {
    fn from_iter<I: IntoIterator<Item = Mandate>>(mandates: I) -> Self {
        Self(mandates.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_for_one_round_is_none_for_another_and_none_for_what_stands_above_rounds() {
        let (here, elsewhere) = (RoundId::new(1), RoundId::new(2));
        let grants: Grants = [Grant { role: Role::Moderator, round: Some(here) }].into_iter().collect();

        assert!(grants.hold(&[Role::Moderator], Some(here)));
        assert!(!grants.hold(&[Role::Moderator], Some(elsewhere)));
        assert!(!grants.hold(&[Role::Moderator], None));
        assert!(!grants.hold(&[Role::Reviewer], Some(here)));
        assert!(grants.hold_somewhere(&[Role::Moderator, Role::Reviewer]));
    }

    #[test]
    fn a_role_for_everything_is_one_for_each_round() {
        let grants: Grants = [Grant::everywhere(Role::Auditor)].into_iter().collect();

        assert!(grants.hold(&[Role::Auditor], Some(RoundId::new(7))));
        assert!(grants.hold(&[Role::Auditor], None));
    }

    #[test]
    fn departments_come_from_every_mandate_for_the_round() {
        let (here, elsewhere) = (RoundId::new(1), RoundId::new(2));
        let only = |ids: &[i64]| Departments::Only(ids.iter().copied().map(DepartmentId::new).collect());
        let mandate = |round, ids| Mandate { grant: Grant { role: Role::Reviewer, round }, departments: only(ids) };
        let grants: Grants = [mandate(None, &[1]), mandate(Some(here), &[2])].into_iter().collect();

        assert_eq!(grants.departments_of(Role::Reviewer, here), Some(only(&[1, 2])));
        assert_eq!(grants.departments_of(Role::Reviewer, elsewhere), Some(only(&[1])));
        assert_eq!(grants.departments_of(Role::Administrator, here), None);
    }

    #[test]
    fn some_departments_are_at_least_one() {
        let two = BTreeSet::from([DepartmentId::new(2), DepartmentId::new(1)]);

        assert_eq!(Departments::some(BTreeSet::new()), None);
        assert_eq!(Departments::some(two).unwrap().listed().map(DepartmentId::value).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(Departments::All.listed().count(), 0);
    }

    #[test]
    fn departments_join_and_all_of_them_stay_all() {
        let only = |ids: &[i64]| Departments::Only(ids.iter().copied().map(DepartmentId::new).collect());

        assert_eq!(only(&[1, 2]).join(&only(&[2, 3])), only(&[1, 2, 3]));
        assert_eq!(only(&[1]).join(&Departments::All), Departments::All);
        assert_eq!(Departments::All.join(&only(&[1])), Departments::All);
    }
}
