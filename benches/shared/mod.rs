//! What both benches stand on: a served application with rounds in it, browsers, and load.

pub(crate) mod browser;
pub(crate) mod connection;
pub(crate) mod figures;
pub(crate) mod load;
#[expect(clippy::unwrap_used, reason = "shared with the tests, where a round that cannot be made ends everything")]
#[path = "../../tests/harness/made_up.rs"]
pub(crate) mod made_up;
pub(crate) mod options;
pub(crate) mod place;
pub(crate) mod rounds;
pub(crate) mod scene;
pub(crate) mod table;

/// What ends a bench.
pub(crate) type Fault = Box<dyn std::error::Error + Send + Sync>;
