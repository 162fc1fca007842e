//! Where something stands in a text: from a byte or from the path of a key to line and column.

use std::ops::Range;

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

/// Finds the stretch of a text that is meant by a part of the value of a key, in bytes of the value; an empty part is all
/// of it. What cannot be told within an escaped or long text is the whole value; what does not stand there is its place.
pub fn stretch_of(text: &str, key_path: &str, part: &Range<usize>) -> Range<usize> {
    let head = text.len() - text.strip_prefix(BOM).unwrap_or(text).len();
    let body = &text[head..];
    let Some(span) =
        Document::parse(body).ok().and_then(|document| value_span(document.as_table(), key_path))
    else {
        let at = offset_at(text, place_of(text, key_path));
        return at..text[at..].find(['\r', '\n']).map_or(text.len(), |length| at + length);
    };
    let raw = &body[span.clone()];
    let inner = raw.strip_prefix(['"', '\'']).and_then(|inner| inner.strip_suffix(['"', '\'']));
    let plain =
        inner.filter(|inner| !inner.contains('\\') && !inner.starts_with("\"\"") && !inner.starts_with("''"));
    let found = match plain {
        Some(inner) if part.is_empty() => span.start + 1..span.start + 1 + inner.len(),
        Some(inner) if inner.get(part.clone()).is_some() => {
            span.start + 1 + part.start..span.start + 1 + part.end
        }
        _ => span,
    };
    head + found.start..head + found.end
}

/// The span of the value of a key, if it stands there.
fn value_span(table: &Table, key_path: &str) -> Option<Range<usize>> {
    let (parents, key) = key_path.rsplit_once('.').map_or(("", key_path), |(parents, key)| (parents, key));
    let parent =
        steps(parents).into_iter().try_fold(Node::Table(table), |node, step| Some(node.descend(step)?.1))?;
    let Node::Table(parent) = parent else { return None };
    parent.get(key)?.as_value()?.span()
}

/// The byte at which a place stands.
fn offset_at(text: &str, at: Position) -> usize {
    let line = text.split_inclusive('\n').take(at.line - 1).map(str::len).sum::<usize>();
    let rest = text[line..].strip_prefix(BOM).unwrap_or(&text[line..]);
    let column = rest.char_indices().nth(at.column - 1).map_or(rest.len(), |(offset, _)| offset);
    text.len() - rest.len() + column
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

    fn stretch(text: &'static str, key: &str, part: Range<usize>) -> &'static str {
        &text[stretch_of(text, key, &part)]
    }

    #[test]
    fn a_part_of_a_text_is_found_where_it_is_written() {
        let text = "\u{feff}title = \"Complete it\" # now\r\n[measure]\r\nsource = 'é logs'\r\nn = 14\r\n";
        assert_eq!(stretch(text, "title", 0..8), "Complete");
        assert_eq!(stretch(text, "title", 0..0), "Complete it");
        assert_eq!(stretch(text, "measure.source", 0..2), "é");
        assert_eq!(stretch(text, "measure.n", 0..0), "14");
        assert_eq!(stretch(text, "measure.target", 0..0), "[measure]");
        assert_eq!(stretch(text, "", 0..0), "title = \"Complete it\" # now");
        assert_eq!(stretch("title = \"a \\\"b\\\" c\"", "title", 2..5), "\"a \\\"b\\\" c\"");
        assert_eq!(stretch("title = \"\"\"a\nb\"\"\"", "title", 0..1), "\"\"\"a\nb\"\"\"");
        assert_eq!(stretch("title = \"\"", "title", 3..5), "\"\"");
        assert_eq!(stretch("= 1", "title", 0..1), "= 1");
    }

    proptest! {
        #[test]
        fn every_stretch_lies_in_its_text(text in "(title = ['\"]{1,3}[a-c\\\\é\n]{0,4}['\"]{1,3}|.{0,20})", at in 0_usize..9, length in 0_usize..9) {
            let found = stretch_of(&text, "title", &(at..at + length));
            prop_assert!(text.get(found).is_some());
        }

        #[test]
        fn every_offset_has_a_place(text in any::<String>(), offset in 0_usize..200, path in "[a-b\\.\\[\\]0-2]{0,9}") {
            prop_assert!(position(&text, offset) >= Position::START);
            prop_assert!(place_of(&text, &path) >= Position::START);
            prop_assert!(place_of(TEXT, &path) >= Position::START);
        }
    }
}
