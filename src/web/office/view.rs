//! What the office's pages show. Amounts, dates and addresses arrive as finished texts; plain integers stand in
//! sentences that count. Numbers of ballots are the only thing that is said about who voted.

use serde::Serialize;

use crate::web::parts::{PhaseStep, Problem};
use crate::web::record::view::RecordEntry;
use crate::web::templates::View;

/// What waits today, and all rounds: `pages/office/dashboard.html`.
#[derive(Debug, Serialize)]
pub struct OfficeDashboard {
    /// Today, with weekday.
    pub today: String,
    /// What the organisation needs before its first round, for those who can do it.
    pub set_up: Vec<SetUpStep>,
    /// Where a round is started, for those who may.
    pub new_round_url: Option<String>,
    /// What needs this reader before everything else.
    pub alarms: Vec<AlarmLine>,
    /// What opens or closes today or tomorrow.
    pub soon: Vec<AlarmLine>,
    /// The next date of all rounds.
    pub next: Option<String>,
    /// What needs somebody, the most urgent first.
    pub waits: Vec<Wait>,
    /// All rounds, the newest first.
    pub rounds: Vec<RoundRow>,
}

/// A line on the office's first page.
#[derive(Debug, Serialize)]
pub struct AlarmLine {
    /// What it is.
    pub text: String,
    /// What to do, where the link does not say it.
    pub hint: Option<String>,
    /// The round's title, where it is about one.
    pub round: Option<String>,
    /// Where it is dealt with; nothing where no page does.
    pub url: Option<String>,
}

/// A step that makes an organisation ready.
#[derive(Debug, Serialize)]
pub struct SetUpStep {
    /// The end of the keys of its words.
    pub name: &'static str,
    /// Where to do it.
    pub url: String,
}

/// Something that waits for somebody.
#[derive(Debug, Serialize)]
pub struct Wait {
    /// The round's title.
    pub round: String,
    /// Where to do it.
    pub url: String,
    /// What it is.
    pub task: Task,
}

/// What a round waits for.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Task {
    /// Voting ended and nobody has certified it.
    Certify {
        /// When voting ended.
        ended: String,
    },
    /// The count is done and nobody has published it.
    Publish {
        /// When the count ended.
        counted: String,
    },
    /// The count has failed.
    CountFailed {
        /// The reference that the log carries.
        reference: String,
    },
    /// The count is under way; nobody needs to do anything.
    Counting,
    /// Voting ends today.
    ClosesToday {
        /// The last moment.
        until: String,
    },
    /// The round's key cannot be read, so nobody can vote.
    KeyMissing,
}

/// One round in the list of all rounds.
#[derive(Debug, Serialize)]
pub struct RoundRow {
    /// Its title.
    pub title: String,
    /// Its page in the office.
    pub url: String,
    /// Its phase, in words.
    pub phase: String,
    /// The date that goes with the phase, in words.
    pub date: Option<String>,
    /// How many ballots it has.
    pub ballots: String,
}

/// The round that an office page speaks of.
#[derive(Debug, Clone, Serialize)]
pub struct OfficeRound {
    /// Its title; it is what a typed confirmation must repeat.
    pub title: String,
    /// Its page in the office.
    pub url: String,
    /// Its public page; a draft has none.
    pub public_url: Option<String>,
}

/// One round: `pages/office/round.html`.
#[derive(Debug, Serialize)]
pub struct OfficeRoundShow {
    /// The round.
    pub round: OfficeRound,
    /// The list of all rounds.
    pub overview_url: String,
    /// What has just been done.
    pub done: Option<Done>,
    /// The phase line.
    pub phases: Vec<PhaseStep>,
    /// What the round waits for, with its page.
    pub wait: Option<Wait>,
    /// What may be done now.
    pub acts: Acts,
    /// The windows and what follows them.
    pub schedule: Schedule,
    /// What was settled before voting began.
    pub rules: RulesInForce,
    /// Ballots by day and channel; absent when ballots were not cast here.
    pub ballots: Option<BallotNumbers>,
    /// What was done in the round, the newest first.
    pub record: Vec<RecordEntry>,
    /// The whole record of the round, for those who may read it.
    pub record_url: Option<String>,
}

/// What has just been done, said once on the round's page.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Done {
    /// Voting lasts longer.
    Extended {
        /// The end before.
        before: String,
        /// The end now.
        after: String,
    },
    /// Voting has ended early.
    Closed {
        /// The end that was planned.
        before: String,
        /// The end now.
        after: String,
    },
    /// The result is public.
    Published {
        /// Where it is.
        url: String,
    },
    /// It was said that the council has decided.
    Decided {
        /// Where the result is, with what was decided.
        url: String,
    },
    /// The round is public.
    RoundPublished {
        /// Where it is.
        url: String,
    },
}

