//! The demo's content and its seeded generator.
