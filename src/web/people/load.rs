//! The people of the office and the rounds that a role can be for, each page's in one snapshot.

use actix_web::HttpRequest;

use crate::actions::steps::is_last_administrator;
use crate::domain::email::Email;
use crate::domain::ids::{AccountId, PersonnelSerial, RoundId};
use crate::domain::permission::{Permission, Scope};
use crate::domain::role::{Grant, Role};
use crate::domain::slug::Slug;
use crate::locale::{Arg, Language, Words};
use crate::store::accounts::{Account, find_account};
use crate::store::personnel::find_slip_of;
use crate::store::roles::{Held, list_held};
use crate::store::rounds::list_rounds;
use crate::store::second_factors::find_second_factor;
use crate::store::texts::list_round_texts;
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::people::departments::KnownDepartments;
use crate::web::people::role_name;
use crate::web::people::view::RoleRow;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// A round that a role can be for.
#[derive(Debug, Clone)]
pub(super) struct RoundName {
    pub(super) id: RoundId,
    pub(super) slug: Slug,
    pub(super) title: String,
}

/// All rounds, the newest first.
pub(super) struct Rounds(pub(super) Vec<RoundName>);

impl Rounds {
    pub(super) fn read(conn: &mut Conn, language: Language) -> Result<Self, StoreError> {
        let mut texts = list_round_texts(conn, language.written())?;
        let named = list_rounds(conn)?.into_iter().map(|round| {
            let title = texts.remove(&round.id).map_or_else(|| round.slug.to_string(), |written| written.text.title);
            RoundName { id: round.id, slug: round.slug, title }
        });
        Ok(Self(named.collect()))
    }

    pub(super) fn of(&self, grant: Grant) -> Option<&RoundName> {
        self.0.iter().find(|round| Some(round.id) == grant.round)
    }

    pub(super) fn title(&self, grant: Grant) -> Option<String> {
        self.of(grant).map(|round| round.title.clone())
    }

    /// What a form says: a role, and the name of a round in addresses, or nothing for all of them.
    pub(super) fn grant(&self, role: Role, round: &str) -> Option<Grant> {
        if round.is_empty() {
            return Some(Grant::everywhere(role));
        }
        let round = self.0.iter().find(|known| known.slug.as_str() == round)?;
        Some(Grant { role, round: Some(round.id) })
    }
}

/// What a role can be for.
pub(super) struct Choices {
    pub(super) rounds: Rounds,
    pub(super) departments: KnownDepartments,
}

impl Choices {
    pub(super) fn read(conn: &mut Conn, language: Language) -> Result<Self, StoreError> {
        Ok(Self { rounds: Rounds::read(conn, language)?, departments: KnownDepartments::read(conn, language)? })
    }
}

/// Somebody who works or worked in the office.
pub(super) struct Person {
    pub(super) account: Account,
    pub(super) held: Vec<Held>,
    pub(super) has_telephone: bool,
    pub(super) is_last: bool,
    /// The slip whose code was withdrawn, where the account has no other way in.
    pub(super) withdrawn: Option<PersonnelSerial>,
    /// Whether the reader manages people; others see no address and do nothing.
    pub(super) is_managed: bool,
    pub(super) choices: Choices,
}

impl Person {
    /// What to call them.
    pub(super) fn name(&self, words: Words<'_>) -> String {
        name_of(self.account.id, &self.account.display_name, self.shown_email(), words)
    }

    fn shown_email(&self) -> Option<&str> {
        self.account.email.as_ref().map(Email::as_str).filter(|_| self.is_managed)
    }

    /// The address, where it is not the name.
    pub(super) fn email(&self) -> Option<String> {
        let email = self.shown_email()?;
        (!self.account.display_name.trim().is_empty()).then(|| email.to_owned())
    }

    /// The roles that they hold, or those that they held.
    pub(super) fn rows(&self, words: Words<'_>, held_now: bool) -> Vec<RoleRow> {
        let row = |held: &Held| {
            let grant = held.mandate.grant;
            let round = self.choices.rounds.of(grant);
            let is_kept = self.is_last && grant == Grant::everywhere(Role::Administrator);
            let (language, slug) = (words.language(), round.map(|round| &round.slug));
            let take = || routes::take_this_role(language, self.account.id, grant.role, slug);
            let change = || routes::change_these_departments(language, self.account.id, grant.role, slug);
            // What a closed account holds is changed once it is opened again.
            let can_change = self.is_managed && held_now && grant.role.is_for_departments() && !self.account.disabled;
            RoleRow {
                role: role_name(grant.role, words),
                departments: self.choices.departments.told(&held.mandate, words),
                change_url: can_change.then(change),
                round: round.map(|round| round.title.clone()),
                since: words.date(held.given_at),
                until: held.taken_at.map(|at| words.date(at)),
                take_url: (self.is_managed && held_now && !is_kept).then(take),
            }
        };
        self.held.iter().filter(|held| held.taken_at.is_none() == held_now).map(row).collect()
    }
}

/// What to call somebody who may have entered no name: by the address, or by the number of the account.
pub(super) fn name_of(account: AccountId, name: &str, email: Option<&str>, words: Words<'_>) -> String {
    match (name.trim(), email) {
        ("", Some(email)) => email.to_owned(),
        ("", None) => words.text("people-nameless", &[("account", Arg::Text(account.to_string().into()))]),
        (name, _) => name.to_owned(),
    }
}

/// The person of the address, for whoever may do there what the address is for. Accounts that never belonged to the office are nobody's
/// business here.
pub(super) async fn load(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    request: &HttpRequest,
) -> Result<Person, WebError> {
    office.check(Scope::Organisation)?;
    let id = AccountId::new(routes::number_of(request, "id")?.into());
    let language = visitor.language;
    let is_managed = office.may_also(Permission::ManagePeople, Scope::Organisation);
    let read = move |conn: &mut Conn| {
        let account = find_account(conn, id)?.ok_or(StoreError::NotFound)?;
        let held = list_held(conn, id)?;
        if held.is_empty() {
            return Err(StoreError::NotFound);
        }
        let has_telephone = find_second_factor(conn, id)?.is_some();
        let is_last = is_last_administrator(conn, id)?;
        let slip = find_slip_of(conn, id)?.filter(|slip| account.email.is_none() && slip.withdrawn_at.is_some());
        let withdrawn = slip.map(|slip| slip.serial);
        let choices = Choices::read(conn, language)?;
        Ok(Person { account, held, has_telephone, is_last, withdrawn, is_managed, choices })
    };
    Ok(site.app.db.read(read).await?)
}

/// All rounds and departments, for whoever manages people.
pub(super) async fn load_choices(site: &Site, visitor: &Visitor, office: &Office) -> Result<Choices, WebError> {
    office.check(Scope::Organisation)?;
    let language = visitor.language;
    Ok(site.app.db.read(move |conn| Choices::read(conn, language)).await?)
}
