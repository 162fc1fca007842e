//! The rows of a form in the table of actions: everything that can be done while one is open.

use crate::words::actions::forms as acts;

actions! { FormAction, acts:
    /// What can be done in a form.
    Next        "form.next"     NEXT     ["tab", "down"]      2;
    Before      "form.before"   BEFORE   ["shift-tab", "up"]  0;
    Enter       "form.enter"    ENTER    ["enter"]            1;
    Save        "form.save"     SAVE     ["ctrl-s"]           3;
    Leave       "form.leave"    LEAVE    ["esc"]              4;
    Theirs      "form.theirs"   THEIRS   ["ctrl-t"]           5;
    Editor      "form.editor"   EDITOR   ["ctrl-g"]           7;
    Rewrite     "form.rewrite"  REWRITE  ["f3"]               6;
    Library     "form.library"  LIBRARY  ["f2"]               9;
    Reload      "form.reload"   RELOAD   ["f5"]               0;
    ScrollDown  "form.down"     DOWN     ["pgdn"]             5;
    ScrollUp    "form.up"       UP       ["pgup"]             0;
    Help        "form.help"     HELP     ["f1"]               0;
    Discard     "form.discard"  DISCARD  ["ctrl-x"]           8;
}
