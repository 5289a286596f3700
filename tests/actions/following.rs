//! What followers hear, and how often: one mail a week with all that is new, never twice, and nobody is left out.

use allmende::actions::follow::{FollowerProof, choose_language, follow_signed_in, spread_news, stop_all};
use allmende::actions::proposal::hide_proposal;
use allmende::actions::round::create_round;
use allmende::actions::steps::{RecordIds, forget_account, tell_followers};
use allmende::domain::email::Email;
use allmende::domain::follow::Followed;
use allmende::domain::ids::{ProposalId, ProposalNumber, RoundId};
use allmende::domain::news::NewsKind;
use allmende::domain::permission::Actor;
use allmende::domain::review::{Costs, Finding, Route, StandardReason};
use allmende::jobs;
use allmende::locale::Language;
use allmende::mail::{Message, MessageIds};
use allmende::secrecy::FollowerSeed;
use allmende::store::followers::{NewFollower, find_follower, find_or_insert_follower, insert_follow, move_follower};
use allmende::store::proposals::find_proposal;
use allmende::store::schema::mails;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;

use crate::harness::proposals::{
    collect, decide, finding, in_a_month, move_voting, proposal, propose, take_back, to_the_vote,
};
use crate::harness::rounds::{OFFICE, TestApp, TestRound, live, reason};

async fn id_of(app: &TestApp, number: ProposalNumber) -> ProposalId {
    app.db.read(move |conn| find_proposal(conn, number)).await.unwrap().unwrap().id
}

/// Lets addresses follow something.
async fn follow(app: &TestApp, emails: &[String], followed: Followed) {
    let emails: Vec<Email> = emails.iter().map(|email| Email::parse(email).unwrap()).collect();
    let keys = app.keys.clone();
    let write = app.db.write(Lock::Nothing, move |tx| {
        let now = tx.now;
        for email in &emails {
            let mut seed = [0; 16];
            for (byte, letter) in seed.iter_mut().zip(email.as_str().bytes()) {
                *byte = letter;
            }
            let seed = FollowerSeed::new(seed);
            let link = keys.installation().following_id(&seed).hash();
            let new = NewFollower { email: email.clone(), language: "en".to_owned(), seed, link };
            let follower = find_or_insert_follower(tx, &new, now)?;
            insert_follow(tx, follower.id, followed, now)?;
        }
        Ok::<_, StoreError>(())
    });
    write.await.unwrap();
}

async fn tell(app: &TestApp, about: (RoundId, Option<ProposalId>), kind: NewsKind) {
    let write = app.db.write(Lock::Nothing, move |tx| tell_followers(tx, about, kind, ""));
    write.await.unwrap();
}

/// What each address was told, mail by mail.
async fn told(app: &TestApp) -> Vec<(String, Vec<NewsKind>)> {
    let read = app.db.read(|conn| {
        let all = mails::table.filter(mails::message.eq("followed_news")).order(mails::id);
        all.select((mails::recipient, mails::parameters)).load::<(String, String)>(conn).map_err(StoreError::from)
    });
    let kinds = |text: &str| match Message::parse(text).unwrap() {
        Message::FollowedNews { news, .. } => news.into_iter().map(|item| item.kind).collect(),
        other => panic!("{other:?}"),
    };
    read.await.unwrap().into_iter().map(|(to, text)| (to, kinds(&text))).collect()
}

async fn voting(app: &TestApp) -> TestRound {
    let round = app.voting_round("lindenau").await;
    // What its publication told is over before anybody follows.
    app.run_jobs().await;
    round
}

const ADA: &str = "ada@example.org";

