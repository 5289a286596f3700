drop table neighbourhood_texts;
drop table neighbourhoods;
