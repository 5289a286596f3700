-- Numbers that are given out one after another without a gap.
create table counters (
    name text not null constraint counters_pkey primary key,
    value bigint not null
);

-- What somebody is writing, as it was typed. Only the authentication code of the change code is kept.
create table proposal_drafts (
    code_mac blob not null constraint proposal_drafts_pkey primary key,
    round_id bigint not null constraint proposal_drafts_round_fkey references rounds (id),
    fields text not null,
    updated_at timestamp not null,
    expires_at timestamp not null
);

create index proposal_drafts_expires_at_idx on proposal_drafts (expires_at);

-- What people suggest. Without an area it is for the whole of the round.
create table proposals (
    id integer primary key,
    number bigint not null constraint proposals_number_key unique,
    round_id bigint not null constraint proposals_round_fkey references rounds (id),
    area_id bigint constraint proposals_area_fkey references areas (id),
    topic_id bigint constraint proposals_topic_fkey references topics (id),
    state text not null constraint proposals_state_check check (state in ('unchecked', 'received', 'hidden', 'withdrawn')),
    source text not null constraint proposals_source_check check (source in ('web', 'paper', 'phone', 'meeting', 'mail')),
    helped boolean not null,
    language text not null,
    title text not null,
    body text not null,
    summary text not null,
    place text not null,
    voice text not null constraint proposals_voice_check check (voice in ('myself', 'relative', 'group', 'employee')),
    display_name text not null,
    email text not null,
    cost_guess bigint,
    code_mac blob constraint proposals_code_mac_key unique,
    submitted_at timestamp not null,
    changed_at timestamp not null,
    hidden_rule text,
    hidden_reason text
);

create index proposals_round_idx on proposals (round_id, state, number);
create index proposals_area_idx on proposals (area_id);
create index proposals_topic_idx on proposals (topic_id);

-- By which words a proposal is found: folded and stemmed by the program.
create table proposal_words (
    round_id bigint not null,
    word text not null,
    proposal_id bigint not null constraint proposal_words_proposal_fkey references proposals (id),
    constraint proposal_words_pkey primary key (round_id, word, proposal_id)
);

create index proposal_words_proposal_idx on proposal_words (proposal_id);

-- What the people behind a proposal bring themselves.
create table offers (
    id integer primary key,
    proposal_id bigint not null constraint offers_proposal_fkey references proposals (id),
    kind text not null constraint offers_kind_check check (kind in ('hours', 'skill', 'goods', 'place', 'care')),
    body text not null,
    by_group boolean not null,
    offered_at timestamp not null
);

create index offers_proposal_idx on offers (proposal_id);
