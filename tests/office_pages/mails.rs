//! How mails leave, and what will not arrive.

use allmende::web::parts::Pager;
use allmende::web::settings::mail_view::{FailedMailRow, FailedMails, MailBlock, MailProblem, MailWay, MailsShow};
use scraper::Selector;

use super::{render, text_of};

#[test]
fn the_way_of_mails_is_told_with_the_next_step() {
    let mail = MailBlock {
        checked_at: Some("4 Oct 2027, 18:05".into()),
        failed_url: Some("/en/office/mails/failed".into()),
        test_url: Some("/en/office/mails/test".into()),
        ..MailBlock::default()
    };
    let mut view = MailsShow { back_url: "/en/office/organisation".into(), test_sent: true, mail };
    let well = render("mails-well", &view);
    view.mail.way = MailWay::Smtp { server: "mail.lindenau.example:587".into() };
    view.mail.problem = Some(MailProblem { next: "Have the user checked.".into(), reason: Some("535 <no>".into()) });
    (view.mail.waiting, view.mail.failed) = (1_234, 1);
    let bad = render("mails-bad", &view);
    (view.test_sent, view.mail.failed_url, view.mail.test_url) = (false, None, None);
    view.mail.problem = Some(MailProblem { next: "Have the user checked.".into(), reason: None });
    let read = render("mails-read", &view);

    assert!(text_of(&well, "[role=alert]").contains("on its way to your address"));
    assert!(text_of(&well, "section").contains("4 Oct 2027, 18:05: works"));
    assert!(well.select(&Selector::parse("section a").unwrap()).next().is_none());
    let told = text_of(&bad, "section");
    for words in ["mail.lindenau.example:587", "Have the user checked.", "535 <no>", "1,234 e-mails", "1 e-mail Show"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(
        text_of(&read, "section").contains("Have the user checked.") && text_of(&read, "section").contains("1 e-mail")
    );
    assert_eq!(read.select(&Selector::parse("section :is(a, form)").unwrap()).count(), 0);
}

#[test]
fn mails_that_did_not_arrive_are_listed_with_address_and_reason() {
    let back_url = || "/en/office/mails".to_owned();
    let none = FailedMails { back_url: back_url(), mails: Vec::new(), pager: Pager::default() };
    let row = |subject| FailedMailRow {
        to: "ada@lindenau.example".into(),
        subject,
        at: "4 Oct 2027, 18:05".into(),
        reason: "permanent error (550): nobody <here>".into(),
    };
    let mails = vec![row(Some("Ihr Konto ist gelöscht".into())), row(None)];
    let some = FailedMails { back_url: back_url(), mails, pager: Pager::new(1, 3, |n| format!("?page={n}")) };

    assert!(text_of(&render("failed-mails-none", &none), "main").contains("All e-mails arrived."));
    let told = text_of(&render("failed-mails", &some), ".rows");
    assert!(
        told.contains("ada@lindenau.example") && told.contains("nobody <here>") && told.contains("Unknown e-mail"),
        "{told}"
    );
}
