//! Writes values, keys and whole tables as TOML the way a person would.

use std::fmt::Write as _;

use toml::{Table, Value};
use toml_edit::Key;

use super::element::blocks;

/// Where a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// Behind its key, where a long text may take several lines.
    Line,
    /// Where it has to stay on one line.
    Inline,
}

/// Spells a value: numbers as short as they go, dates bare, texts of several lines on several lines if they may.
pub(super) fn value_text(value: &Value, spot: Spot) -> String {
    match value {
        Value::String(text) if spot == Spot::Inline && text.contains('\n') => quoted(text),
        Value::String(text) => toml_edit::Value::from(text.as_str()).to_string(),
        Value::Integer(number) => toml_edit::Value::from(*number).to_string(),
        Value::Float(number) => toml_edit::Value::from(*number).to_string(),
        Value::Boolean(truth) => truth.to_string(),
        Value::Datetime(date) => date.to_string(),
        Value::Array(values) => {
            let values: Vec<_> = values.iter().map(|value| value_text(value, Spot::Inline)).collect();
            format!("[{}]", values.join(", "))
        }
        Value::Table(table) if table.is_empty() => "{}".to_owned(),
        Value::Table(table) => {
            let entries: Vec<_> = table.iter().map(|(key, value)| entry_text(key, value)).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

/// Spells `key = value` on one line.
pub(super) fn entry_text(key: &str, value: &Value) -> String {
    format!("{} = {}", key_text(&[key]), value_text(value, Spot::Inline))
}

/// Spells a dotted key, quoting what must be quoted.
pub(super) fn key_text<K: AsRef<str>>(path: &[K]) -> String {
    let keys: Vec<_> = path.iter().map(|key| Key::new(key.as_ref()).to_string()).collect();
    keys.join(".")
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_ascii_control() => {
                // Writing to a string cannot go wrong.
                let _ = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            plain => quoted.push(plain),
        }
    }
    quoted.push('"');
    quoted
}

/// How a value stands in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// On a line of its own behind its key.
    Line,
    /// Under a `[header]`.
    Table,
    /// As `[[blocks]]`.
    Blocks,
}

impl Shape {
    /// The shape a new value takes.
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::Table(_) => Self::Table,
            Value::Array(values) if !values.is_empty() && blocks(value).is_some() => Self::Blocks,
            _ => Self::Line,
        }
    }
}

/// Writes tables as sections of a document.
pub(super) struct Writer {
    /// What has been written.
    pub(super) text: String,
    /// The line ending of the document; where it is not a plain `\n`, texts stay on one line.
    pub(super) newline: &'static str,
}

impl Writer {
    pub(super) fn new(newline: &'static str) -> Self {
        Self { text: String::new(), newline }
    }

    /// Writes one line.
    pub(super) fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str(self.newline);
    }

    /// Writes one key with a value that stays on its line.
    pub(super) fn entry(&mut self, key: &str, value: &Value) {
        let spot = if self.newline == "\n" { Spot::Line } else { Spot::Inline };
        self.line(&format!("{key} = {}", value_text(value, spot)));
    }

    /// Writes the content of a table: its lines, then its tables, then its blocks.
    pub(super) fn content(&mut self, path: &[String], table: &Table) {
        let mut entries: Vec<_> = table.iter().map(|(key, value)| (Shape::of(value), key, value)).collect();
        entries.sort_by_key(|(shape, ..)| *shape);
        for (shape, key, value) in entries {
            match shape {
                Shape::Line => self.entry(&key_text(&[key]), value),
                Shape::Table | Shape::Blocks => self.sections(&child(path, key), value),
            }
        }
    }

    /// Writes a table under its header, or each block of an array under its own, a blank line before each.
    pub(super) fn sections(&mut self, path: &[String], value: &Value) {
        if let Value::Table(table) = value {
            self.blank_line();
            self.line(&format!("[{}]", key_text(path)));
            self.content(path, table);
        }
        for block in blocks(value).unwrap_or_default() {
            self.block(path, block);
        }
    }

    /// Writes one block under its header, a blank line before.
    pub(super) fn block(&mut self, path: &[String], block: &Table) {
        self.blank_line();
        self.line(&format!("[[{}]]", key_text(path)));
        self.content(path, block);
    }

    fn blank_line(&mut self) {
        if !self.text.is_empty() {
            self.line("");
        }
    }
}

/// The path of a key below another.
pub(super) fn child(path: &[String], key: &str) -> Vec<String> {
    path.iter().cloned().chain([key.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::element::{same_table, tests::table};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_value_is_spelled_as_short_as_it_goes() {
        let cases = [
            (Value::Float(0.5), "0.5"),
            (Value::Float(14.0), "14.0"),
            (Value::Float(0.1 + 0.2), "0.30000000000000004"),
            (Value::Integer(-3), "-3"),
            (Value::Datetime("2027-02-11".parse().unwrap()), "2027-02-11"),
            (Value::String("a \"b\"".into()), "'a \"b\"'"),
            (Value::Array(vec!["a\nb".into(), true.into()]), "[\"a\\nb\", true]"),
            (Value::Table([("a b".to_owned(), Value::from(1))].into_iter().collect()), "{ \"a b\" = 1 }"),
        ];
        for (value, text) in cases {
            assert_eq!(value_text(&value, Spot::Line), text);
        }
    }

    #[test]
    fn a_text_of_several_lines_is_readable() {
        assert_eq!(value_text(&"one\ntwo\n".into(), Spot::Line), "\"\"\"\none\ntwo\n\"\"\"");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(table in table()) {
            for newline in ["\n", "\r\n"] {
                let mut writer = Writer::new(newline);
                writer.content(&[], &table);
                let read: Table = writer.text.parse().unwrap();
                prop_assert!(same_table(&read, &table), "{}", writer.text);
                prop_assert_eq!(writer.text.matches('\n').count(), writer.text.matches(newline).count());
            }
        }
    }
}
