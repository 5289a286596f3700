//! Content-addressed files.
