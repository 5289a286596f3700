//! An entry as a sentence: what was done to what, with its figures and dates.

mod roles;

use self::roles::RoleKeys;
use crate::domain::decision::CouncilOutcome;
use crate::domain::organisation::Part;
use crate::domain::personal_data::Rule;
use crate::domain::proposal::{HidingRule, Source};
use crate::domain::question::SetAsideReason;
use crate::domain::review::Route;
use crate::domain::role::Role;
use crate::domain::schedule::Window;
use crate::domain::set_up::RoundPart;
use crate::locale::{Arg, Words};
use crate::record::{Act, ActorRef, Details};
use crate::store::record::{KnownActor, Recorded};

/// For what a sentence is written.
#[derive(Clone, Copy)]
pub(in crate::web) enum Medium {
    /// A page, on which values are isolated from the sentence's direction.
    Page,
    /// A file.
    File,
}

/// What writes sentences.
#[derive(Clone, Copy)]
pub(in crate::web) struct Teller<'a> {
    pub(in crate::web) words: Words<'a>,
    pub(in crate::web) medium: Medium,
}

/// An entry in words.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::web) struct Telling {
    /// What was done.
    pub(in crate::web) sentence: String,
    /// The public reason.
    pub(in crate::web) reason: Option<String>,
    /// Whether the body says more than this version understands.
    pub(in crate::web) says_more: bool,
}

