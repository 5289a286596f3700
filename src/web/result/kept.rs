//! What counts came to, in memory: reading an allocation from its text takes longer than making a page of it, and one
//! that was written down never changes.

use std::sync::Arc;

use allmende_tally::{Allocation, Comparison};
use moka::sync::Cache;

use super::load::LoadError;
use crate::domain::ids::RoundId;
use crate::store::Conn;
use crate::store::results::{CountedRow, find_allocation};

/// All allocations together, in bytes.
const MEMORY: u64 = 64 * 1024 * 1024;
/// About how much larger an allocation is in memory than as text.
const GROWTH: usize = 3;

/// What the count of an area came to.
#[derive(Clone)]
pub(in crate::web) struct Counted {
    pub(in crate::web) allocation: Arc<Allocation>,
    /// What other rules would have come to; none where the count is from before that was kept, or no money is shared.
    pub(in crate::web) comparison: Option<Arc<Comparison>>,
}

#[derive(Clone)]
struct Kept {
    counted: Counted,
    weight: u32,
}

/// The allocations that were read last. Clones are cheap and mean the same one.
#[derive(Clone)]
pub(in crate::web) struct KeptAllocations(Cache<CountedRow, Kept>);

impl Default for KeptAllocations {
    fn default() -> Self {
        let weight = |_: &CountedRow, kept: &Kept| kept.weight;
        Self(Cache::builder().max_capacity(MEMORY).weigher(weight).build())
    }
}

impl KeptAllocations {
    /// What the count of an area came to.
    pub(in crate::web) fn of(
        &self,
        conn: &mut Conn,
        round: RoundId,
        counted: CountedRow,
    ) -> Result<Counted, LoadError> {
        if let Some(kept) = self.0.get(&counted) {
            return Ok(kept.counted);
        }
        let (body, comparison) = find_allocation(conn, round, counted.area)?;
        let length = body.len().saturating_add(comparison.as_ref().map_or(0, String::len));
        let weight = u32::try_from(length.saturating_mul(GROWTH)).unwrap_or(u32::MAX);
        let comparison = comparison.map(|text| serde_json::from_str(&text)).transpose()?.map(Arc::new);
        let read = Counted { allocation: Arc::new(serde_json::from_str(&body)?), comparison };
        self.0.insert(counted, Kept { counted: read.clone(), weight });
        Ok(read)
    }
}
