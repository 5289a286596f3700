//! Personnel codes in the office: made, counted, found by the number on the slip, replaced, withdrawn.

use allmende::actions::people::{PeopleError, close_account, give_role, reopen_account};
use allmende::domain::email::Email;
use allmende::domain::role::{Grant, Role};
use allmende::store::accounts::{find_account, update_address, update_password};
use allmende::store::schema::{accounts, personnel_batches};
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;

use super::{CODES, NEW_CODES, codes_on, confirm, is_in, make, ward};
use crate::harness::rounds::OFFICE;

const SLIP: &str = "/en/office/personnel-codes/2";

on_both! {
    async fn a_batch_has_1_to_500_codes(database) {
        let ward = ward(database).await;

        for size in ["", "0", "501", "-1", "1.5", "many", "99999999999"] {
            let answer = make(&ward.office, size, "Hospital");
            assert_eq!((answer.status, answer.value("size").as_deref()), (422, Some(size)), "{size}");
            assert!(answer.text("#size-why").contains("from 1 to 500"), "{size}");
            assert_eq!(answer.value("word").as_deref(), Some("Hospital"), "what was typed stays");
        }
        for word in ["a\nb", "a\u{202e}b", &"a".repeat(200)] {
            let answer = make(&ward.office, "1", word);
            assert_eq!(answer.status, 422, "{word:?}");
            assert!(!answer.text("#word-why").is_empty(), "{word:?}");
        }
        let most = make(&ward.office, " 500 ", "");
        let mut codes = codes_on(&most);
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), 500, "no two alike");
        assert!(most.text(".slips").contains("Slip number 4"), "after the three of the ward");
    }
}

on_both! {
    async fn codes_are_shown_once_and_stored_nowhere(database) {
        let ward = ward(database).await;
        let form = ward.office.get(NEW_CODES).value("form").unwrap();
        let fields = [("form", form.as_str()), ("size", "2"), ("word", "")];

        let made = ward.office.submit(NEW_CODES, &fields);
        let again = ward.office.submit(NEW_CODES, &fields);

        let codes = codes_on(&made);
        assert_eq!(made.header("cache-control"), Some("private, no-store"));
        assert!(made.text(".slips").contains("Keep the code to yourself."));
        assert_eq!(again.header("location"), Some(&*format!("{CODES}?done=before")));
        let (list, slip) = (ward.office.get(CODES), ward.office.get("/en/office/personnel-codes/4"));
        assert!(list.text("main").contains("Slips number 4–5"), "{}", list.text("main"));
        for code in &codes {
            assert!(ward.lets_in(code));
            assert!(!list.body.contains(code) && !slip.body.contains(code));
        }
        let batches = ward.app.db.read(|conn| personnel_batches::table.count().get_result::<i64>(conn).map_err(StoreError::from));
        assert_eq!(batches.await.unwrap(), 2, "the second try made none");
        let rows = ward.app.db.read(|conn| {
            accounts::table.select(accounts::personnel_mac).load::<Option<Vec<u8>>>(conn).map_err(StoreError::from)
        });
        let macs: Vec<Vec<u8>> = rows.await.unwrap().into_iter().flatten().collect();
        assert_eq!(macs.len(), 5);
        assert!(macs.iter().all(|mac| mac.len() == 32 && !codes.iter().any(|code| mac.starts_with(&code.as_bytes()[..4]))));
    }
}

on_both! {
    async fn the_list_counts_what_was_used_and_withdrawn(database) {
        let ward = ward(database).await;
        assert!(ward.office.get(CODES).text("#batches ~ ul").contains("none used yet"));
        ward.entered(&ward.codes[0]);
        ward.entered(&ward.codes[0]);
        ward.entered(&ward.codes[1]);

        confirm(&ward.office, &format!("{SLIP}/withdraw"));

        let list = ward.office.get(CODES).text("#batches ~ ul");
        for words in ["Hospital North", "Slips number 1–3", "2 used already", "1 withdrawn"] {
            assert!(list.contains(words), "{words}: {list}");
        }
    }
}

