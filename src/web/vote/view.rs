//! What the pages of voting show, from the code to the receipt. No view of a cast ballot has its choices.

use serde::Serialize;

use crate::web::layout::NavLink;
use crate::web::parts::{FormatView, Problem};
use crate::web::templates::View;

/// The ways to a ballot: the field for the code, the account, or both.
#[derive(Debug, Clone, Default, Serialize)]
pub struct VoteEntry {
    /// The round's title.
    pub round_title: String,
    /// The page of the round.
    pub round_url: String,
    /// When voting ends, with weekday and time; none when no end is set.
    pub until: Option<String>,
    /// Whether codes lead to a ballot of this round.
    pub takes_codes: bool,
    /// The way with an account, where there is one.
    pub account: Option<AccountWay>,
    /// Takes the code by POST, as the field `code`.
    pub enter_url: String,
    /// What was typed, or what the link in the letter's QR code carries.
    pub code: String,
    /// Why the code was not taken.
    pub problem: Option<String>,
    /// The page of the round that the code belongs to, when it is another one.
    pub other_round: Option<NavLink>,
    /// Choices of a session that ended; they travel along so that nothing is lost.
    pub kept: Vec<Field>,
}

impl View for VoteEntry {
    const TEMPLATE: &'static str = "pages/vote/entry.html";
}

/// The way to a ballot with an account.
#[derive(Debug, Clone, Serialize)]
pub struct AccountWay {
    /// How far it is.
    pub state: AccountState,
    /// Who is signed in: the address, or else the name.
    pub who: Option<String>,
    /// What is to be ticked.
    pub declaration: String,
    /// Whether it was not ticked.
    pub problem: bool,
    /// Takes the tick, as the field `declared`, by POST.
    pub enter_url: String,
    /// The sign-in, which leads back here.
    pub sign_in_url: String,
    /// Signs out by POST.
    pub sign_out_url: String,
    /// Where an account gets an address.
    pub address_url: String,
    /// The token of the account's session for these forms.
    pub csrf: Option<String>,
}

/// How far somebody is on the way with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// Nobody is signed in.
    SignIn,
    /// The account has no confirmed address.
    NoAddress,
    /// The declaration is still to be ticked.
    Declare,
    /// It was ticked before.
    Ready,
}

/// A hidden field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// `p<number>` for a project's value, `blank<number>` for an area left blank on purpose.
    pub name: String,
    /// The value as text.
    pub value: String,
}

/// The ballot with everything to choose from.
#[derive(Debug, Clone, Serialize)]
pub struct VoteBallot {
    /// The round's title.
    pub round_title: String,
    /// When voting ends, with weekday and time; none when no end is set.
    pub until: Option<String>,
    /// Whether the result binds; else it is advice.
    pub binding: bool,
    /// How the ballot is filled in. The sum counts itself for at most 10 points on one project.
    pub format: FormatView,
    /// The areas of this person's ballot, in the round's order.
    pub areas: Vec<BallotArea>,
    /// Whether areas can be left blank on purpose: with several areas, or after a ballot without any choice.
    pub offers_blank: bool,
    /// What was wrong with the ballot as it was sent.
    pub problems: Vec<Problem>,
    /// The version of the round that this form was made for.
    pub ballot_version: String,
    /// Whether this person has cast a ballot before.
    pub replaces: bool,
    /// Takes the choices by POST and shows the check page.
    pub check_url: String,
}

impl View for VoteBallot {
    const TEMPLATE: &'static str = "pages/vote/ballot.html";
}

/// One area of the ballot.
#[derive(Debug, Clone, Serialize)]
pub struct BallotArea {
    /// The area's number; its heading has the id `area<number>`.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Its money.
    pub money: Option<String>,
    /// Its places, when it has no money.
    pub places: Option<u32>,
    /// What is given here so far: points or projects.
    pub given: i64,
    /// What is left; negative when too much is given.
    pub left: i64,
    /// Whether "leave blank" is ticked.
    pub blank: bool,
    /// What is wrong here, in the words of the summary.
    pub problem: Option<String>,
    /// The number of the next area, or none after the last.
    pub next_number: Option<u32>,
    /// The projects in this person's order.
    pub projects: Vec<BallotProject>,
}

