//! The rows of the screen `retrospective`.

use super::Row;
use crate::words::actions::retrospective as acts;
use crate::words::retrospective as words;

/// Its name on the tab.
pub const TITLE: &str = words::RETROSPECTIVE;

/// What can be done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Edits a note or action, or judges what is selected.
    Judge,
    /// Adds a note to the column of the selection.
    New,
    /// Takes a note away, or a verdict back.
    Remove,
    /// Closes the quarter.
    Close,
    /// Opens the next quarter.
    Next,
}

/// The rows.
pub const ACTIONS: &[Row<Action>] = &[
    Row { id: "retro.judge", words: acts::JUDGE, keys: &["enter", "e"], rank: 1, action: Action::Judge },
    Row { id: "retro.new", words: acts::NEW, keys: &["n"], rank: 2, action: Action::New },
    Row { id: "retro.remove", words: acts::REMOVE, keys: &["d"], rank: 4, action: Action::Remove },
    Row { id: "retro.close", words: acts::CLOSE, keys: &["c"], rank: 3, action: Action::Close },
    Row { id: "retro.next", words: acts::NEXT, keys: &["N"], rank: 5, action: Action::Next },
];
