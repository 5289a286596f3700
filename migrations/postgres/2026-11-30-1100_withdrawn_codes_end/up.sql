-- A code that was withdrawn ends for good: nothing of it stays, and an account that has no other way in is closed.
alter table accounts drop constraint accounts_entry_check;
alter table accounts add constraint accounts_entry_check
    check (email is not null or personnel_mac is not null or disabled_at is not null);

update accounts set
    personnel_mac = null,
    disabled_at = case
        when email is not null then disabled_at
        else coalesce(disabled_at, (select withdrawn_at from personnel_codes where account_id = accounts.id))
    end
where id in (select account_id from personnel_codes where withdrawn_at is not null);
