//! The rows of the screen `setting`.

use crate::words::actions::setting as acts;
use crate::words::setting as words;

/// Its name on the tab.
pub const TITLE: &str = words::SETTING;

actions! { Action, acts:
    /// What can be done on it.
    Edit      "setting.edit"      EDIT      ["enter", "e"]  1;
    New       "setting.new"       NEW       ["n"]           2;
    Remove    "setting.remove"    REMOVE    ["d"]           3;
    Up        "setting.up"        UP        ["K"]           15;
    Down      "setting.down"      DOWN      ["J"]           14;
    Vote      "setting.vote"      VOTE      ["v"]           5;
    Delivery  "setting.delivery"  DELIVERY  ["D"]           9;
    Waive     "setting.waive"     WAIVE     ["W"]           16;
    Commit    "setting.commit"    COMMIT    ["c"]           4;
}