/// The acts that are open now, each with the address of its page.
#[derive(Debug, Default, Serialize)]
pub struct Acts {
    /// Whether the reader may change the set-up.
    pub may_set_up: bool,
    /// Set the round up, change its set-up, or read it.
    pub set_up_url: Option<String>,
    /// Let voting last longer.
    pub extend_url: Option<String>,
    /// End voting early.
    pub close_url: Option<String>,
    /// Certify, open the box and count.
    pub certify_url: Option<String>,
    /// Enter what came on paper, by telephone or at a meeting.
    pub enter_url: Option<String>,
    /// See the count.
    pub count_url: Option<String>,
    /// Publish the result.
    pub publish_url: Option<String>,
    /// See the published result.
    pub result_url: Option<String>,
    /// Enter what the council decided, or read it.
    pub decisions_url: Option<String>,
    /// Whether the reader may enter it.
    pub may_decide: bool,
    /// Print the paper for the council.
    pub council_paper_url: Option<String>,
    /// Read what people propose.
    pub proposals: Option<ProposalsAct>,
    /// The queue of reviews.
    pub reviews_url: Option<String>,
    /// What goes onto the ballot.
    pub shortlist_url: Option<String>,
}

/// The way to the proposals of a round, for whoever moderates.
#[derive(Debug, Serialize)]
pub struct ProposalsAct {
    /// The queue.
    pub url: String,
    /// How many wait to be read.
    pub waiting: i64,
    /// How many have reports that wait.
    pub reported: i64,
}

/// The dates of a round; each is absent while it has not happened or is not planned.
#[derive(Debug, Default, Serialize)]
pub struct Schedule {
    /// When voting begins.
    pub opens: Option<String>,
    /// When voting ends.
    pub closes: Option<String>,
    /// When the box was closed.
    pub closed: Option<String>,
    /// When the round was certified.
    pub certified: Option<String>,
    /// When the count ended.
    pub counted: Option<String>,
    /// When the result was published.
    pub published: Option<String>,
}

/// What was settled before voting began.
#[derive(Debug, Serialize)]
pub struct RulesInForce {
    /// The format of the ballot, in words.
    pub format: String,
    /// The rule of the count, in words.
    pub rule: String,
    /// How many may vote; absent when the ballots were not cast here, or people vote with accounts.
    pub roll: Option<u64>,
    /// Whether people vote with accounts, so that nobody knows how many may.
    pub takes_accounts: bool,
    /// How many areas there are.
    pub areas: u64,
    /// How many projects there are.
    pub projects: u64,
    /// How many administrators must certify.
    pub signatures: u64,
}

/// Ballots by day and channel.
#[derive(Debug, Serialize)]
pub struct BallotNumbers {
    /// The keys of the channels' names, the columns in order.
    pub channels: Vec<&'static str>,
    /// The days, the newest first.
    pub days: Vec<DayRow>,
    /// The last row: all days.
    pub totals: Vec<String>,
    /// All days and all channels.
    pub total: u64,
    /// The same number as the table's last cell prints it.
    pub sum: String,
    /// The part of the roll, in per cent.
    pub share: Option<String>,
}

/// One day's ballots.
#[derive(Debug, Serialize)]
pub struct DayRow {
    /// The day, with weekday.
    pub day: String,
    /// One number for each channel.
    pub cells: Vec<String>,
    /// All channels.
    pub total: String,
}

/// A field with what was typed and what is wrong with it.
#[derive(Debug, Default, Serialize)]
pub struct Field {
    /// What was typed, or what is saved.
    pub value: String,
    /// What to do about it, in the words of the summary above.
    pub problem: Option<String>,
}

/// Lets voting last longer: `pages/office/extend.html`. Fields `date`, `time`, `reason`, hidden `closes_at`.
#[derive(Debug, Serialize)]
pub struct OfficeExtend {
    /// The round.
    pub round: OfficeRound,
    /// Where the form goes.
    pub url: String,
    /// The end as it is now.
    pub closes: String,
    /// The same in RFC 3339, so that a form of an earlier end is noticed.
    pub closes_at: String,
    /// The organisation's time zone, such as `Europe/Berlin`.
    pub zone: String,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The new day, `2027-10-17`.
    pub date: Field,
    /// The new time, `23:59`.
    pub time: Field,
    /// The public reason.
    pub reason: Field,
}

