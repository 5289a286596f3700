-- When the author is reminded of a question; empty where there is no need, and once it was done.
alter table author_questions add column remind_at timestamp;

-- Waiting days end at midnight: eight o'clock, five days before the last one, is 136 hours before. An hour more or less at
-- the change of the clocks does no harm, because mails leave by day.
update author_questions set remind_at = answer_by - interval '136 hours'
where answered_at is null and asked_at + interval '144 hours' < answer_by;

create index author_questions_remind_at_idx on author_questions (remind_at) where remind_at is not null;