on_both! {
    async fn a_follower_hears_all_that_is_new_once_a_week_the_newest_first(database) {
        let app = TestApp::new(database).await;
        let round = voting(&app).await;
        collect(&app, round.round.id).await;
        let (number, code) = propose(&app, round.round.id, proposal("Benches", "Five.")).await;
        let (proposal, id) = (id_of(&app, number).await, round.round.id);
        follow(&app, &[ADA.to_owned()], Followed { round: id, proposal: Some(proposal) }).await;
        tell(&app, (id, Some(proposal)), NewsKind::Decided).await;
        app.wait(TimeDelta::minutes(1));
        tell(&app, (id, Some(proposal)), NewsKind::OnBallot).await;
        tell(&app, (id, Some(proposal)), NewsKind::Decided).await;

        app.run_jobs().await;
        assert!(told(&app).await.is_empty(), "it waits for more of the same hours");
        app.wait(TimeDelta::hours(3));
        app.run_jobs().await;

        assert_eq!(told(&app).await, [(ADA.to_owned(), vec![NewsKind::Decided, NewsKind::OnBallot])]);
        take_back(&app, &code).await;
        app.wait(TimeDelta::days(6));
        app.run_jobs().await;
        assert_eq!(told(&app).await.len(), 1, "one a week");
        app.wait(TimeDelta::days(1));
        app.run_jobs().await;
        app.wait(TimeDelta::days(8));
        app.run_jobs().await;
        assert_eq!(told(&app).await[1..], [(ADA.to_owned(), vec![NewsKind::Withdrawn])], "and never an empty one");
    }
}

on_both! {
    async fn what_is_hidden_or_stopped_or_over_is_told_to_nobody(database) {
        let app = TestApp::new(database).await;
        let round = voting(&app).await;
        collect(&app, round.round.id).await;
        let (number, _) = propose(&app, round.round.id, proposal("Benches", "Five.")).await;
        let (proposal, id) = (id_of(&app, number).await, round.round.id);
        let about = Followed { round: id, proposal: Some(proposal) };
        follow(&app, &[ADA.to_owned()], about).await;
        tell(&app, (id, Some(proposal)), NewsKind::Decided).await;
        app.run_jobs().await;

        hide(&app, number).await;
        app.wait(TimeDelta::days(1));
        app.run_jobs().await;

        assert!(told(&app).await.is_empty());
        let email = Email::parse(ADA).unwrap();
        let due = app.db.read(move |conn| {
            use allmende::store::schema::followers;
            let own = followers::table.select((followers::due_at, followers::mailed_at));
            let _ = find_follower(conn, &email)?.unwrap();
            own.first::<(Option<chrono::NaiveDateTime>, Option<chrono::NaiveDateTime>)>(conn).map_err(StoreError::from)
        });
        assert_eq!(due.await.unwrap(), (None, None), "and no mail is counted");
    }
}

async fn hide(app: &TestApp, number: ProposalNumber) {
    use allmende::domain::proposal::HidingRule;
    hide_proposal(&app.db, OFFICE, number, HidingRule::Person, reason()).await.unwrap();
}

on_both! {
    async fn m5_each_of_many_followers_gets_one_mail_from_two_workers_at_once(database) {
        let app = TestApp::new(database).await;
        let round = voting(&app).await;
        let many: Vec<String> = (0..450).map(|number| format!("{number:03}@example.org")).collect();
        follow(&app, &many, Followed { round: round.round.id, proposal: None }).await;
        tell(&app, (round.round.id, None), NewsKind::Result).await;
        // One worker dies after its first batch.
        spread_news(&app.db, Actor::System).await.unwrap();

        let other = app.beside().await;
        let (one, two) = tokio::join!(jobs::run_until_idle(&app), jobs::run_until_idle(&other));
        one.unwrap();
        two.unwrap();
        app.run_jobs().await;

        let mut told: Vec<String> = told(&app).await.into_iter().map(|(to, _)| to).collect();
        told.sort();
        assert_eq!(told, many);
    }
}

on_both! {
    async fn the_last_days_are_told_of_once_and_only_while_people_can_vote(database) {
        let app = TestApp::new(database).await;
        let round = voting(&app).await;
        follow(&app, &[ADA.to_owned()], Followed { round: round.round.id, proposal: None }).await;
        let span = round.round.schedule.span(allmende::domain::schedule::Window::Voting).unwrap();
        let closes = span.closes_at.unwrap();

        app.time.set(closes.plus(-TimeDelta::hours(71)));
        app.run_jobs().await;
        app.run_jobs().await;

        assert_eq!(told(&app).await, [(ADA.to_owned(), vec![NewsKind::LastDays])]);
        app.time.set(closes.plus(-TimeDelta::hours(1)));
        app.run_jobs().await;
        assert_eq!(told(&app).await.len(), 1);
    }
}

