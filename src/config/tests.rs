//! Every mistake is named, and the later layer wins.

use super::*;

const NEEDED: [(&str, &str); 4] = [
    ("ALLMENDE__DATABASE__URL", "sqlite:/tmp/x.sqlite"),
    ("ALLMENDE__KEYS__DIRECTORY", "/tmp/keys"),
    ("ALLMENDE__FILES__DIRECTORY", "/tmp/files"),
    ("ALLMENDE__MAIL__DIRECTORY", "/tmp/mail"),
];

fn load(more: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let environment = NEEDED.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::load(None, environment)
}

#[test]
fn the_defaults_hold_once_the_needed_settings_are_there() {
    let config = load(&[("HOME", "/root")]).unwrap();

    assert_eq!(config.listen.port(), 8080);
    assert!(!config.secure_cookies());
}

#[test]
fn the_environment_wins_over_the_file_and_the_file_over_the_defaults() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "[server]\nlisten = '127.0.0.1:1111'\n[log]\nformat = 'json'\n").unwrap();
    let environment = NEEDED.iter().chain(&[("ALLMENDE__SERVER__LISTEN", "127.0.0.1:2222")]);
    let environment = environment.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));

    let config = Config::load(Some(file.path()), environment).unwrap();

    assert_eq!(config.listen.port(), 2222);
    assert_eq!(config.log_format, LogFormat::Json);
}

#[test]
fn all_mistakes_are_named_at_once_with_their_settings() {
    let error = load(&[
        ("ALLMENDE__SERVER__LISTEN", "8080"),
        ("ALLMENDE__SERVER__BASE_URL", "http://budget.example.org"),
        ("ALLMENDE__SERVER__LISTN", "x"),
        ("ALLMENDE__LOG__FORMAT", "xml"),
        ("ALLMENDE__KEYS__DIRECTORY", ""),
    ])
    .unwrap_err();

    let settings: Vec<&str> = error.0.iter().map(|mistake| mistake.setting.as_str()).collect();
    assert_eq!(settings, ["server.listen", "server.base_url", "keys.directory", "log.format", "server.listn"]);
}

#[test]
fn a_missing_setting_says_where_to_put_it() {
    let error = Config::load(None, []).unwrap_err();

    assert!(error.to_string().contains("ALLMENDE__DATABASE__URL"), "{error}");
}

#[test]
fn plain_http_is_for_this_machine_only() {
    assert!(load(&[("ALLMENDE__SERVER__BASE_URL", "http://localhost:8080")]).is_ok());
    assert!(load(&[("ALLMENDE__SERVER__BASE_URL", "https://budget.example.org")]).unwrap().secure_cookies());
    assert!(load(&[("ALLMENDE__SERVER__BASE_URL", "http://10.0.0.1")]).is_err());
}

#[test]
fn mistakes_of_mails_are_named_at_once_and_by_what_they_need() {
    let smtp = [("ALLMENDE__MAIL__TRANSPORT", "smtp"), ("ALLMENDE__MAIL__SMTP_HOST", "mail.example.org")];
    let sender = ("ALLMENDE__MAIL__SENDER", "Amt <amt@example.org>");
    let faults = |more: &[(&str, &str)]| -> Vec<String> {
        let error = load(&[smtp.as_slice(), more].concat()).unwrap_err();
        assert!(!error.to_string().contains("geheim"), "{error}");
        error.0.into_iter().map(|mistake| mistake.setting).collect()
    };

    assert_eq!(
        faults(&[("ALLMENDE__MAIL__SMTP_HOST", ""), ("ALLMENDE__MAIL__SMTP_PASSWORD", "geheim"),]),
        ["mail.smtp_host", "mail.smtp_user", "mail.sender"]
    );
    assert_eq!(faults(&[sender, ("ALLMENDE__MAIL__SMTP_ENCRYPTION", "none")]), ["mail.smtp_encryption"]);
    assert_eq!(
        faults(&[
            ("ALLMENDE__MAIL__SENDER", "a\r\nBcc: x"),
            ("ALLMENDE__MAIL__REPLY_TO", "nobody"),
            ("ALLMENDE__MAIL__SMTP_PORT", "99999"),
            ("ALLMENDE__MAIL__SMTP_ENCRYPTION", "ssl"),
            ("ALLMENDE__MAIL__SMTP_AUTHORITY", "/nowhere.pem"),
            ("ALLMENDE__MAIL__SMTP_PER_SECOND", "0"),
        ]),
        [
            "mail.sender",
            "mail.reply_to",
            "mail.smtp_port",
            "mail.smtp_encryption",
            "mail.smtp_authority",
            "mail.smtp_per_second"
        ]
    );
    let error = load(&[("ALLMENDE__MAIL__DIRECTORY", "")]).unwrap_err();
    assert_eq!(error.0[0].setting, "mail.directory");
}

#[test]
fn the_mail_servers_port_follows_its_encryption_and_its_password_does_not_print() {
    let with = |more: &[(&str, &str)]| {
        let account = [
            ("ALLMENDE__MAIL__TRANSPORT", "smtp"),
            ("ALLMENDE__MAIL__SENDER", "Amt <amt@example.org>"),
            ("ALLMENDE__MAIL__SMTP_HOST", "localhost"),
            ("ALLMENDE__MAIL__SMTP_USER", "amt"),
            ("ALLMENDE__MAIL__SMTP_PASSWORD", "geheim"),
        ];
        let config = load(&[account.as_slice(), more].concat()).unwrap();
        assert!(!format!("{config:?}").contains("geheim"));
        match config.mail.transport {
            crate::mail::TransportSettings::Smtp(server) => server.port,
            other => panic!("{other:?}"),
        }
    };

    assert_eq!(with(&[]), 587);
    assert_eq!(with(&[("ALLMENDE__MAIL__SMTP_ENCRYPTION", "tls")]), 465);
    assert_eq!(with(&[("ALLMENDE__MAIL__SMTP_ENCRYPTION", "none")]), 25);
    assert_eq!(with(&[("ALLMENDE__MAIL__SMTP_PORT", "2525")]), 2525);
}
