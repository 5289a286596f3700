//! What the pages about following show.

use serde::Serialize;

use crate::web::parts::Pager;
use crate::web::settings::view::FieldOption;
use crate::web::templates::View;

/// The box on the page of a round or a proposal: `components/_follow.html`.
#[derive(Debug, Clone, Serialize)]
pub struct FollowOffer {
    /// Where the form goes.
    pub url: String,
    /// The round's name in addresses.
    pub round: String,
    /// The proposal's number; empty for the whole of the round.
    pub proposal: String,
    /// How whoever looks is known.
    pub by: FollowBy,
}

/// How somebody would follow.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FollowBy {
    /// Nobody known: with an address that is typed.
    Address,
    /// Signed in, with the address of the account.
    Account,
    /// Signed in without an address.
    NoAddress {
        /// Where one is added.
        url: String,
    },
    /// Follows it already.
    Follows {
        /// What else is followed, and where it is stopped.
        url: String,
    },
}

/// What is followed.
#[derive(Debug, Clone, Serialize)]
pub struct SubjectView {
    /// The round's title.
    pub round: String,
    /// The proposal with its number; none for the whole of the round.
    pub proposal: Option<String>,
    /// Its page.
    pub url: String,
}

/// Asks for an address: `pages/following/ask.html`.
#[derive(Debug, Serialize)]
pub struct FollowAsk {
    /// What is to be followed; nothing when the link named nothing.
    pub subject: Option<SubjectView>,
    /// The form.
    pub offer: Option<FollowOffer>,
    /// The address as it was typed.
    pub email: String,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// The start page, where there is something to follow.
    pub home_url: String,
}

impl View for FollowAsk {
    const TEMPLATE: &'static str = "pages/following/ask.html";
}

/// Says that the mailbox was asked: `pages/following/sent.html`.
#[derive(Debug, Serialize)]
pub struct FollowSent {
    /// What is to be followed.
    pub subject: Option<SubjectView>,
    /// How many days the link is good.
    pub days: i64,
    /// Where another mail is asked for.
    pub again_url: String,
}

impl View for FollowSent {
    const TEMPLATE: &'static str = "pages/following/sent.html";
}

/// Where the link of the question leads: `pages/following/confirm.html`.
#[derive(Debug, Serialize)]
pub struct FollowConfirm {
    /// Where the form goes.
    pub url: String,
    /// How far it is.
    pub state: ConfirmState,
    /// The start page.
    pub home_url: String,
}

/// How far the confirmation is.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ConfirmState {
    /// It waits for the button.
    Ask {
        /// What the link carried.
        token: String,
        /// The address, shortened.
        email: String,
        /// What is to be followed.
        subject: SubjectView,
    },
    /// They follow it.
    Done {
        /// What is followed.
        subject: SubjectView,
        /// All that they follow, and where it is stopped.
        following_url: String,
    },
    /// The link has run out, or never was.
    Gone,
}

impl View for FollowConfirm {
    const TEMPLATE: &'static str = "pages/following/confirm.html";
}

/// What somebody follows: `pages/following/show.html`.
#[derive(Debug, Serialize)]
pub struct FollowingShow {
    /// Where the forms go.
    pub url: String,
    /// What the link carried; empty for whoever is signed in.
    pub token: String,
    /// What was done to lead here, in words.
    pub done: Option<String>,
    /// Whose page it is; nothing when nothing is followed.
    pub known: Option<FollowingKnown>,
    /// Whether the link has run out.
    pub is_gone: bool,
    /// Whether nobody knows whose page it would be.
    pub is_unknown: bool,
    /// The sign-in.
    pub sign_in_url: String,
    /// The start page, where there is something to follow.
    pub home_url: String,
}

impl View for FollowingShow {
    const TEMPLATE: &'static str = "pages/following/show.html";
}

/// Somebody who follows something.
#[derive(Debug, Serialize)]
pub struct FollowingKnown {
    /// The address, shortened.
    pub email: String,
    /// What is followed, the newest first.
    pub items: Vec<FollowingItem>,
    /// Links to the other pages.
    pub pager: Pager,
    /// This page, from 1.
    pub page_number: usize,
    /// How many pages there are.
    pub page_count: usize,
    /// The languages of the mails.
    pub languages: Vec<FieldOption>,
}

/// Something that is followed.
#[derive(Debug, Serialize)]
pub struct FollowingItem {
    /// What stands in the form that stops it.
    pub id: String,
    /// What it is.
    pub subject: SubjectView,
    /// Since when.
    pub since: String,
}
