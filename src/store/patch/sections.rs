//! Walks through the tables of a document and notes what has to be replaced.

use std::ops::Range;

use toml::{Table, Value};
use toml_edit::{ArrayOfTables, Item, Table as Section};

use super::super::element::{Naming, blocks, same};
use super::super::render::{Shape, Spot, Writer, child, key_text};
use super::splice::{Splice, apply, line_end, line_start};
use super::values::Values;

/// Collects the edits of one document.
pub(super) struct Patcher<'t> {
    text: &'t str,
    newline: &'static str,
    splices: Vec<Splice>,
}

/// How the keys of a table are written.
struct Scope {
    /// The path of the header they stand under.
    header: Vec<String>,
    /// The dots in front of them.
    dotted: Vec<String>,
}

/// Whether the blocks below a table count as a part of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Tables,
    TablesAndBlocks,
}

impl<'t> Patcher<'t> {
    pub(super) fn new(text: &'t str, newline: &'static str) -> Self {
        Self { text, newline, splices: Vec::new() }
    }

    /// Notes everything that differs between a document and what it shall mean.
    pub(super) fn document(&mut self, root: &Section, current: &Table, wanted: &Table) {
        self.table(&Scope { header: Vec::new(), dotted: Vec::new() }, root, current, wanted);
    }

    /// Gives the text with all edits.
    pub(super) fn outcome(self) -> String {
        let starts_blank = self.text.starts_with(['\r', '\n']);
        let outcome = apply(self.text, self.splices);
        if starts_blank { outcome } else { outcome.trim_start_matches(['\r', '\n']).to_owned() }
    }

    fn splice(&mut self, at: Range<usize>, with: String) {
        self.splices.push(Splice::new(at, with));
    }

    fn table(&mut self, scope: &Scope, table: &Section, current: &Table, wanted: &Table) {
        let mut moved = Vec::new();
        for (key, item) in table {
            let (Some(standing), Some(value)) = (current.get(key), wanted.get(key)) else {
                self.remove(table, key, item);
                continue;
            };
            if !same(standing, value) && !self.edit(scope, key, item, standing, value) {
                self.remove(table, key, item);
                moved.push((key, value));
            }
        }
        let new = wanted.iter().filter(|(key, _)| !current.contains_key(*key));
        let new = moved.into_iter().chain(new.map(|(key, value)| (key.as_str(), value))).collect();
        self.add(scope, table, new);
    }

    /// Edits a value where it stands; answers no if it has to move to another place.
    fn edit(&mut self, scope: &Scope, key: &str, item: &Item, current: &Value, wanted: &Value) -> bool {
        match (item, current, wanted) {
            (Item::Table(table), Value::Table(current), Value::Table(wanted))
                if !wanted.is_empty() || header_of(table).is_some() =>
            {
                self.table(&scope.below(key, table), table, current, wanted);
                true
            }
            (Item::ArrayOfTables(array), ..) if Shape::of(wanted) == Shape::Blocks => {
                self.blocks(&child(&scope.path(), key), array, current, wanted);
                true
            }
            (Item::Value(value), ..) => self.edit_value(scope, value, current, wanted),
            _ => false,
        }
    }

    /// Replaces a value; an empty list moves away to become blocks.
    fn edit_value(
        &mut self,
        scope: &Scope,
        value: &toml_edit::Value,
        current: &Value,
        wanted: &Value,
    ) -> bool {
        let Some(span) = value.span() else { return false };
        let is_empty = self.text[span.clone()].trim_matches(['[', ']', ' ']).is_empty();
        if is_empty && scope.dotted.is_empty() && Shape::of(wanted) == Shape::Blocks {
            return false;
        }
        // A text of several lines is only readable where lines end plainly.
        let spot = if self.newline == "\n" { Spot::Line } else { Spot::Inline };
        let values = Values { text: self.text, newline: self.newline };
        self.splice(span, values.revalued(value, current, wanted, spot));
        true
    }

