//! The rows of the screen `overview`.

use crate::words::actions::overview as acts;
use crate::words::overview as words;

/// Its name on the tab.
pub const TITLE: &str = words::OVERVIEW;

actions! { Action, acts:
    /// What can be done on it.
    Open    "overview.open"    OPEN    ["enter"]  1;
    New     "overview.new"     NEW     ["n"]      2;
    Change  "overview.change"  CHANGE  ["e"]      3;
    Remove  "overview.remove"  REMOVE  ["d"]      4;
    Map     "overview.map"     MAP     ["m"]      5;
}
