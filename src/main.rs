//! The program: reads the command line and hands over to [`allmende::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    allmende::cli::run()
}
