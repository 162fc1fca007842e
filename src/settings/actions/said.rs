//! The rows of what can be done about what was said just now.

use crate::words::actions::said as acts;

actions! { SaidAction, acts:
    /// What can be done about what was said just now.
    Reopen   "said.reopen"   REOPEN   ["enter"]  1;
    Drop     "said.drop"     DROP     ["d"]      1;
    Details  "said.details"  DETAILS  ["x"]      9;
}
