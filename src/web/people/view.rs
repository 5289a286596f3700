//! What the pages about the people of the office show.

use serde::Serialize;

use crate::web::office::view::Field;
use crate::web::parts::Problem;
use crate::web::templates::View;

/// Who works in the office, and who is invited: `pages/people/index.html`.
#[derive(Debug, Default, Serialize)]
pub struct PeopleIndex {
    /// What was done just now.
    pub done: Option<Done>,
    /// Everybody with a role, by name.
    pub people: Vec<PersonRow>,
    /// The invitations that nobody has accepted.
    pub invitations: Vec<InvitationRow>,
    /// Invites somebody; none for those who only read.
    pub invite_url: Option<String>,
    /// How employees without e-mail come in.
    pub workplaces_url: String,
    /// Who can see and do what.
    pub who_sees_what_url: String,
}

/// Somebody in the list.
#[derive(Debug, Serialize)]
pub struct PersonRow {
    /// What the person is called.
    pub name: String,
    /// The address, where it is not the name.
    pub email: Option<String>,
    /// The page of the person.
    pub url: String,
    /// Whether the account is closed.
    pub closed: bool,
    /// Whether a telephone for codes is missing, without which nobody comes into the office; for those who manage people.
    pub lacks_telephone: bool,
    /// Whether it is the reader.
    pub is_reader: bool,
    /// The roles.
    pub roles: Vec<RoleRow>,
}

/// A role that somebody holds or held.
#[derive(Debug, Serialize)]
pub struct RoleRow {
    /// What it is called.
    pub role: String,
    /// The title of the only round that it is for.
    pub round: Option<String>,
    /// Since which day.
    pub since: String,
    /// Until which day.
    pub until: Option<String>,
    /// For which departments; none for a role that knows none.
    pub departments: Option<ForDepartments>,
    /// Takes it away; none where it cannot be taken.
    pub take_url: Option<String>,
    /// Changes its departments; none where they cannot be changed.
    pub change_url: Option<String>,
}

/// For which departments a role is.
#[derive(Debug, Serialize)]
pub struct ForDepartments {
    /// Which, in words.
    pub text: String,
    /// Whether none of them is at work any more.
    pub are_gone: bool,
}

/// An invitation that nobody has accepted.
#[derive(Debug, Serialize)]
pub struct InvitationRow {
    /// Who is invited; none for those who may not see addresses.
    pub email: Option<String>,
    /// The role.
    pub role: String,
    /// The title of the only round that it is for.
    pub round: Option<String>,
    /// For which departments; none for a role that knows none.
    pub departments: Option<ForDepartments>,
    /// When it was sent.
    pub sent: String,
    /// Until when it is or was good.
    pub expires: String,
    /// Whether its time is over.
    pub is_over: bool,
    /// Where its form goes; none for those who only read.
    pub url: Option<String>,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// Somebody was invited.
    Invited,
    /// An invitation was taken back.
    Withdrawn,
    /// A role was given.
    Given,
    /// A role was taken.
    Taken,
    /// The departments of a role were changed.
    Changed,
    /// The account was closed.
    Closed,
    /// The account was opened again.
    Reopened,
    /// The telephone was reset.
    Reset,
    /// Somebody else was faster.
    Meanwhile,
}

impl Done {
    const ALL: [(Self, &'static str); 9] = [
        (Self::Invited, "invited"),
        (Self::Withdrawn, "withdrawn"),
        (Self::Given, "given"),
        (Self::Taken, "taken"),
        (Self::Changed, "changed"),
        (Self::Closed, "closed"),
        (Self::Reopened, "reopened"),
        (Self::Reset, "reset"),
        (Self::Meanwhile, "meanwhile"),
    ];

    /// A page's address that tells of it.
    #[must_use]
    pub fn told_at(self, url: &str) -> String {
        let word = Self::ALL.iter().find(|(done, _)| *done == self).map_or("", |(_, word)| *word);
        format!("{url}?done={word}")
    }

    /// Reads what stands in an address.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(done, _)| *done)
    }
}

/// Invites somebody: `pages/people/invite.html`. Fields `email`, `role`, `round`, and the boxes
/// `every_department` and `department`.
#[derive(Debug, Serialize)]
pub struct PeopleInvite {
    /// Where the form goes.
    pub url: String,
    /// Back to the list.
    pub list_url: String,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The address.
    pub email: Field,
    /// The page of whoever the address belongs to, when the invitation is refused because of them.
    pub person_url: Option<String>,
    /// What to entrust them with.
    pub choice: RoleFields,
}

/// Gives somebody another role: `pages/people/give.html`. Fields `role`, `round`, and the boxes `every_department` and
/// `department`.
#[derive(Debug, Serialize)]
pub struct PeopleGive {
    /// Where the form goes.
    pub url: String,
    /// Back to the person.
    pub person_url: String,
    /// What the person is called.
    pub name: String,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// What to entrust them with.
    pub choice: RoleFields,
}

