-- A reviewer reviews for every department or for those that are listed. Whoever was one before reviews for all.
alter table office_roles add column every_department boolean not null default true;
alter table invitations add column every_department boolean not null default true;

create table office_role_departments (
    office_role_id bigint not null
        constraint office_role_departments_role_fkey references office_roles (id) on delete cascade,
    department_id bigint not null constraint office_role_departments_department_fkey references departments (id),
    constraint office_role_departments_pkey primary key (office_role_id, department_id)
);

create table invitation_departments (
    invitation_id bigint not null
        constraint invitation_departments_invitation_fkey references invitations (id) on delete cascade,
    department_id bigint not null constraint invitation_departments_department_fkey references departments (id),
    constraint invitation_departments_pkey primary key (invitation_id, department_id)
);