/// A project on the ballot.
#[derive(Debug, Clone, Serialize)]
pub struct BallotProject {
    /// The number; its row has the id `p<number>` and its field the same name.
    pub number: u32,
    /// The number as printed.
    pub printed: String,
    /// Its title.
    pub title: String,
    /// The cost, or none in an area with places.
    pub cost: Option<String>,
    /// One or two sentences.
    pub summary: String,
    /// The text, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The spot.
    pub place: Option<String>,
    /// The value so far, 0 for none.
    pub value: i64,
    /// What is wrong here, in the words of the summary.
    pub problem: Option<String>,
}

/// The choices once more before they are cast.
#[derive(Debug, Clone, Serialize)]
pub struct VoteCheck {
    /// The round's title.
    pub round_title: String,
    /// When voting ends, with weekday and time; none when no end is set.
    pub until: Option<String>,
    /// How the ballot is filled in.
    pub format: FormatView,
    /// The areas that are part of the ballot.
    pub areas: Vec<CheckedArea>,
    /// The areas that are not.
    pub absent: Vec<AbsentArea>,
    /// The choices as hidden fields.
    pub fields: Vec<Field>,
    /// The version of the round that the choices were checked against.
    pub ballot_version: String,
    /// 32 hexadecimal digits, new at each rendering.
    pub cast_key: String,
    /// How often this person had cast when the page was made.
    pub cast_number: u32,
    /// 32 hexadecimal digits that go into the leaf.
    pub client_nonce: String,
    /// Takes everything by POST and casts.
    pub cast_url: String,
    /// Takes the choices by POST and shows the ballot with them.
    pub ballot_url: String,
}

impl View for VoteCheck {
    const TEMPLATE: &'static str = "pages/vote/check.html";
}

/// An area that is part of the ballot; without choices it was left blank on purpose.
#[derive(Debug, Clone, Serialize)]
pub struct CheckedArea {
    /// The area's number.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// What is given: points or projects.
    pub given: i64,
    /// What is left.
    pub left: i64,
    /// The chosen projects.
    pub choices: Vec<CheckedChoice>,
}

/// A chosen project.
#[derive(Debug, Clone, Serialize)]
pub struct CheckedChoice {
    /// The number.
    pub number: u32,
    /// The number as printed.
    pub printed: String,
    /// Its title.
    pub title: String,
    /// The cost, or none in an area with places.
    pub cost: Option<String>,
    /// Its value.
    pub value: u32,
    /// The value as dots, beside the number; empty above ten.
    pub dots: String,
}

/// An area in which nothing was chosen.
#[derive(Debug, Clone, Serialize)]
pub struct AbsentArea {
    /// The area's number.
    pub number: u32,
    /// Its name.
    pub name: String,
}

/// The proof that a ballot is cast. It has no choices.
#[derive(Debug, Clone, Serialize)]
pub struct VoteReceipt {
    /// The round's title.
    pub round_title: String,
    /// When the ballot was cast, with weekday and time.
    pub at: String,
    /// The receipt code in groups.
    pub code: String,
    /// Whether an earlier ballot was replaced.
    pub replaced: bool,
    /// Until when it can be replaced.
    pub until: Option<String>,
    /// The day of the result, when it is known.
    pub result_on: Option<String>,
    /// What happens with the result, in the organisation's words.
    pub after_the_result: Option<String>,
    /// An empty ballot, while voting is open.
    pub replace_url: Option<String>,
    /// Ends the session by POST.
    pub leave_url: String,
}

impl View for VoteReceipt {
    const TEMPLATE: &'static str = "pages/vote/receipt.html";
}

