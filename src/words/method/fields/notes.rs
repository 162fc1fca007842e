//! The names of the fields of check-ins, scores and notes, and the question each asks.

use std::fmt::Display;

pub const READING: &str = "reading";
pub const NUMBER_FIRST: &str = "the number first, the story after it";
pub const CONFIDENCE: &str = "confidence";
pub const A_VOTE_IS_MISSING: &str = "a vote is missing between two commas";
pub const N_0_TO_100: &str = "0 to 100: how likely is the target reached in full by the date?";
pub const CHANGED: &str = "changed";
pub const SINCE_LAST_TIME: &str = "since last time, one line";
pub const BLOCKED: &str = "blocked";
pub const WHO_CAN_CLEAR_IT: &str = "who can clear it, by when; none when nothing blocks any more";
pub const NOTHING_BLOCKS: &str = "none";
pub const PLAN: &str = "plan";
pub const IS_THE_PLAN_STILL_RIGHT: &str = "is the plan still right?";
pub const NOT_READABLE: &str = "not readable";
pub const YES_WHEN_THERE_IS_NO_NUMBER_YET: &str = "yes when there is no number yet";
pub const GUARDRAIL: &str = "guardrail";
pub const WHAT_THE_GUARDRAIL_READS_NOW: &str = "what the guardrail reads now";
pub const FINAL_READING: &str = "final reading";
pub const SAME_SOURCE_AND_WINDOW_AS_THE_BASELINE: &str = "same source and window as the baseline";
pub const READ_ON: &str = "read on";
pub const THE_DAY_OF_THE_FINAL_READING: &str = "the day of the final reading";
pub const SCORE: &str = "score";
pub const N_0_0_TO_1_0: &str = "0.0 to 1.0; the formula proposes, the room decides";
pub const REASON: &str = "reason";
pub const WHEN_FAR_FROM_THE_FORMULA: &str = "when the score is more than 0.1 away from the formula";
pub const TELLS_US: &str = "tells us";
pub const WORK_DONE: &str = "work done";
pub const APART_FROM_THE_OUTCOME: &str = "apart from whether the outcome moved";
pub const WHEN_IT_CAN_BE_READ: &str = "the quarter in which it can be read: 2027-q2";
pub const NOTE: &str = "note";
pub const ONE_LINE: &str = "one line, about conditions, not about people";
pub const ACTION: &str = "action";
pub const WHAT_CHANGES: &str = "what changes, small and visible in two weeks";
pub const WHO_STARTS: &str = "who starts";
pub const WHO_TAKES_THE_FIRST_STEP: &str = "who takes the first step";
pub const FIRST_DATE: &str = "first date";
pub const WHEN_IT_BEGINS: &str = "when it begins: +2w, mon";
pub const SEEN_BY: &str = "seen by";
pub const HOW_WILL_WE_SEE_THAT_IT_WORKS: &str = "how will we see that it works?";
pub fn a_confidence_is_whole(typed: impl Display) -> String {
    format!(
        "`{typed}` would be two votes; a confidence is a whole number, such as 65, and two votes stand apart: 65 5"
    )
}
