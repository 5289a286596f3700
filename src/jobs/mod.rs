//! Work that runs beside requests: what the clock did, counting, sending mail.
