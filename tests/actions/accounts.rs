//! Voting with accounts: one ballot for each account and mailbox, whatever is made anew, deleted or closed meanwhile.

use std::sync::Arc;

use allmende::actions::account::delete_account;
use allmende::actions::ballot::{
    CastBallot, CastBallotError, Declared, EnterWithAccountError, cast_ballot, enter_with_account,
};
use allmende::actions::people::close_account;
use allmende::actions::round::{MakeCodesError, close_voting, make_codes};
use allmende::domain::channel::Channel;
use allmende::domain::email::Email;
use allmende::domain::ids::{AccountId, CastNumber};
use allmende::domain::permission::{Actor, Denial};
use allmende::domain::round::Basis;
use allmende::domain::time::Instant;
use allmende::mail::Message;
use allmende::secrecy::Leaf;
use allmende::secrecy::randomness::draw;
use allmende::store::accounts::{NewAccount, insert_account};
use allmende::store::participations::count_participations;
use allmende::store::roll::RollRow;
use allmende::store::schema::{accounts, declarations, mails, roll_keys};
use allmende::store::turnout::count_roll;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use chrono_tz::Europe::Berlin;
use diesel::prelude::*;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, TestApp, TestRound, live};

const WORDS: &str = "Ich wohne oder arbeite hier: Lindenau.";

/// An application with a round in which people vote so.
async fn voting_by(database: TestDatabase, basis: Basis) -> (TestApp, TestRound) {
    let app = TestApp::new(database).await;
    let mut content = live("lindenau", app.time.get());
    content.round.basis = basis;
    let draft = app.draft(content).await;
    allmende::actions::round::publish_round(&app.db, &app.keys, OFFICE, &draft).await.unwrap();
    let round = app.test_round(draft.id).await;
    (app, round)
}

async fn member(app: &TestApp, email: &str) -> AccountId {
    let new = NewAccount {
        email: Email::parse(email).unwrap(),
        display_name: String::new(),
        language: "de".to_owned(),
        password_hash: None,
    };
    app.db
        .write(Lock::Nothing, move |tx| {
            let now = tx.now;
            insert_account(tx, &new, now)
        })
        .await
        .unwrap()
}

fn declared() -> Option<Declared> {
    Some(Declared { language: "de".to_owned(), text: WORDS.to_owned() })
}

async fn enter_as(
    round: &TestRound,
    account: AccountId,
    declared: Option<Declared>,
) -> Result<RollRow, EnterWithAccountError> {
    let of = (round.round.id, account);
    enter_with_account(&round.db, &round.keys, Berlin, Actor::Member(account), of, declared).await
}

async fn enter(round: &TestRound, account: AccountId) -> RollRow {
    enter_as(round, account, declared()).await.unwrap()
}

fn page(round: &TestRound, (account, row): (AccountId, &RollRow), seen: u32, points: &[(u32, i64)]) -> CastBallot {
    CastBallot {
        voter: row.clone(),
        own_area: None,
        channel: Channel::Account,
        account: Some(account),
        ballot: round.valid(points),
        ballot_version: round.round.ballot_version,
        cast_number: CastNumber::new(seen),
        cast_key: draw().unwrap(),
        client_nonce: draw().unwrap(),
    }
}

async fn cast(round: &TestRound, ballot: CastBallot) -> Result<Leaf, CastBallotError> {
    cast_ballot(&round.db, &round.keys, &round.round, Berlin, ballot).await
}

async fn roll_size(round: &TestRound) -> i64 {
    let id = round.round.id;
    round.db.read(move |conn| count_roll(conn, id)).await.unwrap()
}

