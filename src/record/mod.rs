//! The audit record: entries and their canonical bodies.
