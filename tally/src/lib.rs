//! Participatory-budgeting rules, counted exactly.
