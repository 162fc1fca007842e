//! The rows of a menu.

use super::Row;
use crate::words::actions::menus as acts;

/// What can be done in a menu beside its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuAction {
    /// The next answer.
    Next,
    /// The answer before.
    Before,
    /// Takes the selected answer.
    Take,
    /// Leaves without an answer.
    Leave,
    /// Shows what can be done here.
    Help,
}

/// The rows of a menu. Letters belong to the answers.
pub(super) const ACTIONS: &[Row<MenuAction>] = &[
    Row { id: "menu.take", words: acts::TAKE, keys: &["enter"], rank: 1, action: MenuAction::Take },
    Row { id: "menu.next", words: acts::NEXT, keys: &["down", "tab"], rank: 2, action: MenuAction::Next },
    Row {
        id: "menu.before",
        words: acts::BEFORE,
        keys: &["up", "shift-tab"],
        rank: 0,
        action: MenuAction::Before,
    },
    Row { id: "menu.leave", words: acts::LEAVE, keys: &["esc"], rank: 3, action: MenuAction::Leave },
    Row { id: "menu.help", words: acts::HELP, keys: &["f1", "?"], rank: 0, action: MenuAction::Help },
];
