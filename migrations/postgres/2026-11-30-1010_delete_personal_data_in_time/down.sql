drop index limits_window_started_idx;

drop index mails_created_idx;

drop table deletion_counts;

drop table deletions;
