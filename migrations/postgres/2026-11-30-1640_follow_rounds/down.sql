drop table untold_news;
drop table news;
drop table follow_requests;
drop table follows;
drop table followers;
