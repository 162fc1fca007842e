//! Finds, takes out and puts in entries of a parsed document whose values know their place.

use std::borrow::Cow;
use std::ops::Range;

use serde_ignored::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One step from a table or array to what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Element(usize),
}

/// Spells a path such as `revision[2].reason`, elements counted from 0.
pub(super) fn path_text(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(key) if text.is_empty() => text.push_str(key),
            Step::Key(key) => text.extend([".", key]),
            Step::Element(index) => text.extend(["[", &index.to_string(), "]"]),
        }
    }
    text
}

/// Spells a path without its elements, for what is the same in all of them.
pub(super) fn keys_text(path: &[Step]) -> String {
    path_text(&path.iter().filter(|step| matches!(step, Step::Key(_))).cloned().collect::<Vec<_>>())
}

/// Takes over the path of a key that nobody asked for.
pub(super) fn steps_of(path: &Path<'_>) -> Vec<Step> {
    let (parent, step) = match path {
        Path::Root => return Vec::new(),
        Path::Seq { parent, index } => (parent, Some(Step::Element(*index))),
        Path::Map { parent, key } => (parent, Some(Step::Key(key.clone()))),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
            (parent, None)
        }
    };
    steps_of(parent).into_iter().chain(step).collect()
}

/// Finds the innermost value that stands exactly here, or whose key does; an empty place is the record itself.
///
/// An array of blocks stands where its first block stands; the message tells which of the two is meant.
pub(super) fn find(tree: &DeTable<'_>, span: &Range<usize>, message: &str) -> Option<Vec<Step>> {
    if span.is_empty() {
        return Some(Vec::new());
    }
    let mut found = Vec::new();
    let mut path = Vec::new();
    walk_table(tree, &mut path, &mut |path, here, value| {
        if here == span {
            found.push((path.to_vec(), value.is_array()));
        }
    });
    let is_meant = message.starts_with("invalid type: sequence");
    let array = found.iter().find(|(_, is_array)| is_meant && *is_array).cloned();
    array.or_else(|| found.into_iter().max_by_key(|(path, _)| path.len())).map(|(path, _)| path)
}

type Visit<'v> = dyn FnMut(&[Step], &Range<usize>, &DeValue<'_>) + 'v;

fn walk_table(table: &DeTable<'_>, path: &mut Vec<Step>, visit: &mut Visit<'_>) {
    for (key, value) in table {
        path.push(Step::Key(key.get_ref().to_string()));
        visit(path, &key.span(), value.get_ref());
        walk(value, path, visit);
        path.pop();
    }
}

fn walk(value: &Spanned<DeValue<'_>>, path: &mut Vec<Step>, visit: &mut Visit<'_>) {
    visit(path, &value.span(), value.get_ref());
    match value.get_ref() {
        DeValue::Table(table) => walk_table(table, path, visit),
        DeValue::Array(array) => {
            for (index, value) in array.iter().enumerate() {
                path.push(Step::Element(index));
                walk(value, path, visit);
                path.pop();
            }
        }
        _ => {}
    }
}

/// The place of the last key of a path.
pub(super) fn key_span(tree: &DeTable<'_>, path: &[Step]) -> Option<Range<usize>> {
    let (last, parent) = path.split_last()?;
    let Step::Key(key) = last else { return None };
    let table = match parent {
        [] => tree,
        parent => value_at(tree, parent)?.get_ref().as_table()?,
    };
    table.get_key_value(key.as_str()).map(|(key, _)| key.span())
}

/// The place of a table; the record itself stands nowhere.
pub(super) fn table_at(tree: &DeTable<'_>, path: &[Step]) -> Option<Range<usize>> {
    if path.is_empty() { Some(0..0) } else { value_at(tree, path).map(Spanned::span) }
}

fn value_at<'v, 't>(tree: &'v DeTable<'t>, path: &[Step]) -> Option<&'v Spanned<DeValue<'t>>> {
    let (first, rest) = path.split_first()?;
    let Step::Key(key) = first else { return None };
    rest.iter().try_fold(tree.get(key.as_str())?, |value, step| match step {
        Step::Key(key) => value.get_ref().get(key.as_str()),
        Step::Element(index) => value.get_ref().get(*index),
    })
}

