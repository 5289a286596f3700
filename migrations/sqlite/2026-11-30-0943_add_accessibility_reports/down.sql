drop table accessibility_reports;
