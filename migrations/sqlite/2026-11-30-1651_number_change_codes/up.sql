-- How many change codes a proposal that the office entered has had: a form that renews one holds for the code that it saw.
alter table proposal_entries add column code_number bigint not null default 1;