/// Takes out the entry at a path, if there is one.
pub(super) fn take(tree: &mut DeTable<'_>, path: &[Step]) {
    match path {
        [] | [Step::Element(_), ..] => {}
        [Step::Key(key)] => drop(tree.remove(key.as_str())),
        [Step::Key(key), rest @ ..] => {
            if let Some(value) = tree.get_mut(key.as_str()) {
                take_from(value.get_mut(), rest);
            }
        }
    }
}

fn take_from(value: &mut DeValue<'_>, path: &[Step]) {
    match (value, path) {
        (DeValue::Table(table), path) => take(table, path),
        (DeValue::Array(array), [Step::Element(index)]) => {
            let rest = std::mem::replace(array, toml::de::DeArray::new())
                .into_iter()
                .enumerate()
                .filter(|(at, _)| at != index);
            *array = rest.map(|(_, value)| value).collect();
        }
        (DeValue::Array(array), [Step::Element(index), rest @ ..]) => {
            if let Some(value) = array.get_mut(*index) {
                take_from(value.get_mut(), rest);
            }
        }
        _ => {}
    }
}

fn put<'t>(tree: &mut DeTable<'t>, path: &[Step], key: &str, value: Spanned<DeValue<'t>>) -> Option<()> {
    let table = match path {
        [] => tree,
        [Step::Key(first), rest @ ..] => {
            let mut here = tree.get_mut(first.as_str())?.get_mut();
            for step in rest {
                here = match (here, step) {
                    (DeValue::Table(table), Step::Key(key)) => table.get_mut(key.as_str())?.get_mut(),
                    (DeValue::Array(array), Step::Element(index)) => array.get_mut(*index)?.get_mut(),
                    _ => return None,
                };
            }
            let DeValue::Table(table) = here else { return None };
            table
        }
        [Step::Element(_), ..] => return None,
    };
    table.insert(Spanned::new(PLACEHOLDER, Cow::Owned(key.to_owned())), value);
    Some(())
}

/// The place of what was made up, past the end of every file.
const PLACEHOLDER: Range<usize> = usize::MAX - 1..usize::MAX;

/// Made-up values for a missing key, tried one after the other, so that a reading gets past it.
#[derive(Default)]
pub(super) struct Placeholders {
    path: Vec<Step>,
    key: String,
    tried: usize,
}

impl Placeholders {
    /// Tells whether something is wrong with a placeholder.
    pub(super) fn are_at(span: &Range<usize>) -> bool {
        *span == PLACEHOLDER
    }

    /// Puts a first value where a key is missing; `None` if there is no such table.
    pub(super) fn first(&mut self, tree: &mut DeTable<'_>, path: &[Step], key: &str) -> Option<()> {
        *self = Self { path: path.to_vec(), key: key.to_owned(), tried: 0 };
        self.next(tree, "")
    }

    /// Puts the next value there; `None` if none is left.
    pub(super) fn next(&mut self, tree: &mut DeTable<'_>, message: &str) -> Option<()> {
        let value = if let Some(variant) = expected_variant(message) {
            self.tried = usize::MAX - 1;
            DeValue::String(Cow::Owned(variant.to_owned()))
        } else {
            made_up(self.tried)?
        };
        self.tried += 1;
        put(tree, &self.path, &self.key, Spanned::new(PLACEHOLDER, value))
    }
}

fn made_up<'t>(number: usize) -> Option<DeValue<'t>> {
    let texts = ["a", "1", "2027-01-01"];
    match number {
        0..=2 => Some(DeValue::String(Cow::Borrowed(texts[number]))),
        3 => Some(DeValue::Integer(toml::de::DeInteger::default())),
        4 => "2027-01-01".parse().ok().map(DeValue::Datetime),
        5 => Some(DeValue::Boolean(false)),
        6 => Some(DeValue::Float(toml::de::DeFloat::default())),
        7 => Some(DeValue::Array(toml::de::DeArray::new())),
        8 => Some(DeValue::Table(DeTable::new())),
        _ => None,
    }
}

/// The first of the words that a message of serde says it knows.
fn expected_variant(message: &str) -> Option<&str> {
    let (_, expected) = message.strip_prefix("unknown variant `")?.split_once("`, expected ")?;
    expected.split('`').nth(1)
}
