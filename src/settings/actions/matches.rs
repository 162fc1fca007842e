//! The rows of what can be done while matches stand.

use crate::words::actions::matches as acts;

actions! { MatchesAction, acts:
    /// What can be done while matches stand.
    Next    "found.next"    NEXT    ["n"]  7;
    Before  "found.before"  BEFORE  ["N"]  8;
}
