//! The rows of what can be done in any list.

use crate::words::actions::lists as acts;

actions! { ListAction, acts:
    /// What can be done in any list.
    Down      "list.down"       DOWN       ["j", "down"]         0;
    Up        "list.up"         UP         ["k", "up"]           0;
    First     "list.first"      FIRST      ["g g", "home"]       0;
    Last      "list.last"       LAST       ["G", "end"]          0;
    PageDown  "list.page_down"  PAGE_DOWN  ["ctrl-d", "pgdn"]    0;
    PageUp    "list.page_up"    PAGE_UP    ["ctrl-u", "pgup"]    0;
    Into      "list.into"       INTO       ["l", "right"]        0;
    Back      "list.back"       BACK       ["h", "left"]         0;
    Turn      "list.pane"       PANE       ["tab", "shift-tab"]  16;
    Sort      "list.sort"       SORT       ["s"]                 32;
    Copy      "list.copy"       COPY       ["y"]                 33;
    Mark      "list.mark"       MARK       ["space"]             34;
    Rename    "list.rename"     RENAME     ["r"]                 35;
    Editor    "list.editor"     EDITOR     ["E"]                 36;
}

impl ListAction {
    /// Whether it moves in the list; that there is nowhere to go needs no words.
    pub fn moves(self) -> bool {
        !matches!(self, Self::Sort | Self::Copy | Self::Mark | Self::Rename | Self::Editor)
    }
}