on_both! {
    async fn whoever_declares_is_put_on_the_roll_once_with_the_day_and_the_words(database) {
        let (app, round) = voting_by(database, Basis::Accounts).await;
        let ada = member(&app, "ada@example.org").await;

        let refused = enter_as(&round, ada, None).await;
        let first = enter(&round, ada).await;
        let again = enter_as(&round, ada, None).await.unwrap();

        assert!(matches!(refused, Err(EnterWithAccountError::NotDeclared)), "{refused:?}");
        assert_eq!(first, again);
        assert_eq!(roll_size(&round).await, 1);
        let kept = round.db.read(|conn| {
            let columns = (declarations::declared_on, declarations::language, declarations::text);
            Ok::<_, StoreError>(declarations::table.select(columns).load::<(chrono::NaiveDate, String, String)>(conn)?)
        }).await.unwrap();
        let today = app.time.get().to_datetime().with_timezone(&Berlin).date_naive();
        assert_eq!(kept, [(today, "de".to_owned(), WORDS.to_owned())]);
    }
}

on_both! {
    async fn a_ballot_with_an_account_is_replaced_until_the_end_and_counted_once(database) {
        let (app, round) = voting_by(database, Basis::CodesAndAccounts).await;
        let ada = member(&app, "ada@example.org").await;
        let row = enter(&round, ada).await;
        let with_code = round.a_voter().await;

        cast(&round, page(&round, (ada, &row), 0, &[(1, 3)])).await.unwrap();
        let last = cast(&round, page(&round, (ada, &row), 1, &[(2, 5)])).await.unwrap();
        let other = round.cast_for(&with_code, 0, &[(1, 1)]).await;

        let leaves: std::collections::BTreeSet<Leaf> =
            round.box_content().await.into_iter().map(|(_, leaf)| leaf).collect();
        assert_eq!(leaves, [last, other].into());
        let channels: std::collections::BTreeSet<Channel> =
            round.box_content().await.into_iter().map(|(content, _)| content.channel).collect();
        assert_eq!(channels, [Channel::Account, Channel::LetterCode].into());
        let id = round.round.id;
        let people = round.db.read(move |conn| count_participations(conn, id)).await.unwrap();
        let counts: Vec<(Channel, i64)> = people.into_iter().map(|(_, channel, people)| (channel, people)).collect();
        assert_eq!(counts, [(Channel::Account, 1), (Channel::LetterCode, 1)]);
    }
}

on_both! {
    async fn two_sessions_of_one_account_cast_at_once_and_one_is_recorded(database) {
        let (app, round) = voting_by(database, Basis::Accounts).await;
        let ada = member(&app, "ada@example.org").await;
        let gate = Arc::new(Barrier::new(20));
        let mut all = JoinSet::new();
        for number in 0..20_u32 {
            let (round, gate) = (round.clone(), Arc::clone(&gate));
            all.spawn(async move {
                gate.wait().await;
                let row = enter(&round, ada).await;
                cast(&round, page(&round, (ada, &row), 0, &[(1 + number % 6, 1)])).await
            });
        }

        let answers = all.join_all().await;

        assert_eq!(roll_size(&round).await, 1);
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        let refused = |answer: &&Result<Leaf, CastBallotError>| matches!(answer, Err(CastBallotError::ChangedElsewhere));
        assert_eq!(answers.iter().filter(refused).count(), 19, "{answers:?}");
        assert_eq!(round.box_content().await.len(), 1);
    }
}

on_both! {
    async fn accounts_of_one_mailbox_that_come_at_once_share_a_ballot(database) {
        let (app, round) = voting_by(database, Basis::Accounts).await;
        let mut accounts = Vec::new();
        for number in 0..10 {
            accounts.push(member(&app, &format!("ada+{number}@example.org")).await);
        }
        let gate = Arc::new(Barrier::new(accounts.len()));
        let mut all = JoinSet::new();
        for account in accounts {
            let (round, gate) = (round.clone(), Arc::clone(&gate));
            all.spawn(async move {
                gate.wait().await;
                enter(&round, account).await.id
            });
        }

        let rows: std::collections::BTreeSet<_> = all.join_all().await.into_iter().collect();

        assert_eq!(rows.len(), 1);
        assert_eq!(roll_size(&round).await, 1);
    }
}

