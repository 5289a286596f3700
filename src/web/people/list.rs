//! Who works in the office, and who is invited.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::load::{Choices, name_of};
use super::view::{Done, InvitationRow, PeopleIndex, PersonRow, RoleRow};
use super::{page, role_name};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Permission, Scope};
use crate::locale::Words;
use crate::store::invitations::{Invitation, InvitationState, list_open_invitations};
use crate::store::roles::{Holder, list_holders};
use crate::store::second_factors::list_with_second_factor;
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    pub(super) done: Option<String>,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    office.check(Scope::Organisation)?;
    let manages = office.may_also(Permission::ManagePeople, Scope::Organisation);
    let language = visitor.language;
    let read = move |conn: &mut Conn| {
        let holders = list_holders(conn)?;
        let with_telephone =
            list_with_second_factor(conn, &holders.iter().map(|holder| holder.account).collect::<Vec<_>>())?;
        Ok::<_, StoreError>((holders, with_telephone, list_open_invitations(conn)?, Choices::read(conn, language)?))
    };
    let (holders, with_telephone, invitations, choices) = site.app.db.read(read).await?;
    let words = site.words(&visitor);
    let invitation = |invitation: &Invitation| InvitationRow {
        email: manages.then(|| invitation.email.as_str().to_owned()),
        role: role_name(invitation.mandate.grant.role, words),
        round: choices.rounds.title(invitation.mandate.grant),
        departments: choices.departments.told(&invitation.mandate, words),
        sent: words.date(invitation.invited_at),
        expires: words.date(invitation.expires_at),
        is_over: invitation.state(visitor.now) == InvitationState::Expired,
        url: manages.then(|| routes::sent_invitation(language, &invitation.handle)),
    };
    let view = PeopleIndex {
        done: asked.done.as_deref().and_then(Done::parse),
        people: people(&holders, &with_telephone, &choices, words, (office.account(), manages)),
        invitations: invitations.iter().map(invitation).collect(),
        invite_url: manages.then(|| routes::invite(language)),
        workplaces_url: routes::workplaces(language),
        who_sees_what_url: routes::who_sees_what(language),
    };
    site.answer(&visitor, &page(&site, &visitor)?, &view)
}

/// One row for each person; the rows of one person stand together. Their addresses are for those who manage people.
fn people(
    holders: &[Holder],
    with_telephone: &BTreeSet<AccountId>,
    choices: &Choices,
    words: Words<'_>,
    (reader, manages): (AccountId, bool),
) -> Vec<PersonRow> {
    let role = |holder: &Holder| RoleRow {
        role: role_name(holder.mandate.grant.role, words),
        round: choices.rounds.title(holder.mandate.grant),
        departments: choices.departments.told(&holder.mandate, words),
        since: words.date(holder.given_at),
        until: None,
        take_url: None,
        change_url: None,
    };
    let of_one = |rows: &[Holder]| {
        let first = rows.first()?;
        let email = first.email.as_deref().filter(|_| manages);
        Some(PersonRow {
            name: name_of(first.account, &first.name, email, words),
            email: email.filter(|_| !first.name.trim().is_empty()).map(str::to_owned),
            url: routes::person(words.language(), first.account),
            closed: first.disabled,
            lacks_telephone: manages && !with_telephone.contains(&first.account),
            is_reader: first.account == reader,
            roles: rows.iter().map(role).collect(),
        })
    };
    holders.chunk_by(|one, next| one.account == next.account).filter_map(of_one).collect()
}
