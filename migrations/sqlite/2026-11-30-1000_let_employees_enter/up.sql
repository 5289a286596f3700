-- Employees without e-mail enter with a personnel code at the address of a workplace.
alter table workplaces add column version bigint not null default 1;

create unique index workplaces_name_idx on workplaces (name);

-- Codes that were made and printed together; the key is the form's, so that sending it twice makes no more.
create table personnel_batches (
    id integer primary key,
    form_key text not null constraint personnel_batches_form_key_key unique,
    word text not null,
    first_serial bigint not null constraint personnel_batches_first_serial_key unique,
    size bigint not null,
    made_at timestamp not null
);

-- The number on a slip leads to the account that its code opens, until the account is deleted. What the code is stands
-- nowhere: the account has its authentication code.
create table personnel_codes (
    serial bigint not null,
    batch_id bigint not null constraint personnel_codes_batch_fkey references personnel_batches (id),
    account_id bigint constraint personnel_codes_account_key unique
        constraint personnel_codes_account_fkey references accounts (id),
    version bigint not null,
    used_on date,
    replaced_at timestamp,
    withdrawn_at timestamp,
    constraint personnel_codes_pkey primary key (serial)
);

create index personnel_codes_batch_idx on personnel_codes (batch_id);