/// The part of a form that names a role.
#[derive(Debug, Serialize)]
pub struct RoleFields {
    /// The roles.
    pub roles: Vec<RoleOption>,
    /// What to do about the choice of a role.
    pub role_problem: Option<String>,
    /// The rounds, the newest first.
    pub rounds: Vec<RoundOption>,
    /// What to do about the choice of a round.
    pub round_problem: Option<String>,
    /// The departments, for the roles that know them.
    pub departments: DepartmentFields,
}

/// The part of a form that ticks departments.
#[derive(Debug, Serialize)]
pub struct DepartmentFields {
    /// Whether the box for all is ticked.
    pub every: bool,
    /// The departments at work.
    pub options: Vec<DepartmentOption>,
    /// What to do about the boxes.
    pub problem: Option<String>,
}

/// A department to tick.
#[derive(Debug, Serialize)]
pub struct DepartmentOption {
    /// What the form carries.
    pub value: String,
    /// Its name.
    pub name: String,
    /// Whether it is ticked.
    pub chosen: bool,
}

/// Changes the departments of a role: `pages/people/departments.html`. Boxes `every_department` and `department`, hidden
/// fields `role`, `round`, `seen`.
#[derive(Debug, Serialize)]
pub struct PeopleDepartments {
    /// Where the form goes.
    pub url: String,
    /// Back to the person.
    pub person_url: String,
    /// What the person is called.
    pub name: String,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// What the role is called.
    pub role: String,
    /// The title of the only round that it is for.
    pub round: Option<String>,
    /// The role as the form carries it.
    pub role_value: &'static str,
    /// The round as the form carries it; empty for all.
    pub round_value: String,
    /// The departments as they were when the form was opened, as it carries them.
    pub seen: String,
    /// Departments of the role that are retired, and so are not offered.
    pub retired: Vec<String>,
    /// The boxes.
    pub departments: DepartmentFields,
}

/// A role to choose.
#[derive(Debug, Serialize)]
pub struct RoleOption {
    /// What the form carries.
    pub value: &'static str,
    /// What it is called.
    pub name: String,
    /// What it may do, in a sentence.
    pub may: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it is held for departments.
    pub is_for_departments: bool,
}

/// A round to choose.
#[derive(Debug, Serialize)]
pub struct RoundOption {
    /// What the form carries.
    pub value: String,
    /// Its title.
    pub title: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Somebody who works or worked in the office: `pages/people/show.html`.
#[derive(Debug, Serialize)]
pub struct PersonShow {
    /// Back to the list.
    pub list_url: String,
    /// What was done just now.
    pub done: Option<Done>,
    /// What the person is called.
    pub name: String,
    /// The address, where it is not the name.
    pub email: Option<String>,
    /// Whether the account is closed.
    pub closed: bool,
    /// Whether it is the reader.
    pub is_reader: bool,
    /// Whether nobody else administers everything.
    pub is_last: bool,
    /// The roles that they hold.
    pub roles: Vec<RoleRow>,
    /// The roles that they held.
    pub past: Vec<RoleRow>,
    /// Whether a telephone is set up.
    pub has_telephone: bool,
    /// What can be done; nothing by those who only read.
    pub deeds: Option<PersonDeeds>,
}

/// What can be done about somebody.
#[derive(Debug, Serialize)]
pub struct PersonDeeds {
    /// Gives another role.
    pub give_url: String,
    /// Closes the account.
    pub close_url: String,
    /// Opens it again.
    pub reopen_url: String,
    /// Resets the telephone.
    pub reset_url: String,
}

/// Asks whether something is to be done to somebody: `pages/people/confirm.html`. Hidden fields `role` and `round` where a
/// role is taken.
#[derive(Debug, Serialize)]
pub struct PeopleConfirm {
    /// Where the form goes.
    pub url: String,
    /// Back to the person.
    pub person_url: String,
    /// What the person is called.
    pub name: String,
    /// Whether it is the reader.
    pub is_reader: bool,
    /// What is to be done.
    pub deed: Deed,
    /// Why it cannot be done.
    pub problems: Vec<Problem>,
    /// Where the withdrawn code of the account is replaced, which must come first: then nothing else is offered.
    pub code_url: Option<String>,
}

/// What is to be done to somebody.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Deed {
    /// A role is taken.
    Take {
        /// What it is called.
        role: String,
        /// The title of the only round that it is for.
        round: Option<String>,
        /// The role as the form carries it.
        role_value: &'static str,
        /// The round as the form carries it; empty for all.
        round_value: String,
    },
    /// The account is closed.
    Close,
    /// The account is opened again.
    Reopen,
    /// The telephone is reset.
    Reset,
}

impl View for PeopleIndex {
    const TEMPLATE: &'static str = "pages/people/index.html";
}

impl View for PeopleInvite {
    const TEMPLATE: &'static str = "pages/people/invite.html";
}

impl View for PeopleGive {
    const TEMPLATE: &'static str = "pages/people/give.html";
}

impl View for PeopleDepartments {
    const TEMPLATE: &'static str = "pages/people/departments.html";
}

impl View for PersonShow {
    const TEMPLATE: &'static str = "pages/people/show.html";
}

impl View for PeopleConfirm {
    const TEMPLATE: &'static str = "pages/people/confirm.html";
}
