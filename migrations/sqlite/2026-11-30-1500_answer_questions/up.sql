-- Questions to the office and their answers. What somebody asked has a token, of which only the hash is kept; what the office
-- wrote itself has none. public_text is the question as everybody reads it. Only public ones have one of the ten places of
-- what is asked most.
create table questions (
    id integer primary key,
    version bigint not null,
    round_id bigint constraint questions_round_fkey references rounds (id),
    language text not null,
    token_hash blob constraint questions_token_hash_key unique,
    text text,
    email text not null,
    asked_at timestamp,
    answer_by timestamp,
    state text not null constraint questions_state_check check (state in ('open', 'public', 'answered_alone', 'set_aside')),
    reason text,
    public_text text,
    answer text,
    answered_at timestamp,
    settled_at timestamp,
    frequent_place bigint constraint questions_frequent_place_key unique,
    constraint questions_frequent_place_check check (frequent_place is null or (frequent_place between 1 and 10 and state = 'public'))
);

create index questions_state_idx on questions (state, answered_at);
create index questions_round_idx on questions (round_id);
