//! What no cache, no log and no other voter may see.

use std::io::Write;
use std::sync::{Arc, Mutex, OnceLock};

use tracing_subscriber::fmt::MakeWriter;

use super::{Booth, problems, texts};

/// Everything that any test of this program logs.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Log {
    fn of_everything() -> &'static Self {
        static LOG: OnceLock<Log> = OnceLock::new();
        LOG.get_or_init(|| {
            let log = Log::default();
            let subscriber = tracing_subscriber::fmt().with_writer(log.clone()).with_ansi(false);
            let subscriber = subscriber.with_env_filter("trace,actix_http=debug,mio=off").finish();
            tracing::subscriber::set_global_default(subscriber).expect("no other test logs");
            log
        })
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

on_both! {
    async fn neither_codes_nor_choices_nor_receipts_are_logged(database) {
        let log = Log::of_everything();
        // A number that nothing else in the log has.
        let booth = Booth::with(database, |content| {
            content.areas[0].projects[0].number = allmende::domain::ids::ProjectNumber::new(818_181);
        })
        .await;
        let voter = booth.round.a_voter().await;
        let (code, person) = (voter.code.to_string(), voter.row.person);
        let client = booth.app.client();

        client.get(&booth.at(&format!("?code={code}")));
        client.submit(&booth.at("/code"), &[("code", "K7QM-0000-0000")]);
        booth.enter_in(&client, &voter);
        client.get(&booth.at("/ballot"));
        booth.check(&client, &[("p818181", "727272")]);
        let receipt = booth.cast(&client, &[("p818181", "5")]);
        client.post(&booth.at("/cast"), &[("p818181", "5")]);

        let text = log.text();
        assert!(text.contains("/vote/cast"), "the log is heard");
        let hexadecimal: String = person.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        for secret in
            [&code, &*voter.code.characters(), "K7QM-0000", "818181", "727272", &receipt, &hexadecimal, &client.cookie("vote").unwrap()]
        {
            assert!(!text.contains(secret), "{secret} is in the log");
        }
    }
}

on_both! {
    async fn no_page_of_a_voter_is_kept_by_the_browser(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.app.client();
        let mut answers = vec![client.get(&booth.at("")), client.submit(&booth.at("/code"), &[("code", "x")])];
        booth.enter_in(&client, &voter);
        answers.push(client.get(&booth.at("/ballot")));
        answers.push(booth.check(&client, &[("p1", "9")]));
        let form = booth.checked(&client, &[("p1", "5")]);
        answers.push(booth.check(&client, &[("p1", "5")]));
        answers.push(booth.send(&client, "/ballot", &form));
        answers.push(booth.send(&client, "/cast", &form));
        answers.push(client.get(&booth.at("/receipt")));
        answers.push(client.get(&booth.at("/ballot")));
        answers.push(client.submit(&booth.at("/leave"), &[]));

        for answer in answers {
            assert_eq!(answer.header("cache-control"), Some("private, no-store"), "{}", answer.text("h1"));
            assert_eq!(answer.header("etag"), None);
        }
    }
}

on_both! {
    async fn nobody_sees_a_ballot_that_is_cast(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        booth.cast(&client, &[("p1", "5")]);

        for page in ["/ballot", "/ballot?again=1", "/receipt", ""] {
            let page = client.get(&booth.at(page));
            assert!(super::ticked(&page).is_empty(), "{}", page.text("h1"));
        }
    }
}

on_both! {
    async fn each_voter_has_an_order_of_projects_that_stays(database) {
        let booth = Booth::with(database, |content| {
            content.areas = vec![crate::harness::rounds::area(1, 1..=12)];
        })
        .await;
        let order = |client: &crate::harness::client::Client| texts(&client.get(&booth.at("/ballot")), ".brow h3");
        let (one, other) = (booth.round.a_voter().await, booth.round.a_voter().await);
        let first = order(&booth.enter(&one));

        let again = order(&booth.enter(&one));
        let different = order(&booth.enter(&other));
        let client = booth.enter(&one);
        let with_problems = booth.check(&client, &[("p1", "5"), ("p2", "5")]);

        assert_eq!(first.len(), 12);
        assert_eq!(first, again);
        assert_ne!(first, different, "of 12! orders two voters have one and the same");
        assert_eq!(problems(&with_problems).len(), 1);
        assert_eq!(texts(&with_problems, ".brow h3"), first);
    }
}
