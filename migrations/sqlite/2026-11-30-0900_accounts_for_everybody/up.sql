-- Residents and employees have accounts as well: some have no password, employees need no e-mail address, everybody
-- reads in a language. SQLite changes a column only by making the table anew; rows that point at it find it again
-- before the transaction ends.
pragma defer_foreign_keys = on;

create table accounts_kept as select * from accounts;

drop table accounts;

create table accounts (
    id integer primary key,
    email text constraint accounts_email_key unique,
    personnel_mac blob constraint accounts_personnel_mac_key unique,
    display_name text not null,
    language text not null,
    password_hash text,
    created_at timestamp not null,
    used_on date not null,
    warned_on date,
    disabled_at timestamp,
    constraint accounts_entry_check check (email is not null or personnel_mac is not null)
);

insert into accounts (id, email, display_name, language, password_hash, created_at, used_on, disabled_at)
select id, email, display_name, 'de', password_hash, created_at, date(created_at), disabled_at from accounts_kept;

drop table accounts_kept;

create index accounts_used_on_idx on accounts (used_on);

-- A place where employees share a computer; its key stands in the address on the poster.
create table workplaces (
    id integer primary key,
    entry_key text not null constraint workplaces_entry_key_key unique,
    name text not null,
    created_at timestamp not null,
    closed_at timestamp
);

-- Sessions end with this step: everybody signs in once more.
drop table sessions;

create table sessions (
    token_hash blob not null,
    handle text not null constraint sessions_handle_key unique,
    account_id bigint constraint sessions_account_fkey references accounts (id),
    roll_id bigint constraint sessions_roll_fkey references roll (id),
    workplace_id bigint constraint sessions_workplace_fkey references workplaces (id),
    device text,
    opened_at timestamp not null,
    seen_at timestamp not null,
    expires_at timestamp not null,
    second_factor_at timestamp,
    constraint sessions_pkey primary key (token_hash),
    constraint sessions_subject_check check ((account_id is null) <> (roll_id is null)),
    constraint sessions_voter_check check (roll_id is null or device is null)
);

create index sessions_account_idx on sessions (account_id);
create index sessions_expires_idx on sessions (expires_at);

-- Somebody asked to be let in by mail: a link and six digits, good for one use within a quarter of an hour.
create table sign_ins (
    id integer primary key,
    handle text not null constraint sign_ins_handle_key unique,
    email text not null,
    link_hash blob not null constraint sign_ins_link_hash_key unique,
    digits_mac blob not null,
    tries bigint not null,
    created_at timestamp not null,
    expires_at timestamp not null,
    used_at timestamp
);

create index sign_ins_expires_idx on sign_ins (expires_at);

-- Another address for an account, good once it is confirmed.
create table address_changes (
    account_id bigint not null constraint address_changes_account_fkey references accounts (id),
    email text not null,
    link_hash blob not null constraint address_changes_link_hash_key unique,
    expires_at timestamp not null,
    constraint address_changes_pkey primary key (account_id)
);
