//! The rules as functions, those together that look at the same. A rule is a pure function: it looks at a case and asks,
//! or has nothing to ask.

pub mod key_result;
pub mod objective;
pub mod set;

use super::finding::Finding;
use super::rule::Rule;

/// A rule that looks at `T`, with its name.
pub type Row<T> = (Rule, fn(&T) -> Option<Finding>);

/// Asks every rule of a table.
pub fn ask<T>(rules: &[Row<T>], case: &T) -> Vec<Finding> {
    rules.iter().filter_map(|(_, rule)| rule(case)).collect()
}

/// Words of a text as a sentence quotes them: at most 60 characters.
#[must_use]
pub fn quoted(words: &str) -> String {
    const MOST: usize = 60;
    let mut shown: String = words.chars().take(MOST).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    shown
}
