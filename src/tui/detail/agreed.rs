//! What was agreed at a check-in, in a line.

use crate::domain::check_in::Action;
use crate::domain::day::Day;
use crate::words::boards as words;

/// What is done, who asks, by when.
#[must_use]
pub fn in_words(action: &Action, today: Day) -> String {
    let by = action.by.map(|day| day.short(today));
    match (action.asker.as_deref(), by) {
        (Some(who), Some(by)) => words::who_does_by(&action.text, who, by),
        (Some(who), None) => words::who_does(&action.text, who),
        (None, Some(by)) => words::done_by(&action.text, by),
        (None, None) => action.text.clone(),
    }
}
