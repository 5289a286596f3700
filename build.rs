//! Rebuilds the program when a file changes that is embedded in it.

fn main() {
    for folder in ["assets", "config", "migrations", "templates"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
