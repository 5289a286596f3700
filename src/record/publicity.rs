//! Which acts everybody may read of, and under which topic they are found. Both are decided here and nowhere else.

use super::act::Act;

/// How much of an entry is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publicity {
    /// All of it, to the last byte. Who acted stands in it as a random number at most.
    Whole,
    /// That it happened and when. The body names the account that it happened to, by its random number: the office
    /// alone reads it, everybody else its hash.
    WithoutPerson,
    /// Nothing.
    Office,
}

/// What an act is about, for those who look for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Setting up a round and publishing it.
    Setup,
    /// What people propose, and what the office does with it.
    Proposals,
    /// Moving the end of a window.
    Dates,
    /// Beginning and end of voting.
    Voting,
    /// Certifying, counting, the result.
    Count,
    /// What the council decided.
    Decision,
    /// The organisation, its accounts and their roles.
    Organisation,
}

impl Topic {
    /// All topics, in the order of a round's life.
    pub const ALL: [Self; 7] =
        [Self::Setup, Self::Proposals, Self::Dates, Self::Voting, Self::Count, Self::Decision, Self::Organisation];

    /// The text that addresses carry.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Proposals => "proposals",
            Self::Dates => "dates",
            Self::Voting => "voting",
            Self::Count => "count",
            Self::Decision => "decision",
            Self::Organisation => "organisation",
        }
    }

    /// Reads the text that addresses carry.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == text)
    }
}

impl Act {
    /// How much of its entries is public. Whatever shows how somebody signs in stays in the office.
    #[must_use]
    pub const fn publicity(self) -> Publicity {
        match self {
            Self::RoundCreated
            | Self::RoundChanged
            | Self::RoundImported
            | Self::RoundGenerated
            | Self::RoundPublished
            | Self::ProposalReceived
            | Self::ProposalEntered
            | Self::ProposalCorrected
            | Self::ProposalCodeRenewed
            | Self::ProposalShown
            | Self::ProposalHidden
            | Self::ProposalRestored
            | Self::ProposalNameHidden
            | Self::ProposalNameRestored
            | Self::ProposalWithdrawn
            | Self::ProposalHandedOver
            | Self::AuthorAsked
            | Self::AuthorAnswered
            | Self::ProposalDecided
            | Self::VerdictObjected
            | Self::ProposalExcluded
            | Self::ProposalIncluded
            | Self::ProposalPlaced
            | Self::ShortlistFrozen
            | Self::ShortlistReopened
            | Self::CodesMade
            | Self::WindowExtended
            | Self::WindowShortened
            | Self::VotingOpened
            | Self::VotingClosed
            | Self::RoundCertified
            | Self::BallotsOpened
            | Self::RoundKeyDestroyed
            | Self::CountFinished
            | Self::ResultPublished
            | Self::CouncilDecisionEntered
            | Self::CouncilDecisionCorrected
            | Self::CouncilDecisionTakenBack
            | Self::CouncilDecided
            | Self::SettingsChanged
            | Self::DepartmentAdded
            | Self::DepartmentChanged
            | Self::DepartmentRetired
            | Self::DepartmentBroughtBack
            | Self::WorkplaceAdded
            | Self::WorkplaceRenamed
            | Self::WorkplaceClosed
            | Self::WorkplaceReopened
            | Self::WorkplaceAddressChanged
            | Self::PersonnelCodesMade
            | Self::QuestionPublished
            | Self::QuestionChanged
            | Self::QuestionTakenOut
            | Self::PersonalDataDeleted => Publicity::Whole,
            Self::RoleGiven | Self::RoleTaken | Self::RoleDepartmentsChanged => Publicity::WithoutPerson,
            Self::InvitationSent
            | Self::InvitationWithdrawn
            | Self::SecondFactorSet
            | Self::SecondFactorReset
            | Self::AccountCreated
            | Self::AccountClosed
            | Self::AccountReopened
            | Self::AccountAddressSet
            | Self::AccountDeleted
            | Self::PersonnelCodeReplaced
            | Self::PersonnelCodeWithdrawn
            | Self::ApiTokenCreated
            | Self::ApiTokenRevoked
            | Self::AccessibilityReportAnswered
            | Self::QuestionAnswered
            | Self::QuestionSetAside
            | Self::StatementAsked
            | Self::StatementGiven
            | Self::ReportsDismissed => Publicity::Office,
        }
    }

