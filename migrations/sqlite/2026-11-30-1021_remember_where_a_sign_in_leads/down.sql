alter table sign_ins drop column way_on;
