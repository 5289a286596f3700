//! One newtype for every id, so that two kinds cannot be mixed up in a signature.

use std::fmt;

use super::hex;

macro_rules! row_ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            /// The id that a database row carries.
            #[must_use]
            pub const fn new(value: i64) -> Self {
                Self(value)
            }

            /// The number as the database stores it.
            #[must_use]
            pub const fn value(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

row_ids! {
    /// A round.
    RoundId,
    /// An area of a round.
    AreaId,
    /// A topic of a round.
    TopicId,
    /// A project on a ballot.
    ProjectId,
    /// A proposal.
    ProposalId,
    /// An account of a person.
    AccountId,
    /// A row of the roll.
    RollId,
    /// A job in the queue.
    JobId,
    /// A message in the outbox.
    MailId,
    /// Somebody who follows something.
    FollowerId,
    /// Something that happened and is told to followers.
    NewsId,
    /// That somebody follows a round or a proposal.
    FollowId,
    /// A place where employees share a computer.
    WorkplaceId,
    /// Personnel codes that were made together.
    PersonnelBatchId,
    /// A neighbourhood.
    NeighbourhoodId,
    /// A department.
    DepartmentId,
    /// A statement of a department on a proposal.
    StatementId,
    /// A report about a proposal.
    ReportId,
    /// A report of a barrier; it is its number.
    AccessibilityReportId,
    /// A question to the office; it is its number.
    QuestionId,
}

macro_rules! printed_numbers {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// Takes the number as it is printed.
            #[must_use]
            pub const fn new(value: u32) -> Self {
                Self(value)
            }

            /// The number as it is printed.
            #[must_use]
            pub const fn value(self) -> u32 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

printed_numbers! {
    /// The number of an area within its round, from 1; it stands in sealed ballots and never changes.
    AreaNumber,
    /// The number of a project within its round, from 1; it is printed on ballots and never changes.
    ProjectNumber,
    /// The tracking number of a proposal, from 1, in the order in which they came in; it is printed on receipts and in the
    /// council's papers and never changes. No two proposals of the organisation share one, whatever their round.
    ProposalNumber,
    /// The number on the slip of a personnel code, from 1; it stays when the code is replaced.
    PersonnelSerial,
    /// How often a person has cast a ballot in a round; 0 before the first cast.
    CastNumber,
}

impl ProposalNumber {
    /// As it is printed and stands in addresses: with five digits at least.
    #[must_use]
    pub fn padded(self) -> String {
        format!("{:05}", self.0)
    }
}

impl CastNumber {
    /// How often a person may cast in a round. Each cast leaves something behind, the leaf that waits for the log, so
    /// that without an end one code could fill the disk. Nobody changes their mind a thousand times; and it is a number
    /// rather than so many an hour, because no time is stored with a person.
    pub const MOST: Self = Self(1000);

    /// The number of the cast that follows, or `None` after the last one that is allowed.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.0.checked_add(1).map(Self).filter(|next| *next <= Self::MOST)
    }
}

/// The 16 random bytes by which keys, seals and leaves know a round. Unlike [`RoundId`] it is the same in every
/// copy of the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoundPublicId([u8; 16]);

impl RoundPublicId {
    /// Takes bytes from a source of randomness.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Reads 32 lower-case hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text).map(Self)
    }

    /// The bytes that go into keys, seals and leaves.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for RoundPublicId {
    /// 32 lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_id_reads_what_it_prints() {
        let id = RoundPublicId::new(std::array::from_fn(|i| u8::try_from(i * 17).unwrap()));

        assert_eq!(RoundPublicId::parse(&id.to_string()), Some(id));
    }

    #[test]
    fn a_public_id_of_another_length_is_refused() {
        assert_eq!(RoundPublicId::parse("00ff"), None);
        assert_eq!(RoundPublicId::parse(&"g".repeat(32)), None);
        assert_eq!(RoundPublicId::parse(&"é".repeat(16)), None);
    }
}
