//! A table of plain columns, for a person, `awk` and JSON alike.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use serde_json::{Map, Value};
use unicode_width::UnicodeWidthStr as _;

use super::json;
use crate::domain::display::visible;
use crate::domain::number::Number;
use crate::domain::quantity::with_unit;
use crate::words::report::columns;

/// What stands where nothing is known.
const NOT_KNOWN: &str = "-";

/// One field of a row: as it is read, and as a machine takes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    shown: String,
    value: Value,
    /// What only a machine is told beside it, with its key.
    beside: Option<(&'static str, Value)>,
}

impl Cell {
    /// Nothing is known: `-`, and null.
    pub fn none() -> Self {
        Self::shown(NOT_KNOWN, Value::Null)
    }

    /// A text; an empty one is nothing.
    pub fn text(text: impl fmt::Display) -> Self {
        let text = text.to_string();
        if text.is_empty() { Self::none() } else { Self::shown(text.clone(), text) }
    }

    /// A text or nothing.
    pub fn maybe(text: Option<impl fmt::Display>) -> Self {
        text.map_or_else(Self::none, Self::text)
    }

    /// A number, shown with its unit.
    pub fn number(number: Option<Number>, unit: &str) -> Self {
        let cell = |number| Self::shown(with_unit(number, unit), number);
        number.map_or_else(Self::none, cell)
    }

    /// Any value that has the same form for both, such as a count.
    pub fn value(value: impl fmt::Display + Serialize) -> Self {
        Self::shown(value.to_string(), &value)
    }

    /// A value that is said in other words to people.
    pub fn shown(shown: impl Into<String>, value: impl Serialize) -> Self {
        Self { shown: shown.into(), value: json::record(&value), beside: None }
    }

    /// The same with a value that only a machine is told.
    #[must_use]
    pub fn beside(self, key: &'static str, value: impl Serialize) -> Self {
        Self { beside: Some((key, json::record(&value))), ..self }
    }

    /// Yes or no.
    pub fn flag(yes: bool) -> Self {
        Self::shown(if yes { "yes" } else { "no" }, yes)
    }
}

/// Rows under named columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    columns: &'static [&'static str],
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Begins a table without rows.
    pub fn new(columns: &'static [&'static str]) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Takes rows in, each with a cell for every column.
    #[must_use]
    pub fn with<const N: usize>(mut self, rows: impl IntoIterator<Item = [Cell; N]>) -> Self {
        self.rows.extend(rows.into_iter().map(Vec::from));
        self
    }

    /// Tells whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The columns below their names, two blanks between them; the last is as wide as it likes.
    pub fn to_text(&self) -> String {
        self.to_text_in(|shown| shown)
    }

    /// The same in other signs, of which some are wider; the columns stand by them.
    pub fn to_text_in(&self, signs: impl Fn(Cow<'_, str>) -> Cow<'_, str>) -> String {
        let head: Vec<String> = self.columns.iter().map(|name| columns::head(name).to_owned()).collect();
        let shown = |cell: &Cell| signs(visible(&cell.shown)).into_owned();
        let body = self.rows.iter().map(|row| row.iter().map(&shown).collect());
        let lines: Vec<Vec<String>> = std::iter::once(head).chain(body).collect();
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|at| {
                lines.iter().filter_map(|line| line.get(at)).map(|text| text.width()).max().unwrap_or(0)
            })
            .collect();
        lines.iter().map(|line| padded(line, &widths)).collect()
    }

    /// Each row by itself, for who has no room for the columns: what is short stands on one line, each long text on one of its
    /// own, and what is not known is left out.
    pub fn to_records_in(&self, signs: impl Fn(Cow<'_, str>) -> Cow<'_, str>) -> String {
        /// The cells up to which a value is short.
        const SHORT: usize = 24;
        let mut text = String::new();
        for row in &self.rows {
            let mut named = self.columns.iter().zip(row).map(|(name, cell)| {
                let value = signs(visible(&cell.shown)).into_owned();
                (value.width() <= SHORT, columns::valued(columns::head(name), &value), value)
            });
            let first = named.next().map(|(.., value)| value).unwrap_or_default();
            let (short, long): (Vec<_>, Vec<_>) =
                named.filter(|(.., value)| value != NOT_KNOWN).partition(|(is_short, ..)| *is_short);
            let short: Vec<String> = short.into_iter().map(|(_, says, _)| says).collect();
            let lines = [short.join(", ")].into_iter().chain(long.into_iter().map(|(_, says, _)| says));
            let lines = lines.filter(|line| !line.is_empty()).map(|line| format!("  {line}\n"));
            text.extend([first, "\n".to_owned()].into_iter().chain(lines));
        }
        text
    }

    /// The rows as objects, the columns as their keys.
    pub fn to_json(&self) -> Value {
        let object = |row: &Vec<Cell>| {
            let of_columns = self.columns.iter().zip(row).map(|(name, cell)| (*name, cell.value.clone()));
            let all = of_columns.chain(row.iter().filter_map(|cell| cell.beside.clone()));
            Value::Object(all.map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
        };
        self.rows.iter().map(object).collect()
    }
}

fn padded(line: &[String], widths: &[usize]) -> String {
    let mut text = String::new();
    for (cell, width) in line.iter().zip(widths) {
        text.push_str(cell);
        text.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::display::in_ascii;
    use serde_json::json;

    fn sample() -> Table {
        let reading: Number = "1.4".parse().unwrap();
        Table::new(&["id", "reading", "note"]).with([
            [Cell::text("sign-in"), Cell::number(Some(reading), "%"), Cell::maybe(None::<&str>)],
            [Cell::text("東京"), Cell::none(), Cell::text("two\nlines")],
        ])
    }

    #[test]
    fn columns_stand_below_their_names() {
        assert_eq!(
            sample().to_text(),
            "id       reading  note\nsign-in  1.4 %    -\n東京     -        two␊lines\n"
        );
    }

    #[test]
    fn columns_stand_below_each_other_in_signs_that_are_wider() {
        let row = |way| [Cell::text(way), Cell::text("8 May")];
        let table = Table::new(&["id", "due"]).with([row("9 % → 5 %"), row("none")]);
        assert_eq!(
            table.to_text_in(|shown| in_ascii(&shown).into()),
            "id          due\n9 % -> 5 %  8 May\nnone        8 May\n"
        );
        assert!(table.to_text().contains("none       8 May"));
    }

    #[test]
    fn a_row_by_itself_names_what_is_known_and_gives_a_long_text_a_line_of_its_own() {
        let why = "support is asked about it five times a day, each day";
        let row = [Cell::text("sign-in"), Cell::none(), Cell::text(why), Cell::text("Ada")];
        let table = Table::new(&["id", "due", "seen_by", "asker"]).with([row]);
        let says = format!("sign-in\n  asker Ada\n  seen by {why}\n");
        assert_eq!(table.to_records_in(|shown| shown), says);
    }

    #[test]
    fn a_machine_gets_numbers_and_nulls() {
        let expected = json!([
            { "id": "sign-in", "reading": 1.4, "note": null },
            { "id": "東京", "reading": null, "note": "two\nlines" },
        ]);
        assert_eq!(sample().to_json(), expected);
    }
}
