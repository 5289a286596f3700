-- Whoever wants to hear what becomes of something, by the address that they have shown to be theirs. From the seed the program
-- reckons what the links in the mails carry; the hash finds the row.
create table followers (
    id integer primary key,
    email text not null constraint followers_email_key unique,
    language text not null,
    seed blob not null,
    link_hash blob not null constraint followers_link_hash_key unique,
    since timestamp not null,
    mailed_at timestamp,
    due_at timestamp
);

create index followers_due_at_idx on followers (due_at);

-- What they follow: a round, or one of its proposals.
create table follows (
    id integer primary key,
    follower_id bigint not null constraint follows_follower_fkey references followers (id) on delete cascade,
    round_id bigint not null constraint follows_round_fkey references rounds (id),
    proposal_id bigint constraint follows_proposal_fkey references proposals (id),
    since timestamp not null
);

create unique index follows_round_key on follows (follower_id, round_id) where proposal_id is null;
create unique index follows_proposal_key on follows (follower_id, proposal_id) where proposal_id is not null;
create index follows_follower_idx on follows (follower_id);
create index follows_round_idx on follows (round_id, id);
create index follows_proposal_idx on follows (proposal_id, id);

-- Addresses that somebody typed. Nothing is sent to them but the question whether it was they.
create table follow_requests (
    id integer primary key,
    email text not null,
    language text not null,
    round_id bigint not null constraint follow_requests_round_fkey references rounds (id),
    proposal_id bigint constraint follow_requests_proposal_fkey references proposals (id),
    link_hash blob not null constraint follow_requests_link_hash_key unique,
    asked_at timestamp not null,
    expires_at timestamp not null
);

create index follow_requests_email_idx on follow_requests (email);
create index follow_requests_expires_at_idx on follow_requests (expires_at);
create index follow_requests_round_idx on follow_requests (round_id);
create index follow_requests_proposal_idx on follow_requests (proposal_id);

-- What happened to a round or a proposal and is told to whoever follows it. Spreading it goes along the follows, and remembers
-- how far it has come.
create table news (
    id integer primary key,
    kind text not null,
    round_id bigint not null constraint news_round_fkey references rounds (id),
    proposal_id bigint constraint news_proposal_fkey references proposals (id),
    detail text not null,
    happened_at timestamp not null,
    good_until timestamp,
    spread_through bigint not null,
    spread_at timestamp
);

create unique index news_last_days_key on news (round_id) where kind = 'last_days';
create index news_waiting_idx on news (id) where spread_at is null;
create index news_round_idx on news (round_id);
create index news_proposal_idx on news (proposal_id);

-- What was not told yet of something that somebody follows. It goes when they stop.
create table untold_news (
    follow_id bigint not null constraint untold_news_follow_fkey references follows (id) on delete cascade,
    news_id bigint not null constraint untold_news_news_fkey references news (id),
    constraint untold_news_pkey primary key (follow_id, news_id)
);

create index untold_news_news_idx on untold_news (news_id);
