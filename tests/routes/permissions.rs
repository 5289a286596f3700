//! S1: every address as everybody, held against the two tables: who may open an address, and who may do what. An address
//! that is not on the table answers nothing; one whose door does not do what the table says is found here. The addresses
//! lead to things that exist and belong to somebody else.

mod auditor;
mod objects;
mod outside;
mod statements;

use std::collections::BTreeMap;

use allmende::domain::ids::{AccountId, RoundId};
use allmende::domain::permission::{Actor, Permission, Reach, Scope, require};
use allmende::domain::role::{Grant, Grants, Role};
use allmende::store::roles::insert_grant;
use allmende::store::{Lock, StoreError};
use allmende::web::routes::{Access, SERVED, Takes, path};

use self::objects::Objects;
use super::sign_in::disable;
use super::stage::{Stage, publish};
use crate::harness::app::{PASSWORD, TestApp};
use crate::harness::client::{Answer, Client};
use crate::harness::rounds::live;

/// Somebody who tries.
pub(super) struct Trier {
    name: String,
    account: Option<AccountId>,
    pub(super) client: Client,
    grants: Grants,
    signed_in: bool,
    has_shown_second_factor: bool,
}

/// What an answer says about whether somebody was let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    /// Let in, whatever was found behind.
    Open,
    /// Led or asked to sign in.
    SignIn,
    /// Led to the second factor.
    SecondFactor,
    /// Led to where a code is entered.
    EnterCode,
    /// Turned away.
    Shut,
    /// Not there.
    Missing,
}

fn door(answer: &Answer) -> Door {
    let leads = |to: &str| answer.header("location").is_some_and(|path| path.starts_with(to));
    let beside_sign_in = answer.body.contains("action=\"/en/sign-in\"");
    match (answer.status, answer.header("x-error-code")) {
        (303, _) if leads("/en/sign-in/second-factor") => Door::SecondFactor,
        (303, _) if leads("/en/sign-in") => Door::SignIn,
        (303, _) if answer.header("location").is_some_and(|path| path.ends_with("/vote")) => Door::EnterCode,
        (403, None) if beside_sign_in => Door::SignIn,
        (403, None) if answer.body.contains("/vote/code\"") => Door::EnterCode,
        (403, Some("role_missing" | "role_for_another_round" | "account_closed" | "not_theirs")) => Door::Shut,
        (404, _) => Door::Missing,
        (401 | 403, code) => panic!("turned away for another reason: {code:?}"),
        _ => Door::Open,
    }
}

/// What the tables say.
fn expected(path: &str, (access, reads): (Access, bool), by: &Trier, round: RoundId) -> Door {
    match access {
        Access::Everybody => Door::Open,
        Access::Demo => Door::Missing,
        Access::Voter => Door::EnterCode,
        Access::Member if by.signed_in => Door::Open,
        Access::Member => Door::SignIn,
        Access::Office(_) | Access::OfficeReads { .. } if !by.signed_in => Door::SignIn,
        Access::Office(permission) => of_office(path, permission, by, round),
        Access::OfficeReads { page, .. } if reads => of_office(path, page, by, round),
        Access::OfficeReads { form, .. } => of_office(path, form, by, round),
    }
}

/// A page of one round is held against that round; one that shows all of them opens for a role in any.
fn of_office(path: &str, permission: Permission, by: &Trier, round: RoundId) -> Door {
    let scopes: Vec<Scope> = match (permission.reach(), path.contains("{slug}")) {
        (Reach::Round, true) => vec![Scope::Round(round)],
        (Reach::Round, false) => {
            by.grants.iter().map(|grant| grant.round.map_or(Scope::Organisation, Scope::Round)).collect()
        }
        (Reach::Organisation | Reach::Account, _) => vec![Scope::Organisation],
    };
    let may = |scope: &Scope| require(Actor::Office(AccountId::new(1)), &by.grants, permission, *scope).is_ok();
    match (scopes.iter().any(may), by.has_shown_second_factor) {
        (true, true) => Door::Open,
        (true, false) => Door::SecondFactor,
        (false, _) => Door::Shut,
    }
}

async fn account(app: &TestApp, name: &str, grants: &[Grant]) -> AccountId {
    let new = app.new_account(&format!("{name}@example.org"));
    let grants = grants.to_vec();
    app.db
        .write(Lock::Nothing, move |tx| {
            let now = tx.now;
            let account = allmende::store::accounts::insert_account(tx, &new, now)?;
            for grant in &grants {
                insert_grant(tx, account, &(*grant).into(), now)?;
            }
            Ok::<_, StoreError>(account)
        })
        .await
        .unwrap()
}

pub(super) async fn trier(app: &TestApp, name: &str, grants: &[Grant], with_telephone: bool) -> Trier {
    let id = account(app, name, grants).await;
    let client = app.client();
    app.give_telephone(id).await;
    if with_telephone {
        app.enter(&client, &format!("{name}@example.org")).await;
    } else {
        assert_eq!(client.sign_in(&format!("{name}@example.org"), PASSWORD).status, 303);
    }
    Trier {
        name: name.to_owned(),
        account: Some(id),
        client,
        grants: grants.iter().copied().collect(),
        signed_in: true,
        has_shown_second_factor: with_telephone,
    }
}