on_both! {
    async fn a_slip_is_found_by_its_number_and_by_nothing_else(database) {
        let ward = ward(database).await;
        let find = |serial: &str| ward.office.get(&format!("{CODES}?serial={serial}"));

        assert_eq!(find("2").header("location"), Some(SLIP));
        assert_eq!(find("+2+").header("location"), Some(SLIP));
        for wrong in ["4", "0", "abc", "", &*ward.codes[0]] {
            let answer = find(wrong);
            assert_eq!(answer.status, 404, "{wrong}");
            assert!(answer.text("#serial-why").contains("There is no such number."), "{wrong}");
        }
        assert_eq!(ward.office.get("/en/office/personnel-codes/4").status, 404);
    }
}

on_both! {
    async fn the_page_of_a_slip_reads_its_own_batch_and_no_other(database) {
        let ward = ward(database).await;
        codes_on(&make(&ward.office, "1", "Hospital South"));
        let spoil = ward.app.db.write(Lock::Nothing, |tx| {
            let south = personnel_batches::table.filter(personnel_batches::word.eq("Hospital South"));
            let spoilt = diesel::update(south).set(personnel_batches::first_serial.eq(-9));
            spoilt.execute(tx.conn).map_err(StoreError::from)
        });
        spoil.await.unwrap();
        assert_eq!(ward.office.get(CODES).status, 500, "whoever reads that batch fails");

        let slip = ward.office.get(SLIP);

        assert_eq!(slip.status, 200);
        assert!(slip.text("main").contains("Hospital North"), "{}", slip.text("main"));
    }
}

on_both! {
    async fn a_lost_code_is_replaced_and_the_old_one_ends_at_once(database) {
        let ward = ward(database).await;
        let (account, nurse) = (ward.account(2).await, ward.entered(&ward.codes[1]));
        nurse.submit("/en/account/profile", &[("name", "Bea"), ("language", "en")]);

        let replaced = confirm(&ward.office, &format!("{SLIP}/replace"));

        let code = codes_on(&replaced).remove(0);
        assert!(replaced.text(".slips").contains("Slip number 2"), "{}", replaced.text("main"));
        assert!(!is_in(&nurse) && !ward.lets_in(&ward.codes[1]));
        assert_eq!(ward.account(2).await, account);
        assert!(ward.entered(&code).get("/en/account").text("main").contains("Bea"), "the same account");
        let late = ward.office.submit(&format!("{SLIP}/replace"), &[("version", "1")]);
        assert_eq!(late.header("location"), Some(&*format!("{SLIP}?done=meanwhile")), "reloading replaces nothing");
        assert!(ward.lets_in(&code) && ward.lets_in(&ward.codes[0]));
    }
}

on_both! {
    async fn a_withdrawn_code_lets_nobody_in_and_can_come_back_as_another(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[1]);

        let withdrawn = confirm(&ward.office, &format!("{SLIP}/withdraw"));

        assert_eq!(withdrawn.header("location"), Some(&*format!("{SLIP}?done=withdrawn")));
        assert!(!is_in(&nurse) && !ward.lets_in(&ward.codes[1]));
        assert_eq!(ward.office.get(&format!("{SLIP}/withdraw")).status, 303, "there is nothing left to withdraw");
        assert!(ward.office.get(&format!("{SLIP}/replace")).text("main").contains("The account opens again."));
        let code = codes_on(&confirm(&ward.office, &format!("{SLIP}/replace"))).remove(0);
        assert!(ward.lets_in(&code));
    }
}

