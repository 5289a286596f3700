//! The entry: a code in any spelling lets in, nothing else does, and guessing is hopeless.

use allmende::domain::letter_code::LetterCode;
use allmende::domain::role::{Grant, Role};
use allmende::store::roles::insert_grant;
use allmende::store::schema::limits;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;

use super::{CODES, codes_on, confirm, is_in, make, ward};

/// A code that nobody was handed.
fn strange(number: u8) -> String {
    LetterCode::from_random([number; 7]).to_string()
}

on_both! {
    async fn a_code_is_read_as_people_type_it(database) {
        let ward = ward(database).await;
        let code = &ward.codes[0];

        for typed in [
            code.clone(),
            code.to_lowercase(),
            code.replace('-', ""),
            format!("  {} ", code.replace('-', " ")),
            code.replace('0', "o").replace('1', "l"),
            code.replace('-', "–"),
        ] {
            assert!(is_in(&ward.entered(&typed)), "{typed}");
        }
    }
}

on_both! {
    async fn what_is_no_code_is_told_with_what_to_do_and_stays_in_the_field(database) {
        let ward = ward(database).await;
        let code = &ward.codes[0];
        let last = if code.ends_with('2') { '3' } else { '2' };
        let mistyped = format!("{}{last}", &code[..code.len() - 1]);

        for (typed, words) in [
            ("", "Enter the code from your slip"),
            ("ABCD", "you entered 4"),
            ("ABCD-EFGH-JKM%", "Check the character %"),
            ("UBCD-EFGH-JKMN", "never has the letter U"),
            (&*mistyped, "Compare the code with your slip."),
            (&*strange(9), "This code does not work."),
        ] {
            let answer = ward.app.client().post(&ward.entry, &[("code", typed)]);
            assert_eq!((answer.status, answer.value("code").as_deref()), (422, Some(typed)), "{typed}");
            assert!(answer.text(".problem").contains(words) && answer.text("#code-why").contains(words), "{typed}");
            assert!(answer.set_cookie("office").is_none());
        }
    }
}

on_both! {
    async fn an_unknown_and_a_withdrawn_code_get_the_same_words(database) {
        let ward = ward(database).await;
        confirm(&ward.office, "/en/office/personnel-codes/1/withdraw");

        let told = |code: &str| {
            let answer = ward.app.client().post(&ward.entry, &[("code", code)]);
            (answer.status, answer.text("#code-why"))
        };

        assert_eq!(told(&ward.codes[0]), told(&strange(9)));
    }
}

on_both! {
    async fn an_address_that_leads_nowhere_says_what_to_do(database) {
        let ward = ward(database).await;
        let other = allmende::domain::entry_key::EntryKey::from_random([9; 16]);

        for path in ["/en/enter/none".to_owned(), format!("/en/enter/{other}"), format!("{}x", ward.entry)] {
            for answer in [ward.app.client().get(&path), ward.app.client().post(&path, &[("code", &ward.codes[0])])] {
                assert_eq!(answer.status, 404, "{path}");
                assert!(answer.text("h1").contains("There is no such entry"), "{path}: {}", answer.body);
            }
        }
        let shouted = ward.entry.to_uppercase().replace("/EN/ENTER/", "/en/enter/");
        assert_eq!(ward.app.client().get(&shouted).status, 200, "capital letters are the same");
        let page = ward.app.client().get(&ward.entry);
        assert_eq!(page.header("cache-control"), Some("private, no-store"));
        assert!(!page.body.contains(&format!("page={}", ward.entry.replace('/', "%2F"))), "reports do not carry it");
    }
}

on_both! {
    async fn a_form_from_elsewhere_lets_nobody_in(database) {
        let ward = ward(database).await;
        let fields = [("code", ward.codes[0].as_str())];

        for headers in [
            &[][..],
            &[("origin", "https://evil.example")],
            &[("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8080")],
            &[("origin", "null")],
        ] {
            let client = ward.app.client();
            let answer = client.post_with(&ward.entry, headers, &fields);
            assert_eq!((answer.status, answer.header("x-error-code")), (403, Some("form_not_ours")), "{headers:?}");
            assert!(!is_in(&client));
        }
        let nurse = ward.entered(&ward.codes[0]);
        assert_eq!(nurse.post("/en/account/profile", &[("name", "x"), ("language", "en")]).status, 403, "no token");
        assert_eq!(nurse.post("/en/sign-out", &[]).status, 403, "nobody is signed out from elsewhere either");
    }
}

on_both! {
    async fn a_double_click_lets_in_once_and_says_who_came_in(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);

        let twice = nurse.post(&ward.entry, &[("code", &ward.codes[1])]);

        assert_eq!((twice.status, twice.header("location"), twice.set_cookie("office")), (303, Some(ward.entry.as_str()), None));
        assert!(nurse.get(&ward.entry).body.contains("action=\"/en/sign-out\""), "and whoever it is not signs out");
    }
}

on_both! {
    async fn each_entry_opens_a_new_session_and_ends_the_one_before(database) {
        let ward = ward(database).await;
        let client = ward.entered(&ward.codes[0]);
        let first = client.cookie("office").unwrap();

        let page = client.get(&ward.entry);
        assert!(page.text("main").contains("Somebody is signed in in this browser already."));
        let answer = client.submit(&ward.entry, &[("code", &ward.codes[1])]);

        assert_eq!(answer.status, 303);
        assert_ne!(client.cookie("office").unwrap(), first);
        let thief = ward.app.client();
        thief.set_cookie("office", &first);
        assert!(is_in(&client) && !is_in(&thief));
        let cookie = answer.set_cookie("office").unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        assert!(!cookie.contains("Max-Age"), "closing the browser ends it");
    }
}