impl Teller<'_> {
    fn say(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        match self.medium {
            Medium::Page => self.words.text(key, args),
            Medium::File => self.words.plain(key, args),
        }
    }

    /// An entry in words; `round` is the title of its round.
    pub(in crate::web) fn tell(self, entry: &Recorded, round: Option<&str>) -> Telling {
        let act = Act::parse(&entry.act);
        let details = Details::read(&entry.body);
        let known = act.zip(details.as_ref());
        let sentence = known.and_then(|(act, details)| self.sentence(act, details, round));
        Telling {
            says_more: sentence.is_none() || known.is_some_and(|(act, details)| has_more(act, details)),
            sentence: sentence.unwrap_or_else(|| self.say("record-act-unknown", &[("act", text(&entry.act))])),
            reason: details.as_ref().and_then(|details| details.written("reason")).map(str::to_owned),
        }
    }

    /// By what kind of actor it was done; never by whom.
    pub(in crate::web) fn kind_of_actor(self, actor_ref: &str) -> String {
        match ActorRef::parse(actor_ref) {
            Some(ActorRef::Office(_)) => self.say("record-by-office", &[]),
            Some(ActorRef::Public) => self.say("record-by-public", &[]),
            Some(ActorRef::System) => self.say("record-by-clock", &[]),
            Some(ActorRef::CommandLine) => self.say("record-by-command-line", &[]),
            Some(ActorRef::Import) => self.say("record-by-import", &[]),
            None => self.say("record-by-other", &[]),
        }
    }

    /// The name of somebody of the office, or what stands in its place: of an account that was deleted nothing is known.
    pub(in crate::web) fn person(self, known: Option<&KnownActor>) -> String {
        match known {
            Some(KnownActor { account, name }) if name.trim().is_empty() => {
                let number = account.to_string();
                self.say("people-nameless", &[("account", text(&number))])
            }
            Some(known) => known.name.clone(),
            None => self.say("record-account-deleted", &[]),
        }
    }

    /// A role in words; one that this version does not know as it is written.
    pub(in crate::web) fn role(self, role: &str) -> String {
        match Role::parse(role) {
            Some(role) => self.say(&format!("role-{}", role.as_str().replace('_', "-")), &[]),
            None => role.to_owned(),
        }
    }

    fn sentence(self, act: Act, details: &Details, round: Option<&str>) -> Option<String> {
        let bare = |key: &str| Some(self.say(key, &[]));
        let about = |key: &str| Some(self.say(key, &[("round", text(round?))]));
        let counted = |key: &str, name: &str| {
            Some(self.say(key, &[("round", text(round?)), ("count", Arg::Count(details.number(name)?))]))
        };
        let numbered = |key: &str| {
            let number = details.number("proposal")?.to_string();
            Some(self.say(key, &[("round", text(round?)), ("number", text(&number))]))
        };
        match act {
            Act::RoundCreated => counted("record-act-round-created", "projects"),
            Act::RoundChanged => self.round_changed(details, round),
            Act::RoundImported => counted("record-act-round-imported", "projects"),
            Act::RoundGenerated => counted("record-act-round-generated", "projects"),
            Act::RoundPublished => about("record-act-round-published"),
            Act::ProposalReceived => numbered("record-act-proposal-received"),
            Act::ProposalEntered => self.proposal_entered(details, round),
            Act::ProposalCorrected => self.proposal_corrected(details, round),
            Act::ProposalCodeRenewed => numbered("record-act-proposal-code-renewed"),
            Act::ProposalShown => numbered("record-act-proposal-shown"),
            Act::ProposalHidden => self.hidden("record-act-proposal-hidden", details, round),
            Act::ProposalRestored => numbered("record-act-proposal-restored"),
            Act::ProposalNameHidden => self.hidden("record-act-proposal-name-hidden", details, round),
            Act::ProposalNameRestored => numbered("record-act-proposal-name-restored"),
            Act::ReportsDismissed => numbered("record-act-reports-dismissed"),
            Act::ProposalWithdrawn => numbered("record-act-proposal-withdrawn"),
            Act::ProposalHandedOver => numbered("record-act-proposal-handed-over"),
            Act::AuthorAsked => numbered("record-act-author-asked"),
            Act::AuthorAnswered => numbered("record-act-author-answered"),
            Act::StatementAsked => numbered("record-act-statement-asked"),
            Act::StatementGiven => numbered("record-act-statement-given"),
            Act::ProposalDecided => self.proposal_decided(details, round),
            Act::VerdictObjected => numbered("record-act-verdict-objected"),
            Act::ProposalExcluded => numbered("record-act-proposal-excluded"),
            Act::ProposalIncluded => numbered("record-act-proposal-included"),
            Act::ProposalPlaced => numbered("record-act-proposal-placed"),
            Act::ShortlistFrozen => counted("record-act-shortlist-frozen", "projects"),
            Act::ShortlistReopened => about("record-act-shortlist-reopened"),
            Act::CodesMade => counted("record-act-codes-made", "size"),
            Act::WindowExtended => self.moved("record-act-window-extended", details, round),
            Act::WindowShortened => self.moved("record-act-window-shortened", details, round),
            Act::VotingOpened => counted("record-act-voting-opened", "roll_size"),
            Act::VotingClosed => counted("record-act-voting-closed", "participants"),
            Act::RoundCertified => counted("record-act-round-certified", "ballots"),
            Act::BallotsOpened => counted("record-act-ballots-opened", "ballots"),
            Act::RoundKeyDestroyed => about("record-act-round-key-destroyed"),
            Act::CountFinished => about("record-act-count-finished"),
            Act::ResultPublished => about("record-act-result-published"),
            Act::CouncilDecisionEntered => self.council_decision("record-act-council-decision-entered", details, round),
            Act::CouncilDecisionCorrected => self.council_correction(details, round),
            Act::CouncilDecisionTakenBack => self.council_taken_back(details, round),
            Act::CouncilDecided => counted("record-act-council-decided", "decisions"),
            Act::RoleGiven
            | Act::RoleTaken
            | Act::RoleDepartmentsChanged
            | Act::InvitationSent
            | Act::InvitationWithdrawn => self.entrusted(roles::keys(act, details)?, details, round),
            Act::SettingsChanged => self.settings(details),
            Act::ApiTokenCreated => {
                Some(self.say("record-act-api-token-created", &[("count", Arg::Count(details.number("days")?))]))
            }
            Act::AccessibilityReportAnswered => {
                let number = details.number("report")?.to_string();
                Some(self.say("record-act-accessibility-report-answered", &[("number", text(&number))]))
            }
            Act::QuestionPublished => self.question("record-act-question-published", details),
            Act::QuestionChanged => self.question("record-act-question-changed", details),
            Act::QuestionTakenOut => self.question("record-act-question-taken-out", details),
            Act::QuestionAnswered => self.question("record-act-question-answered", details),
            Act::QuestionSetAside => self.question_set_aside(details),
            Act::AccountCreated => bare("record-act-account-created"),
            Act::SecondFactorSet => bare("record-act-second-factor-set"),
            Act::SecondFactorReset => bare("record-act-second-factor-reset"),
            Act::AccountClosed => bare("record-act-account-closed"),
            Act::AccountReopened => bare("record-act-account-reopened"),
            Act::AccountAddressSet => bare("record-act-account-address-set"),
            Act::AccountDeleted => bare("record-act-account-deleted"),
            Act::ApiTokenRevoked => bare("record-act-api-token-revoked"),
            Act::WorkplaceAdded => bare("record-act-workplace-added"),
            Act::WorkplaceRenamed => bare("record-act-workplace-renamed"),
            Act::WorkplaceClosed => bare("record-act-workplace-closed"),
            Act::WorkplaceReopened => bare("record-act-workplace-reopened"),
            Act::WorkplaceAddressChanged => bare("record-act-workplace-address-changed"),
            Act::PersonnelCodesMade => {
                Some(self.say("record-act-personnel-codes-made", &[("count", Arg::Count(details.number("size")?))]))
            }
            Act::PersonnelCodeReplaced if details.names().any(|name| name == "address_removed") => {
                self.slip("record-act-personnel-code-replaced-address", details)
            }
            Act::PersonnelCodeReplaced => self.slip("record-act-personnel-code-replaced", details),
            Act::PersonnelCodeWithdrawn => self.slip("record-act-personnel-code-withdrawn", details),
            Act::DepartmentAdded => bare("record-act-department-added"),
            Act::DepartmentChanged => bare("record-act-department-changed"),
            Act::DepartmentRetired => bare("record-act-department-retired"),
            Act::DepartmentBroughtBack => bare("record-act-department-brought-back"),
            Act::PersonalDataDeleted => self.deleted(details),
        }
    }

    /// It concerns the code of one slip.
    fn slip(self, key: &str, details: &Details) -> Option<String> {
        let serial = details.number("serial")?.to_string();
        Some(self.say(key, &[("serial", text(&serial))]))
    }

    /// It concerns a question to the office.
    fn question(self, key: &str, details: &Details) -> Option<String> {
        let number = details.number("question")?.to_string();
        Some(self.say(key, &[("number", text(&number))]))
    }

    fn question_set_aside(self, details: &Details) -> Option<String> {
        let reason = SetAsideReason::parse(details.written("reason")?)?;
        let reason = self.say(&format!("set-aside-{}", reason.as_str().replace('_', "-")), &[]);
        let number = details.number("question")?.to_string();
        Some(self.say("record-act-question-set-aside", &[("number", text(&number)), ("reason", text(&reason))]))
    }

    /// The end of voting was moved; before, there may have been none.
    fn moved(self, key: &str, details: &Details, round: Option<&str>) -> Option<String> {
        Window::parse(details.written("window")?).filter(|window| *window == Window::Voting)?;
        let before = match details.time("before") {
            Some(before) => self.words.until(before),
            None if details.is_null("before") => self.say("record-no-end", &[]),
            None => return None,
        };
        let after = self.words.until(details.time("after")?);
        Some(self.say(key, &[("round", text(round?)), ("before", text(&before)), ("after", text(&after))]))
    }

    /// It concerns a role: everywhere, in a round, or in one whose title this reader may not know.
    fn entrusted(self, keys: RoleKeys, details: &Details, round: Option<&str>) -> Option<String> {
        let role = self.role(details.written("role")?);
        Some(match (details.written("round"), round) {
            (None, _) => self.say(keys.everywhere, &[("role", text(&role))]),
            (Some(_), Some(title)) => self.say(keys.in_the_round, &[("role", text(&role)), ("round", text(title))]),
            (Some(_), None) => self.say(keys.in_one_round, &[("role", text(&role))]),
        })
    }

    /// Data of people was deleted: how much of each kind.
    fn deleted(self, details: &Details) -> Option<String> {
        let kinds = Rule::ALL.iter().filter_map(|rule| {
            let count = details.number(rule.as_str())?;
            Some(self.say(deleted_key(*rule), &[("count", Arg::Count(count))]))
        });
        let kinds = kinds.collect::<Vec<_>>().join(", ");
        (!kinds.is_empty()).then(|| self.say("record-act-personal-data-deleted", &[("kinds", text(&kinds))]))
    }

    /// Which part of a round was changed; the reason stands beside it, as with every act that has one.
    fn round_changed(self, details: &Details, round: Option<&str>) -> Option<String> {
        let part = RoundPart::parse(details.written("part")?)?;
        let part = self.say(&format!("set-up-part-{}", part.as_str()), &[]);
        Some(self.say("record-act-round-changed", &[("round", text(round?)), ("part", text(&part))]))
    }

    /// How it came in, and on which day; when it was entered stands beside it, as with every act.
    fn proposal_entered(self, details: &Details, round: Option<&str>) -> Option<String> {
        let (number, source) = (details.number("proposal")?.to_string(), Source::parse(details.written("source")?)?);
        let source = self.say(&format!("counter-source-{}", source.as_str()), &[]);
        let came_in = self.words.day_with_weekday(details.written("came_in_on")?.parse().ok()?);
        let args =
            [("round", text(round?)), ("number", text(&number)), ("source", text(&source)), ("day", text(&came_in))];
        Some(self.say("record-act-proposal-entered", &args))
    }

    /// What was corrected, by the names of the fields.
    fn proposal_corrected(self, details: &Details, round: Option<&str>) -> Option<String> {
        let number = details.number("proposal")?.to_string();
        let fields = details.listed("fields").map(|field| {
            let key = match field {
                "title" => "record-field-title",
                "body" => "record-field-body",
                "summary" => "record-field-summary",
                "place" => "record-field-place",
                "display_name" => "record-field-display-name",
                _ => return None,
            };
            Some(self.say(key, &[]))
        });
        let fields = fields.collect::<Option<Vec<_>>>()?.join(", ");
        let args = [("round", text(round?)), ("number", text(&number)), ("fields", text(&fields))];
        (!fields.is_empty()).then(|| self.say("record-act-proposal-corrected", &args))
    }

    /// What was hidden by which rule.
    fn hidden(self, key: &str, details: &Details, round: Option<&str>) -> Option<String> {
        let (number, rule) = (details.number("proposal")?.to_string(), HidingRule::parse(details.written("rule")?)?);
        let rule = self.say(&format!("hiding-rule-{}", rule.as_str().replace('_', "-")), &[]);
        let args = [("round", text(round?)), ("number", text(&number)), ("rule", text(&rule))];
        Some(self.say(key, &args))
    }

    fn proposal_decided(self, details: &Details, round: Option<&str>) -> Option<String> {
        let (number, route) = (details.number("proposal")?.to_string(), Route::parse(details.written("route")?)?);
        let route = self.say(&format!("review-route-{}", route.as_str().replace('_', "-")), &[]);
        let args = [("round", text(round?)), ("number", text(&number)), ("route", text(&route))];
        Some(self.say("record-act-proposal-decided", &args))
    }

    /// What the council decided on a project, with the day of the sitting.
    fn council_decision(self, key: &str, details: &Details, round: Option<&str>) -> Option<String> {
        let number = details.number("project")?.to_string();
        let outcome = self.council_outcome(details.written("outcome")?)?;
        let day = self.words.day_with_weekday(details.written("decided_on")?.parse().ok()?);
        let args =
            [("round", text(round?)), ("number", text(&number)), ("outcome", text(&outcome)), ("day", text(&day))];
        Some(self.say(key, &args))
    }

    /// What stands in an entry of the council's decisions now, and what stood there before.
    fn council_correction(self, details: &Details, round: Option<&str>) -> Option<String> {
        let number = details.number("project")?.to_string();
        let as_it_was = |outcome: &str, day: &str| {
            let outcome = self.council_outcome(details.written(outcome)?)?;
            let day = self.words.day_with_weekday(details.written(day)?.parse().ok()?);
            Some(self.say("record-council-decision", &[("outcome", text(&outcome)), ("day", text(&day))]))
        };
        let before = as_it_was("outcome_before", "decided_on_before")?;
        let after = as_it_was("outcome", "decided_on")?;
        let args =
            [("round", text(round?)), ("number", text(&number)), ("before", text(&before)), ("after", text(&after))];
        Some(self.say("record-act-council-decision-corrected", &args))
    }

    /// What was entered and is no decision on this project.
    fn council_taken_back(self, details: &Details, round: Option<&str>) -> Option<String> {
        let number = details.number("project")?.to_string();
        let outcome = self.council_outcome(details.written("outcome_before")?)?;
        let args = [("round", text(round?)), ("number", text(&number)), ("outcome", text(&outcome))];
        Some(self.say("record-act-council-decision-taken-back", &args))
    }

    fn council_outcome(self, outcome: &str) -> Option<String> {
        let outcome = CouncilOutcome::parse(outcome)?;
        Some(self.say(&format!("council-outcome-{}", outcome.as_str().replace('_', "-")), &[]))
    }

    /// A part of the settings was changed; early entries do not say which.
    fn settings(self, details: &Details) -> Option<String> {
        let Some(part) = details.written("part") else { return Some(self.say("record-act-settings-changed", &[])) };
        let part = self.say(&format!("settings-part-{}", Part::parse(part)?.as_str()), &[]);
        Some(self.say("record-act-settings-changed-part", &[("part", text(&part))]))
    }
}

