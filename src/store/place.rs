//! Where something stands in a text: from a byte or from the path of a key to line and column.

use toml_edit::{Array, ArrayOfTables, Document, Item, Key, Table, TableLike, Value};

const BOM: char = '\u{feff}';

/// A place in a text as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

impl Position {
    /// The first character of a text.
    pub const START: Self = Self { line: 1, column: 1 };
}

/// Turns a byte offset into line and column; an offset past the end is the end, a byte order mark has no width.
#[must_use]
pub fn position(text: &str, offset: usize) -> Position {
    let boundary = (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let before = &text[..boundary.unwrap_or(0)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.matches('\n').count() + 1;
    let column = before[line_start..].trim_start_matches(BOM).chars().count() + 1;
    Position { line, column }
}

/// Finds the place of a key such as `measure.target` or `revision[2].reason` in a text.
///
/// Elements are counted from 0, or named by their `id` or `date` (`revision[2027-02-11].reason`). What does not
/// stand there is looked for at the nearest parent that does; a text that is no TOML answers with its start.
#[must_use]
pub fn place_of(text: &str, key_path: &str) -> Position {
    let body = text.strip_prefix(BOM).unwrap_or(text);
    let Ok(document) = Document::parse(body) else {
        return Position::START;
    };
    let mut offset = 0;
    let mut node = Node::Table(document.as_table());
    for step in steps(key_path) {
        let Some((at, next)) = node.descend(step) else { break };
        offset = at.unwrap_or(offset);
        node = next;
    }
    position(body, offset)
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Key(&'p str),
    Element(&'p str),
}

/// Splits a path into its keys and elements.
fn steps(key_path: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut rest = key_path;
    while !rest.is_empty() {
        if let Some((element, after)) = rest.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
            steps.push(Step::Element(element));
            rest = after;
        } else {
            let key = rest.strip_prefix('.').unwrap_or(rest);
            let end = key.find(['.', '[']).filter(|end| *end > 0).unwrap_or(key.len());
            steps.push(Step::Key(&key[..end]));
            rest = &key[end..];
        }
    }
    steps
}

/// What a path can lead through.
enum Node<'d> {
    Table(&'d dyn TableLike),
    Blocks(&'d ArrayOfTables),
    Array(&'d Array),
    Scalar,
}

impl<'d> Node<'d> {
    fn of_item(item: &'d Item) -> Self {
        match item {
            Item::Table(table) => Self::Table(table),
            Item::ArrayOfTables(blocks) => Self::Blocks(blocks),
            Item::Value(value) => Self::of_value(value),
            Item::None => Self::Scalar,
        }
    }

    fn of_value(value: &'d Value) -> Self {
        match value {
            Value::Array(array) => Self::Array(array),
            Value::InlineTable(table) => Self::Table(table),
            _ => Self::Scalar,
        }
    }

    /// Goes one step down and tells where that is, as a byte offset if the document knows it.
    fn descend(&self, step: Step<'_>) -> Option<(Option<usize>, Node<'d>)> {
        match (self, step) {
            (Self::Table(table), Step::Key(key)) => {
                let (key, item) = table.get_key_value(key)?;
                Some((offset_of(key, item), Self::of_item(item)))
            }
            (Self::Blocks(blocks), Step::Element(name)) => {
                let block = name.parse().ok().and_then(|index| blocks.get(index));
                let block = block.or_else(|| blocks.iter().find(|block| is_named(*block, name)))?;
                Some((block.span().map(|span| span.start), Self::Table(block)))
            }
            (Self::Array(array), Step::Element(name)) => {
                let value = name.parse().ok().and_then(|index| array.get(index));
                let value = value.or_else(|| array.iter().find(|value| is_value_named(value, name)))?;
                Some((value.span().map(|span| span.start), Self::of_value(value)))
            }
            _ => None,
        }
    }
}

/// The header of a table or of the first block, else the key.
fn offset_of(key: &Key, item: &Item) -> Option<usize> {
    let header = match item {
        Item::Table(table) => header_of(table),
        Item::ArrayOfTables(blocks) => blocks.get(0).and_then(header_of),
        Item::Value(_) | Item::None => None,
    };
    header.or_else(|| key.span().map(|span| span.start))
}

fn header_of(table: &Table) -> Option<usize> {
    table.span().filter(|_| !table.is_dotted() && !table.is_implicit()).map(|span| span.start)
}

fn is_value_named(value: &Value, name: &str) -> bool {
    value.as_inline_table().is_some_and(|table| is_named(table, name))
}

fn is_named(table: &dyn TableLike, name: &str) -> bool {
    ["id", "date"].iter().any(|key| match table.get(key) {
        Some(Item::Value(Value::String(text))) => text.value() == name,
        Some(Item::Value(Value::Datetime(date))) => date.value().to_string() == name,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "\u{feff}title = \"é\"\r\nlist = [1, { id = \"x\", n = 1 }]\r\n\r\n[measure]\r\n  target = 14\r\n\
                        a.b = 1\r\n[[revision]]\r\ndate = 2027-02-11\r\n[[revision]]\r\ndate = 2027-02-18\r\nreason = \"r\"\r\n";

    #[test]
    fn a_key_is_found_by_its_path() {
        let cases = [
            ("title", 1, 1),
            ("list", 2, 1),
            ("list[1]", 2, 12),
            ("list[1].n", 2, 24),
            ("list[x].n", 2, 24),
            ("measure", 4, 1),
            ("measure.target", 5, 3),
            ("measure.a.b", 6, 3),
            ("revision", 7, 1),
            ("revision[1]", 9, 1),
            ("revision[1].reason", 11, 1),
            ("revision[2027-02-18].reason", 11, 1),
        ];
        for (path, line, column) in cases {
            assert_eq!(place_of(TEXT, path), Position { line, column }, "{path}");
        }
    }

    #[test]
    fn what_is_missing_is_placed_at_its_nearest_parent() {
        for (path, line) in [
            ("measure.unit", 4),
            ("revision[0].reason", 7),
            ("revision[9].reason", 7),
            ("x.y", 1),
            ("", 1),
            ("a..b[", 1),
        ] {
            assert_eq!(place_of(TEXT, path).line, line, "{path}");
        }
        assert_eq!(place_of("= 1\n= 2", "x"), Position::START);
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(position("äö = 1\nü x", "äö = 1\nü ".len()), Position { line: 2, column: 3 });
        assert_eq!(position("ab", 99), Position { line: 1, column: 3 });
        assert_eq!(position("ä", 1), Position::START);
    }

    proptest! {
        #[test]
        fn every_offset_has_a_place(text in any::<String>(), offset in 0_usize..200, path in "[a-b\\.\\[\\]0-2]{0,9}") {
            prop_assert!(position(&text, offset) >= Position::START);
            prop_assert!(place_of(&text, &path) >= Position::START);
            prop_assert!(place_of(TEXT, &path) >= Position::START);
        }
    }
}
