-- Only what is held for all rounds today is kept.
drop table invitations;
drop table recovery_codes;
drop table pending_second_factors;
drop table second_factors;

create table office_roles_kept as
select account_id, role, given_at from office_roles where taken_at is null and round_id is null;

drop table office_roles;

create table office_roles (
    account_id bigint not null constraint office_roles_account_fkey references accounts (id),
    role text not null,
    given_at timestamp not null,
    constraint office_roles_pkey primary key (account_id, role)
);

insert into office_roles (account_id, role, given_at)
select account_id, role, given_at from office_roles_kept;

drop table office_roles_kept;
