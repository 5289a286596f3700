create table jobs_new (
    id integer primary key,
    kind text not null,
    round_id bigint constraint jobs_round_fkey references rounds (id),
    state text not null constraint jobs_state_check check (state in ('waiting', 'running', 'done', 'failed')),
    run_after timestamp not null,
    leased_until timestamp,
    tries bigint not null,
    progress_done bigint not null,
    progress_total bigint not null,
    error text,
    created_at timestamp not null
);

insert into jobs_new (
    id, kind, round_id, state, run_after, leased_until, tries, progress_done, progress_total, error, created_at
)
select id, kind, round_id, state, run_after, leased_until, tries, progress_done, progress_total, error, created_at
from jobs;

drop table jobs;

alter table jobs_new rename to jobs;

create index jobs_state_run_after_idx on jobs (state, run_after);