    fn blocks(&mut self, path: &[String], array: &ArrayOfTables, current: &Value, wanted: &Value) {
        let (Some(current), Some(wanted)) = (blocks(current), blocks(wanted)) else { return };
        let naming = Naming::of(&[&current, &wanted]);
        let (names, new_names) = (naming.names(&current), naming.names(&wanted));
        for ((block, name), current) in array.iter().zip(&names).zip(&current) {
            match new_names.iter().position(|new| new == name) {
                Some(at) => {
                    self.table(
                        &Scope { header: path.to_vec(), dotted: Vec::new() },
                        block,
                        current,
                        wanted[at],
                    );
                }
                None => self.remove_table(block),
            }
        }
        let end = array.iter().filter_map(|block| self.end_of(block, Extent::TablesAndBlocks)).max();
        let new = new_names.iter().zip(&wanted).filter(|(name, _)| !names.contains(name));
        for (_, block) in new {
            self.add_section(end, |writer| writer.block(path, block));
        }
    }
}

/// Removing.
impl Patcher<'_> {
    fn remove(&mut self, parent: &Section, key: &str, item: &Item) {
        match item {
            Item::Table(table) => self.remove_table(table),
            Item::ArrayOfTables(array) => array.iter().for_each(|block| self.remove_table(block)),
            Item::Value(value) => {
                let key = parent.key(key).and_then(toml_edit::Key::span);
                self.remove_lines(key.map(|key| key.start), value.span());
            }
            Item::None => {}
        }
    }

    fn remove_lines(&mut self, from: Option<usize>, to: Option<Range<usize>>) {
        if let (Some(from), Some(to)) = (from, to) {
            self.splice(line_start(self.text, from)..line_end(self.text, to.end), String::new());
        }
    }

    /// Removes a table with its header, the blank lines above it and all that belongs to it.
    fn remove_table(&mut self, table: &Section) {
        if table.is_dotted() {
            for (path, value) in table.get_values() {
                self.remove_lines(path.first().and_then(|key| key.span()).map(|key| key.start), value.span());
            }
        }
        if let (Some(header), Some(end)) = (header_of(table), self.end_of_lines(table)) {
            let start = self.before_blank_lines(line_start(self.text, header.start));
            self.splice(start..end, String::new());
        }
        for (_, item) in table {
            match item {
                Item::Table(table) if !table.is_dotted() => self.remove_table(table),
                Item::ArrayOfTables(array) => array.iter().for_each(|block| self.remove_table(block)),
                _ => {}
            }
        }
    }

    fn before_blank_lines(&self, mut at: usize) -> usize {
        while at > 0 {
            let previous = line_start(self.text, at - 1);
            if !self.text[previous..at].trim().is_empty() {
                break;
            }
            at = previous;
        }
        at
    }
}

