drop index entries_reason_idx;

drop index entries_at_idx;

create index entries_at_idx on entries (at, id);

alter table entries drop column reason;
