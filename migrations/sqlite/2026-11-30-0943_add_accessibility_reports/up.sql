-- Barriers that people met. Whoever holds the token of a report can read it and its answer; only its hash is kept.
create table accessibility_reports (
    id integer primary key,
    token_hash blob not null constraint accessibility_reports_token_hash_key unique,
    language text not null,
    page text not null,
    problem text not null,
    email text not null,
    received_at timestamp not null,
    answer_by timestamp not null,
    answer text,
    answered_at timestamp
);

create index accessibility_reports_answered_at_idx on accessibility_reports (answered_at, answer_by);
