drop table frozen_shortlists;
drop table shortlist;
