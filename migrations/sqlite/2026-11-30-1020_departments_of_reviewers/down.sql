drop table invitation_departments;
drop table office_role_departments;
alter table invitations drop column every_department;
alter table office_roles drop column every_department;
