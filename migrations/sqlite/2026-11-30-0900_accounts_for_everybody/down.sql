-- People without an address or a password are lost: before this step nobody could be without.
pragma defer_foreign_keys = on;

drop table address_changes;
drop table sign_ins;
drop table sessions;
drop table workplaces;

delete from office_roles where account_id in (select id from accounts where email is null or password_hash is null);
delete from actors where account_id in (select id from accounts where email is null or password_hash is null);

create table accounts_kept as
select id, email, display_name, password_hash, created_at, disabled_at from accounts
where email is not null and password_hash is not null;

drop table accounts;

create table accounts (
    id integer primary key,
    email text not null constraint accounts_email_key unique,
    display_name text not null,
    password_hash text not null,
    created_at timestamp not null,
    disabled_at timestamp
);

insert into accounts (id, email, display_name, password_hash, created_at, disabled_at)
select id, email, display_name, password_hash, created_at, disabled_at from accounts_kept;

drop table accounts_kept;

create table sessions (
    token_hash blob not null,
    account_id bigint constraint sessions_account_fkey references accounts (id),
    roll_id bigint constraint sessions_roll_fkey references roll (id),
    seen_at timestamp not null,
    expires_at timestamp not null,
    constraint sessions_pkey primary key (token_hash),
    constraint sessions_subject_check check ((account_id is null) <> (roll_id is null))
);

create index sessions_account_idx on sessions (account_id);
create index sessions_expires_idx on sessions (expires_at);
