-- What the office changed about the way of a proposal to the ballot: another area, or that it is left out and why.
create table shortlist (
    proposal_id bigint not null constraint shortlist_pkey primary key
        constraint shortlist_proposal_fkey references proposals (id),
    area_id bigint constraint shortlist_area_fkey references areas (id),
    excluded_reason text,
    changed_at timestamp not null
);

-- Rounds whose shortlist is frozen: numbers, order and costs stand on the ballot.
create table frozen_shortlists (
    round_id bigint not null constraint frozen_shortlists_pkey primary key
        constraint frozen_shortlists_round_fkey references rounds (id),
    frozen_at timestamp not null
);

create index proposals_email_idx on proposals (email);
