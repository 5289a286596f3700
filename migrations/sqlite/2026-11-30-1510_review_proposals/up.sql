-- What the office makes of a proposal. The fields are those of its form, as they were typed: a verdict is not yet given.
create table reviews (
    proposal_id bigint not null constraint reviews_pkey primary key
        constraint reviews_proposal_fkey references proposals (id),
    round_id bigint not null constraint reviews_round_fkey references rounds (id),
    department_id bigint constraint reviews_department_fkey references departments (id),
    stage text not null constraint reviews_stage_check check (stage in ('open', 'asked', 'decided', 'objected')),
    due_at timestamp not null,
    version bigint not null constraint reviews_version_check check (version > 0),
    fields text not null,
    route text constraint reviews_route_check
        check (route in ('vote', 'direct', 'fund', 'not_possible', 'other_office', 'duplicate')),
    cost_once bigint,
    decided_at timestamp,
    answer_days bigint
);

create index reviews_stage_idx on reviews (round_id, stage, due_at);
create index reviews_department_idx on reviews (round_id, department_id, stage, due_at);
create index reviews_route_idx on reviews (round_id, route);

insert into reviews (proposal_id, round_id, stage, due_at, version, fields)
select id, round_id, 'open', datetime(submitted_at, '+14 days'), 1, '' from proposals;

-- The public verdicts of a proposal; the last one holds.
create table verdicts (
    id integer primary key,
    proposal_id bigint not null constraint verdicts_proposal_fkey references proposals (id),
    department_id bigint constraint verdicts_department_fkey references departments (id),
    route text not null constraint verdicts_route_check
        check (route in ('vote', 'direct', 'fund', 'not_possible', 'other_office', 'duplicate')),
    competence text not null constraint verdicts_competence_check check (competence in ('ours', 'shared', 'other')),
    feasibility text not null constraint verdicts_feasibility_check
        check (feasibility in ('feasible', 'with_changes', 'unfeasible')),
    cost_once bigint,
    cost_yearly bigint,
    cost_source text not null,
    upkeep text not null,
    standard text,
    reason text not null,
    referred_to text not null,
    next_step text not null,
    original_id bigint constraint verdicts_original_fkey references proposals (id),
    language text not null,
    decided_at timestamp not null
);

create index verdicts_proposal_idx on verdicts (proposal_id, id);

-- What the office asks the author of a proposal.
create table author_questions (
    id integer primary key,
    proposal_id bigint not null constraint author_questions_proposal_fkey references proposals (id),
    question text not null,
    asked_at timestamp not null,
    answer_by timestamp not null,
    answer text,
    answered_at timestamp
);

create index author_questions_proposal_idx on author_questions (proposal_id);

-- What a department asks another one for; read in the office alone.
create table statements (
    id integer primary key,
    proposal_id bigint not null constraint statements_proposal_fkey references proposals (id),
    department_id bigint not null constraint statements_department_fkey references departments (id),
    question text not null,
    asked_at timestamp not null,
    due_at timestamp not null,
    body text,
    given_at timestamp
);

create index statements_proposal_idx on statements (proposal_id);
create index statements_department_idx on statements (department_id, given_at, due_at);

-- What an author has against the verdict; once for each proposal.
create table objections (
    proposal_id bigint not null constraint objections_pkey primary key
        constraint objections_proposal_fkey references proposals (id),
    body text not null,
    objected_at timestamp not null,
    due_at timestamp not null
);
