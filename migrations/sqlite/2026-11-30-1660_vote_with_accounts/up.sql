-- Rounds in which people vote with a code, with an account, or with either. A check cannot be changed here, so the column
-- is made anew.
alter table rounds add column basis_new text not null default 'codes'
    constraint rounds_basis_check check (basis_new in ('register', 'accounts', 'codes', 'codes_and_accounts'));
update rounds set basis_new = basis;
alter table rounds drop column basis;
alter table rounds rename column basis_new to basis;

-- What people with an account declare before they vote, and the words for it where the round has its own.
alter table rounds add column declared text not null default 'lives_or_works'
    constraint rounds_declared_check check (declared in ('lives', 'works', 'lives_or_works'));
alter table round_texts add column declaration text not null default '';

-- By what a voter came in; an account's session has none.
alter table sessions add column channel text
    constraint sessions_channel_check check (channel in ('account', 'letter_code', 'kiosk'));
update sessions set channel = 'letter_code' where roll_id is not null;

-- An address leads to a row of the roll as well, so that an account that is made anew gets the same ballot.
create table roll_keys_new (
    round_id bigint not null constraint roll_keys_round_fkey references rounds (id),
    kind text not null constraint roll_keys_kind_check check (kind in ('code', 'account', 'address', 'claim')),
    mac blob not null,
    roll_id bigint not null constraint roll_keys_roll_fkey references roll (id),
    revoked_at timestamp,
    constraint roll_keys_pkey primary key (round_id, kind, mac)
);
insert into roll_keys_new (round_id, kind, mac, roll_id, revoked_at)
select round_id, kind, mac, roll_id, revoked_at from roll_keys;
drop table roll_keys;
alter table roll_keys_new rename to roll_keys;
create index roll_keys_roll_idx on roll_keys (roll_id);
create index roll_keys_mac_idx on roll_keys (mac);

-- What somebody declared before voting with an account: the day, never the hour, and the very words.
create table declarations (
    roll_id bigint not null constraint declarations_pkey primary key
        constraint declarations_roll_fkey references roll (id),
    declared_on date not null,
    language text not null,
    text text not null
);

create index declarations_declared_on_idx on declarations (declared_on);
