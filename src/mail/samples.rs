//! One of each message, for whoever tries all of them: tests of how mails read and of what nobody's words can do to them.

use super::message::Message;
use super::news::NewsItem;
use crate::domain::decision::CouncilOutcome;
use crate::domain::news::NewsKind;
use crate::domain::proposal::HidingRule;
use crate::domain::question::SetAsideReason;
use crate::domain::review::Route;
use crate::domain::role::Role;
use crate::domain::time::Instant;

/// One of each message, those that read otherwise in one round, or of a closed account, once more; `text` wherever somebody's words stand, `at` wherever a moment or its day does. No
/// message is left out: a test holds the list against [`Message::NAMES`].
#[must_use]
pub fn one_of_each(text: &str, at: Instant) -> Vec<Message> {
    let (role, day) = (Role::Administrator, at.to_utc().date());
    let text = || text.to_owned();
    let mut all = vec![
        Message::VotingClosed { slug: "lindenau-2027".to_owned(), round: Some(text()) },
        Message::ResultCounted { slug: "lindenau-2027".to_owned(), round: Some(text()) },
        Message::SignIn,
        Message::ConfirmAddress,
        Message::AddressChanged,
        Message::AddressSet { closed: false },
        Message::AddressSet { closed: true },
        Message::NewDevice { device: text(), at },
        Message::PasswordSet,
        Message::PasswordRemoved,
        Message::SecondFactorSet,
        Message::SecondFactorReset,
        Message::RecoveryCodesRenewed,
        Message::AccountClosed,
        Message::AccountReopened,
        Message::PersonnelCodeReplaced,
        Message::PersonnelCodeWithdrawn,
        Message::AccountUnused { deleted_on: day },
        Message::ClosedAccountUnused { deleted_on: day },
        Message::AccountDeleted,
        Message::AccessibilityReportReceived { number: 12, answer_until: day },
        Message::AccessibilityReportAnswered { number: 12, answer: text() },
        Message::QuestionReceived { number: 12, answer_until: day },
        Message::QuestionAnswered { number: 12, answer: text(), public: true },
        Message::QuestionAnswered { number: 12, answer: text(), public: false },
        Message::QuestionSetAside { number: 12, reason: SetAsideReason::NotForUs },
        Message::FollowedNews { news: NewsKind::ALL.iter().map(|kind| news(*kind, &text())).collect(), more: 3 },
        Message::FollowedNews { news: vec![news(NewsKind::OnBallot, &text())], more: 0 },
        Message::FollowedNews { news: vec![news(NewsKind::Result, &text())], more: 0 },
        Message::ConfirmFollow { round: text(), number: None },
        Message::ConfirmFollow { round: text(), number: Some(412) },
        Message::ProposalReceived { number: 412, slug: "lindenau-2027".to_owned() },
        Message::ProposalEntered { number: 412, slug: "lindenau-2027".to_owned() },
        Message::ProposalCorrected { number: 412, slug: "lindenau-2027".to_owned() },
        Message::ProposalCodeRenewed { number: 412, slug: "lindenau-2027".to_owned() },
        Message::ProposalHidden {
            number: 412,
            slug: "lindenau-2027".to_owned(),
            rule: HidingRule::Person,
            reason: text(),
        },
        Message::ProposalNameHidden {
            number: 412,
            slug: "lindenau-2027".to_owned(),
            rule: HidingRule::Insult,
            reason: text(),
        },
        Message::ProposalNameRestored { number: 412, slug: "lindenau-2027".to_owned() },
        Message::ProposalRestored { number: 412, slug: "lindenau-2027".to_owned() },
        Message::ProposalQuestion { number: 412, question: text(), answer_until: day },
        Message::ProposalQuestionReminder { number: 412, question: text(), answer_until: day, days: 5 },
        Message::ProposalExcluded { number: 412, slug: "lindenau-2027".to_owned(), reason: text() },
        Message::ProposalJoined { number: 412, slug: "lindenau-2027".to_owned(), duplicate: 398 },
        Message::BallotRecorded { slug: "lindenau-2027".to_owned(), round: text(), replaced: false },
        Message::BallotRecorded { slug: "lindenau-2027".to_owned(), round: text(), replaced: true },
        Message::TestMail,
    ];
    for route in Route::ALL {
        all.push(Message::ProposalDecided {
            number: 412,
            slug: "lindenau-2027".to_owned(),
            route: *route,
            standard: route.reasons().first().map(|reason| reason.as_str().to_owned()),
            reason: text(),
            referred_to: text(),
            next_step: text(),
            original: Some(398),
            may_object: *route != Route::Fund,
        });
    }
    all.push(Message::CouncilDecisionTakenBack {
        number: 412,
        slug: "lindenau-2027".to_owned(),
        council: text(),
        reason: text(),
    });
    for (corrected, outcome) in [(false, CouncilOutcome::NotCompetent), (true, CouncilOutcome::CarriedOut)] {
        all.push(Message::CouncilDecided {
            number: 412,
            slug: "lindenau-2027".to_owned(),
            council: text(),
            outcome,
            decided_on: day,
            paper: text(),
            reason: outcome.needs_reason().then(text),
            corrected,
        });
    }
    for round in [None, Some(text())] {
        let departments = || vec![text(), text()];
        let good_until = Some(at.to_utc());
        all.push(Message::Invitation { role, round: round.clone(), departments: Vec::new(), good_until });
        all.push(Message::RoleGiven { role: Role::Reviewer, round: round.clone(), departments: departments() });
        all.push(Message::DepartmentsChanged { role: Role::Reviewer, round: round.clone(), departments: Vec::new() });
        all.push(Message::RoleTaken { role, round });
    }
    all
}

/// Something that happened, with what stands beside it.
fn news(kind: NewsKind, round: &str) -> NewsItem {
    let (detail, is_of_proposal) = match kind {
        NewsKind::Joined => ("00398", true),
        NewsKind::Decided => (Route::NotPossible.as_str(), true),
        NewsKind::Council => (CouncilOutcome::CarriedOut.as_str(), true),
        NewsKind::OnBallot
        | NewsKind::LeftOut
        | NewsKind::BackIn
        | NewsKind::Withdrawn
        | NewsKind::CouncilTakenBack => ("", true),
        NewsKind::VotingOpens | NewsKind::LastDays | NewsKind::Result | NewsKind::CouncilDone => ("", false),
    };
    let (detail, slug, round) = (detail.to_owned(), "lindenau-2027".to_owned(), round.to_owned());
    NewsItem { kind, detail, slug, round, number: is_of_proposal.then_some(412) }
}
