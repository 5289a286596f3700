//! The program: reads the command line and hands over to [`allmende::cli`].

fn main() {}
