//! What the page of an invitation shows.

use serde::Serialize;

use crate::web::templates::View;

/// An invitation: `pages/invitation/show.html`. Hidden field `token`, and which button was pressed in `act`: `code` or
/// `accept`; `accept` comes with a `name`.
#[derive(Debug, Serialize)]
pub struct InvitationShow {
    /// Where the forms go.
    pub url: String,
    /// What the link carries.
    pub token: String,
    /// Who invites.
    pub organisation: String,
    /// What to; none where nothing is known of it.
    pub offer: Option<Offer>,
    /// How it stands.
    pub state: InvitationStanding,
}

/// What somebody is invited to.
#[derive(Debug, Serialize)]
pub struct Offer {
    /// What the role is called.
    pub role: String,
    /// What it may do, in a sentence.
    pub may: String,
    /// The title of the only round that it is for.
    pub round: Option<String>,
    /// For which departments; none for a role that knows none.
    pub departments: Option<String>,
    /// Until when the invitation is or was good.
    pub expires: String,
}

/// How an invitation stands for whoever opened it.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum InvitationStanding {
    /// Nobody is signed in: the address is to be proved.
    Prove {
        /// The address, shortened.
        address: String,
    },
    /// Somebody is signed in with another address.
    Other {
        /// The address, shortened.
        address: String,
    },
    /// Whoever is invited is signed in.
    Accept {
        /// What they are called, or what they typed.
        name: String,
        /// What is wrong with it.
        problem: Option<String>,
    },
    /// Whoever is invited has accepted and is signed in.
    Welcome {
        /// Where it goes on: the telephone, or the office.
        on_url: String,
        /// Whether a telephone must be set up first.
        needs_telephone: bool,
    },
    /// It was accepted.
    Accepted {
        /// Leads to the office by way of the sign-in.
        office_url: String,
    },
    /// It was taken back.
    Withdrawn,
    /// Its time is over.
    Expired,
    /// There is none behind this link.
    Unknown,
}

impl View for InvitationShow {
    const TEMPLATE: &'static str = "pages/invitation/show.html";
}
