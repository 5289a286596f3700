alter table proposals drop column name_hidden_reason;
alter table proposals drop column name_hidden_rule;
drop table hidings;
drop table report_words;
drop table proposal_reports;
