//! Any bytes are read without a panic.

#![no_main]

use allmende_tally::pabulib::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(faults) = read(bytes) {
        assert!(!faults.is_empty());
    }
});
