drop table declarations;

create table roll_keys_new (
    round_id bigint not null constraint roll_keys_round_fkey references rounds (id),
    kind text not null constraint roll_keys_kind_check check (kind in ('code', 'account', 'claim')),
    mac blob not null,
    roll_id bigint not null constraint roll_keys_roll_fkey references roll (id),
    revoked_at timestamp,
    constraint roll_keys_pkey primary key (round_id, kind, mac)
);
insert into roll_keys_new (round_id, kind, mac, roll_id, revoked_at)
select round_id, kind, mac, roll_id, revoked_at from roll_keys where kind <> 'address';
drop table roll_keys;
alter table roll_keys_new rename to roll_keys;
create index roll_keys_roll_idx on roll_keys (roll_id);
create index roll_keys_mac_idx on roll_keys (mac);

alter table sessions drop column channel;
alter table round_texts drop column declaration;
alter table rounds drop column declared;

alter table rounds add column basis_new text not null default 'codes'
    constraint rounds_basis_check check (basis_new in ('register', 'accounts', 'codes'));
update rounds set basis_new = case basis when 'codes_and_accounts' then 'codes' else basis end;
alter table rounds drop column basis;
alter table rounds rename column basis_new to basis;
