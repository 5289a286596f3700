//! The public codes of errors. They are stable: scripts and support may rely on them. Each has a sentence in every
//! language under `error-` and its own name with hyphens.

use crate::web::errors::view::{ErrorKind, VoteSafety};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal => $kind:ident, $vote:ident;)*) => {
        /// What went wrong, for people and for scripts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The stable name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The kind of page, and with it the status.
            #[must_use]
            pub const fn kind(self) -> ErrorKind {
                match self { $(Self::$name => ErrorKind::$kind,)* }
            }

            /// Whether the person's vote is safe.
            #[must_use]
            pub const fn vote(self) -> VoteSafety {
                match self { $(Self::$name => VoteSafety::$vote,)* }
            }
        }
    };
}

codes! {
    /// The request cannot be read.
    MalformedRequest = "malformed_request" => BadRequest, Unrelated;
    /// The form's token is missing or foreign, or another site sent it.
    FormNotOurs = "form_not_ours" => Forbidden, Unrelated;
    /// A program's token is missing or does not hold.
    TokenRefused = "token_refused" => Forbidden, Unrelated;
    /// Nobody is signed in.
    NotSignedIn = "not_signed_in" => Forbidden, Unrelated;
    /// Signed in, but without the role.
    RoleMissing = "role_missing" => NotEntrusted, Unrelated;
    /// The role is for another round.
    RoleForAnotherRound = "role_for_another_round" => NotEntrusted, Unrelated;
    /// The role is there, but the second factor was not shown.
    SecondFactorMissing = "second_factor_missing" => NotEntrusted, Unrelated;
    /// Another department has it.
    OtherDepartment = "other_department" => NotEntrusted, Unrelated;
    /// It is somebody else's.
    NotTheirs = "not_theirs" => NotEntrusted, Unrelated;
    /// Only somebody on the roll may.
    NotOnTheRoll = "not_on_the_roll" => Forbidden, NotCast;
    /// Only the program itself may.
    OnlyTheProgram = "only_the_program" => Forbidden, Unrelated;
    /// Missing or hidden.
    NotFound = "not_found" => NotFound, Unrelated;
    /// The address takes another method.
    MethodNotAllowed = "method_not_allowed" => Method, Unrelated;
    /// The row exists already.
    Exists = "exists" => Conflict, Unrelated;
    /// Somebody else changed it meanwhile.
    ChangedMeanwhile = "changed_meanwhile" => Conflict, Unrelated;
    /// Another department names this one as the one that takes over, or the one that is named cannot.
    DepartmentTakesOver = "department_takes_over" => Refused, Unrelated;
    /// Another round has this name in its address.
    SlugTaken = "slug_taken" => Conflict, Unrelated;
    /// The administration closed the account.
    AccountClosed = "account_closed" => NotEntrusted, Unrelated;
    /// The second factor is set up already, or there is none to show.
    SecondFactorMoved = "second_factor_moved" => Conflict, Unrelated;
    /// Nobody else could administer the service.
    LastAdministrator = "last_administrator" => Conflict, Unrelated;
    /// The address has an account.
    AddressTaken = "address_taken" => Conflict, Unrelated;
    /// There is no public result to decide on.
    ResultNotPublished = "result_not_published" => Conflict, Unrelated;
    /// Some of the projects have a decision already.
    DecisionsEntered = "decisions_entered" => Conflict, Unrelated;
    /// The correction says what stands there already.
    DecisionUnchanged = "decision_unchanged" => Refused, Unrelated;
    /// Chosen projects have no decision yet.
    DecisionsOpen = "decisions_open" => Conflict, Unrelated;
    /// It was said before that the council has decided.
    AlreadyDecided = "already_decided" => Conflict, Unrelated;
    /// The round is public already.
    AlreadyPublished = "already_published" => Conflict, Unrelated;
    /// Voting is not open, so nothing can be cast.
    VotingNotOpen = "voting_not_open" => Conflict, NotCast;
    /// Voting is not open, so its end cannot be moved.
    VotingOver = "voting_over" => Conflict, Unrelated;
    /// Voting is not over yet.
    VotingNotOver = "voting_not_over" => Conflict, Unrelated;
    /// Voting is not closed yet.
    VotingNotClosed = "voting_not_closed" => Conflict, Unrelated;
    /// The box and the roll do not agree.
    NotReconciled = "not_reconciled" => Refused, Unrelated;
    /// Somebody certified the round before.
    AlreadyCertified = "already_certified" => Conflict, Unrelated;
    /// The count is not done.
    NotCounted = "not_counted" => Conflict, Unrelated;
    /// The result is public already.
    AlreadyResult = "already_result" => Conflict, Unrelated;
    /// The same form has made a token before.
    TokenMade = "token_made" => Conflict, Unrelated;
    /// What stands on the ballot changed since it was filled in.
    BallotChanged = "ballot_changed" => Conflict, NotCast;
    /// Another cast of the same person came first.
    BallotChangedElsewhere = "ballot_changed_elsewhere" => Conflict, NotCast;
    /// A ballot on paper is final.
    PaperIsFinal = "paper_is_final" => Conflict, Untouched;
    /// The body is too large.
    TooLarge = "too_large" => TooLarge, Unrelated;
    /// The body is no form.
    NotAForm = "not_a_form" => MediaType, Unrelated;
    /// Refused by a rule of the database.
    Refused = "refused" => Refused, Unrelated;
    /// The set-up of the round lacks something.
    RoundIncomplete = "round_incomplete" => Refused, Unrelated;
    /// Nothing of the round is set up here: its ballots were brought in.
    NothingToSetUp = "nothing_to_set_up" => NotFound, Unrelated;
    /// This part of the round can no longer be changed.
    PartFrozen = "part_frozen" => Conflict, Unrelated;
    /// The new end is not later than the present one.
    NotLater = "not_later" => Refused, Unrelated;
    /// The round's ballots are cast here, so no others may be put in.
    NotBroughtIn = "not_brought_in" => Refused, Unrelated;
    /// The person has cast as often as is allowed.
    TooManyCasts = "too_many_casts" => Refused, Untouched;
    /// Too many attempts.
    TooManyAttempts = "too_many_attempts" => TooMany, Unrelated;
    /// A mistake of ours.
    Internal = "internal" => Internal, Unrelated;
    /// Too many at once.
    Busy = "busy" => Busy, Unrelated;
    /// The disk is full.
    DiskFull = "disk_full" => Busy, Unrelated;
    /// The database may be read but not written.
    ReadOnly = "read_only" => Busy, Unrelated;
    /// The database cannot be reached, or the program is stopping.
    Unreachable = "unreachable" => Busy, Unrelated;
}

impl Code {
    /// The stable name as it ends the key of its message.
    #[must_use]
    pub fn in_key(self) -> String {
        self.as_str().replace('_', "-")
    }

    /// The code for a status that the web server answered by itself.
    pub(in crate::web) const fn of_status(status: u16) -> Self {
        match status {
            403 => Self::FormNotOurs,
            404 => Self::NotFound,
            405 => Self::MethodNotAllowed,
            413 => Self::TooLarge,
            415 => Self::NotAForm,
            429 => Self::TooManyAttempts,
            503 => Self::Busy,
            400..=499 => Self::MalformedRequest,
            _ => Self::Internal,
        }
    }
}
