//! What the pages of an account show.

use serde::Serialize;

use crate::web::templates::View;

/// Sets up the telephone: `pages/account/second_factor.html`. Field `code`, and which button was pressed in `act`:
/// `begin`, `confirm` or `papers`.
#[derive(Debug, Serialize)]
pub struct AccountSecondFactor {
    /// Where the forms go.
    pub url: String,
    /// Where to go afterwards: a path on this site.
    pub next: Option<String>,
    /// How far it is.
    pub state: FactorState,
    /// What to do about what was typed.
    pub problem: Option<String>,
    /// Whether a code on paper was used up just now.
    pub paper_used: bool,
    /// Whether a form came that did not fit how it stands.
    pub moved: bool,
    /// The office's overview, for whoever is done.
    pub office_url: String,
}

/// How far the set-up of a telephone is.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FactorState {
    /// There is none.
    None,
    /// The picture waits to be photographed and the first code to be typed.
    Waiting {
        /// The picture for the app: SVG.
        picture: String,
        /// The same for typing, in groups of four.
        key: String,
        /// Whether another picture can be made without more ado.
        can_begin_anew: bool,
    },
    /// It is set up.
    Set {
        /// How many codes on paper are left.
        papers: i64,
    },
    /// It was set up just now, or new codes were made: they are shown this once.
    Papers {
        /// The codes.
        codes: Vec<String>,
    },
}

impl View for AccountSecondFactor {
    const TEMPLATE: &'static str = "pages/account/second_factor.html";
}

/// The overview of an account: `pages/account/show.html`.
#[derive(Debug, Serialize)]
pub struct AccountShow {
    /// What was done just now.
    pub done: Option<String>,
    /// What the person is called; may be empty.
    pub name: String,
    /// The own name of the language for mails.
    pub mail_language: &'static str,
    /// The address, which employees need not have.
    pub email: Option<String>,
    /// Whether the person was handed a personnel code.
    pub is_employee: bool,
    /// Whether there is a password; it needs an address.
    pub has_password: bool,
    /// Whether the person holds a role of the office.
    pub is_of_office: bool,
    /// Whether a telephone is set up.
    pub has_second_factor: bool,
    /// The proposals with the account's address.
    pub proposals: Vec<ProposalRow>,
    /// Where a proposal is opened with its change code.
    pub own_proposal_url: String,
    /// The rounds, where something can be proposed.
    pub home_url: String,
    /// Where the account is open.
    pub sessions: Vec<SessionRow>,
    /// Changes name and language.
    pub profile_url: String,
    /// Changes the address.
    pub address_url: String,
    /// Changes the password.
    pub password_url: String,
    /// Ends sessions, by POST.
    pub sessions_url: String,
    /// The telephone.
    pub second_factor_url: String,
    /// Everything that is kept, as an archive.
    pub data_url: String,
    /// What is followed.
    pub following_url: String,
    /// Deletes the account.
    pub delete_url: String,
}

/// A proposal with the account's address.
#[derive(Debug, Serialize)]
pub struct ProposalRow {
    /// Its tracking number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The language that it is written in.
    pub language: String,
    /// Where it stands.
    pub state: String,
    /// Its public page.
    pub url: String,
}

/// A place where an account is open.
#[derive(Debug, Serialize)]
pub struct SessionRow {
    /// What names it in the form.
    pub handle: String,
    /// What browser on what system.
    pub device: Option<String>,
    /// Since when.
    pub since: String,
    /// When it was last used.
    pub seen: String,
    /// Whether it is the one that shows this page.
    pub is_this: bool,
}

/// Changes name and language: `pages/account/profile.html`. Fields `name`, `language`.
#[derive(Debug, Serialize)]
pub struct AccountProfile {
    /// Where the form goes.
    pub url: String,
    /// The overview.
    pub account_url: String,
    /// What was typed, or what is saved.
    pub name: String,
    /// Whether others in the office see the name, which must not be empty then.
    pub is_of_office: bool,
    /// The languages to choose from.
    pub languages: Vec<LanguageOption>,
    /// What to do about the name.
    pub problem: Option<String>,
}

