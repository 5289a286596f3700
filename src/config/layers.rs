//! The three layers of settings as one flat map, `section.key` to text, each with where it came from.

use std::collections::BTreeMap;
use std::path::Path;

use toml::{Table, Value};

use super::Mistake;

const DEFAULTS: &str = include_str!("../../config/default.toml");
const PREFIX: &str = "ALLMENDE__";

/// What was read and not yet taken, with the mistakes found so far.
pub(super) struct Layers {
    values: BTreeMap<String, (String, String)>,
    mistakes: Vec<Mistake>,
}

impl Layers {
    pub(super) fn read(file: Option<&Path>, environment: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut layers = Self { values: BTreeMap::new(), mistakes: Vec::new() };
        layers.add_toml("the defaults", DEFAULTS);
        if let Some(path) = file {
            let name = path.display().to_string();
            match std::fs::read_to_string(path) {
                Ok(text) => layers.add_toml(&name, &text),
                Err(error) => layers.note("--config", &name, format!("the file cannot be read: {error}")),
            }
        }
        for (variable, value) in environment {
            if let Some(rest) = variable.strip_prefix(PREFIX) {
                let setting = rest.to_ascii_lowercase().replace("__", ".");
                layers.values.insert(setting, (value, format!("the environment, {variable}")));
            }
        }
        layers
    }

    fn add_toml(&mut self, name: &str, text: &str) {
        match text.parse::<Table>() {
            Ok(table) => self.add_sections(name, table),
            Err(error) => self.note("--config", name, format!("this is not TOML: {error}")),
        }
    }

    fn add_sections(&mut self, name: &str, table: Table) {
        for (section, content) in table {
            let Value::Table(keys) = content else {
                self.note(&section, name, "settings stand in sections such as [server]".to_owned());
                continue;
            };
            for (key, value) in keys {
                let setting = format!("{section}.{key}");
                match value {
                    Value::String(text) => _ = self.values.insert(setting, (text, name.to_owned())),
                    Value::Integer(number) => _ = self.values.insert(setting, (number.to_string(), name.to_owned())),
                    Value::Boolean(switch) => _ = self.values.insert(setting, (switch.to_string(), name.to_owned())),
                    Value::Float(_) | Value::Datetime(_) | Value::Array(_) | Value::Table(_) => {
                        self.note(&setting, name, "this must be text, a whole number, true or false".to_owned());
                    }
                }
            }
        }
    }

    /// Notes a mistake.
    pub(super) fn note(&mut self, setting: &str, source_name: &str, problem: String) {
        self.mistakes.push(Mistake { setting: setting.to_owned(), source_name: source_name.to_owned(), problem });
    }

    /// Takes a setting; what does not hold or is missing is noted.
    pub(super) fn take<T>(&mut self, setting: &str, parse: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        let Some((text, source_name)) = self.values.remove(setting) else {
            let variable = format!("{PREFIX}{}", setting.to_ascii_uppercase().replace('.', "__"));
            self.note(setting, "nowhere", format!("this setting is needed; put it into the file or into {variable}"));
            return None;
        };
        match parse(&text) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.note(setting, &source_name, problem);
                None
            }
        }
    }

    /// All mistakes; what nobody took is unknown.
    pub(super) fn finish(mut self) -> Vec<Mistake> {
        for (setting, (_, source_name)) in std::mem::take(&mut self.values) {
            self.note(&setting, &source_name, "there is no such setting; config/default.toml lists all".to_owned());
        }
        self.mistakes
    }
}
