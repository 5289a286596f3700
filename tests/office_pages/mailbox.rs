//! The demonstration's mailbox.

use allmende::web::mailbox::view::{EntryRow, MailRow, MailSample, MailSamples, MailShow, MailboxList, Telephone};
use allmende::web::parts::Pager;

use super::{render, text_of};

#[test]
fn an_empty_mailbox_says_so() {
    let page = render(
        "mailbox-empty",
        &MailboxList {
            mails: Vec::new(),
            pager: Pager::default(),
            telephones: Vec::new(),
            entries: Vec::new(),
            samples_url: "/en/demo/mailbox/samples".into(),
        },
    );

    assert!(text_of(&page, "main").contains("There is no e-mail yet."));
}

#[test]
fn mails_are_listed_and_shown_as_text() {
    let mails = (1..=20)
        .map(|n| MailRow {
            url: format!("/en/mailbox/{n}"),
            subject: format!("Ihre Stimme ist angekommen, Nummer {n} <b>"),
            to: "ada@lindenau.example".into(),
            at: "4 Oct 2027, 18:05".into(),
        })
        .collect();
    let telephone = Telephone { whose: "ada@lindenau.example".into(), code: "012345".into(), seconds: 1 };
    let entry = EntryRow { workplace: "Station 4B <b>".into(), url: "/en/enter/a".into() };
    let pager = Pager::new(2, 9, |n| format!("?page={n}"));
    let list = render(
        "mailbox-list",
        &MailboxList { mails, pager, telephones: vec![telephone], entries: vec![entry], samples_url: "/s".into() },
    );
    let sample = MailSample { subject: "Your answer <b>".into(), lines: vec!["Hello,".into(), String::new()] };
    let samples = render("mail-samples", &MailSamples { list_url: "/en/mailbox".into(), samples: vec![sample] });
    render("mail-samples-none", &MailSamples { list_url: "/en/mailbox".into(), samples: Vec::new() });
    assert_eq!(text_of(&samples, "summary"), "Your answer <b>");
    let mail = MailShow {
        list_url: "/en/mailbox".into(),
        subject: "Ergebnis der Runde 2027".into(),
        from: "Lindenau <buero@lindenau.example>".into(),
        to: "ada@lindenau.example".into(),
        at: "4 Oct 2027, 18:05".into(),
        lines: [
            "Guten Tag,",
            "",
            "das Ergebnis ist da:",
            "https://lindenau.example/de/rounds/lindenau-2027/result?a=1&b=2",
            "<script>",
        ]
        .map(str::to_owned)
        .to_vec()
        .into(),
        state: "Sent".into(),
        html_url: Some("/en/mailbox/1/html".into()),
    };
    let shown = render("mailbox-mail", &mail);
    let gone = render("mailbox-gone", &MailShow { lines: None, html_url: None, ..mail });

    assert!(text_of(&list, "#entries ~ ul").contains("Station 4B <b>"));
    assert!(text_of(&list, ".rows").contains("Nummer 20 <b>"));
    assert!(text_of(&gone, "main").contains("The text is gone."));
    assert!(text_of(&shown, ".sheet").ends_with("a=1&b=2 <script>"), "{}", text_of(&shown, ".sheet"));
}
