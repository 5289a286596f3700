-- A mail may run out: after that it is never sent.
alter table mails
    add column expires_at timestamp,
    drop constraint mails_state_check,
    add constraint mails_state_check check (state in ('waiting', 'sending', 'sent', 'failed', 'expired'));

-- With the id, so that the oldest of many mails of one moment is found without sorting them.
drop index mails_state_run_after_idx;

create index mails_state_run_after_idx on mails (state, run_after, id);
