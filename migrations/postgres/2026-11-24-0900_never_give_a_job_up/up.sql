-- Jobs are never given up, so none has failed for good: those that had are tried again.
update jobs set state = 'waiting' where state = 'failed';

alter table jobs
    drop constraint jobs_state_check,
    add constraint jobs_state_check check (state in ('waiting', 'running', 'done'));
