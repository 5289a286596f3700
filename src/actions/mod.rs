//! One verb per file: the only writers of the domain's rows.
