//! Thousands of small and real files with random damage: reading never panics, and what reads is written and read back
//! the same. `fuzz/` does the same without end.

mod small;

use allmende_tally::pabulib::{Election, read, read_owned, write};
use allmende_tally::tables::{read_json, write_json};
use small::{APPROVAL, cumulative};

/// A generator with a fixed seed, so that each run tests the same files (xorshift64*, by Sebastiano Vigna).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(drawn).unwrap_or(0) % bound.max(1)
    }
}

/// What damage is made of.
const PIECES: [&[u8]; 30] = [
    b";",
    b"\"",
    b"\n",
    b"\r",
    b"\r\n",
    b",",
    b" ",
    b"\"\"",
    b"None",
    b"META\n",
    b"PROJECTS\n",
    b"VOTES\n",
    b"0",
    b"-1",
    b"1.5",
    b"9223372036854775807",
    b"-9223372036854775808",
    b"default_score;-9223372036854775808\n",
    b"999999999",
    b"\xEF\xBB\xBF",
    b"\xFF",
    "ź".as_bytes(),
    b"\0",
    b"ordinal",
    b"cumulative",
    b"scoring",
    b"points",
    b"max_length;2\n",
    b"1,02,1",
    b"",
];

/// Cuts, doubles, or overwrites a little somewhere, once or twice.
fn damaged(file: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for _ in 0..=dice.below(2) {
        let at = dice.below(bytes.len() + 1);
        let cut = [0, 0, 1, 1, 2, 5, 20, 200].get(dice.below(8)).copied().unwrap_or(0);
        let end = bytes.len().min(at + cut);
        let line_end = bytes.iter().skip(at).position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length);
        let new = match dice.below(4) {
            0 => bytes.get(at..line_end).unwrap_or_default().to_vec(),
            _ => PIECES.get(dice.below(PIECES.len())).copied().unwrap_or_default().to_vec(),
        };
        bytes.splice(at..end, new);
    }
    bytes
}

/// The content, whatever the layout.
fn content(election: &Election) -> impl PartialEq + std::fmt::Debug {
    let columns = |names: &[String]| names.iter().map(|name| name.trim().to_owned()).collect::<Vec<_>>();
    let (of_projects, of_votes) = (columns(election.project_columns()), columns(election.vote_columns()));
    let rows = |count: usize, names: &[String], value: &dyn Fn(usize, &str) -> Option<String>| -> Vec<Option<String>> {
        (0..count).flat_map(|row| names.iter().map(move |name| value(row, name))).collect()
    };
    let value = |row: usize, name: &str| election.project_value(row, name).map(str::to_owned);
    let projects = rows(election.instance().projects().len(), &of_projects, &value);
    let value = |row: usize, name: &str| election.vote_value(row, name).map(str::to_owned);
    let votes = rows(election.profile().ballots().len(), &of_votes, &value);
    let meta = election.meta().to_vec();
    (meta, of_projects, projects, of_votes, votes, election.instance().clone(), election.profile().clone())
}

/// Whether the file was read.
fn survives(bytes: &[u8]) -> bool {
    let election = match read(bytes) {
        Ok(election) => election,
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a fault: {:?}", String::from_utf8_lossy(bytes));
            return false;
        }
    };
    let rows = election.meta_value("num_votes").and_then(|rows| rows.parse().ok());
    assert_eq!(rows, Some(election.profile().voters()), "lost ballots of {:?}", String::from_utf8_lossy(bytes));
    let written = write(&election);
    let again = read_owned(written.clone().into_bytes())
        .unwrap_or_else(|faults| panic!("{faults:?} in {written:?}, from {:?}", String::from_utf8_lossy(bytes)));
    assert!(content(&again) == content(&election), "{written:?} from {:?}", String::from_utf8_lossy(bytes));
    assert_eq!(write(&again), written);
    true
}

#[test]
fn small_files_with_damage_never_panic_and_round_trip_if_they_are_read() {
    let scoring = cumulative().replace("cumulative", "scoring");
    let quoted =
        APPROVAL.replace("Town", "\"a;\"\"b\"\"\nc\"").replace("a;1,02", "\"a\"\"\";\"1,02\"").replace('\n', "\r\n");
    let ordinal = APPROVAL.replace("approval", "ordinal");
    let files = [APPROVAL, &cumulative(), &scoring, &quoted, &ordinal];
    let mut dice = Dice(20_270_101);
    let mut read = 0;
    for file in files {
        assert!(survives(file.as_bytes()));
        for _ in 0..1_500 {
            read += usize::from(survives(&damaged(file.as_bytes(), &mut dice)));
        }
    }
    assert!(read > 300, "only {read} files were read, so the damage is too great to test much");
}

#[test]
fn real_files_with_damage_never_panic_and_round_trip_if_they_are_read() {
    let beside = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/pabulib");
    let folder = std::env::var_os("PABULIB_DIR").map_or(beside, std::path::PathBuf::from);
    let mut dice = Dice(1_912);
    for name in ["Switzerland_Zurich_S5D10", "Poland_Krakow_2020_Wzgorza_Krzeslawickie", "Poland_Katowice_2024_Murcki"]
    {
        let Ok(bytes) = std::fs::read(folder.join(format!("{name}.pb"))) else { continue };
        assert!(survives(&bytes));
        for _ in 0..100 {
            survives(&damaged(&bytes, &mut dice));
        }
    }
}

#[test]
fn documents_with_damage_never_panic_and_round_trip_if_they_are_read() {
    let document = write_json(&read(cumulative().as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}")));
    let mut dice = Dice(7);
    for _ in 0..2_000 {
        let Ok(election) = read_json(&damaged(document.as_bytes(), &mut dice)) else { continue };
        survives(write(&election).as_bytes());
        let json = write_json(&election);
        let again = read_json(json.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?} in {json}"));
        assert_eq!(write_json(&again), json);
    }
}
