drop index sign_ins_email_idx;

drop index mails_recipient_idx;