/// What is counted, in words.
const fn deleted_key(rule: Rule) -> &'static str {
    match rule {
        Rule::Sessions => "record-deleted-sessions",
        Rule::SignIns => "record-deleted-sign-ins",
        Rule::Drafts => "record-deleted-drafts",
        Rule::Scans => "record-deleted-scans",
        Rule::AddressChanges => "record-deleted-address-changes",
        Rule::PendingTelephones => "record-deleted-pending-telephones",
        Rule::Limits => "record-deleted-limits",
        Rule::Invitations => "record-deleted-invitations",
        Rule::Mails => "record-deleted-mails",
        Rule::FollowRequests => "record-deleted-follow-requests",
        Rule::Follows => "record-deleted-follows",
        Rule::Followers => "record-deleted-followers",
        Rule::Reports => "record-deleted-reports",
        Rule::TextReports => "record-deleted-text-reports",
        Rule::QuestionAddresses => "record-deleted-question-addresses",
        Rule::Questions => "record-deleted-questions",
        Rule::Declarations => "record-deleted-declarations",
        Rule::Authors => "record-deleted-authors",
        Rule::Supports => "record-deleted-supports",
        Rule::VoterCodes => "record-deleted-voter-codes",
        Rule::Participations => "record-deleted-participations",
        Rule::Roll => "record-deleted-roll",
        Rule::Tokens => "record-deleted-tokens",
        Rule::Accounts => "record-deleted-accounts",
    }
}

