//! What a public page asks of the database: of a stranger's permissions nothing, and of somebody who is signed in only what
//! the session is. The figures hold on both databases; whoever changes one has looked at why.

use allmende::domain::role::{Grant, Role};
use allmende::web::routes::{Access, SERVED, Takes, path};

use super::objects::Objects;
use super::trier;
use crate::harness::client::Client;
use crate::harness::statements::Statements;
use crate::routes::stage::Stage;

/// How many statements the page costs a stranger to whom nobody's page can be given again. The pages without any show what
/// is in memory, or say that there is nothing: no text in easy language, no link.
const WHILE_VOTING: &[(&str, usize)] = &[
    (path::HOME, 10),
    (path::ROUND, 6),
    (path::PROJECTS, 9),
    (path::PROJECT, 8),
    (path::PROPOSALS, 12),
    (path::PROPOSALS_TABLE, 13),
    (path::PROPOSAL, 15),
    (path::PROPOSAL_VERSIONS, 6),
    (path::REPORT_PROPOSAL, 4),
    (path::REPORTED_PROPOSAL, 5),
    (path::MODERATION_FIGURES, 17),
    (path::ANSWER_TIMES, 7),
    (path::FIND_PROPOSAL, 0),
    (path::PROPOSE, 7),
    (path::PROPOSE_WHERE, 7),
    (path::PROPOSE_SIMILAR, 7),
    (path::PROPOSE_MORE, 7),
    (path::PROPOSE_CHECK, 7),
    (path::PROPOSE_RECEIPT, 7),
    (path::PROPOSE_DRAFT, 7),
    (path::PROPOSAL_FORM, 7),
    (path::OWN_PROPOSAL, 0),
    (path::VOTE, 3),
    (path::RECORD, 6),
    (path::RECORD_TABLE, 7),
    (path::RECORD_FILE, 4),
    (path::RECORD_ENTRY, 4),
    (path::IMPRINT, 0),
    (path::PRIVACY, 1),
    (path::ACCESSIBILITY, 0),
    (path::REPORT_BARRIER, 0),
    (path::REPORTED_BARRIER, 1),
    (path::HELP, 6),
    (path::ASK, 3),
    (path::ASKED, 4),
    (path::FOLLOW, 0),
    (path::FOLLOW_SENT, 0),
    (path::FOLLOW_CONFIRM, 0),
    (path::FOLLOWING, 0),
    (path::EASY, 0),
    (path::SIGN_IN, 0),
    (path::SIGN_IN_CODE, 0),
    (path::SIGN_IN_LINK, 0),
    (path::ENTER, 1),
    (path::INVITATION, 0),
    (path::WHO_SEES_WHAT, 0),
];
/// The same, of the pages that there are once the result is public.
const WITH_RESULT: &[(&str, usize)] = &[
    (path::HOME, 10),
    (path::ROUND, 6),
    (path::PROJECTS, 9),
    (path::PROJECT, 10),
    (path::RESULT, 14),
    (path::RESULT_AREA, 10),
    (path::RESULT_FILE, 4),
];
/// What a session costs beside the page: itself with its account, and what the account is entrusted with.
const SESSION: usize = 2;
/// Where people support, what those who are signed in see of it costs three more: whether they may, what is their own, and
/// what they support already.
const SUPPORTS: [&str; 2] = [path::PROPOSALS, path::PROPOSAL];
const SUPPORT: usize = 3;
/// Whether they follow it already, or who follows: one more for those who are signed in.
const FOLLOWED: [&str; 3] = [path::ROUND, path::PROPOSAL, path::FOLLOWING];
const FOLLOW: usize = 1;
/// The tables that say who somebody is and what they may do.
const OF_PEOPLE: [&str; 4] = ["sessions", "accounts", "office_roles", "office_role_departments"];

/// What a page asks for when somebody else has been there before. The organisation is left out: it is read once a second
/// for everybody, by whoever comes first.
fn asked(statements: &Statements, client: &Client, path: &str, look: usize) -> Vec<String> {
    statements.take();
    let answer = client.get(&format!("/en{path}?look={look}"));
    // The list of projects leads to the order of the day, which stands in its address.
    if let (302, Some(ordered)) = (answer.status, answer.header("location")) {
        statements.take();
        client.get(&format!("{ordered}&look={look}"));
    }
    let of_the_page = statements.take().into_iter();
    of_the_page.filter(|statement| !tables(statement).any(|table| table.starts_with("organisation"))).collect()
}

/// The names in a statement that stand in quotes.
fn tables(statement: &str) -> impl Iterator<Item = &str> {
    statement.split(['`', '"']).skip(1).step_by(2)
}

/// Those of the pages that cost otherwise than the table says, in words.
fn wrong(statements: &Statements, pages: &[(&str, usize)], objects: &Objects, by: [&Client; 3]) -> Vec<String> {
    let [stranger, resident, office] = by;
    let mut wrong = Vec::new();
    for (pattern, wanted) in pages {
        let path = objects.fill(pattern);
        asked(statements, stranger, &path, 0);
        let bare = asked(statements, stranger, &path, 1);
        if bare.len() != *wanted || bare.iter().flat_map(|one| tables(one)).any(|table| OF_PEOPLE.contains(&table)) {
            wrong.push(format!("{path}: {} and not {wanted} for a stranger: {bare:#?}", bare.len()));
        }
        for (who, client) in [("a resident", resident), ("an administrator", office)] {
            let own = asked(statements, client, &path, 2);
            let support = if SUPPORTS.contains(pattern) { SUPPORT } else { 0 };
            let most = wanted + SESSION + support + if FOLLOWED.contains(pattern) { FOLLOW } else { 0 };
            if own.len() > most {
                wrong.push(format!("{path}: {} and not {most} at most for {who}: {own:#?}", own.len()));
            }
        }
    }
    wrong
}

on_both! {
    async fn a_permission_costs_a_stranger_nothing_and_somebody_signed_in_only_the_session(database) {
        let stage = Stage::new(database).await;
        let objects = Objects::new(&stage.app).await;
        let resident = trier(&stage.app, "resident", &[], false).await.client;
        let office = trier(&stage.app, "office", &[Grant::everywhere(Role::Administrator)], true).await.client;
        let by = [&stage.app.client(), &resident, &office];
        let statements = Statements::of(&stage.app).await;
        stage.vote(12, 12).await;

        let while_voting = wrong(&statements, WHILE_VOTING, &objects, by);
        stage.publish().await;
        let with_result = wrong(&statements, WITH_RESULT, &objects, by);

        assert_eq!((while_voting, with_result), (Vec::<String>::new(), Vec::new()));
        statements.take();
        office.get("/en/account");
        assert!(statements.take().iter().any(|one| one.contains("sessions")), "they were heard");
    }
}

#[test]
fn every_public_page_is_on_one_of_the_tables() {
    let public = SERVED.iter().filter(|(_, takes, access)| *access == Access::Everybody && *takes != Takes::Form);
    let listed = |path: &str| [WHILE_VOTING, WITH_RESULT].concat().iter().any(|(known, _)| *known == path);

    let missing: Vec<&str> = public.map(|(path, _, _)| *path).filter(|path| !listed(path)).collect();

    assert_eq!(missing, [""; 0]);
}
