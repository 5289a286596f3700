-- What the office wrote down for somebody: on which day it came in, by whom it was entered, and how often it was corrected.
-- Without an account it was entered by the command line, or by an account that is deleted.
create table proposal_entries (
    proposal_id bigint not null constraint proposal_entries_pkey primary key
        constraint proposal_entries_proposal_fkey references proposals (id),
    account_id bigint constraint proposal_entries_account_fkey references accounts (id),
    came_in_on date not null,
    entered_at timestamp not null,
    version bigint not null
);

create index proposal_entries_account_idx on proposal_entries (account_id, entered_at);

-- What a proposal said before somebody changed it.
create table proposal_versions (
    proposal_id bigint not null constraint proposal_versions_proposal_fkey references proposals (id),
    number bigint not null,
    why text not null constraint proposal_versions_why_check check (why in ('correction')),
    changed_at timestamp not null,
    language text not null,
    title text not null,
    body text not null,
    summary text not null,
    place text not null,
    constraint proposal_versions_pkey primary key (proposal_id, number)
);

-- The paper that a proposal was entered from. The file has its hash as its name; no two scans share one.
create table proposal_scans (
    id integer primary key,
    proposal_id bigint not null constraint proposal_scans_proposal_key unique
        constraint proposal_scans_proposal_fkey references proposals (id),
    content_hash text not null constraint proposal_scans_content_hash_key unique,
    media_type text not null constraint proposal_scans_media_type_check check (media_type in ('jpeg', 'pdf')),
    added_at timestamp not null,
    removed_at timestamp
);

create index proposal_scans_added_at_idx on proposal_scans (added_at);
