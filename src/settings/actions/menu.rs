//! The rows of a menu.

use crate::words::actions::menus as acts;

actions! { MenuAction, acts:
    /// What can be done in a menu beside its letters.
    Take    "menu.take"    TAKE    ["enter"]            1;
    Next    "menu.next"    NEXT    ["down", "tab"]      2;
    Before  "menu.before"  BEFORE  ["up", "shift-tab"]  0;
    First   "menu.first"   FIRST   ["home", "pgup"]     0;
    Last    "menu.last"    LAST    ["end", "pgdn"]      0;
    Leave   "menu.leave"   LEAVE   ["esc"]              3;
    Help    "menu.help"    HELP    ["f1", "?"]          0;
}
