//! Messages and their transports.