on_both! {
    async fn the_twenty_first_wrong_code_is_told_to_wait_and_a_right_one_still_lets_in(database) {
        let ward = ward(database).await;
        let client = ward.app.client();
        let try_code = |code: &str| client.post(&ward.entry, &[("code", code)]);
        for number in 0..20 {
            assert_eq!(try_code(&strange(number)).status, 422, "{number}");
        }

        let refused = try_code(&strange(20));

        assert_eq!((refused.status, refused.header("retry-after")), (429, Some("600")));
        assert!(refused.text("#code-why").contains("Too many wrong codes came from here."));
        assert_eq!(refused.value("code"), Some(strange(20)), "what was typed stays");
        assert!(ward.lets_in(&ward.codes[0]), "a prankster locks nobody out");
        ward.app.time.set(ward.app.time.get().plus(TimeDelta::minutes(10)));
        assert_eq!(try_code(&strange(21)).status, 422);
    }
}

on_both! {
    async fn of_many_wrong_codes_at_once_twenty_are_looked_at_as_mistakes(database) {
        let ward = ward(database).await;

        let answers: Vec<u16> = std::thread::scope(|scope| {
            let guess = |number| {
                let (client, entry) = (ward.app.client(), ward.entry.clone());
                scope.spawn(move || client.post(&entry, &[("code", &strange(number))]).status)
            };
            let threads: Vec<_> = (0..30).map(guess).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });

        let count = |status| answers.iter().filter(|answer| **answer == status).count();
        assert_eq!((count(422), count(429)), (20, 10), "{answers:?}");
    }
}

on_both! {
    async fn a_flood_from_one_network_is_stopped_for_ten_minutes(database) {
        let ward = ward(database).await;
        assert!(ward.lets_in(&ward.codes[0]));
        let fill = |hits: i64| ward.app.db.write(Lock::Nothing, move |tx| {
            let counted = limits::table.filter(limits::bucket.like("enter %"));
            Ok::<_, StoreError>(diesel::update(counted).set(limits::hits.eq(hits)).execute(tx.conn)?)
        });
        assert_eq!(fill(1_999).await.unwrap(), 1);
        assert!(ward.lets_in(&ward.codes[0]), "the two thousandth");

        let refused = ward.app.client().post(&ward.entry, &[("code", &ward.codes[0])]);

        assert_eq!((refused.status, refused.header("retry-after")), (429, Some("600")));
        ward.app.time.set(ward.app.time.get().plus(TimeDelta::minutes(10)));
        assert!(ward.lets_in(&ward.codes[0]));
    }
}

on_both! {
    async fn neither_right_codes_nor_typing_mistakes_count_as_guesses(database) {
        let ward = ward(database).await;
        let client = ward.app.client();

        for _ in 0..30 {
            assert_eq!(client.post(&ward.entry, &[("code", "ABCD-EFGH-JKMM")]).status, 422);
            ward.entered(&ward.codes[0]);
        }

        assert!(ward.lets_in(&ward.codes[1]));
    }
}

on_both! {
    async fn a_code_that_is_replaced_while_somebody_enters_with_it_leaves_nobody_in(database) {
        let ward = ward(database).await;
        let codes = codes_on(&make(&ward.office, "20", ""));

        for (serial, code) in (4..).zip(&codes) {
            let (nurse, entry) = (ward.app.client(), &ward.entry);
            let nurse = std::thread::scope(|scope| {
                let entering = scope.spawn(move || {
                    nurse.post(entry, &[("code", code)]);
                    nurse
                });
                let replaced = ward.office.submit(&format!("{CODES}/{serial}/replace"), &[("version", "1")]);
                assert_eq!(replaced.status, 200, "{}", replaced.body);
                entering.join().unwrap()
            });
            assert!(!is_in(&nurse), "slip {serial}");
        }
    }
}

on_both! {
    async fn an_employee_with_a_role_still_needs_the_second_factor_for_the_office(database) {
        let ward = ward(database).await;
        let account = ward.account(1).await;
        let give = move |tx: &mut allmende::store::Tx<'_>| {
            let now = tx.now;
            insert_grant(tx, account, &Grant::everywhere(Role::Auditor).into(), now)?;
            Ok::<_, StoreError>(())
        };
        ward.app.db.write(Lock::Nothing, give).await.unwrap();
        ward.app.give_telephone(account).await;
        let client = ward.app.client();

        let entered = client.post(&ward.entry, &[("code", &ward.codes[0])]);

        assert!(entered.header("location").unwrap().starts_with("/en/sign-in/second-factor"), "{entered:?}");
        assert!(is_in(&client), "the own account is open");
        let led = client.get("/en/office/record");
        assert!(led.header("location").unwrap().starts_with("/en/sign-in/second-factor"));
        let code = ward.app.telephone_code(account).await;
        assert_eq!(client.submit("/en/sign-in/second-factor", &[("code", &code)]).status, 303);
        assert_eq!(client.get("/en/office/record").status, 200);
        assert!(client.get("/en/office/record").text(".shared").contains("Ward 4B"), "it is still a shared computer");
        ward.app.time.set(ward.app.time.get().plus(TimeDelta::minutes(10)));
        assert!(!is_in(&client), "and ends as one");
    }
}