on_both! {
    async fn after_an_account_is_deleted_its_ballot_counts_and_a_new_one_gets_no_second(database) {
        let (app, round) = voting_by(database, Basis::Accounts).await;
        let ada = member(&app, "ada@example.org").await;
        let row = enter(&round, ada).await;
        let first = cast(&round, page(&round, (ada, &row), 0, &[(1, 3)])).await.unwrap();

        delete_account(&app.db, app.keys.installation(), Actor::Member(ada), ada).await.unwrap();
        app.time.set(app.time.get().plus(TimeDelta::seconds(1)));
        let anew = member(&app, "Ada@example.org").await;
        let same = enter_as(&round, anew, None).await.unwrap();

        assert_eq!(same, row, "the mailbox leads to the row that it had");
        assert_eq!(round.box_content().await.iter().map(|(_, leaf)| *leaf).collect::<Vec<_>>(), [first]);
        let second = cast(&round, page(&round, (anew, &same), 0, &[(2, 3)])).await;
        assert!(matches!(second, Err(CastBallotError::ChangedElsewhere)), "{second:?}");
        cast(&round, page(&round, (anew, &same), 1, &[(2, 3)])).await.unwrap();
        assert_eq!(round.box_content().await.len(), 1);
    }
}

on_both! {
    async fn an_account_with_the_number_of_a_deleted_one_does_not_get_its_ballot(database) {
        let (app, round) = voting_by(database, Basis::Accounts).await;
        let ada = member(&app, "ada@example.org").await;
        let row = enter(&round, ada).await;
        delete_account(&app.db, app.keys.installation(), Actor::Member(ada), ada).await.unwrap();
        app.time.set(app.time.get().plus(TimeDelta::seconds(1)));
        let bob = member(&app, "bob@example.org").await;
        // SQLite gives the number again by itself.
        let renumber = move |tx: &mut allmende::store::Tx<'_>| {
            let one = accounts::table.find(bob.value());
            diesel::update(one).set(accounts::id.eq(ada.value())).execute(tx.conn).map_err(StoreError::from)
        };
        app.db.write(Lock::Nothing, renumber).await.unwrap();

        let refused = enter_as(&round, ada, None).await;
        let other = enter(&round, ada).await;

        assert!(matches!(refused, Err(EnterWithAccountError::NotDeclared)), "{refused:?}");
        assert_ne!(other.person, row.person);
        assert_eq!(roll_size(&round).await, 2);
    }
}

on_both! {
    async fn an_account_that_changed_its_address_keeps_its_row_and_so_does_the_mailbox_it_left(database) {
        let (app, round) = voting_by(database, Basis::Accounts).await;
        let ada = member(&app, "ada@example.org").await;
        let row = enter(&round, ada).await;
        let moved = move |tx: &mut allmende::store::Tx<'_>| {
            let one = accounts::table.find(ada.value());
            diesel::update(one).set(accounts::email.eq("neu@example.org")).execute(tx.conn).map_err(StoreError::from)
        };
        app.db.write(Lock::Nothing, moved).await.unwrap();

        assert_eq!(enter_as(&round, ada, None).await.unwrap(), row);
        let heir = member(&app, "ada@example.org").await;
        assert_eq!(enter_as(&round, heir, None).await.unwrap(), row);
        delete_account(&app.db, app.keys.installation(), Actor::Member(ada), ada).await.unwrap();
        app.time.set(app.time.get().plus(TimeDelta::seconds(1)));
        let other_heir = member(&app, "neu@example.org").await;
        assert_eq!(enter_as(&round, other_heir, None).await.unwrap(), row);
        assert_eq!(roll_size(&round).await, 1);
    }
}

