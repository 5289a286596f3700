//! Bytes to typed rows with line and column; never the database.
