//! Keys, pseudonyms, seals, leaves, receipts.
