//! What is read is written and read back the same, also as JSON and as tables.

#![no_main]

use allmende_tally::pabulib::{Header, read, read_owned, write};
use allmende_tally::tables::{read_csv, read_json, write_csv, write_json};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(election) = read(bytes) else { return };
    let written = write(&election);
    let again = read_owned(written.clone().into_bytes()).expect("what was written is read");
    assert_eq!(write(&again), written);
    assert_eq!(again.instance(), election.instance());
    assert_eq!(again.profile(), election.profile());
    assert_eq!(again.meta(), election.meta());

    let again = read_json(write_json(&election).as_bytes()).expect("the document is read");
    assert_eq!(again.instance(), election.instance());
    assert_eq!(again.profile(), election.profile());

    let budget = election.meta_value("budget").expect("an election has a budget");
    let mut header = Header::with_budget(election.vote_type(), budget).expect("the budget was read before");
    for key in ["max_length", "default_score"] {
        header.more.extend(election.meta_value(key).map(|value| (key.to_owned(), value.to_owned())));
    }
    let csv = write_csv(&election);
    let again = read_csv(&header, csv.projects.as_bytes(), csv.votes.as_bytes()).expect("the tables are read");
    assert_eq!(again.instance(), election.instance());
    assert_eq!(again.profile(), election.profile());
});
