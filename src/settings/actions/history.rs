//! The rows of the screen `history`.

use super::Row;
use crate::words::actions::history as acts;
use crate::words::history as words;

/// Its name on the tab.
pub const TITLE: &str = words::HISTORY;

/// What can be done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Goes to the selected quarter or key result.
    Open,
    /// Shows or hides the key results of the selected quarter.
    Fold,
    /// Looks back from the dated day before.
    Earlier,
    /// Looks back from the dated day after.
    Later,
}

/// The rows.
pub const ACTIONS: &[Row<Action>] = &[
    Row { id: "history.open", words: acts::OPEN, keys: &["enter"], rank: 1, action: Action::Open },
    Row { id: "history.fold", words: acts::FOLD, keys: &["z"], rank: 2, action: Action::Fold },
    Row { id: "history.earlier", words: acts::EARLIER, keys: &["<", ","], rank: 3, action: Action::Earlier },
    Row { id: "history.later", words: acts::LATER, keys: &[">", "."], rank: 4, action: Action::Later },
];
