//! The rows of the screen `map`.

use crate::words::actions::map as acts;
use crate::words::map as words;

/// Its name on the tab.
pub const TITLE: &str = words::MAP;

actions! { Action, acts:
    /// What can be done on it.
    Open     "map.open"      OPEN      ["enter"]  1;
    Answer   "map.answer"    ANSWER    ["e"]      2;
    FoldAll  "map.fold_all"  FOLD_ALL  ["z"]      3;
}