on_both! {
    async fn an_account_takes_what_it_follows_along_and_into_nothing(database) {
        let app = crate::harness::app::TestApp::start(database).await;
        let round = create_round(&app.db, OFFICE, live("lindenau", app.time.get())).await.unwrap();
        let account = app.member(ADA).await;
        let followed = Followed { round, proposal: None };
        let actor = Actor::Member(account);
        follow_signed_in(&app.db, app.keys.installation(), actor, account, followed).await.unwrap();
        let (old, new) = (Email::parse(ADA).unwrap(), Email::parse("new@example.org").unwrap());

        let moved = new.clone();
        app.db.write(Lock::Nothing, move |tx| move_follower(tx, &old, &moved)).await.unwrap();
        let gone = new.clone();
        assert!(app.db.read(move |conn| find_follower(conn, &new)).await.unwrap().is_some());
        let (ids, mails) = (RecordIds::draw().unwrap(), MessageIds::draw().unwrap());
        let refs = app.keys.installation().account_refs(&[round], account);
        let forget = app.db.write(Lock::Nothing, move |tx| {
            allmende::store::accounts::update_address(tx, account, &gone)?;
            forget_account(tx, (&ids, &mails), actor, (account, &refs))?;
            find_follower(tx, &gone)
        });

        assert!(forget.await.unwrap().is_none());
    }
}

/// Moves the clock on and has everything told that waits.
async fn a_week_later(app: &TestApp) {
    app.wait(TimeDelta::days(7));
    app.run_jobs().await;
}

on_both! {
    async fn an_author_who_follows_is_written_to_once_and_others_hear_it(database) {
        let app = TestApp::new(database).await;
        let round = voting(&app).await;
        collect(&app, round.round.id).await;
        let (number, _) = propose(&app, round.round.id, proposal("Benches", "Five.")).await;
        let about = Followed { round: round.round.id, proposal: Some(id_of(&app, number).await) };
        follow(&app, &["author@example.org".to_owned(), ADA.to_owned()], about).await;
        // Nothing is sent to a vote that has begun.
        move_voting(&app, round.round.id, Some(in_a_month(app.time.get()))).await;

        to_the_vote(&app, number).await;
        a_week_later(&app).await;

        assert_eq!(told(&app).await, [(ADA.to_owned(), vec![NewsKind::Decided])]);
        let own = app.db.read(|conn| {
            let own = mails::table.filter(mails::recipient.eq("author@example.org")).order(mails::id);
            own.select(mails::message).load::<String>(conn).map_err(StoreError::from)
        });
        assert_eq!(own.await.unwrap(), ["proposal_received", "proposal_decided"]);
    }
}

on_both! {
    async fn what_newer_news_made_untrue_is_not_told(database) {
        let app = TestApp::new(database).await;
        let round = voting(&app).await;
        collect(&app, round.round.id).await;
        let (number, _) = propose(&app, round.round.id, proposal("Benches", "Five.")).await;
        let (proposal, id) = (id_of(&app, number).await, round.round.id);
        follow(&app, &[ADA.to_owned()], Followed { round: id, proposal: Some(proposal) }).await;
        for kind in [NewsKind::LeftOut, NewsKind::BackIn, NewsKind::OnBallot, NewsKind::Council, NewsKind::CouncilTakenBack] {
            tell(&app, (id, Some(proposal)), kind).await;
            app.wait(TimeDelta::minutes(1));
        }

        a_week_later(&app).await;

        assert_eq!(told(&app).await, [(ADA.to_owned(), vec![NewsKind::CouncilTakenBack, NewsKind::OnBallot])]);
    }
}

