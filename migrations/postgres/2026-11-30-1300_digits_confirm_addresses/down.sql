alter table address_changes drop column tries;
alter table address_changes drop column digits_mac;
