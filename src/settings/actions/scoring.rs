//! The rows of the screen `scoring`.

use crate::words::actions::scoring as acts;
use crate::words::scoring as words;

/// Its name on the tab.
pub const TITLE: &str = words::SCORING;

actions! { Action, acts:
    /// What can be done on it.
    Score      "scoring.score"  SCORE  ["enter", "e"]  1;
    Take       "scoring.take"   TAKE   ["a"]           2;
    Clear      "scoring.clear"  CLEAR  ["d"]           3;
    ReadLater  "scoring.later"  LATER  ["L"]           4;
}
