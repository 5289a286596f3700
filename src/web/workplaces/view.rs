//! What the pages of workplaces and of personnel codes show.

use serde::Serialize;

use crate::web::parts::Problem;
use crate::web::settings::view::{FieldView, Outcome};
use crate::web::templates::View;

/// The list of workplaces: `pages/workplaces/list.html`.
#[derive(Debug, Serialize)]
pub struct WorkplaceList {
    /// The people of the office.
    pub people_url: String,
    /// Adds one; none for those who only read.
    pub new_url: Option<String>,
    /// The codes.
    pub codes_url: String,
    /// Those at which people enter.
    pub open: Vec<WorkplaceRow>,
    /// Those that were closed.
    pub closed: Vec<WorkplaceRow>,
}

/// A workplace in the list.
#[derive(Debug, Serialize)]
pub struct WorkplaceRow {
    /// What it is called.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Its poster; none for those who only read.
    pub poster_url: Option<String>,
}

/// One workplace, or a new one: `pages/workplaces/form.html`. Field `name`, hidden `version`.
#[derive(Debug, Serialize)]
pub struct WorkplaceForm {
    /// What was done just now, in words.
    pub done: Option<String>,
    /// What it is called; none for a new one.
    pub name: Option<String>,
    /// Where the form goes.
    pub url: String,
    /// The list.
    pub list_url: String,
    /// The version that is being edited; after a conflict the one that is saved now.
    pub version: i64,
    /// What has happened to the form that was sent.
    pub outcome: Outcome,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The name.
    pub field: FieldView,
    /// What else can be done with it; none for a new one.
    pub place: Option<PlaceView>,
}

/// What can be done with a workplace.
#[derive(Debug, Serialize)]
pub struct PlaceView {
    /// The address on the poster.
    pub address: String,
    /// The poster.
    pub poster_url: String,
    /// Gives it another address.
    pub address_url: String,
    /// Closes it, or opens it again.
    pub end_url: String,
    /// Whether it is closed.
    pub closed: bool,
}

/// Asks once more: `pages/workplaces/confirm.html`. Hidden `version`.
#[derive(Debug, Serialize)]
pub struct WorkplaceConfirm {
    /// Where the form goes.
    pub url: String,
    /// The workplace.
    pub place_url: String,
    /// What it is called.
    pub name: String,
    /// The version that was seen.
    pub version: i64,
    /// What is about to be done.
    pub deed: PlaceDeed,
}

/// What is about to be done with a workplace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceDeed {
    /// It is closed.
    Close,
    /// It is opened again.
    Reopen,
    /// It gets another address.
    Address,
}

/// A poster: `pages/workplaces/poster.html`.
#[derive(Debug, Serialize)]
pub struct WorkplacePoster {
    /// The workplace.
    pub place_url: String,
    /// What it is called.
    pub name: String,
    /// Whether it is closed, and the poster leads nowhere.
    pub closed: bool,
    /// The address as a picture: SVG.
    pub picture: String,
    /// The address up to what names the workplace.
    pub address_start: String,
    /// What names the workplace, in groups.
    pub key: String,
}

/// The codes by batch: `pages/personnel/list.html`. Field `serial`, by GET.
#[derive(Debug, Serialize)]
pub struct PersonnelList {
    /// What was done just now, in words.
    pub done: Option<String>,
    /// The workplaces.
    pub workplaces_url: String,
    /// Makes a batch; none for those who only read.
    pub new_url: Option<String>,
    /// Where a slip is looked for: this page; none for those who only read.
    pub url: Option<String>,
    /// The number that was looked for.
    pub serial: String,
    /// What to do about it.
    pub problem: Option<String>,
    /// The batches, the newest first.
    pub batches: Vec<BatchRow>,
}

/// Codes that were made together.
#[derive(Debug, Serialize)]
pub struct BatchRow {
    /// For whom they are; may be empty.
    pub word: String,
    /// The numbers of the slips, such as "1–24".
    pub serials: String,
    /// When they were made.
    pub made: String,
    /// By whom, as far as the record tells.
    pub by: Option<String>,
    /// How many there are.
    pub size: u32,
    /// With how many somebody has entered.
    pub used: i64,
    /// How many were withdrawn.
    pub withdrawn: i64,
}

