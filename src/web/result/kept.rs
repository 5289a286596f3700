//! What counts came to, in memory: reading an allocation from its text takes longer than making a page of it, and one
//! that was written down never changes.

use std::sync::Arc;

use allmende_tally::Allocation;
use moka::sync::Cache;

use super::load::LoadError;
use crate::domain::ids::RoundId;
use crate::store::Conn;
use crate::store::results::{CountedRow, find_allocation_body};

/// All allocations together, in bytes.
const MEMORY: u64 = 64 * 1024 * 1024;
/// About how much larger an allocation is in memory than as text.
const GROWTH: usize = 3;

#[derive(Clone)]
struct Kept {
    allocation: Arc<Allocation>,
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
    ) -> Result<Arc<Allocation>, LoadError> {
        if let Some(kept) = self.0.get(&counted) {
            return Ok(kept.allocation);
        }
        let body = find_allocation_body(conn, round, counted.area)?;
        let allocation: Arc<Allocation> = Arc::new(serde_json::from_str(&body)?);
        let weight = u32::try_from(body.len().saturating_mul(GROWTH)).unwrap_or(u32::MAX);
        self.0.insert(counted, Kept { allocation: Arc::clone(&allocation), weight });
        Ok(allocation)
    }
}