on_both! {
    async fn who_follows_what_goes_on_with_another_one_hears_of_that_one(database) {
        let app = TestApp::new(database).await;
        let round = voting(&app).await;
        let id = round.round.id;
        collect(&app, id).await;
        let (number, _) = propose(&app, id, proposal("Benches", "Five.")).await;
        let (original, _) = propose(&app, id, proposal("Seats", "Shade.")).await;
        let goes_on = id_of(&app, original).await;
        let about = Followed { round: id, proposal: Some(id_of(&app, number).await) };
        follow(&app, &[ADA.to_owned(), "bea@example.org".to_owned()], about).await;
        let same = Finding {
            route: Route::Duplicate,
            standard: Some(StandardReason::SameAim),
            costs: Costs::default(),
            ..finding()
        };
        decide(&app, number, (same, Some(original))).await;
        a_week_later(&app).await;
        assert_eq!(told(&app).await.len(), 2);

        tell(&app, (id, Some(goes_on)), NewsKind::Decided).await;
        app.run_jobs().await;
        let bea = Email::parse("bea@example.org").unwrap();
        let link = app.db.read(move |conn| find_follower(conn, &bea)).await.unwrap().unwrap().seed;
        let proof = FollowerProof::Link(app.keys.installation().following_id(&link).hash());
        stop_all(&app.db, Actor::Anonymous, proof).await.unwrap();
        a_week_later(&app).await;

        assert_eq!(told(&app).await[2..], [(ADA.to_owned(), vec![NewsKind::Decided])], "but who stopped hears nothing");
        assert!(told(&app).await[..2].iter().all(|(_, news)| *news == [NewsKind::Joined]));
    }
}

on_both! {
    async fn who_stops_at_night_gets_no_mail_in_the_morning(database) {
        let app = TestApp::new(database).await;
        let round = voting(&app).await;
        let followed = Followed { round: round.round.id, proposal: None };
        follow(&app, &[ADA.to_owned(), "bea@example.org".to_owned()], followed).await;
        tell(&app, (round.round.id, None), NewsKind::Result).await;
        app.run_jobs().await;
        let back_to_waiting = app.db.write(Lock::Nothing, |tx| {
            let news = mails::table.filter(mails::message.eq("followed_news"));
            diesel::update(news).set(mails::state.eq("waiting")).execute(tx.conn).map_err(StoreError::from)
        });
        assert_eq!(back_to_waiting.await.unwrap(), 2);
        let ada = Email::parse(ADA).unwrap();
        let seed = app.db.read(move |conn| find_follower(conn, &ada)).await.unwrap().unwrap().seed;

        let proof = FollowerProof::Link(app.keys.installation().following_id(&seed).hash());
        stop_all(&app.db, Actor::Anonymous, proof).await.unwrap();

        assert_eq!(told(&app).await, [("bea@example.org".to_owned(), vec![NewsKind::Result])]);
    }
}

on_both! {
    async fn each_follower_is_written_to_in_their_language(database) {
        let app = TestApp::new(database).await;
        let round = voting(&app).await;
        let followed = Followed { round: round.round.id, proposal: None };
        follow(&app, &[ADA.to_owned(), "bea@example.org".to_owned()], followed).await;
        let ada = Email::parse(ADA).unwrap();
        let seed = app.db.read(move |conn| find_follower(conn, &ada)).await.unwrap().unwrap().seed;
        let proof = FollowerProof::Link(app.keys.installation().following_id(&seed).hash());
        choose_language(&app.db, Actor::Anonymous, proof, Language::German).await.unwrap();
        tell(&app, (round.round.id, None), NewsKind::Result).await;

        app.run_jobs().await;

        let sent = app.db.read(|conn| {
            let news = mails::table.filter(mails::message.eq("followed_news")).order(mails::recipient);
            news.select((mails::recipient, mails::language)).load::<(String, String)>(conn).map_err(StoreError::from)
        });
        let sent = sent.await.unwrap();
        assert_eq!(sent, [(ADA.to_owned(), "de".to_owned()), ("bea@example.org".to_owned(), "en".to_owned())]);
    }
}
