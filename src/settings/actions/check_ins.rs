//! The rows of the screen `check_ins`.

use super::Row;
use crate::words::actions::check_ins as acts;
use crate::words::check_ins as words;

/// Its name on the tab.
pub const TITLE: &str = words::CHECK_INS;

/// What can be done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Logs a check-in on the selected key result.
    Log,
    /// Corrects the last check-in on the selected key result.
    Correct,
    /// Takes the last check-in on the selected key result back.
    TakeBack,
    /// Records what the room decides.
    Decide,
    /// Keeps, changes or drops at mid-quarter.
    Change,
}

/// The rows.
pub const ACTIONS: &[Row<Action>] = &[
    Row { id: "check_ins.log", words: acts::LOG, keys: &["enter", "e", "n"], rank: 1, action: Action::Log },
    Row { id: "check_ins.decide", words: acts::DECIDE, keys: &["D"], rank: 2, action: Action::Decide },
    Row { id: "check_ins.correct", words: acts::CORRECT, keys: &["C"], rank: 8, action: Action::Correct },
    Row {
        id: "check_ins.take_back",
        words: acts::TAKE_BACK,
        keys: &["x"],
        rank: 9,
        action: Action::TakeBack,
    },
    Row { id: "check_ins.change", words: acts::CHANGE, keys: &["d"], rank: 3, action: Action::Change },
];
