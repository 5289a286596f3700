//! What a ballot asks for: its format and the limits per area.

/// How people fill in a ballot, with the limits that hold in each area.
///
/// Later formats (knapsack, ranking, score, yes/no) join here; every `match` then asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BallotFormat {
    /// Points to share out: at most `total` in an area and at most `max_per_project` on one project.
    Points {
        /// All points of an area together, at least 1.
        total: u32,
        /// The most points for one project, 1 to `total`.
        max_per_project: u32,
    },
    /// Projects to tick: at most `max` in an area.
    Approval {
        /// The most projects of an area, at least 1.
        max: u32,
    },
}

impl BallotFormat {
    /// The text that the database carries.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Points { .. } => "points",
            Self::Approval { .. } => "approval",
        }
    }

    /// The byte inside a leaf. It can never change: receipts rest on it.
    #[must_use]
    pub const fn leaf_byte(self) -> u8 {
        match self {
            Self::Points { .. } => 1,
            Self::Approval { .. } => 2,
        }
    }

    /// The most that one choice may carry.
    #[must_use]
    pub const fn max_value(self) -> u32 {
        match self {
            Self::Points { max_per_project, .. } => max_per_project,
            Self::Approval { .. } => 1,
        }
    }

    /// The most that all choices of an area may carry together.
    #[must_use]
    pub const fn max_sum(self) -> u32 {
        match self {
            Self::Points { total, .. } => total,
            Self::Approval { max } => max,
        }
    }
}
