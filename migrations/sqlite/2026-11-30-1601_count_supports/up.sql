-- Who supports a proposal: a pseudonym of the account, another one in every round. Neither when nor from where is kept.
create table supports (
    proposal_id bigint not null constraint supports_proposal_fkey references proposals (id),
    supporter_ref blob not null,
    constraint supports_pkey primary key (proposal_id, supporter_ref)
);

create index supports_supporter_ref_idx on supports (supporter_ref);

-- How many people support a proposal, so that no page has to count them. What nobody supports has no row.
create table support_counts (
    proposal_id bigint not null constraint support_counts_pkey primary key
        constraint support_counts_proposal_fkey references proposals (id),
    supporters bigint not null
);
