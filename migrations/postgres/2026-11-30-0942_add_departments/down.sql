drop table department_texts;
drop table departments;
