-- Who in the organisation answers for what. A department is retired, never deleted: others may point at it.
create table departments (
    id integer primary key,
    version bigint not null,
    email text not null,
    telephone text not null,
    deputy_name text not null,
    deputy_email text not null,
    substitute_id bigint constraint departments_substitute_fkey references departments (id),
    retired_at timestamp
);

create table department_texts (
    department_id bigint not null constraint department_texts_department_fkey references departments (id),
    language text not null,
    name text not null,
    constraint department_texts_pkey primary key (department_id, language)
);