/// For somebody who goes back after casting.
#[derive(Debug, Clone, Serialize)]
pub struct VoteAlready {
    /// The round's title.
    pub round_title: String,
    /// Until when the ballot can be replaced.
    pub until: Option<String>,
    /// An empty ballot, while voting is open.
    pub replace_url: Option<String>,
    /// Ends the session by POST.
    pub leave_url: String,
}

impl View for VoteAlready {
    const TEMPLATE: &'static str = "pages/vote/already.html";
}

/// Voting has not begun, or is over.
#[derive(Debug, Clone, Serialize)]
pub struct VoteClosed {
    /// The round's title.
    pub round_title: String,
    /// When voting begins; none when it is over.
    pub begins: Option<String>,
    /// Whether codes lead to a ballot of this round.
    pub takes_codes: bool,
    /// When voting ended.
    pub ended: Option<String>,
    /// Whether a ballot arrived too late just now.
    pub attempted: bool,
    /// The page of the round.
    pub round_url: String,
    /// The list of projects.
    pub projects_url: String,
    /// The result, once it is published.
    pub result_url: Option<String>,
}

impl View for VoteClosed {
    const TEMPLATE: &'static str = "pages/vote/closed.html";
}

/// The ballot could not be cast because something moved meanwhile; the choices are kept where they may be shown.
#[derive(Debug, Clone, Serialize)]
pub struct VoteConflict {
    /// The round's title.
    pub round_title: String,
    /// What moved.
    pub reason: ConflictReason,
    /// The choices as hidden fields.
    pub fields: Vec<Field>,
    /// The version that the choices were made for.
    pub ballot_version: String,
    /// Takes the choices by POST and shows the check page.
    pub check_url: String,
    /// Takes the choices by POST and shows the ballot with them; for whoever entered a code last, shows their ballot.
    pub ballot_url: String,
    /// The field for the code.
    pub enter_url: String,
    /// Ends the session by POST.
    pub leave_url: String,
}

impl View for VoteConflict {
    const TEMPLATE: &'static str = "pages/vote/conflict.html";
}

/// Something failed on our side; the form can be sent once more as it came.
#[derive(Debug, Clone, Serialize)]
pub struct VoteAgain {
    /// What happened, as a heading.
    pub title: String,
    /// What happened, in a sentence.
    pub what: String,
    /// Whether the vote is cast, as far as anybody knows.
    pub vote: Option<String>,
    /// Whether the vote is not cast and one that this person cast before still counts.
    pub earlier_counts: bool,
    /// What to name when asking; with errors of the program only.
    pub reference: Option<String>,
    /// Everything that was sent, as hidden fields.
    pub fields: Vec<Field>,
    /// Takes them by POST.
    pub again_url: String,
}

impl View for VoteAgain {
    const TEMPLATE: &'static str = "pages/vote/again.html";
}

/// What moved while a ballot was on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictReason {
    /// The same person cast another ballot.
    OtherWindow,
    /// The round's projects or limits changed.
    RoundChanged,
    /// The person has voted on paper, which is final.
    PaperIsFinal,
    /// Somebody else came to a ballot in the same browser; the choices are not shown to them.
    OtherCode,
    /// The person has cast as often as is allowed; the last ballot counts.
    TooManyCasts,
}

/// The session has ended.
#[derive(Debug, Clone, Serialize)]
pub struct VoteLeft {
    /// The round's title.
    pub round_title: String,
    /// Whether a ballot of this person is cast.
    pub cast: bool,
    /// How to sign out, where the account that voted is still signed in.
    pub signed_in: Option<StillSignedIn>,
    /// The ways to a ballot, while voting is open.
    pub enter_url: Option<String>,
}

/// An account that is still signed in after the vote.
#[derive(Debug, Clone, Serialize)]
pub struct StillSignedIn {
    /// Signs out by POST.
    pub sign_out_url: String,
    /// The token for that.
    pub csrf: Option<String>,
}

impl View for VoteLeft {
    const TEMPLATE: &'static str = "pages/vote/left.html";
}