/// Ends voting early: `pages/office/close.html`. Fields `reason`, `confirm`, hidden `closes_at`.
#[derive(Debug, Serialize)]
pub struct OfficeClose {
    /// The round.
    pub round: OfficeRound,
    /// Where the form goes.
    pub url: String,
    /// The end as it is now.
    pub closes: String,
    /// The same in RFC 3339, so that a form of an earlier end is noticed.
    pub closes_at: String,
    /// How many ballots there are so far.
    pub ballots: u64,
    /// Where voting is extended instead.
    pub extend_url: String,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The public reason.
    pub reason: Field,
    /// The round's title, typed.
    pub confirm: Field,
}

/// Certifies a round: `pages/office/certify.html`. Field `confirm`.
#[derive(Debug, Serialize)]
pub struct OfficeCertify {
    /// The round.
    pub round: OfficeRound,
    /// Where the form goes.
    pub url: String,
    /// When voting ended.
    pub ended: String,
    /// How many ballots are in the box.
    pub ballots: String,
    /// How many people the roll marks as having voted.
    pub participations: String,
    /// The same by channel: the key of its name, and how many.
    pub by_channel: Vec<(&'static str, String)>,
    /// Whether people voted with accounts, so that nobody knows how many could have.
    pub takes_accounts: bool,
    /// Whether both numbers are the same, as they must be.
    pub reconciled: bool,
    /// How many administrators have certified.
    pub signatures_given: u64,
    /// How many are needed.
    pub signatures_required: u64,
    /// Whether the reader has certified already.
    pub signed_by_reader: bool,
    /// Areas whose ballots will not be published, because they are too few.
    pub small_areas: Vec<String>,
    /// How many ballots an area needs for its file.
    pub minimum: u64,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The round's title, typed.
    pub confirm: Field,
}

/// How far the count is: `pages/office/count.html`.
#[derive(Debug, Serialize)]
pub struct OfficeCount {
    /// The round.
    pub round: OfficeRound,
    /// How far it is.
    pub state: CountState,
    /// Each area.
    pub areas: Vec<AreaProgress>,
    /// After how many seconds the page asks again; absent when the count has ended.
    pub refresh_seconds: Option<u32>,
}

/// How far a count is.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CountState {
    /// Waits for its turn.
    Waiting,
    /// The box is being opened.
    Opening {
        /// Ballots opened.
        done: u64,
        /// All ballots.
        total: u64,
    },
    /// The areas are being counted.
    Counting {
        /// Areas counted.
        done: u64,
        /// All areas.
        total: u64,
    },
    /// Done.
    Done {
        /// When.
        at: String,
        /// Where to publish; none for those who may not.
        publish_url: Option<String>,
    },
    /// Failed; it will be tried again.
    Failed {
        /// The reference that the log carries.
        reference: String,
        /// When it is tried again.
        again: String,
    },
}

/// How far the count of an area is.
#[derive(Debug, Serialize)]
pub struct AreaProgress {
    /// The area's name.
    pub name: String,
    /// How many ballots it has.
    pub ballots: String,
    /// How far it is.
    pub state: AreaState,
}

/// How far the count of an area is.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AreaState {
    /// Not begun.
    Waiting,
    /// Under way, with the number of runs so far.
    Running {
        /// Runs of the rule so far.
        runs: u64,
    },
    /// Done.
    Done {
        /// How many projects were chosen.
        funded: u64,
        /// Of how many.
        projects: u64,
    },
}

/// A last look before the result is public: `pages/office/publish.html`.
#[derive(Debug, Serialize)]
pub struct OfficePublish {
    /// The round.
    pub round: OfficeRound,
    /// Where the form goes.
    pub url: String,
    /// When the count ended.
    pub counted: String,
    /// The check value of the result; the form carries it, so that what is published is what was seen.
    pub check_value: String,
    /// Each area.
    pub areas: Vec<AreaPreview>,
    /// How many ballots will be published.
    pub ballots: u64,
    /// How many of them are like no other, and so could be recognised by whoever cast them.
    pub unique_ballots: u64,
    /// Areas whose ballots will not be published, because they are too few.
    pub small_areas: Vec<String>,
    /// How many ballots an area needs for its file.
    pub minimum: u64,
}

/// The result of an area in short.
#[derive(Debug, Serialize)]
pub struct AreaPreview {
    /// The area's name.
    pub name: String,
    /// Its figures.
    pub figures: crate::web::result::view::Figures,
    /// The chosen projects in order.
    pub funded: Vec<PreviewRow>,
    /// How many ties mattered.
    pub ties: u64,
}

