//! Spells a value of a document anew, keeping of its text whatever stays.

use toml::{Table, Value};
use toml_edit::{Array, InlineTable, Key};

use super::super::element::same;
use super::super::render::{Spot, entry_text, value_text};
use super::list::{Entry, List};

/// The document that values are spelled for.
#[derive(Clone, Copy)]
pub(super) struct Values<'t> {
    pub(super) text: &'t str,
    pub(super) newline: &'static str,
}

impl<'t> Values<'t> {
    /// Gives the new text of a value: lists element by element, everything else as short as it goes.
    pub(super) fn revalued(
        self,
        value: &toml_edit::Value,
        current: &Value,
        wanted: &Value,
        spot: Spot,
    ) -> String {
        let text = value.span().map_or("", |span| &self.text[span]);
        if same(current, wanted) && !text.is_empty() {
            return text.to_owned();
        }
        let list = match (value, current, wanted) {
            (toml_edit::Value::Array(array), Value::Array(current), Value::Array(wanted)) => {
                self.array(array, current, wanted)
            }
            (toml_edit::Value::InlineTable(table), Value::Table(current), Value::Table(wanted)) => {
                self.inline_table(table, current, wanted)
            }
            _ => None,
        };
        let candidates = list.iter().flat_map(|list| [list.edited(), list.flat()]);
        let mut sound = candidates.filter(|text| means(text, wanted));
        sound.next().unwrap_or_else(|| value_text(wanted, spot))
    }

    fn array(self, array: &Array, current: &[Value], wanted: &[Value]) -> Option<List<'t>> {
        let span = array.span()?;
        let pairing = Pairing::of(current, wanted);
        let entry = |(index, value): (usize, &toml_edit::Value)| {
            let at = value.span()?;
            let wanted = pairing.partner(index).and_then(|partner| wanted.get(partner));
            let now = wanted.map(|wanted| self.revalued(value, &current[index], wanted, Spot::Inline));
            Some(Entry { at: at.start - span.start..at.end - span.start, now })
        };
        let entries: Vec<_> = array.iter().enumerate().map(entry).collect::<Option<_>>()?;
        let new = &wanted[pairing.head..wanted.len() - pairing.tail];
        let new = new.iter().map(|value| value_text(value, Spot::Inline)).collect();
        let new_at = current.len() - pairing.tail;
        Some(List { text: &self.text[span], entries, new, new_at, newline: self.newline })
    }

    /// `None` for inline tables with dotted keys, which are spelled anew.
    fn inline_table(self, table: &InlineTable, current: &Table, wanted: &Table) -> Option<List<'t>> {
        let span = table.span()?;
        let entry = |(path, value): &(Vec<&Key>, &toml_edit::Value)| {
            let [key] = path[..] else { return None };
            let (from, at) = (key.span()?.start, value.span()?);
            let now = wanted.get(key.get()).map(|wanted| {
                let value = self.revalued(value, &current[key.get()], wanted, Spot::Inline);
                format!("{}{value}", &self.text[from..at.start])
            });
            Some(Entry { at: from - span.start..at.end - span.start, now })
        };
        let entries: Vec<_> = table.get_values().iter().map(entry).collect::<Option<_>>()?;
        let new = wanted.iter().filter(|(key, _)| !current.contains_key(*key));
        let new = new.map(|(key, value)| entry_text(key, value)).collect();
        Some(List { text: &self.text[span], new_at: entries.len(), entries, new, newline: self.newline })
    }
}

/// Which elements of an array become which: in pairs from the front, the unchanged end in pairs from behind.
struct Pairing {
    /// The pairs from the front; what is wanted between them and the tail is new.
    head: usize,
    /// The unchanged pairs from behind.
    tail: usize,
    /// The lengths of the array now and then.
    lengths: (usize, usize),
}

impl Pairing {
    fn of(current: &[Value], wanted: &[Value]) -> Self {
        let shorter = current.len().min(wanted.len());
        let front = common(current.iter().zip(wanted));
        let tail = common(current.iter().rev().zip(wanted.iter().rev()).take(shorter - front));
        Self { head: shorter - tail, tail, lengths: (current.len(), wanted.len()) }
    }

    /// The place that an element takes, `None` if it goes.
    fn partner(&self, index: usize) -> Option<usize> {
        let (now, then) = self.lengths;
        if index < self.head {
            return Some(index);
        }
        (index + self.tail).checked_sub(now).map(|from_tail| then - self.tail + from_tail)
    }
}

/// Counts the pairs at the beginning that are the same.
fn common<'v>(pairs: impl Iterator<Item = (&'v Value, &'v Value)>) -> usize {
    pairs.take_while(|(one, other)| same(one, other)).count()
}

/// Tells whether a text is a value that means this.
fn means(text: &str, wanted: &Value) -> bool {
    let table: Option<Table> = format!("v = {text}").parse().ok();
    table.is_some_and(|table| table.get("v").is_some_and(|value| same(value, wanted)))
}
