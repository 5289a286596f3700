-- How many warnings of an account's deletion never left, since its owner last signed in.
alter table accounts add column warnings_lost bigint not null default 0;
