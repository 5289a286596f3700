//! Who may do what, in one place.

use super::ids::{AccountId, RollId, RoundId};
use super::role::{Grants, Role};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Nobody known.
    Anonymous,
    /// Somebody who showed the way to a row of the roll.
    Voter(RollId),
    /// Somebody who is signed in.
    Member(AccountId),
    /// Somebody who is signed in with a second factor as well, without which no role counts.
    Office(AccountId),
    /// Whoever runs the program on the machine.
    CommandLine,
    /// The program itself: the clock, a job.
    System,
}

impl Actor {
    /// The account that acts, if it is one.
    #[must_use]
    pub const fn account(self) -> Option<AccountId> {
        match self {
            Self::Member(account) | Self::Office(account) => Some(account),
            Self::Anonymous | Self::Voter(_) | Self::CommandLine | Self::System => None,
        }
    }
}

/// What an act is done on, as far as it decides who may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The organisation, or all rounds.
    Organisation,
    /// One round.
    Round(RoundId),
    /// Somebody's account.
    Account(AccountId),
}

/// Who may do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Everybody,
    /// Whoever stands on the round's roll.
    TheRoll,
    /// Whoever's account it is.
    Oneself,
    /// People of the office with one of these roles, the program, and the command line.
    Office(&'static [Role]),
    /// The program and the command line only.
    TheProgram,
}

/// How far a permission reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Within one round: a role for that round is enough.
    Round,
    /// The organisation and all rounds: it takes a role for everything.
    Organisation,
    /// Within one account.
    Account,
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $reach:ident => $who:expr;)*) => {
        /// An act that somebody may or may not do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Permission {
            $($(#[$doc])* $name,)*
        }

        impl Permission {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name, which is also the key of its words.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// How far it reaches.
            #[must_use]
            pub const fn reach(self) -> Reach {
                match self { $(Self::$name => Reach::$reach,)* }
            }

            /// Who may.
            #[must_use]
            pub const fn who(self) -> Who {
                match self { $(Self::$name => $who,)* }
            }
        }
    };
}

const ADMINISTRATORS: Who = Who::Office(&[Role::Administrator]);
/// What is read by those who look over the others' shoulders, and changed by administrators alone.
const READERS: Who = Who::Office(&[Role::Administrator, Role::Auditor]);

