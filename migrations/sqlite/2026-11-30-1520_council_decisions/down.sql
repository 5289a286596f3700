drop table council_decisions;
