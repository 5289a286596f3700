drop index author_questions_remind_at_idx;
alter table author_questions drop column remind_at;