permissions! {
    /// Ask for a way in by mail, and use it.
    EnterByMail = "enter_by_mail", Organisation => Who::Everybody;
    /// Enter with a personnel code at the address of a workplace.
    EnterByCode = "enter_by_code", Organisation => Who::Everybody;
    /// Suggest something in a round, and change or take back what one suggested. Who may is the round's to say.
    Propose = "propose", Round => Who::Everybody;
    /// Support a proposal before the vote, and take that back. Who may is the round's to say.
    SupportProposals = "support_proposals", Round => Who::Everybody;
    /// Read proposals before everybody does, and those that are hidden.
    ReadProposals = "read_proposals", Round =>
        Who::Office(&[Role::Administrator, Role::Moderator, Role::Auditor]);
    /// Read how far the review of proposals is, with notes and statements that stay in the office.
    ReadReviews = "read_reviews", Round => Who::Office(&[
        Role::Administrator, Role::Reviewer, Role::FinanceReviewer, Role::JurySecretary, Role::Auditor,
    ]);
    /// Review proposals: ask their authors, hand them over, give verdicts. A reviewer does so for their own departments.
    ReviewProposals = "review_proposals", Round => Who::Office(&[Role::Administrator, Role::Reviewer]);
    /// Say which proposals go onto the ballot, and freeze that.
    SelectProjects = "select_projects", Round => Who::Office(&[Role::Administrator, Role::JurySecretary]);
    /// Report a proposal that breaks a rule.
    ReportText = "report_text", Round => Who::Everybody;
    /// Put a proposal onto the ballot although it has fewer supports than its area needs.
    OverrideThreshold = "override_threshold", Round => ADMINISTRATORS;
    /// Show, hide and restore proposals and the names that stand with them; let a reported one stand.
    ModerateProposals = "moderate_proposals", Round => Who::Office(&[Role::Administrator, Role::Moderator]);
    /// Enter what came on paper, by telephone or at a meeting; correct what one entered oneself; see the scanned paper.
    EnterProposals = "enter_proposals", Round =>
        Who::Office(&[Role::Administrator, Role::Moderator, Role::CounterStaff]);
    /// Correct what others entered.
    CorrectEnteredProposals = "correct_entered_proposals", Round => ADMINISTRATORS;
    /// Come to a ballot with one's own account, in a round that takes accounts. It puts somebody on the roll.
    VoteWithAccount = "vote_with_account", Account => Who::Oneself;
    /// Hand in a ballot.
    CastBallot = "cast_ballot", Round => Who::TheRoll;
    /// Open the box, count, and write down what came out.
    CountRound = "count_round", Round => Who::TheProgram;
    /// Look at a round in the office: how far it is, and what was done.
    ReadRound = "read_round", Round => Who::Office(Role::ALL);
    /// Make a round, be it by import.
    MakeRound = "make_round", Organisation => ADMINISTRATORS;
    /// See what a round is made of, and look at it before others do.
    ReadSetUp = "read_set_up", Round => READERS;
    /// Edit what a round is made of.
    SetUpRound = "set_up_round", Round => ADMINISTRATORS;
    /// Make a round public.
    PublishRound = "publish_round", Round => ADMINISTRATORS;
    /// Make a batch of letter codes.
    MakeCodes = "make_codes", Round => ADMINISTRATORS;
    /// Move the end of voting to a later time.
    ExtendVoting = "extend_voting", Round => ADMINISTRATORS;
    /// End voting before its time.
    CloseVotingEarly = "close_voting_early", Round => ADMINISTRATORS;
    /// Note that voting has ended, once its time is over.
    CloseVoting = "close_voting", Round => ADMINISTRATORS;
    /// Sign for the box to be opened and the count to begin.
    CertifyRound = "certify_round", Round => ADMINISTRATORS;
    /// Make the result public.
    PublishResult = "publish_result", Round => ADMINISTRATORS;
    /// Enter and correct what the council decided on each project, and say that it has decided.
    EnterDecisions = "enter_decisions", Round => ADMINISTRATORS;
    /// See the organisation's settings and its departments, but no address of a person.
    ReadOrganisation = "read_organisation", Organisation => READERS;
    /// Change the organisation's name, help, texts and departments.
    EditOrganisation = "edit_organisation", Organisation => ADMINISTRATORS;
    /// See whether mails leave, and how many do not.
    ReadMailState = "read_mail_state", Organisation => READERS;
    /// Send a mail to oneself, and see which mails did not arrive.
    CheckMails = "check_mails", Organisation => ADMINISTRATORS;
    /// Report a barrier.
    ReportBarrier = "report_barrier", Organisation => Who::Everybody;
    /// Read reports of barriers and their answers, but not who reported.
    ReadBarrierReports = "read_barrier_reports", Organisation => READERS;
    /// See where an answer goes, and answer reports of barriers.
    AnswerBarrierReport = "answer_barrier_report", Organisation => ADMINISTRATORS;
    /// Ask the office something.
    AskQuestion = "ask_question", Organisation => Who::Everybody;
    /// Hear what becomes of a round or a proposal, and stop that.
    Follow = "follow", Organisation => Who::Everybody;
    /// Write to followers what happened to what they follow.
    TellFollowers = "tell_followers", Organisation => Who::TheProgram;
    /// Remind people of what they have to do.
    SendReminders = "send_reminders", Organisation => Who::TheProgram;
    /// Read all questions to the office and their answers, but not who asked.
    ReadQuestions = "read_questions", Organisation =>
        Who::Office(&[Role::Administrator, Role::Moderator, Role::Auditor]);
    /// See where an answer goes, answer questions, and say which are asked most.
    AnswerQuestions = "answer_questions", Organisation => Who::Office(&[Role::Administrator, Role::Moderator]);
    /// See who has which role, but no address.
    ReadPeople = "read_people", Organisation => READERS;
    /// See the addresses of people; invite them, give and take roles, end sessions, close accounts.
    ManagePeople = "manage_people", Organisation => ADMINISTRATORS;
    /// See where employees share a computer, and which batches of personnel codes there are.
    ReadWorkplaces = "read_workplaces", Organisation => READERS;
    /// Make places where employees share a computer, and their personnel codes; replace and withdraw them.
    ManageWorkplaces = "manage_workplaces", Organisation => ADMINISTRATORS;
    /// Change, download or delete an account.
    ManageOwnAccount = "manage_own_account", Account => Who::Oneself;
    /// Delete personal data whose time is over, and warn those whose account is next.
    DeletePersonalData = "delete_personal_data", Organisation => Who::TheProgram;
    /// See which tokens for programs there are.
    ReadApiTokens = "read_api_tokens", Organisation => READERS;
    /// Make and revoke tokens for programs.
    MakeApiToken = "make_api_token", Organisation => ADMINISTRATORS;
    /// Read the record of all rounds, be it by a program.
    ReadRecord = "read_record", Organisation => READERS;
}

