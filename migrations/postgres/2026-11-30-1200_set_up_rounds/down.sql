drop table topic_texts;
drop table topics;
drop table round_parts;
alter table rounds drop column checked_first;
alter table rounds drop column supporters;
alter table rounds drop column proposers;
