drop table personnel_codes;
drop table personnel_batches;
drop index workplaces_name_idx;
alter table workplaces drop column version;
