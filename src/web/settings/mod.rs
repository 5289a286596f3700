//! The organisation's settings: its name, its help, its zone and the texts that every page links.

pub mod view;