on_both! {
    async fn opening_the_account_again_brings_no_withdrawn_code_back(database) {
        let ward = ward(database).await;
        let account = ward.account(2).await;
        give_role(&ward.app.db, OFFICE, account, Grant::everywhere(Role::Auditor).into()).await.unwrap();
        confirm(&ward.office, &format!("{SLIP}/withdraw"));
        let reopen = format!("/en/office/people/{account}/reopen");

        let (asked, sent) = (ward.office.get(&reopen), ward.office.submit(&reopen, &[]));

        assert_eq!((asked.status, sent.status), (200, 422));
        for page in [asked, sent] {
            let text = page.text(".problem");
            assert!(text.contains("number \u{2068}2\u{2069} was withdrawn") || text.contains("number 2 was withdrawn"), "{text}");
            assert!(page.body.contains(&format!("href=\"{SLIP}/replace\"")), "the way on");
        }
        assert!(matches!(reopen_account(&ward.app.db, OFFICE, account).await, Err(PeopleError::CodeWithdrawn(slip)) if slip.value() == 2));
        assert!(!ward.lets_in(&ward.codes[1]));
        let mac = ward.app.db.read(move |conn| {
            let row = accounts::table.find(account.value()).select(accounts::personnel_mac);
            row.first::<Option<Vec<u8>>>(conn).map_err(StoreError::from)
        });
        assert_eq!(mac.await.unwrap(), None, "nothing of the code stays");

        let code = codes_on(&confirm(&ward.office, &format!("{SLIP}/replace"))).remove(0);

        assert!(ward.app.client().post(&ward.entry, &[("code", &code)]).status == 303 && !ward.lets_in(&ward.codes[1]));
        assert!(matches!(reopen_account(&ward.app.db, OFFICE, account).await, Err(PeopleError::NotClosed)));
    }
}

on_both! {
    async fn what_was_closed_for_another_reason_stays_closed_whatever_becomes_of_its_code(database) {
        let ward = ward(database).await;
        let account = ward.account(2).await;
        give_role(&ward.app.db, OFFICE, account, Grant::everywhere(Role::Auditor).into()).await.unwrap();
        close_account(&ward.app.db, OFFICE, account).await.unwrap();
        ward.app.time.set(ward.app.time.get().plus(TimeDelta::minutes(1)));
        let asked = |deed: &str| ward.office.get(&format!("{SLIP}/{deed}")).text("main");
        let stays = async || ward.app.grants(account).await.is_empty();

        assert!(asked("withdraw").contains("is closed already and stays closed"), "{}", asked("withdraw"));
        confirm(&ward.office, &format!("{SLIP}/withdraw"));
        assert!(asked("replace").contains("was closed before and stays closed"), "{}", asked("replace"));
        let replaced = confirm(&ward.office, &format!("{SLIP}/replace"));

        assert!(replaced.text("[role=status]").contains("The account is closed"), "{}", replaced.body);
        let code = codes_on(&replaced).remove(0);
        assert!(stays().await && !ward.lets_in(&code));
        reopen_account(&ward.app.db, OFFICE, account).await.unwrap();
        assert!(!stays().await && ward.app.client().post(&ward.entry, &[("code", &code)]).status == 303);
    }
}

on_both! {
    async fn what_an_earlier_release_withdrew_from_a_closed_account_does_not_open_it(database) {
        let ward = ward(database).await;
        let (closed, reopened) = (ward.account(2).await, ward.account(1).await);
        let asked = |slip: &str| ward.office.get(&format!("/en/office/personnel-codes/{slip}/replace")).text("main");
        let a_minute_later = || ward.app.time.set(ward.app.time.get().plus(TimeDelta::minutes(1)));
        for account in [closed, reopened] {
            close_account(&ward.app.db, OFFICE, account).await.unwrap();
        }
        a_minute_later();
        reopen_account(&ward.app.db, OFFICE, reopened).await.unwrap();
        a_minute_later();
        confirm(&ward.office, &format!("{SLIP}/withdraw"));
        confirm(&ward.office, "/en/office/personnel-codes/1/withdraw");
        // As it noted that.
        let withdrawn = ward.app.time.get().to_utc();
        ward.app.db.write(Lock::Nothing, move |tx| {
            let row = diesel::update(accounts::table.find(closed.value())).set(accounts::disabled_at.eq(withdrawn));
            row.execute(tx.conn).map_err(StoreError::from)
        }).await.unwrap();

        assert!(asked("1").contains("The account opens again."), "{}", asked("1"));
        assert!(asked("2").contains("was closed before and stays closed"), "{}", asked("2"));
        let replaced = confirm(&ward.office, &format!("{SLIP}/replace"));

        assert!(replaced.text("[role=status]").contains("The account is closed"), "{}", replaced.body);
        assert!(!ward.lets_in(&codes_on(&replaced)[0]));
        reopen_account(&ward.app.db, OFFICE, closed).await.unwrap();
        assert!(ward.lets_in(&codes_on(&replaced)[0]), "once the office opens it");
    }
}

