//! Words and formats: the only place where anything is put into a language.
