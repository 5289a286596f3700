alter table jobs
    drop constraint jobs_state_check,
    add constraint jobs_state_check check (state in ('waiting', 'running', 'done', 'failed'));
