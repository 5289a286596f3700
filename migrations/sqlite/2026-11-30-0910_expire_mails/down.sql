update mails set state = 'failed' where state = 'expired';

create table mails_new (
    id integer primary key,
    message text not null,
    language text not null,
    recipient text not null,
    parameters text not null,
    secret blob,
    message_id text not null constraint mails_message_id_key unique,
    state text not null constraint mails_state_check check (state in ('waiting', 'sending', 'sent', 'failed')),
    run_after timestamp not null,
    leased_until timestamp,
    tries bigint not null,
    error text,
    created_at timestamp not null,
    sent_at timestamp
);

insert into mails_new (
    id, message, language, recipient, parameters, secret, message_id, state, run_after, leased_until, tries, error, created_at,
    sent_at
)
select
    id, message, language, recipient, parameters, secret, message_id, state, run_after, leased_until, tries, error, created_at,
    sent_at
from mails;

drop table mails;

alter table mails_new rename to mails;

create index mails_state_run_after_idx on mails (state, run_after);
