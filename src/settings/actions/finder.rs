//! The rows of help and palette.

use super::Row;
use crate::words::actions::finder as acts;

/// What can be done in help and palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinderAction {
    /// The next line.
    Next,
    /// The line before.
    Before,
    /// Runs the selected line.
    Run,
    /// Leaves.
    Leave,
}

/// The rows of help and palette.
pub(super) const ACTIONS: &[Row<FinderAction>] = &[
    Row { id: "finder.run", words: acts::RUN, keys: &["enter"], rank: 1, action: FinderAction::Run },
    Row { id: "finder.next", words: acts::NEXT, keys: &["down", "tab"], rank: 2, action: FinderAction::Next },
    Row {
        id: "finder.before",
        words: acts::BEFORE,
        keys: &["up", "shift-tab"],
        rank: 0,
        action: FinderAction::Before,
    },
    Row { id: "finder.leave", words: acts::LEAVE, keys: &["esc"], rank: 3, action: FinderAction::Leave },
];
