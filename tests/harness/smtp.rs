//! A real mail server for a test: `tests/smtp/server.py`, run by the Python that `ALLMENDE_TEST_SMTP` names.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

/// The server, which ends with the test.
pub(crate) struct MailServer {
    python: String,
    options: Vec<String>,
    child: Option<Child>,
    pub(crate) port: u16,
    folder: TempDir,
}

/// A mail that the server took.
pub(crate) struct Taken {
    pub(crate) to: String,
    /// Which connection it came over.
    pub(crate) peer: u64,
    /// The whole mail.
    pub(crate) content: String,
}

impl Taken {
    /// What it says, as text.
    pub(crate) fn text(&self) -> String {
        let parsed = mail_parser::MessageParser::default().parse(self.content.as_bytes()).unwrap();
        parsed.body_text(0).unwrap().into_owned()
    }

    /// A header, unfolded.
    pub(crate) fn header(&self, name: &str) -> String {
        let parsed = mail_parser::MessageParser::default().parse(self.content.as_bytes()).unwrap();
        parsed.header_raw(name).unwrap_or_else(|| panic!("no {name} in {}", self.content)).trim().to_owned()
    }
}

impl MailServer {
    /// Starts one; `None` when the tests were told to do without.
    pub(crate) fn start() -> Option<Self> {
        Self::start_with(&[])
    }

    /// Starts one with options of the script.
    pub(crate) fn start_with(options: &[&str]) -> Option<Self> {
        let mut server = Self {
            python: python()?,
            options: options.iter().map(|option| (*option).to_owned()).collect(),
            child: None,
            port: 0,
            folder: TempDir::new().unwrap(),
        };
        server.up();
        Some(server)
    }

    /// Starts it again on its port.
    pub(crate) fn up(&mut self) {
        let mut child = Command::new(&self.python)
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/smtp/server.py"))
            .arg(self.port.to_string())
            .arg(self.ledger())
            .args(&self.options)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut port = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut port).unwrap();
        self.port = port.trim().parse().expect("the server says on which port it listens; is python3-aiosmtpd there?");
        self.child = Some(child);
    }

    /// Takes it away as a failing machine would.
    pub(crate) fn down(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// The settings with which a program sends to it.
    pub(crate) fn settings(&self) -> Vec<(&'static str, String)> {
        vec![
            ("MAIL__TRANSPORT", "smtp".to_owned()),
            ("MAIL__SENDER", "Allmende <allmende@lindenau.example>".to_owned()),
            ("MAIL__SMTP_HOST", "127.0.0.1".to_owned()),
            ("MAIL__SMTP_PORT", self.port.to_string()),
            ("MAIL__SMTP_ENCRYPTION", "none".to_owned()),
            ("MAIL__SMTP_PER_SECOND", "1000".to_owned()),
        ]
    }

    /// All mails that it took, in order.
    pub(crate) fn mails(&self) -> Vec<Taken> {
        let text = |line: &Value, name: &str| line[name].as_str().unwrap().to_owned();
        let taken = self.lines().into_iter().filter(|line| line["kind"] == "mail");
        taken
            .map(|line| Taken {
                to: text(&line, "to"),
                peer: line["peer"].as_u64().unwrap(),
                content: text(&line, "content"),
            })
            .collect()
    }

    /// How often a recipient was named, be it that the mail was taken or not.
    pub(crate) fn times_named(&self, address: &str) -> usize {
        self.lines().iter().filter(|line| line["kind"] == "named" && line["to"] == address).count()
    }

    fn lines(&self) -> Vec<Value> {
        let text = std::fs::read_to_string(self.ledger()).unwrap_or_default();
        // The last line may be half written.
        text.split_inclusive('\n').filter_map(|line| serde_json::from_str(line).ok()).collect()
    }

    fn ledger(&self) -> PathBuf {
        self.folder.path().join("taken")
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.down();
    }
}

/// A certificate for localhost, its key, and the authority that signed it.
pub(crate) struct Certificate {
    pub(crate) folder: TempDir,
}

impl Certificate {
    pub(crate) fn make() -> Self {
        let folder = TempDir::new().unwrap();
        let openssl = |arguments: &str| {
            let done = Command::new("openssl").args(arguments.split(' ')).current_dir(&folder).output().unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        };
        let key = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2";
        openssl(&format!(
            "{key} -keyout ca.key -out ca.pem -subj /CN=authority -addext basicConstraints=critical,CA:TRUE"
        ));
        openssl(&format!(
            "{key} -CA ca.pem -CAkey ca.key -keyout key.pem -out cert.pem -subj /CN=localhost \
             -addext basicConstraints=critical,CA:FALSE -addext subjectAltName=DNS:localhost"
        ));
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }
}

/// A Python that has `aiosmtpd`.
fn python() -> Option<String> {
    match std::env::var("ALLMENDE_TEST_SMTP") {
        Ok(none) if none == "none" => {
            static SAID: OnceLock<()> = OnceLock::new();
            SAID.get_or_init(|| eprintln!("The mail server was skipped: ALLMENDE_TEST_SMTP=none"));
            None
        }
        Ok(python) => Some(python),
        Err(_) => panic!(
            "ALLMENDE_TEST_SMTP names no Python with aiosmtpd. Start the tests with tests/run, which brings one, \
             or set it to none to leave the mail server out."
        ),
    }
}
