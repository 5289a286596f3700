//! What can be asked of either bench.

use std::path::PathBuf;
use std::str::FromStr;

use super::place::{Kind, server};

/// The options that both have.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Options {
    /// Hardly any load: shows that the bench works.
    #[arg(long)]
    pub(crate) quick: bool,
    /// Which databases; if nothing is said, SQLite, and PostgreSQL where ALLMENDE_TEST_POSTGRES names a server.
    #[arg(long, value_name = "DATABASE")]
    on: Vec<Kind>,
    /// The folder for the database's file; it decides which disk is measured.
    #[arg(long, value_name = "DIR", default_value = env!("CARGO_TARGET_TMPDIR"))]
    pub(crate) folder: PathBuf,
    /// What cargo says to every bench.
    #[arg(long, hide = true)]
    bench: bool,
}

impl Options {
    /// The databases to measure.
    pub(crate) fn databases(&self) -> Vec<Kind> {
        let there = [Some(Kind::Sqlite), server().map(|_| Kind::Postgres)];
        if self.on.is_empty() { there.into_iter().flatten().collect() } else { self.on.clone() }
    }
}

/// How large a round is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) projects: u32,
    pub(crate) areas: u32,
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let read = |part: &str| part.parse().ok().filter(|number| *number > 0);
        let size = text.split_once('/').and_then(|(projects, areas)| Some((read(projects)?, read(areas)?)));
        match size {
            Some((projects, areas)) if areas >= 2 && projects >= areas => Ok(Self { projects, areas }),
            _ => Err("name projects and areas, such as 2500/100; at least two areas, each with a project".to_owned()),
        }
    }
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} projects in {} areas", self.projects, self.areas)
    }
}
