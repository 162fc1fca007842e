//! What `okr find` prints: each text found at its place in the files, as compilers and `grep` write, or as JSON.

use serde_json::{Value, json};

use super::page::Page;
use crate::domain::display::one_line;
use crate::method::find::Passage;

/// A passage that was found, the text of it that is shown, and where that stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedPassage {
    /// What was found.
    pub passage: Passage,
    /// Which of its texts is shown, counted from 0.
    pub text: usize,
    /// Line and column of that text, counted from 1.
    pub at: (usize, usize),
}

/// A line each: place, kind, team and cycle, text.
pub fn text(found: &[PlacedPassage]) -> String {
    let mut page = Page::default();
    for PlacedPassage { passage, text, at: (line, column) } in found {
        let place = if passage.place.is_empty() { String::new() } else { format!(", {}", passage.place) };
        let says = one_line(&passage.texts[*text].says);
        page.line(&format!("{}:{line}:{column}: {}{place}: {says}", passage.at, passage.kind));
    }
    page.into_text()
}

/// The same for machines, with all texts of each thing.
pub fn json(found: &[PlacedPassage], typed: &str) -> Value {
    let one = |PlacedPassage { passage, text, at: (line, column) }: &PlacedPassage| {
        let quarter = passage.at.quarter();
        let texts: Vec<Value> =
            passage.texts.iter().map(|text| json!({ "key": text.key, "text": text.says })).collect();
        json!({
            "kind": passage.kind,
            "team": quarter.map(|key| key.team.as_str()),
            "cycle": quarter.map(|key| key.cycle.as_str()),
            "path": passage.at.to_string(),
            "line": line,
            "column": column,
            "key": passage.texts[*text].key,
            "text": passage.texts[*text].says,
            "texts": texts,
        })
    };
    json!({ "words": typed, "found": found.iter().map(one).collect::<Vec<_>>() })
}