    /// What it is about.
    #[must_use]
    pub const fn topic(self) -> Topic {
        match self {
            Self::RoundCreated
            | Self::RoundChanged
            | Self::RoundImported
            | Self::RoundGenerated
            | Self::RoundPublished
            | Self::CodesMade => Topic::Setup,
            Self::ProposalReceived
            | Self::ProposalEntered
            | Self::ProposalCorrected
            | Self::ProposalCodeRenewed
            | Self::ProposalShown
            | Self::ProposalHidden
            | Self::ProposalRestored
            | Self::ProposalNameHidden
            | Self::ProposalNameRestored
            | Self::ReportsDismissed
            | Self::ProposalWithdrawn
            | Self::ProposalHandedOver
            | Self::AuthorAsked
            | Self::AuthorAnswered
            | Self::StatementAsked
            | Self::StatementGiven
            | Self::ProposalDecided
            | Self::VerdictObjected
            | Self::ProposalExcluded
            | Self::ProposalIncluded
            | Self::ProposalPlaced
            | Self::ShortlistFrozen
            | Self::ShortlistReopened => Topic::Proposals,
            Self::WindowExtended | Self::WindowShortened => Topic::Dates,
            Self::VotingOpened | Self::VotingClosed => Topic::Voting,
            Self::RoundCertified
            | Self::BallotsOpened
            | Self::RoundKeyDestroyed
            | Self::CountFinished
            | Self::ResultPublished => Topic::Count,
            Self::CouncilDecisionEntered
            | Self::CouncilDecisionCorrected
            | Self::CouncilDecisionTakenBack
            | Self::CouncilDecided => Topic::Decision,
            Self::SettingsChanged
            | Self::DepartmentAdded
            | Self::DepartmentChanged
            | Self::DepartmentRetired
            | Self::DepartmentBroughtBack
            | Self::RoleGiven
            | Self::RoleTaken
            | Self::RoleDepartmentsChanged
            | Self::InvitationSent
            | Self::InvitationWithdrawn
            | Self::SecondFactorSet
            | Self::SecondFactorReset
            | Self::AccountCreated
            | Self::AccountClosed
            | Self::AccountReopened
            | Self::AccountAddressSet
            | Self::AccountDeleted
            | Self::WorkplaceAdded
            | Self::WorkplaceRenamed
            | Self::WorkplaceClosed
            | Self::WorkplaceReopened
            | Self::WorkplaceAddressChanged
            | Self::PersonnelCodesMade
            | Self::PersonnelCodeReplaced
            | Self::PersonnelCodeWithdrawn
            | Self::ApiTokenCreated
            | Self::ApiTokenRevoked
            | Self::AccessibilityReportAnswered
            | Self::QuestionPublished
            | Self::QuestionChanged
            | Self::QuestionTakenOut
            | Self::QuestionAnswered
            | Self::QuestionSetAside
            | Self::PersonalDataDeleted => Topic::Organisation,
        }
    }

    /// The acts that everybody may read of.
    pub fn public() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|act| act.publicity() != Publicity::Office)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_act_is_public_in_the_way_that_was_decided_for_it() {
        let decided = |publicity| -> Vec<&str> {
            Act::ALL.iter().filter(|act| act.publicity() == publicity).map(|act| act.as_str()).collect()
        };

        assert_eq!(decided(Publicity::WithoutPerson), ["role_given", "role_taken", "role_departments_changed"]);
        assert_eq!(
            decided(Publicity::Office),
            [
                "reports_dismissed",
                "statement_asked",
                "statement_given",
                "account_created",
                "invitation_sent",
                "invitation_withdrawn",
                "second_factor_set",
                "second_factor_reset",
                "account_closed",
                "account_reopened",
                "account_address_set",
                "account_deleted",
                "personnel_code_replaced",
                "personnel_code_withdrawn",
                "api_token_created",
                "api_token_revoked",
                "accessibility_report_answered",
                "question_answered",
                "question_set_aside",
            ]
        );
        assert_eq!(
            decided(Publicity::Whole),
            [
                "round_created",
                "round_changed",
                "round_imported",
                "round_generated",
                "round_published",
                "proposal_received",
                "proposal_entered",
                "proposal_corrected",
                "proposal_code_renewed",
                "proposal_shown",
                "proposal_hidden",
                "proposal_restored",
                "proposal_name_hidden",
                "proposal_name_restored",
                "proposal_withdrawn",
                "proposal_handed_over",
                "author_asked",
                "author_answered",
                "proposal_decided",
                "verdict_objected",
                "proposal_excluded",
                "proposal_included",
                "proposal_placed",
                "shortlist_frozen",
                "shortlist_reopened",
                "codes_made",
                "window_extended",
                "window_shortened",
                "voting_opened",
                "voting_closed",
                "round_certified",
                "ballots_opened",
                "round_key_destroyed",
                "count_finished",
                "result_published",
                "council_decision_entered",
                "council_decision_corrected",
                "council_decision_taken_back",
                "council_decided",
                "workplace_added",
                "workplace_renamed",
                "workplace_closed",
                "workplace_reopened",
                "workplace_address_changed",
                "personnel_codes_made",
                "settings_changed",
                "department_added",
                "department_changed",
                "department_retired",
                "department_brought_back",
                "question_published",
                "question_changed",
                "question_taken_out",
                "personal_data_deleted",
            ]
        );
    }

    #[test]
    fn no_act_about_an_account_is_public_to_the_last_byte() {
        let about_accounts = Act::ALL.iter().filter(|act| {
            ["account_", "role_", "invitation_", "second_factor_", "api_token_", "personnel_code_"]
                .iter()
                .any(|it| act.as_str().starts_with(it))
        });

        let publicities: Vec<Publicity> = about_accounts.map(|act| act.publicity()).collect();

        assert_eq!(publicities.len(), 16);
        assert!(!publicities.contains(&Publicity::Whole));
    }

    #[test]
    fn every_topic_has_an_act_and_reads_as_it_is_written() {
        for topic in Topic::ALL {
            assert!(Act::ALL.iter().any(|act| act.topic() == topic), "{topic:?}");
            assert_eq!(Topic::parse(topic.as_str()), Some(topic));
        }
        assert_eq!(Topic::parse("all"), None);
    }
}
