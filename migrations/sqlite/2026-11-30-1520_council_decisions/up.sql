-- What the council decided on a project. The result that it decided on is never touched.
create table council_decisions (
    project_id bigint not null constraint council_decisions_pkey primary key
        constraint council_decisions_project_fkey references projects (id),
    outcome text not null constraint council_decisions_outcome_check
        check (outcome in ('carried_out', 'changed', 'not_carried_out', 'not_competent')),
    decided_on date not null,
    paper text not null,
    reason text constraint council_decisions_reason_check check (outcome = 'carried_out' or reason is not null),
    entered_at timestamp not null,
    version bigint not null
);