async fn everybody(app: &TestApp, round: RoundId, elsewhere: RoundId) -> Vec<Trier> {
    let nobody = Trier {
        name: "nobody".to_owned(),
        account: None,
        client: app.client(),
        grants: Grants::default(),
        signed_in: false,
        has_shown_second_factor: false,
    };
    let mut all = vec![nobody, trier(app, "resident", &[], false).await];
    for role in Role::ALL {
        all.push(trier(app, role.as_str(), &[Grant::everywhere(*role)], true).await);
        let here = Grant { role: *role, round: Some(round) };
        all.push(trier(app, &format!("{}-here", role.as_str()), &[here], true).await);
        let there = Grant { role: *role, round: Some(elsewhere) };
        all.push(trier(app, &format!("{}-elsewhere", role.as_str()), &[there], true).await);
    }
    all.push(trier(app, "no-telephone", &[Grant::everywhere(Role::Administrator)], false).await);
    let mut closed = trier(app, "closed", &[Grant::everywhere(Role::Administrator)], true).await;
    let email = allmende::domain::email::Email::parse("closed@example.org").unwrap();
    let id = app.db.read(move |conn| allmende::store::accounts::find_account_by_email(conn, &email)).await.unwrap();
    disable(app, id.unwrap().id).await;
    closed.signed_in = false;
    all.push(closed);
    all
}

/// Addresses behind which there is nothing: results and decisions on them while people vote, a text that nobody wrote, an invitation without the
/// secret of its link.
const NOTHING_THERE: &[&str] =
    &[path::RESULT_AREA, path::RESULT_FILE, path::EASY, path::INVITATION, path::OFFICE_DECISION];

/// Sends what the address takes. A form is sent empty, so that nothing is done; it ends nobody's session either.
fn attempts(path: &str, takes: Takes, client: &Client) -> Vec<(&'static str, Answer)> {
    let path = format!("/en{path}");
    let mut answers = Vec::new();
    if takes != Takes::Form {
        answers.push(("GET", client.get(&path)));
    }
    if takes != Takes::Page {
        answers.push(("POST", client.submit(&path, &[])));
    }
    answers
}

on_both! {
    async fn s1_every_address_answers_everybody_as_the_tables_say(database) {
        let stage = Stage::new(database).await;
        let elsewhere = publish(&stage.app, live("elsewhere", stage.app.time.get())).await.round.id;
        let round = stage.round.round.id;
        let objects = Objects::new(&stage.app).await;
        let all = everybody(&stage.app, round, elsewhere).await;
        let mut cells: BTreeMap<&str, usize> = BTreeMap::new();
        let mut wrong = Vec::new();

        // Signing out comes last: it ends the session with which the others are tried.
        let is_last = |(path, _, _): &&(&str, Takes, Access)| *path == path::SIGN_OUT;
        for (path, takes, access) in SERVED.iter().filter(|one| !is_last(one)).chain(SERVED.iter().filter(is_last)) {
            let filled = objects.fill(path);
            for by in &all {
                for (method, answer) in attempts(&filled, *takes, &by.client) {
                    let (found, wanted) = (door(&answer), expected(path, (*access, method == "GET"), by, round));
                    // Behind an open door there may be one more of one's own account, and signing out leads to signing in.
                    let inside = found == Door::SecondFactor && access.of_office(true).is_none()
                        || found == Door::SignIn && *path == path::SIGN_OUT
                        || found == Door::Missing && NOTHING_THERE.contains(path);
                    let fits = found == wanted || wanted == Door::Open && inside;
                    *cells.entry(method).or_default() += 1;
                    if !fits {
                        wrong.push(format!("{method} {filled} as {}: {found:?} and not {wanted:?}", by.name));
                    }
                }
            }
        }

        assert_eq!(wrong, [""; 0]);
        for by in &all {
            assert_eq!(door(&by.client.get("/en/account")), Door::SignIn, "{} has signed out", by.name);
        }
        assert!(cells["GET"] > 500 && cells["POST"] > 300, "{cells:?}");
    }
}

on_both! {
    async fn s1_nobody_ends_a_session_of_somebody_else(database) {
        let stage = Stage::new(database).await;
        let elsewhere = publish(&stage.app, live("elsewhere", stage.app.time.get())).await.round.id;
        let objects = Objects::new(&stage.app).await;

        for by in everybody(&stage.app, stage.round.round.id, elsewhere).await {
            let answer = by.client.submit("/en/account/sessions", &[("handle", &objects.session)]);
            assert_eq!(door(&answer), if by.signed_in { Door::Open } else { Door::SignIn }, "{}", by.name);
            assert_eq!(door(&objects.bystander.get("/en/account")), Door::Open, "by {}", by.name);
        }

        objects.bystander.submit("/en/account/sessions", &[("handle", &objects.session)]);
        assert_eq!(door(&objects.bystander.get("/en/account")), Door::SignIn, "it was the right name");
    }
}

#[test]
fn s1_every_pattern_of_an_address_is_on_the_table() {
    let read = |file: &str| std::fs::read_to_string(format!("{}/src/web/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (text, paths) = (read("routes/served.rs"), read("routes/path.rs"));

    let named: Vec<&str> = paths.lines().filter_map(|line| line.trim().strip_prefix("pub const ")).collect();
    let named = named.iter().filter_map(|rest| rest.split_once(": &str")).map(|(name, _)| name);
    let missing: Vec<&str> = named.filter(|name| !text.contains(&format!("(path::{name}, "))).collect();

    assert_eq!(missing, [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s1_an_address_that_nobody_declared_answers_nothing() {
    let stage = Stage::new(crate::harness::databases::TestDatabase::sqlite()).await;

    for path in ["/en/office/unheard-of", "/en/account/unheard-of", "/en/rounds/lindenau/unheard-of"] {
        assert_eq!(stage.app.signed_in().get(path).status, 404, "{path}");
    }
}
