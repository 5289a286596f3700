-- A role is given for one round or for all, and stays written when it is taken away again.
create table office_roles_kept as select * from office_roles;

drop table office_roles;

create table office_roles (
    id integer primary key,
    account_id bigint not null constraint office_roles_account_fkey references accounts (id),
    role text not null,
    round_id bigint constraint office_roles_round_fkey references rounds (id),
    given_at timestamp not null,
    taken_at timestamp
);

insert into office_roles (account_id, role, given_at)
select account_id, role, given_at from office_roles_kept;

drop table office_roles_kept;

create unique index office_roles_held_idx on office_roles (account_id, role)
where taken_at is null and round_id is null;
create unique index office_roles_held_in_round_idx on office_roles (account_id, role, round_id)
where taken_at is null;

-- What an app on somebody's telephone shows; without it nobody enters the office. The secret is sealed.
create table second_factors (
    account_id bigint not null constraint second_factors_account_fkey references accounts (id),
    secret blob not null,
    last_step bigint not null,
    confirmed_at timestamp not null,
    constraint second_factors_pkey primary key (account_id)
);

-- A secret that waits for the first code of the telephone, for the one session that began it.
create table pending_second_factors (
    account_id bigint not null constraint pending_second_factors_account_fkey references accounts (id),
    session_hash blob not null,
    secret blob not null,
    created_at timestamp not null,
    constraint pending_second_factors_pkey primary key (account_id)
);

-- Codes on paper for whoever loses the telephone; each is good once.
create table recovery_codes (
    account_id bigint not null constraint recovery_codes_account_fkey references accounts (id),
    mac blob not null,
    used_at timestamp,
    constraint recovery_codes_pkey primary key (account_id, mac)
);

create table invitations (
    id integer primary key,
    handle text not null constraint invitations_handle_key unique,
    link_hash blob not null constraint invitations_link_hash_key unique,
    email text not null,
    role text not null,
    round_id bigint constraint invitations_round_fkey references rounds (id),
    invited_at timestamp not null,
    expires_at timestamp not null,
    accepted_at timestamp,
    withdrawn_at timestamp
);