/// A chosen project in short.
#[derive(Debug, Serialize)]
pub struct PreviewRow {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its cost.
    pub cost: Option<String>,
}

/// Somebody else acted meanwhile: `pages/office/conflict.html`, status 409.
#[derive(Debug, Serialize)]
pub struct OfficeConflict {
    /// The round.
    pub round: OfficeRound,
    /// What has happened meanwhile.
    pub meanwhile: Meanwhile,
    /// What was typed and is shown again, so that it is not lost.
    pub kept: Option<String>,
}

/// What has happened to a round since a form was shown.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Meanwhile {
    /// The end of voting was moved.
    EndMoved {
        /// The end now.
        closes: String,
    },
    /// Voting has ended.
    Closed {
        /// When.
        at: String,
    },
    /// The round was certified.
    Certified {
        /// When.
        at: String,
    },
    /// The result was published.
    Published {
        /// When.
        at: String,
    },
    /// The count was made anew, so the preview was of another result.
    Recounted,
}

/// What can be wrong with the forms of the office; [`Mistake::key`] is its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistake {
    /// No date.
    DateMissing,
    /// Not a date.
    DateUnreadable,
    /// No time.
    TimeMissing,
    /// Not a time.
    TimeUnreadable,
    /// A local time that does not exist, when clocks go forward.
    TimeSkipped,
    /// The new end is over already.
    EndIsPast,
    /// The new end is not later than the present one.
    EndNotLater,
    /// The new end is more than a year away.
    EndTooFar,
    /// No reason.
    ReasonMissing,
    /// Fewer than 10 characters.
    ReasonTooShort,
    /// More than 500 characters.
    ReasonTooLong,
    /// The round's title is not typed.
    ConfirmMissing,
    /// Something else was typed.
    ConfirmDiffers,
}

impl Mistake {
    /// The key of the text, which says what to do.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::DateMissing => "office-problem-date-missing",
            Self::DateUnreadable => "office-problem-date-unreadable",
            Self::TimeMissing => "office-problem-time-missing",
            Self::TimeUnreadable => "office-problem-time-unreadable",
            Self::TimeSkipped => "office-problem-time-skipped",
            Self::EndIsPast => "office-problem-end-is-past",
            Self::EndNotLater => "office-problem-end-not-later",
            Self::EndTooFar => "office-problem-end-too-far",
            Self::ReasonMissing => "office-problem-reason-missing",
            Self::ReasonTooShort => "office-problem-reason-too-short",
            Self::ReasonTooLong => "office-problem-reason-too-long",
            Self::ConfirmMissing => "office-problem-confirm-missing",
            Self::ConfirmDiffers => "office-problem-confirm-differs",
        }
    }

    /// The id of the field that it belongs to.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::DateMissing | Self::DateUnreadable | Self::EndIsPast | Self::EndNotLater | Self::EndTooFar => "date",
            Self::TimeMissing | Self::TimeUnreadable | Self::TimeSkipped => "time",
            Self::ReasonMissing | Self::ReasonTooShort | Self::ReasonTooLong => "reason",
            Self::ConfirmMissing | Self::ConfirmDiffers => "confirm",
        }
    }
}

/// The entries of the office's menu; [`Place::key`] is the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What waits.
    Dashboard,
    /// The settings.
    Settings,
    /// The demonstration's mails.
    Mails,
    /// The public site.
    Site,
}

impl Place {
    /// The key of the entry's text.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Dashboard => "office-nav-dashboard",
            Self::Settings => "office-nav-settings",
            Self::Mails => "office-nav-mails",
            Self::Site => "office-nav-site",
        }
    }
}

impl View for OfficeDashboard {
    const TEMPLATE: &'static str = "pages/office/dashboard.html";
}

impl View for OfficeRoundShow {
    const TEMPLATE: &'static str = "pages/office/round.html";
}

impl View for OfficeExtend {
    const TEMPLATE: &'static str = "pages/office/extend.html";
}

impl View for OfficeClose {
    const TEMPLATE: &'static str = "pages/office/close.html";
}

impl View for OfficeCertify {
    const TEMPLATE: &'static str = "pages/office/certify.html";
}

impl View for OfficeCount {
    const TEMPLATE: &'static str = "pages/office/count.html";
}

impl View for OfficePublish {
    const TEMPLATE: &'static str = "pages/office/publish.html";
}

impl View for OfficeConflict {
    const TEMPLATE: &'static str = "pages/office/conflict.html";
}
