update mails set state = 'failed' where state = 'expired';

alter table mails
    drop column expires_at,
    drop constraint mails_state_check,
    add constraint mails_state_check check (state in ('waiting', 'sending', 'sent', 'failed'));

drop index mails_state_run_after_idx;

create index mails_state_run_after_idx on mails (state, run_after);
