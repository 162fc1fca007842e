//! The rows of the screen `retrospective`.

use crate::words::actions::retrospective as acts;
use crate::words::retrospective as words;

/// Its name on the tab.
pub const TITLE: &str = words::RETROSPECTIVE;

actions! { Action, acts:
    /// What can be done on it.
    Judge   "retro.judge"   JUDGE   ["enter", "e"]  1;
    New     "retro.new"     NEW     ["n"]           2;
    Remove  "retro.remove"  REMOVE  ["d"]           4;
    Close   "retro.close"   CLOSE   ["c"]           3;
    Next    "retro.next"    NEXT    ["N"]           5;
}