on_both! {
    async fn nobody_is_told_what_to_do_with_an_account_that_is_closed(database) {
        let ward = ward(database).await;
        let account = ward.account(2).await;
        let bea = Email::parse("bea@example.org").unwrap();
        ward.app.db.write(Lock::Nothing, move |tx| update_address(tx, account, &bea)).await.unwrap();
        close_account(&ward.app.db, OFFICE, account).await.unwrap();
        let told = ward.app.mails().await;

        confirm(&ward.office, &format!("{SLIP}/replace"));
        confirm(&ward.office, &format!("{SLIP}/withdraw"));

        assert_eq!(ward.app.mails().await, told);
        assert_eq!(told.last(), Some(&("account_closed".to_owned(), "bea@example.org".to_owned())));
    }
}

on_both! {
    async fn the_address_that_a_finder_added_goes_with_the_lost_code(database) {
        let ward = ward(database).await;
        let (account, finder) = (ward.account(2).await, ward.entered(&ward.codes[1]));
        let address = Email::parse("finder@example.org").unwrap();
        ward.app.db.write(Lock::Nothing, move |tx| {
            update_address(tx, account, &address)?;
            update_password(tx, account, Some("$argon2id$"))
        }).await.unwrap();
        let replace = format!("{SLIP}/replace");
        let asked = ward.office.get(&replace);
        assert!(asked.text("main").contains("f…@example.org") && !asked.body.contains("finder@"), "{}", asked.text("main"));
        let ways_in = async || {
            let found = ward.app.db.read(move |conn| find_account(conn, account)).await.unwrap().unwrap();
            (found.email.is_some(), found.password_hash.is_some())
        };

        confirm(&ward.office, &replace);
        assert_eq!(ways_in().await, (true, true), "without the tick they stay");
        let version = ward.office.get(&replace).value("version").unwrap();
        let replaced = ward.office.submit(&replace, &[("version", &version), ("remove_address", "1")]);

        assert_eq!(ways_in().await, (false, false));
        assert!(!is_in(&finder) && ward.lets_in(&codes_on(&replaced)[0]));
        assert!(!ward.office.get(&replace).body.contains("remove_address"));
        assert_eq!(ward.app.mails().await.last().unwrap().1, "finder@example.org");
        assert!(ward.office.get("/en/office/record").text("main").contains("the e-mail address of its account removed"));
    }
}

on_both! {
    async fn the_record_tells_of_single_codes_only_in_the_office(database) {
        let ward = ward(database).await;
        confirm(&ward.office, &format!("{SLIP}/replace"));
        confirm(&ward.office, &format!("{SLIP}/withdraw"));

        let (public, office) = (ward.app.client().get("/en/record"), ward.office.get("/en/office/record"));

        assert!(public.text("main").contains("3 personnel codes were made."));
        assert!(!public.body.contains("personnel code number"), "{}", public.text("main"));
        assert!(office.text("main").contains("The personnel code number 2 was replaced."));
        assert!(office.text("main").contains("The personnel code number 2 was withdrawn."));
    }
}