/// What a correction says: the entry as it is and as it was, and why it was corrected.
const CORRECTION: &[&str] = &[
    "project",
    "outcome",
    "outcome_before",
    "decided_on",
    "decided_on_before",
    "paper",
    "paper_before",
    "explanation",
    "explanation_before",
    "reason",
];

fn text(value: &str) -> Arg<'_> {
    Arg::Text(value.into())
}

/// Whether a body has details that this version does not know.
fn has_more(act: Act, details: &Details) -> bool {
    let known: &[&str] = match act {
        Act::RoundKeyDestroyed
        | Act::AccountCreated
        | Act::SecondFactorSet
        | Act::SecondFactorReset
        | Act::AccountClosed
        | Act::AccountReopened
        | Act::AccountAddressSet => &[],
        Act::RoundCreated | Act::RoundImported | Act::RoundGenerated => &["slug", "rule", "ties", "projects"],
        Act::RoundChanged => &["part", "reason"],
        Act::RoundPublished => &["key"],
        Act::ProposalReceived => &["proposal", "source"],
        Act::ProposalEntered => &["proposal", "source", "came_in_on", "entered_on"],
        Act::ProposalCorrected => &["proposal", "fields"],
        Act::ProposalHidden | Act::ProposalNameHidden => &["proposal", "rule", "reason"],
        Act::ReportsDismissed => &["proposal", "reports"],
        Act::ProposalCodeRenewed
        | Act::ProposalShown
        | Act::ProposalRestored
        | Act::ProposalNameRestored
        | Act::ProposalWithdrawn
        | Act::AuthorAnswered
        | Act::VerdictObjected => &["proposal"],
        Act::ProposalHandedOver | Act::StatementAsked | Act::StatementGiven => &["proposal", "department"],
        Act::AuthorAsked => &["proposal", "until"],
        Act::ProposalExcluded | Act::ProposalIncluded => &["proposal", "reason"],
        Act::ProposalPlaced => &["proposal", "area"],
        Act::ShortlistFrozen => &["projects", "excluded"],
        Act::ShortlistReopened => &["reason"],
        Act::ProposalDecided => &["proposal", "route", "department"],
        Act::CodesMade => &["first_serial", "size"],
        Act::WindowExtended | Act::WindowShortened => &["window", "before", "after", "reason"],
        Act::VotingOpened => &["roll_size", "roll_hash"],
        Act::VotingClosed => &["participants"],
        Act::RoundCertified => &["ballots", "roll_size", "roll_hash"],
        Act::BallotsOpened => &["ballots", "leaves"],
        Act::CountFinished => &["allocations"],
        Act::ResultPublished => &["files"],
        Act::CouncilDecisionEntered => &["project", "outcome", "decided_on", "paper", "reason"],
        Act::CouncilDecisionCorrected => CORRECTION,
        Act::CouncilDecisionTakenBack => {
            &["project", "outcome_before", "decided_on_before", "paper_before", "explanation_before", "reason"]
        }
        Act::CouncilDecided => &["decisions"],
        Act::RoleTaken => &["role", "round"],
        Act::RoleGiven => &["role", "round", "departments", "way"],
        Act::RoleDepartmentsChanged | Act::InvitationSent | Act::InvitationWithdrawn => {
            &["role", "round", "departments"]
        }
        Act::AccountDeleted => &["roles"],
        Act::ApiTokenCreated => &["token", "scope", "days"],
        Act::ApiTokenRevoked => &["token"],
        Act::SettingsChanged => &["part"],
        Act::DepartmentAdded | Act::DepartmentChanged | Act::DepartmentRetired | Act::DepartmentBroughtBack => {
            &["department"]
        }
        Act::WorkplaceAdded
        | Act::WorkplaceRenamed
        | Act::WorkplaceClosed
        | Act::WorkplaceReopened
        | Act::WorkplaceAddressChanged => &["workplace"],
        Act::PersonnelCodesMade => &["size"],
        Act::PersonnelCodeReplaced => &["serial", "address_removed"],
        Act::PersonnelCodeWithdrawn => &["serial"],
        Act::AccessibilityReportAnswered => &["report", "received", "answer_by"],
        Act::QuestionPublished | Act::QuestionChanged | Act::QuestionTakenOut | Act::QuestionAnswered => {
            &["question", "asked", "answer_by"]
        }
        Act::QuestionSetAside => &["question", "asked", "answer_by", "reason"],
        Act::PersonalDataDeleted => return details.names().any(|name| Rule::parse(name).is_none()),
    };
    details.names().any(|name| !known.contains(&name))
}

#[cfg(test)]
mod tests;
