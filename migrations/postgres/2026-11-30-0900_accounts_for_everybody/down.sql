-- People without an address or a password are lost: before this step nobody could be without.
drop table address_changes;
drop table sign_ins;
drop table sessions;
drop table workplaces;

delete from office_roles where account_id in (select id from accounts where email is null or password_hash is null);
delete from actors where account_id in (select id from accounts where email is null or password_hash is null);
delete from accounts where email is null or password_hash is null;

alter table accounts drop constraint accounts_entry_check;
drop index accounts_used_on_idx;
alter table accounts drop column personnel_mac;
alter table accounts drop column language;
alter table accounts drop column used_on;
alter table accounts drop column warned_on;
alter table accounts alter column email set not null;
alter table accounts alter column password_hash set not null;

create table sessions (
    token_hash bytea not null,
    account_id bigint constraint sessions_account_fkey references accounts (id),
    roll_id bigint constraint sessions_roll_fkey references roll (id),
    seen_at timestamp not null,
    expires_at timestamp not null,
    constraint sessions_pkey primary key (token_hash),
    constraint sessions_subject_check check ((account_id is null) <> (roll_id is null))
);

create index sessions_account_idx on sessions (account_id);
create index sessions_expires_idx on sessions (expires_at);
