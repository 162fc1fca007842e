//! The rows of the screen `check_ins`.

use crate::words::actions::check_ins as acts;
use crate::words::check_ins as words;

/// Its name on the tab.
pub const TITLE: &str = words::CHECK_INS;

actions! { Action, acts:
    /// What can be done on it.
    Log       "check_ins.log"        LOG        ["enter", "e", "n"]  1;
    Decide    "check_ins.decide"     DECIDE     ["D"]                2;
    Correct   "check_ins.correct"    CORRECT    ["C"]                8;
    TakeBack  "check_ins.take_back"  TAKE_BACK  ["x"]                9;
    Change    "check_ins.change"     CHANGE     ["d"]                3;
}
