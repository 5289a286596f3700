-- So that deleting an account reads through no table: mails and sign-ins are found by the address.
create index mails_recipient_idx on mails (recipient);
create index sign_ins_email_idx on sign_ins (email);
