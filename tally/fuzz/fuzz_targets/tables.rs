//! JSON and CSV are read without a panic, and what is read is written and read back the same. Two tables have a line
//! `VOTES` between them.

#![no_main]

use allmende_tally::pabulib::{Header, VoteType};
use allmende_tally::tables::{read_csv, read_json, write_csv, write_json};
use libfuzzer_sys::fuzz_target;

const BETWEEN: &[u8] = b"\nVOTES\n";

fuzz_target!(|bytes: &[u8]| {
    if let Ok(election) = read_json(bytes) {
        let json = write_json(&election);
        let again = read_json(json.as_bytes()).expect("what was written is read");
        assert_eq!(write_json(&again), json);
    }
    let Some(at) = bytes.windows(BETWEEN.len()).position(|window| window == BETWEEN) else { return };
    let (projects, votes) = (&bytes[..at], &bytes[at + BETWEEN.len()..]);
    let header = Header::new(VoteType::Ordinal, 100, 0);
    if let Ok(election) = read_csv(&header, projects, votes) {
        let csv = write_csv(&election);
        let again = read_csv(&header, csv.projects.as_bytes(), csv.votes.as_bytes()).expect("what was written is read");
        assert_eq!(again.instance(), election.instance());
        assert_eq!(again.profile(), election.profile());
    }
});
