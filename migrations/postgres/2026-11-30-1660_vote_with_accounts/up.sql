-- Rounds in which people vote with a code, with an account, or with either.
alter table rounds drop constraint rounds_basis_check;
alter table rounds add constraint rounds_basis_check
    check (basis in ('register', 'accounts', 'codes', 'codes_and_accounts'));
alter table rounds alter column basis set default 'codes';

-- What people with an account declare before they vote, and the words for it where the round has its own.
alter table rounds add column declared text not null default 'lives_or_works'
    constraint rounds_declared_check check (declared in ('lives', 'works', 'lives_or_works'));
alter table round_texts add column declaration text not null default '';

-- By what a voter came in; an account's session has none.
alter table sessions add column channel text
    constraint sessions_channel_check check (channel in ('account', 'letter_code', 'kiosk'));
update sessions set channel = 'letter_code' where roll_id is not null;

-- An address leads to a row of the roll as well, so that an account that is made anew gets the same ballot.
alter table roll_keys drop constraint roll_keys_kind_check;
alter table roll_keys add constraint roll_keys_kind_check check (kind in ('code', 'account', 'address', 'claim'));

-- What somebody declared before voting with an account: the day, never the hour, and the very words.
create table declarations (
    roll_id bigint not null constraint declarations_pkey primary key
        constraint declarations_roll_fkey references roll (id),
    declared_on date not null,
    language text not null,
    text text not null
);

create index declarations_declared_on_idx on declarations (declared_on);
