//! The rows of the screen `map`.

use super::Row;
use crate::words::actions::map as acts;
use crate::words::map as words;

/// Its name on the tab.
pub const TITLE: &str = words::MAP;

/// What can be done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Jumps to the other end, or goes to the team or objective.
    Open,
    /// Answers what is asked of the team that is open.
    Answer,
    /// Folds all, or unfolds all.
    FoldAll,
}

/// The rows.
pub const ACTIONS: &[Row<Action>] = &[
    Row { id: "map.open", words: acts::OPEN, keys: &["enter"], rank: 1, action: Action::Open },
    Row { id: "map.answer", words: acts::ANSWER, keys: &["e"], rank: 2, action: Action::Answer },
    Row { id: "map.fold_all", words: acts::FOLD_ALL, keys: &["z"], rank: 3, action: Action::FoldAll },
];
