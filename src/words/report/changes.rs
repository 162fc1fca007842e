//! What a commit message says was changed.

use std::fmt::Display;

pub fn and_more(more: impl Display) -> String {
    format!("and {more} more")
}
pub const OKR_HOW_GIT_MERGES_THESE_FILES: &str = "okr: how git merges these files";
pub const BEGIN_THE_QUARTER: &str = "begin the quarter";
pub const COMMIT_THE_SET: &str = "commit the set";
pub const CLOSE_THE_QUARTER: &str = "close the quarter";
pub const TAKE_THE_COMMIT_BACK: &str = "take the commit back";
pub const OPEN_THE_QUARTER_AGAIN: &str = "open the quarter again";
pub const COMMITTED_NO_MORE: &str = "not committed any more";
pub const OPEN_AGAIN: &str = "open again";
pub const OPENING_VOTE: &str = "opening vote";

pub const TO_ANOTHER_OBJECTIVE: &str = "to another objective";
pub fn opening_vote(name: impl Display) -> String {
    format!("{name}: opening vote")
}
pub const TAKES_BACK: &str = "takes back";
pub fn the_check_in_of(verb: impl Display, day: impl Display) -> String {
    format!("{verb} the check-in of {day}")
}
pub fn decision_on(day: impl Display, decision: impl Display) -> String {
    format!("decision on {day}: {decision}")
}
pub fn until_the_next_check_in(text: impl Display) -> String {
    format!("until the next check-in: {text}")
}
pub const NOT_BLOCKED: &str = "not blocked any more";
pub fn no_number_yet_on(day: impl Display) -> String {
    format!("no number yet on {day}")
}
pub fn check_in_on(day: impl Display) -> String {
    format!("check-in on {day}")
}
pub fn reads_later(name: impl Display, later: impl Display) -> String {
    format!("{name}: reads later, in {later}")
}
pub fn final_reading(name: impl Display) -> String {
    format!("{name}: final reading")
}
pub const WAIVED_QUESTIONS: &str = "waived questions";
pub const WHAT_WAS_ASKED_OF_IT: &str = "what was asked of it";
pub const NOT_NOW: &str = "not now";
pub const KEEP_RUNNING: &str = "keep running";
pub const DELIVERY_LIST: &str = "delivery list";
pub const PRE_MORTEM: &str = "pre-mortem";
pub const PARKING_LOT: &str = "parking lot";
pub const ANSWERS_TO_OTHER_TEAMS: &str = "answers to other teams";
pub const MID_QUARTER: &str = "mid-quarter";
pub const A_LATER_READING: &str = "a later reading";
pub const SMALLER_THINGS: &str = "smaller things";
pub const REASONS_TO_GO_ON: &str = "reasons to go on";
pub const TAKEN_UP_AGAIN: &str = "taken up again";
