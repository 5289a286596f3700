//! What a new organisation needs before its first round, told to those who can do it.

use super::view::SetUpStep;
use crate::domain::organisation::{Part, is_help_in_reach};
use crate::domain::permission::{Permission, Scope};
use crate::domain::role::Role;
use crate::locale::Language;
use crate::store::roles::list_open_holders;
use crate::web::error::WebError;
use crate::web::organisation::OrganisationNow;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// The steps that are still open for this reader.
pub(super) async fn open_steps(site: &Site, visitor: &Visitor) -> Result<Vec<SetUpStep>, WebError> {
    let may = |permission| visitor.member.as_ref().is_some_and(|member| member.may(permission, Scope::Organisation));
    let (edits, invites) = (may(Permission::EditOrganisation), may(Permission::ManagePeople));
    if !edits && !invites {
        return Ok(Vec::new());
    }
    let language = visitor.language;
    let part = |part: Part| SetUpStep { name: part.as_str(), url: routes::organisation_part(language, part.as_str()) };
    let mut steps = Vec::new();
    if edits {
        steps.extend(missing_parts(&visitor.organisation, language).into_iter().map(part));
    }
    if invites && site.app.db.read(|conn| list_open_holders(conn, Role::Administrator)).await?.len() < 2 {
        steps.push(SetUpStep { name: "administrator", url: routes::invite(language) });
    }
    Ok(steps)
}

/// The parts without which pages for the public have gaps.
fn missing_parts(organisation: &OrganisationNow, language: Language) -> Vec<Part> {
    let text = organisation.text(language);
    let in_reach =
        organisation.entered().is_some_and(|found| is_help_in_reach(&found.help_telephone, &found.help_email));
    let legal = [&text.imprint, &text.privacy, &text.accessibility].iter().all(|text| !text.is_empty());
    let parts = [(Part::Name, !text.name.is_empty()), (Part::Help, in_reach), (Part::Texts, legal)];
    parts.into_iter().filter(|(_, is_there)| !is_there).map(|(part, _)| part).collect()
}
