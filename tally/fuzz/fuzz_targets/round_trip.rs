//! What is read is written and read back the same.

#![no_main]

use allmende_tally::pabulib::{read, read_owned, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(election) = read(bytes) else { return };
    let written = write(&election);
    let again = read_owned(written.clone().into_bytes()).expect("what was written is read");
    assert_eq!(write(&again), written);
    assert_eq!(again.instance(), election.instance());
    assert_eq!(again.profile(), election.profile());
    assert_eq!(again.meta(), election.meta());
});