/// Why somebody may not; each is a key for the words on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    /// Nobody is signed in.
    NotSignedIn,
    /// Signed in, but without the role.
    RoleMissing,
    /// The role is for another round.
    RoleForAnotherRound,
    /// The role is there, but nobody has shown the second factor.
    SecondFactorMissing,
    /// It is somebody else's.
    NotTheirs,
    /// Only somebody on the roll may.
    NotOnTheRoll,
    /// Only the program itself may.
    OnlyTheProgram,
}

/// Whether an actor with these roles may do something within a scope.
///
/// # Errors
/// The reason why not.
pub fn require(actor: Actor, grants: &Grants, permission: Permission, scope: Scope) -> Result<(), Denial> {
    match permission.who() {
        Who::Everybody => Ok(()),
        Who::TheRoll => match actor {
            Actor::Voter(_) => Ok(()),
            Actor::Anonymous | Actor::Member(_) | Actor::Office(_) | Actor::CommandLine | Actor::System => {
                Err(Denial::NotOnTheRoll)
            }
        },
        Who::TheProgram => match actor {
            Actor::System | Actor::CommandLine => Ok(()),
            Actor::Anonymous | Actor::Voter(_) | Actor::Member(_) | Actor::Office(_) => Err(Denial::OnlyTheProgram),
        },
        Who::Oneself => match (actor, scope) {
            (Actor::System | Actor::CommandLine, _) => Ok(()),
            (Actor::Member(account) | Actor::Office(account), Scope::Account(own)) if account == own => Ok(()),
            (Actor::Member(_) | Actor::Office(_), _) => Err(Denial::NotTheirs),
            (Actor::Anonymous | Actor::Voter(_), _) => Err(Denial::NotSignedIn),
        },
        Who::Office(roles) => match actor {
            Actor::System | Actor::CommandLine => Ok(()),
            Actor::Office(_) => of_office(grants, roles, scope),
            Actor::Member(_) => Err(of_office(grants, roles, scope).err().unwrap_or(Denial::SecondFactorMissing)),
            Actor::Anonymous | Actor::Voter(_) => Err(Denial::NotSignedIn),
        },
    }
}

