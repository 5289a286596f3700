//! The office: what waits, the rounds, and the acts that lead a round from voting to its published result.

pub mod view;
