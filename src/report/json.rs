//! Records as JSON: the keys of the files, dates as texts, every character that acts written as an escape.

use std::fmt::Write as _;

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::domain::day::TOML_DATE;
use crate::domain::display::visible;
use crate::domain::number::Number;

/// The version of everything printed as JSON; it grows when a key is renamed or goes.
pub const VERSION: u64 = 1;

/// The key under which an answer names the files that could not be read; it is there only where there are such.
pub const UNREAD: &str = "unread";

/// A record with the keys it has in its file.
pub fn record<T: Serialize>(record: &T) -> Value {
    serde_json::to_value(record).map_or(Value::Null, as_in_its_file)
}

/// An exact figure as a number; null where it is too long for one.
pub(super) fn number(value: Decimal) -> Value {
    Number::new(value).map_or(Value::Null, |number| record(&number))
}

/// Leaves out the keys of what was not said, as TOML does, and puts texts where the map stands that carries a native date of it.
fn as_in_its_file(value: Value) -> Value {
    match value {
        Value::Object(mut map) => {
            if let Some(date) = map.remove(TOML_DATE) {
                return date;
            }
            let said = map.into_iter().filter(|(_, value)| !value.is_null());
            said.map(|(key, value)| (key, as_in_its_file(value))).collect::<Map<_, _>>().into()
        }
        Value::Array(list) => list.into_iter().map(as_in_its_file).collect(),
        plain => plain,
    }
}

/// The text that is printed: the version first, then the keys of `value`.
pub fn text(value: Value) -> String {
    let mut whole = Map::from_iter([("version".to_owned(), json!(VERSION))]);
    match value {
        Value::Object(map) => whole.extend(map),
        other => drop(whole.insert("value".to_owned(), other)),
    }
    document(&Value::Object(whole))
}

/// The text of a document whose form is laid down elsewhere.
pub fn document(value: &Value) -> String {
    let mut text = escape(&format!("{value:#}"));
    text.push('\n');
    text
}

/// Escapes what JSON itself would leave raw: C1, bidi and zero-width characters.
pub fn escape(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if character == '\n' || visible(character.encode_utf8(&mut [0; 4])) == character.to_string() {
            text.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing to a string cannot go wrong.
            let _ = write!(text, "\\u{unit:04x}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::Cycle;

    #[test]
    fn a_record_has_the_keys_of_its_file() {
        let cycle = Cycle::calendar("2027-q1").unwrap();
        let expected = json!({ "label": "2027-Q1", "first": "2027-01-01", "last": "2027-03-31" });
        assert_eq!(record(&cycle), expected);
    }

    #[test]
    fn what_acts_is_escaped_and_read_back() {
        let text = text(json!({ "title": "a\u{1b}\u{9b}\u{202e}\u{e0041}é\u{1f389}" }));
        assert_eq!(
            text,
            "{\n  \"version\": 1,\n  \"title\": \"a\\u001b\\u009b\\u202e\\udb40\\udc41é\u{1f389}\"\n}\n"
        );
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["title"], "a\u{1b}\u{9b}\u{202e}\u{e0041}é\u{1f389}");
    }
}
