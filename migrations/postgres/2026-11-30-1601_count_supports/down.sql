drop table support_counts;
drop table supports;
