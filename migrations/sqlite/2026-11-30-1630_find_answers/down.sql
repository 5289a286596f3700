drop table question_words;
