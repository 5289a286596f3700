-- What somebody reported of a proposal that everybody could read. Nothing here says who did, or in which words.
create table proposal_reports (
    id integer primary key,
    proposal_id bigint not null constraint proposal_reports_proposal_fkey references proposals (id),
    round_id bigint not null constraint proposal_reports_round_fkey references rounds (id),
    rule text not null constraint proposal_reports_rule_check
        check (rule in ('insult', 'person', 'advertising', 'unlawful', 'no_proposal')),
    received_at timestamp not null,
    decide_by timestamp not null,
    outcome text constraint proposal_reports_outcome_check check (outcome in ('hidden', 'kept', 'withdrawn')),
    seconds bigint
);

create index proposal_reports_open_idx on proposal_reports (round_id, outcome, proposal_id);
create index proposal_reports_proposal_idx on proposal_reports (proposal_id, outcome);
create index proposal_reports_seconds_idx on proposal_reports (round_id, rule, seconds);

-- The words of a report, the note with which the office settled it, and the hash of the token with which whoever sent it
-- reads what became of it. They go when their time is over; the row above stays for the figures.
create table report_words (
    report_id bigint not null constraint report_words_pkey primary key
        constraint report_words_report_fkey references proposal_reports (id),
    token_hash blob not null constraint report_words_token_hash_key unique,
    explanation text not null,
    note text not null,
    settled_at timestamp
);

create index report_words_settled_at_idx on report_words (settled_at);

-- What was hidden by which rule, and whether it is shown again. Reasons stand with the proposal.
create table hidings (
    id integer primary key,
    proposal_id bigint not null constraint hidings_proposal_fkey references proposals (id),
    round_id bigint not null constraint hidings_round_fkey references rounds (id),
    part text not null constraint hidings_part_check check (part in ('text', 'name')),
    rule text not null constraint hidings_rule_check
        check (rule in ('insult', 'person', 'advertising', 'unlawful', 'no_proposal')),
    hidden_at timestamp not null,
    restored_at timestamp
);

create index hidings_round_idx on hidings (round_id, part, rule);
create index hidings_proposal_idx on hidings (proposal_id, part);

-- What is hidden already. What was hidden and restored before stands in the record alone.
insert into hidings (proposal_id, round_id, part, rule, hidden_at)
    select id, round_id, 'text', hidden_rule, changed_at from proposals where state = 'hidden' and hidden_rule is not null;

alter table proposals add column name_hidden_rule text;
alter table proposals add column name_hidden_reason text;