/// A language to choose.
#[derive(Debug, Serialize)]
pub struct LanguageOption {
    /// Its code.
    pub code: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Another address: `pages/account/address.html`. Field `email`, or `code`, or hidden `token`.
#[derive(Debug, Serialize)]
pub struct AccountAddress {
    /// Where the form goes.
    pub url: String,
    /// The overview.
    pub account_url: String,
    /// How far it is.
    pub state: AddressState,
}

/// How far another address is.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AddressState {
    /// It is asked for.
    Ask {
        /// The address that the account has now.
        now: Option<String>,
        /// What was typed.
        email: String,
        /// What to do about it.
        problem: Option<String>,
    },
    /// A mail was sent; its digits can be typed.
    Sent {
        /// The new address.
        email: String,
        /// What to do about what was typed.
        problem: Option<String>,
        /// Where another mail is asked for.
        anew_url: String,
    },
    /// The link was opened where the account is not open.
    Elsewhere,
    /// The link was opened; a button confirms.
    Confirm {
        /// The token of the link.
        token: String,
    },
    /// It is done.
    Confirmed {
        /// Whether the old address was told, because there was one.
        old_told: bool,
    },
    /// Nothing waits any more: it was done already, or its time is over.
    Settled {
        /// The address that counts.
        email: String,
    },
    /// The link is not good any more.
    NotGood,
    /// Another account has the address.
    Taken,
}

/// The password: `pages/account/password.html`. Field `password`; the button `remove` takes it away.
#[derive(Debug, Serialize)]
pub struct AccountPassword {
    /// Where the form goes.
    pub url: String,
    /// The overview.
    pub account_url: String,
    /// The address, for password managers.
    pub email: Option<String>,
    /// Whether there is one.
    pub has_one: bool,
    /// What to do about what was typed; it is never sent back.
    pub problem: Option<String>,
}

/// Deletes the account: `pages/account/delete.html`. Field `sure`.
#[derive(Debug, Serialize)]
pub struct AccountDelete {
    /// Where the form goes.
    pub url: String,
    /// The overview.
    pub account_url: String,
    /// Everything that is kept, as an archive.
    pub data_url: String,
    /// Whether the person holds roles of the office, which end.
    pub has_roles: bool,
    /// Whether the person was handed a personnel code, which ends.
    pub is_employee: bool,
    /// Why it was not deleted.
    pub problem: Option<String>,
}

/// Why an account was not deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeleteProblem {
    /// The box was not ticked.
    NotSure,
    /// Nobody else could administer the service.
    LastAdministrator,
}

impl DeleteProblem {
    /// The key of the text, which says what to do.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotSure => "account-delete-not-sure",
            Self::LastAdministrator => "account-delete-last",
        }
    }
}

/// The account is gone: `pages/account/deleted.html`.
#[derive(Debug, Serialize)]
pub struct AccountDeleted {
    /// The start page, or the entry of a shared computer.
    pub home_url: String,
    /// Whether there is an address to which a last mail goes.
    pub has_email: bool,
}

impl View for AccountShow {
    const TEMPLATE: &'static str = "pages/account/show.html";
}

impl View for AccountProfile {
    const TEMPLATE: &'static str = "pages/account/profile.html";
}

impl View for AccountAddress {
    const TEMPLATE: &'static str = "pages/account/address.html";
}

impl View for AccountPassword {
    const TEMPLATE: &'static str = "pages/account/password.html";
}

impl View for AccountDelete {
    const TEMPLATE: &'static str = "pages/account/delete.html";
}

impl View for AccountDeleted {
    const TEMPLATE: &'static str = "pages/account/deleted.html";
}
