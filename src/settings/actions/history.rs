//! The rows of the screen `history`.

use crate::words::actions::history as acts;
use crate::words::history as words;

/// Its name on the tab.
pub const TITLE: &str = words::HISTORY;

actions! { Action, acts:
    /// What can be done on it.
    Open     "history.open"     OPEN     ["enter"]   1;
    Fold     "history.fold"     FOLD     ["z"]       2;
    Earlier  "history.earlier"  EARLIER  ["<", ","]  3;
    Later    "history.later"    LATER    [">", "."]  4;
}
