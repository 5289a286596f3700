-- A code that was withdrawn ends for good: nothing of it stays, and an account that has no other way in is closed. SQLite
-- changes a rule only by making the table anew; rows that point at it find it again before the transaction ends.
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
    constraint accounts_entry_check check (email is not null or personnel_mac is not null or disabled_at is not null)
);

insert into accounts
    (id, email, personnel_mac, display_name, language, password_hash, created_at, used_on, warned_on, disabled_at)
select id, email, personnel_mac, display_name, language, password_hash, created_at, used_on, warned_on, disabled_at
from accounts_kept;

drop table accounts_kept;

create index accounts_used_on_idx on accounts (used_on);

update accounts set
    personnel_mac = null,
    disabled_at = case
        when email is not null then disabled_at
        else coalesce(disabled_at, (select withdrawn_at from personnel_codes where account_id = accounts.id))
    end
where id in (select account_id from personnel_codes where withdrawn_at is not null);
