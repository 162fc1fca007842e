//! What Scoring says.

use std::fmt::Display;

pub const NOTHING_TO_SCORE_YET: &str = "Nothing to score yet";
pub const AMBITIOUS_SAFE_OR_OUT_OF_TOUCH: &str = "ambitious, safe or out of touch?";
pub const THE_SET_AS_A_WHOLE_THEN: &str = "The set as a whole  ";
pub const THE_QUARTER_IS_NOT_OVER: &str = "The quarter is not over: log a check-in, or the final reading.";
pub const SELECT_WHAT_WAS_SCORED: &str = "Select a key result that was scored, or reads later.";
pub const IT_HAS_BEEN_DROPPED: &str = "It has been dropped: dropped is dropped, never 0.";
pub fn it_is_scored(changes: impl Display) -> String {
    format!("It is scored already; {changes} changes it.")
}
pub const NO_READING_TO_PROPOSE_FROM: &str = "There is no reading to propose a score from.";
pub const IT_HAS_NO_SCORE_TO_CLEAR: &str = "It has no score to clear.";
pub const WORK_DONE: &str = "work done";
pub const READ_LATER: &str = "read later";
pub const SCORED_AS_COMMITTED: &str = "scored against the definition as committed; later revisions:";
pub const OPENING_CONFIDENCE: &str = "opening confidence";
pub const LAST_CONFIDENCE: &str = "last confidence";

pub const SCORING: &str = "Scoring";
