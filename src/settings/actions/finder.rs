//! The rows of help and palette.

use crate::words::actions::finder as acts;

actions! { FinderAction, acts:
    /// What can be done in help and palette.
    Run       "finder.run"        RUN        ["enter"]            1;
    Next      "finder.next"       NEXT       ["down", "tab"]      2;
    Before    "finder.before"     BEFORE     ["up", "shift-tab"]  0;
    PageDown  "finder.page_down"  PAGE_DOWN  ["pgdn"]             0;
    PageUp    "finder.page_up"    PAGE_UP    ["pgup"]             0;
    Leave     "finder.leave"      LEAVE      ["esc"]              3;
}