/// Asks for a batch: `pages/personnel/new.html`. Fields `size` and `word`, hidden `form`.
#[derive(Debug, Serialize)]
pub struct BatchForm {
    /// Where the form goes.
    pub url: String,
    /// The codes.
    pub list_url: String,
    /// What names this form, so that it makes one batch.
    pub form_key: String,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// How many, and for whom.
    pub fields: Vec<FieldView>,
}

/// The slips of codes, shown this once: `pages/personnel/slips.html`.
#[derive(Debug, Serialize)]
pub struct Slips {
    /// The codes by batch.
    pub list_url: String,
    /// For whom they are; may be empty.
    pub word: String,
    /// What was done.
    pub done: SlipsDone,
    /// The slips.
    pub slips: Vec<SlipView>,
}

/// How slips came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipsDone {
    /// They were made.
    Made,
    /// One takes the place of another.
    Replaced,
    /// The same, and its account is closed.
    ReplacedClosed,
}

/// A slip to be cut out.
#[derive(Debug, Serialize)]
pub struct SlipView {
    /// Its number.
    pub serial: u32,
    /// The code in groups.
    pub code: String,
}

/// What is known of a slip: `pages/personnel/show.html`. Never what its owner did.
#[derive(Debug, Serialize)]
pub struct SlipShow {
    /// What was done just now, in words.
    pub done: Option<String>,
    /// The codes by batch.
    pub list_url: String,
    /// Its number.
    pub serial: u32,
    /// For whom its batch is; may be empty.
    pub word: String,
    /// When its batch was made.
    pub made: String,
    /// When its code was last replaced.
    pub replaced: Option<String>,
    /// When its code was withdrawn.
    pub withdrawn: Option<String>,
    /// Whether its owner has deleted the account; then nothing is left to do.
    pub deleted: bool,
    /// Replaces the code.
    pub replace_url: String,
    /// Withdraws it.
    pub withdraw_url: String,
}

/// Asks once more: `pages/personnel/confirm.html`. Hidden `version`; `remove_address` may be ticked.
#[derive(Debug, Serialize)]
pub struct SlipConfirm {
    /// Where the form goes.
    pub url: String,
    /// The slip.
    pub slip_url: String,
    /// Its number.
    pub serial: u32,
    /// The version that was seen.
    pub version: i64,
    /// What is about to be done.
    pub deed: SlipDeed,
    /// How its account stands.
    pub account: AccountStanding,
    /// The address with which the account can be entered as well, shortened.
    pub address: Option<String>,
    /// Why it was not done.
    pub problems: Vec<Problem>,
}

/// How the account of a slip stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountStanding {
    /// It is open.
    Open,
    /// Withdrawing the code closed it; another code opens it again.
    ClosedWithCode,
    /// It was closed for another reason, and no code opens it.
    Closed,
}

/// What is about to be done with the code of a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipDeed {
    /// It is replaced.
    Replace,
    /// It is withdrawn.
    Withdraw,
}

impl View for WorkplaceList {
    const TEMPLATE: &'static str = "pages/workplaces/list.html";
}

impl View for WorkplaceForm {
    const TEMPLATE: &'static str = "pages/workplaces/form.html";
}

impl View for WorkplaceConfirm {
    const TEMPLATE: &'static str = "pages/workplaces/confirm.html";
}

impl View for WorkplacePoster {
    const TEMPLATE: &'static str = "pages/workplaces/poster.html";
}

impl View for PersonnelList {
    const TEMPLATE: &'static str = "pages/personnel/list.html";
}

impl View for BatchForm {
    const TEMPLATE: &'static str = "pages/personnel/new.html";
}

impl View for Slips {
    const TEMPLATE: &'static str = "pages/personnel/slips.html";
}

impl View for SlipShow {
    const TEMPLATE: &'static str = "pages/personnel/show.html";
}

impl View for SlipConfirm {
    const TEMPLATE: &'static str = "pages/personnel/confirm.html";
}