on_both! {
    async fn who_may_not_come_is_told_why(database) {
        let (app, round) = voting_by(database, Basis::Accounts).await;
        let (ada, bob) = (member(&app, "ada@example.org").await, member(&app, "bob@example.org").await);
        let slip = member(&app, "carla@example.org").await;
        let no_address = move |tx: &mut allmende::store::Tx<'_>| {
            let columns = (accounts::email.eq(None::<String>), accounts::personnel_mac.eq(vec![7_u8; 32]));
            diesel::update(accounts::table.find(slip.value())).set(columns).execute(tx.conn).map_err(StoreError::from)
        };
        app.db.write(Lock::Nothing, no_address).await.unwrap();

        let of = (round.round.id, ada);
        let as_another =
            enter_with_account(&app.db, &app.keys, Berlin, Actor::Member(bob), of, declared()).await.unwrap_err();
        let is_denied = |error: &EnterWithAccountError, denial: Denial| {
            let EnterWithAccountError::Forbidden(allmende::actions::steps::Forbidden::Denied(found)) = error else {
                panic!("{error:?}")
            };
            assert_eq!(*found, denial);
        };
        is_denied(&as_another, Denial::NotTheirs);
        let without = enter_as(&round, slip, declared()).await;
        assert!(matches!(without, Err(EnterWithAccountError::NoAddress)), "{without:?}");
        close_account(&app.db, Actor::CommandLine, bob).await.unwrap();
        is_denied(&enter_as(&round, bob, declared()).await.unwrap_err(), Denial::NotSignedIn);
        delete_account(&app.db, app.keys.installation(), Actor::Member(ada), ada).await.unwrap();
        is_denied(&enter_as(&round, ada, declared()).await.unwrap_err(), Denial::NotSignedIn);
        assert_eq!(roll_size(&round).await, 0, "nobody is left on the roll who was refused");
    }
}

on_both! {
    async fn a_round_with_codes_takes_no_accounts_and_one_with_accounts_makes_no_codes(database) {
        let (app, round) = voting_by(database, Basis::Codes).await;
        let ada = member(&app, "ada@example.org").await;
        let mut content = live("accounts", app.time.get());
        content.round.basis = Basis::Accounts;
        let other = app.draft(content).await;

        let entered = enter_as(&round, ada, declared()).await;
        let made = make_codes(&app.db, &app.keys, OFFICE, &other, None, 1).await;

        assert!(matches!(entered, Err(EnterWithAccountError::TakesNoAccounts)), "{entered:?}");
        assert!(matches!(made, Err(MakeCodesError::OtherBasis)), "{made:?}");
    }
}

on_both! {
    async fn who_comes_at_the_instant_of_the_end_is_too_late(database) {
        let (app, round) = voting_by(database, Basis::Accounts).await;
        let (ada, bob) = (member(&app, "ada@example.org").await, member(&app, "bob@example.org").await);
        let row = enter(&round, ada).await;
        let end: Instant = round.round.schedule.span(allmende::domain::schedule::Window::Voting).unwrap().closes_at.unwrap();

        app.time.set(end.plus(-TimeDelta::milliseconds(1)));
        cast(&round, page(&round, (ada, &row), 0, &[(1, 3)])).await.unwrap();
        app.time.set(end);
        let entered = enter_as(&round, bob, declared()).await;
        let late = cast(&round, page(&round, (ada, &row), 1, &[(2, 3)])).await;

        assert!(matches!(entered, Err(EnterWithAccountError::NotOpen)), "{entered:?}");
        assert!(matches!(late, Err(CastBallotError::NotOpen)), "{late:?}");
        close_voting(&app.db, Actor::System, round.round.id).await.unwrap();
        assert_eq!((roll_size(&round).await, round.box_content().await.len()), (1, 1));
    }
}

