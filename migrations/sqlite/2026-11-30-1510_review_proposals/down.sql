drop table objections;
drop table statements;
drop table author_questions;
drop table verdicts;
drop table reviews;
