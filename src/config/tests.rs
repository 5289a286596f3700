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
