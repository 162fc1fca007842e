//! The rows of the screen `setting`.

use super::Row;
use crate::words::actions::setting as acts;
use crate::words::setting as words;

/// Its name on the tab.
pub const TITLE: &str = words::SETTING;

/// What can be done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Adds something where the selection stands.
    New,
    /// Edits what is selected.
    Edit,
    /// Takes what is selected off the set.
    Remove,
    /// Moves what is selected up.
    Up,
    /// Moves what is selected down.
    Down,
    /// Takes the opening vote on the selected key result.
    Vote,
    /// Moves the selected key result to the delivery list.
    Delivery,
    /// Answers a question of the coach with a reason.
    Waive,
    /// Commits the set.
    Commit,
}

/// The rows.
pub const ACTIONS: &[Row<Action>] = &[
    Row { id: "setting.edit", words: acts::EDIT, keys: &["enter", "e"], rank: 1, action: Action::Edit },
    Row { id: "setting.new", words: acts::NEW, keys: &["n"], rank: 2, action: Action::New },
    Row { id: "setting.remove", words: acts::REMOVE, keys: &["d"], rank: 3, action: Action::Remove },
    Row { id: "setting.up", words: acts::UP, keys: &["K"], rank: 15, action: Action::Up },
    Row { id: "setting.down", words: acts::DOWN, keys: &["J"], rank: 14, action: Action::Down },
    Row { id: "setting.vote", words: acts::VOTE, keys: &["v"], rank: 5, action: Action::Vote },
    Row { id: "setting.delivery", words: acts::DELIVERY, keys: &["D"], rank: 9, action: Action::Delivery },
    Row { id: "setting.waive", words: acts::WAIVE, keys: &["W"], rank: 16, action: Action::Waive },
    Row { id: "setting.commit", words: acts::COMMIT, keys: &["c"], rank: 4, action: Action::Commit },
];
