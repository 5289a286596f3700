drop index entries_reason_idx;

drop index entries_at_idx;

alter table entries drop column reason;
