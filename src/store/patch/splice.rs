//! Replaces stretches of a text.

use std::ops::Range;

/// One stretch of a text and what takes its place.
pub(super) struct Splice {
    at: Range<usize>,
    with: String,
}

impl Splice {
    pub(super) fn new(at: Range<usize>, with: String) -> Self {
        Self { at, with }
    }
}

/// Replaces all stretches at once; at one place, what was noted first comes first, and insertions before removals.
pub(super) fn apply(text: &str, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|splice| (splice.at.start, !splice.at.is_empty()));
    let mut applied = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for Splice { at, with } in splices {
        if at.start > done {
            applied.push_str(&text[done..at.start]);
        }
        applied.push_str(&with);
        done = done.max(at.end);
    }
    applied.push_str(&text[done..]);
    applied
}

/// The first byte of the line that `at` stands in.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The first byte behind the line that `at` stands in.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}