/// Adding.
impl Patcher<'_> {
    fn add(&mut self, scope: &Scope, table: &Section, mut new: Vec<(&str, &Value)>) {
        new.sort_by_key(|(_, value)| Shape::of(value));
        let is_line = |value: &Value| Shape::of(value) == Shape::Line || !scope.dotted.is_empty();
        let (lines, sections): (Vec<_>, Vec<_>) = new.into_iter().partition(|(_, value)| is_line(value));
        self.add_lines(scope, table, &lines);
        for (key, value) in sections {
            let extent =
                if Shape::of(value) == Shape::Table { Extent::Tables } else { Extent::TablesAndBlocks };
            let end = self.end_of(table, extent).or_else(|| self.end_of(table, Extent::TablesAndBlocks));
            self.add_section(end, |writer| writer.sections(&child(&scope.header, key), value));
        }
    }

    fn add_lines(&mut self, scope: &Scope, table: &Section, new: &[(&str, &Value)]) {
        if new.is_empty() {
            return;
        }
        let last =
            table.get_values().into_iter().filter_map(|(path, value)| Some((path[0].span()?, value.span()?)));
        let last = last.max_by_key(|(_, value)| value.end);
        let mut writer = Writer::new(self.newline);
        let at = match (last, header_of(table)) {
            (Some((key, value)), _) => {
                let line = &self.text[line_start(self.text, key.start)..key.start];
                let indent = &line[..line.len() - line.trim_start().len()];
                writer = scope.lines(writer, indent, new);
                line_end(self.text, value.end)
            }
            (None, Some(header)) => {
                writer = scope.lines(writer, "", new);
                line_end(self.text, header.end)
            }
            (None, None) if scope.header.is_empty() => {
                writer = scope.lines(writer, "", new);
                return self.add_at_top(table, writer);
            }
            (None, None) => {
                let end = self.end_of(table, Extent::TablesAndBlocks);
                let content = new.iter().map(|(key, value)| ((*key).to_owned(), (*value).clone())).collect();
                return self
                    .add_section(end, |writer| writer.sections(&scope.header, &Value::Table(content)));
            }
        };
        self.splice(at..at, writer.text);
    }

    /// Adds lines to a document that has none outside of its tables: below the comment that opens it.
    fn add_at_top(&mut self, root: &Section, mut writer: Writer) {
        let first = first_header(root).map_or(self.text.len(), |header| line_start(self.text, header));
        let mut at = if first == self.text.len() { first } else { 0 };
        let mut line = 0;
        while line < first {
            let next = line_end(self.text, line);
            if self.text[line..next].trim().is_empty() {
                at = next;
            }
            line = next;
        }
        if at < self.text.len() {
            writer.line("");
        }
        self.splice(at..at, writer.text);
    }

    /// Adds a table or block at a place, a blank line before it.
    fn add_section(&mut self, end: Option<usize>, write: impl FnOnce(&mut Writer)) {
        let at = end.unwrap_or(self.text.len());
        let mut writer = Writer::new(self.newline);
        write(&mut writer);
        let lead = if at == 0 || self.before_blank_lines(at) < at { "" } else { self.newline };
        self.splice(at..at, format!("{lead}{}", writer.text));
    }

    /// The end of a table's last line, tables below it included.
    fn end_of(&self, table: &Section, extent: Extent) -> Option<usize> {
        let below = table.iter().filter_map(|(_, item)| match item {
            Item::Table(table) => self.end_of(table, extent),
            Item::ArrayOfTables(array) if extent == Extent::TablesAndBlocks => {
                array.iter().filter_map(|block| self.end_of(block, extent)).max()
            }
            _ => None,
        });
        below.chain(self.end_of_lines(table)).max()
    }

    /// The end of the last line that stands under a table's own header.
    fn end_of_lines(&self, table: &Section) -> Option<usize> {
        let values = table.get_values().into_iter().filter_map(|(_, value)| value.span());
        let ends = values.chain(header_of(table)).map(|span| line_end(self.text, span.end));
        ends.max()
    }
}

impl Scope {
    fn below(&self, key: &str, table: &Section) -> Self {
        if table.is_dotted() {
            Self { header: self.header.clone(), dotted: child(&self.dotted, key) }
        } else {
            Self { header: child(&self.header, key), dotted: Vec::new() }
        }
    }

    fn path(&self) -> Vec<String> {
        [self.header.as_slice(), &self.dotted].concat()
    }

    fn lines(&self, mut writer: Writer, indent: &str, new: &[(&str, &Value)]) -> Writer {
        for (key, value) in new {
            writer.entry(&format!("{indent}{}", key_text(&child(&self.dotted, key))), value);
        }
        writer
    }
}

/// The header of a table that has one of its own.
fn header_of(table: &Section) -> Option<Range<usize>> {
    table.span().filter(|span| !span.is_empty() && !table.is_dotted() && !table.is_implicit())
}

fn first_header(table: &Section) -> Option<usize> {
    let below = table.iter().filter_map(|(_, item)| match item {
        Item::Table(table) => first_header(table),
        Item::ArrayOfTables(array) => array.iter().filter_map(first_header).min(),
        Item::Value(_) | Item::None => None,
    });
    below.chain(header_of(table).map(|header| header.start)).min()
}
