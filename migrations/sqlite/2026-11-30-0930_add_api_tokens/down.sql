drop index entries_at_idx;

drop table api_tokens;