on_both! {
    async fn the_count_forgets_which_account_led_to_the_roll_and_nothing_joins_it_with_a_ballot(database) {
        let (app, round) = voting_by(database, Basis::CodesAndAccounts).await;
        let ada = member(&app, "ada@example.org").await;
        let row = enter(&round, ada).await;
        cast(&round, page(&round, (ada, &row), 0, &[(1, 3)])).await.unwrap();
        let with_code = round.a_voter().await;
        round.cast_for(&with_code, 0, &[(4, 2)]).await;

        app.pass_the_end(&round).await;
        close_voting(&app.db, Actor::System, round.round.id).await.unwrap();
        app.certify(&round).await;
        app.run_jobs().await;

        let kinds: Vec<String> = round.db.read(|conn| {
            Ok::<_, StoreError>(roll_keys::table.select(roll_keys::kind).load(conn)?)
        }).await.unwrap();
        assert_eq!(kinds, ["code"]);
        assert_eq!(round.profile().await, round.profile_of(&[vec![(1, 3)], vec![(4, 2)]]));
        assert_eq!(app.count_acts(&round.round, "round_certified").await, 1);
    }
}

/// The notices of a vote in the outbox: to whom, when written, from when on they leave, and what they say.
async fn notices(app: &TestApp) -> Vec<(String, Instant, Instant, Message)> {
    let read = |conn: &mut allmende::store::Conn| {
        let columns = (mails::recipient, mails::created_at, mails::run_after, mails::parameters);
        let of_a_vote = mails::table.filter(mails::message.eq(Message::OF_A_VOTE)).order(mails::id).select(columns);
        Ok::<_, StoreError>(of_a_vote.load::<(String, chrono::NaiveDateTime, chrono::NaiveDateTime, String)>(conn)?)
    };
    let found = app.db.read(read).await.unwrap();
    let told = |(to, at, from, parameters): (String, _, _, String)| {
        (to, Instant::from_utc(at), Instant::from_utc(from), Message::parse(&parameters).unwrap())
    };
    found.into_iter().map(told).collect()
}

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

on_both! {
    async fn each_cast_with_an_account_is_told_to_its_mailbox_without_the_minute(database) {
        let (app, round) = voting_by(database, Basis::CodesAndAccounts).await;
        let ada = member(&app, "ada@example.org").await;
        let row = enter(&round, ada).await;
        app.time.set(at("2027-05-01T13:17:23.456Z"));

        let first = page(&round, (ada, &row), 0, &[(1, 3)]);
        cast(&round, first.clone()).await.unwrap();
        cast(&round, first).await.unwrap();
        cast(&round, page(&round, (ada, &row), 1, &[(2, 5)])).await.unwrap();
        cast(&round, page(&round, (ada, &row), 1, &[(3, 5)])).await.unwrap_err();
        round.cast_for(&round.a_voter().await, 0, &[(1, 1)]).await;

        let notice = |replaced| {
            let text = (round.round.slug.as_str().to_owned(), "Lindenau entscheidet".to_owned());
            let message = Message::BallotRecorded { slug: text.0, round: text.1, replaced };
            let (written, leaves) = (at("2027-05-01T13:00:00Z"), at("2027-05-01T14:00:00Z"));
            ("ada@example.org".to_owned(), written, leaves, message)
        };
        assert_eq!(notices(&app).await, [notice(false), notice(true)]);
        app.time.set(at("2027-05-01T14:00:00Z"));
        app.run_jobs().await;
        assert!(notices(&app).await.is_empty(), "nothing of it stays once it has left");
    }
}

on_both! {
    async fn with_the_vote_of_somebody_else_an_account_casts_nothing(database) {
        let (app, round) = voting_by(database, Basis::Accounts).await;
        let (ada, bob) = (member(&app, "ada@example.org").await, member(&app, "bob@example.org").await);
        let row = enter(&round, ada).await;

        let stranger = cast(&round, page(&round, (bob, &row), 0, &[(1, 3)])).await;
        enter(&round, bob).await;
        let neighbour = cast(&round, page(&round, (bob, &row), 0, &[(1, 3)])).await;
        let nobody = cast(&round, CastBallot { account: None, ..page(&round, (ada, &row), 0, &[(1, 3)]) }).await;

        for refused in [stranger, neighbour, nobody] {
            assert!(matches!(refused, Err(CastBallotError::Forbidden(_))), "{refused:?}");
        }
        assert!(round.box_content().await.is_empty() && notices(&app).await.is_empty());
    }
}
