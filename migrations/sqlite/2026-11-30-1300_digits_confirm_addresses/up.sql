-- What stands for the six digits that confirm an address where the link cannot be opened, and how often they were typed.
-- Addresses that wait since before have none: their mail carries the link alone.
alter table address_changes add column digits_mac blob;
alter table address_changes add column tries bigint not null default 0;
