alter table rounds drop column roll_size;
drop table turnouts;
