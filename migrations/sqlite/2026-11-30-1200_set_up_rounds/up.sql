-- Who may propose and support, and whether proposals are read before everybody sees them. Rounds of before had neither.
alter table rounds add column proposers text not null default 'nobody'
    constraint rounds_proposers_check check (proposers in ('nobody', 'everybody', 'employees'));
alter table rounds add column supporters text not null default 'nobody'
    constraint rounds_supporters_check check (supporters in ('nobody', 'everybody', 'employees'));
alter table rounds add column checked_first boolean not null default true;

-- The parts in which a round is edited, each with a version, so that two editors notice each other. What was edited in
-- no such part has no row.
create table round_parts (
    round_id bigint not null constraint round_parts_round_fkey references rounds (id),
    part text not null,
    version bigint not null constraint round_parts_version_check check (version > 0),
    updated_at timestamp not null,
    constraint round_parts_pkey primary key (round_id, part)
);

create table topics (
    id integer primary key,
    round_id bigint not null constraint topics_round_fkey references rounds (id),
    number bigint not null,
    constraint topics_number_key unique (round_id, number)
);

create table topic_texts (
    topic_id bigint not null constraint topic_texts_topic_fkey references topics (id),
    language text not null,
    name text not null,
    constraint topic_texts_pkey primary key (topic_id, language)
);
