//! A department: who in the organisation answers for what.

use super::email::Email;
use super::ids::DepartmentId;
use super::organisation::ByLanguage;
use super::telephone::Telephone;
use super::text::Line;

/// What is known of a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentDetails {
    /// Its name in each language.
    pub names: ByLanguage<Line>,
    /// Where it is written to.
    pub email: Option<Email>,
    /// Where it is called.
    pub telephone: Option<Telephone>,
    /// Who stands in for its head.
    pub deputy_name: Line,
    /// The deputy's address.
    pub deputy_email: Option<Email>,
    /// The department that takes over when nobody is there.
    pub substitute: Option<DepartmentId>,
}
