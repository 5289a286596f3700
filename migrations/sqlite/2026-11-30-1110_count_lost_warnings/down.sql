alter table accounts drop column warnings_lost;
