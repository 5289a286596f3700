-- By which words a public answer is found: folded and stemmed by the program.
create table question_words (
    word text not null,
    question_id bigint not null constraint question_words_question_fkey references questions (id),
    constraint question_words_pkey primary key (word, question_id)
);

create index question_words_question_idx on question_words (question_id);