fn of_office(grants: &Grants, roles: &[Role], scope: Scope) -> Result<(), Denial> {
    let round = match scope {
        Scope::Round(round) => Some(round),
        Scope::Organisation | Scope::Account(_) => None,
    };
    if grants.hold(roles, round) {
        Ok(())
    } else if grants.hold_somewhere(roles) {
        Err(Denial::RoleForAnotherRound)
    } else {
        Err(Denial::RoleMissing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::role::Grant;

    const ME: AccountId = AccountId::new(1);
    const HERE: Scope = Scope::Round(RoundId::new(1));

    fn allowed(actor: Actor, roles: &[Role], permission: Permission) -> Result<(), Denial> {
        require(actor, &roles.iter().copied().map(Grant::everywhere).collect(), permission, HERE)
    }

    #[test]
    fn a_signature_takes_an_administrator_with_a_second_factor() {
        let (office, member) = (Actor::Office(ME), Actor::Member(ME));
        let certify = Permission::CertifyRound;

        assert_eq!(allowed(office, &[Role::Administrator], certify), Ok(()));
        assert_eq!(allowed(member, &[Role::Administrator], certify), Err(Denial::SecondFactorMissing));
        assert_eq!(allowed(office, &[Role::Auditor, Role::Reviewer], certify), Err(Denial::RoleMissing));
        assert_eq!(allowed(member, &[], certify), Err(Denial::RoleMissing));
        assert_eq!(allowed(Actor::Anonymous, &[], certify), Err(Denial::NotSignedIn));
        assert_eq!(allowed(Actor::Voter(RollId::new(1)), &[], certify), Err(Denial::NotSignedIn));
    }

    #[test]
    fn a_role_for_one_round_opens_no_other_and_not_the_organisation() {
        let grants: Grants = [Grant { role: Role::Administrator, round: Some(RoundId::new(2)) }].into_iter().collect();
        let may = |permission, scope| require(Actor::Office(ME), &grants, permission, scope);

        assert_eq!(may(Permission::CertifyRound, Scope::Round(RoundId::new(2))), Ok(()));
        assert_eq!(may(Permission::CertifyRound, HERE), Err(Denial::RoleForAnotherRound));
        assert_eq!(may(Permission::EditOrganisation, Scope::Organisation), Err(Denial::RoleForAnotherRound));
    }

    #[test]
    fn only_the_roll_votes_not_even_an_administrator() {
        assert_eq!(allowed(Actor::Voter(RollId::new(1)), &[], Permission::CastBallot), Ok(()));
        for actor in [Actor::Office(ME), Actor::Member(ME), Actor::System, Actor::CommandLine, Actor::Anonymous] {
            assert_eq!(
                allowed(actor, &[Role::Administrator], Permission::CastBallot),
                Err(Denial::NotOnTheRoll),
                "{actor:?}"
            );
        }
    }

    #[test]
    fn anybody_may_report_a_barrier_and_only_the_office_reads_it() {
        assert_eq!(allowed(Actor::Anonymous, &[], Permission::ReportBarrier), Ok(()));
        for reading in [Permission::ReadBarrierReports, Permission::AnswerBarrierReport] {
            assert_eq!(allowed(Actor::Anonymous, &[], reading), Err(Denial::NotSignedIn));
        }
    }

    #[test]
    fn an_auditor_reads_all_that_has_a_reader_and_changes_nothing() {
        let of_office = |one: &&Permission| matches!(one.who(), Who::Office(_));
        for permission in Permission::ALL.iter().filter(of_office) {
            let may = allowed(Actor::Office(ME), &[Role::Auditor], *permission).is_ok();
            assert_eq!(may, permission.as_str().starts_with("read_"), "{permission:?}");
        }
    }

    #[test]
    fn nobody_counts_by_hand() {
        assert_eq!(
            allowed(Actor::Office(ME), &[Role::Administrator], Permission::CountRound),
            Err(Denial::OnlyTheProgram)
        );
        assert_eq!(allowed(Actor::System, &[], Permission::CountRound), Ok(()));
    }

    #[test]
    fn an_account_is_its_owners_alone() {
        let own = |actor, account| {
            require(actor, &Grants::default(), Permission::ManageOwnAccount, Scope::Account(AccountId::new(account)))
        };

        assert_eq!(own(Actor::Member(ME), 1), Ok(()));
        assert_eq!(own(Actor::Office(ME), 1), Ok(()));
        assert_eq!(own(Actor::Member(ME), 2), Err(Denial::NotTheirs));
        assert_eq!(own(Actor::Office(ME), 2), Err(Denial::NotTheirs));
        assert_eq!(own(Actor::Anonymous, 1), Err(Denial::NotSignedIn));
    }
}
