//! What is said of scores and final readings.

use std::fmt::Display;

pub fn read_later(name: impl Display, quarter: impl Display) -> String {
    format!("read {name} later, in {quarter}")
}
pub fn score_provisionally(name: impl Display, score: impl Display) -> String {
    format!("score {name} {score}, provisional until scoring opens")
}
pub fn note_how_it_ends(name: impl Display) -> String {
    format!("note how {name} ends")
}
pub fn note_the_final_reading_of(name: impl Display) -> String {
    format!("note the final reading of {name}")
}
pub const GIVE_THE_FINAL_READING: &str = "give the final reading, the score or the quarter in which it reads";
pub const SCORE_IT: &str = "score it, or say in which quarter it reads";
pub fn a_later_reading_is_one_after(cycle: impl Display) -> String {
    format!("a later reading is one after {cycle}, and not in the future")
}
pub const ON_WHICH_DATE_WAS_IT_READ: &str = "on which date was it read?";
pub const NOTHING_WAS_READ_LATER: &str = "nothing was read of it after its quarter";
pub fn nothing_was_read_on(day: impl Display) -> String {
    format!("nothing was read of it on {day}")
}
pub const OKR_SHOW_HAS_WHAT_WAS_READ: &str = "`okr history` lists what was read later, by day";
pub fn take_back_the_later_reading_of(name: impl Display, day: impl Display) -> String {
    format!("take back the later reading of {name} on {day}")
}
pub fn note_a_later_reading_of(name: impl Display) -> String {
    format!("note a later reading of {name}")
}
pub fn read_after_it_was_due_at(due: impl Display, value: impl Display, date: impl Display) -> String {
    format!(
        "this was read after {due}, the day it was due; by then it read {value}, on {date}. Which of the two counts?"
    )
}
pub fn read_after_it_was_due(due: impl Display) -> String {
    format!("this was read after {due}, the day it was due, and not before. Does it count?")
}
pub fn clear_the_score_of(name: impl Display) -> String {
    format!("clear the score of {name}")
}
pub const DROPPED_IS_DROPPED: &str = "dropped is dropped, never 0; undo the drop to score it";
pub const IT_WAITS_BESIDE_THE_SET: &str =
    "it waits beside the set until its number is found, so there is nothing to score";
pub const WITH_ITS_BASELINE_AND_TARGET_IT_JOINS: &str =
    "with its baseline and target it joins: okr set, or okr checkin";
pub const ITS_TARGET_IS_STILL_OPEN: &str = "its target is still open, so there is nothing to score";
pub fn give_it_a_target(id: impl Display) -> String {
    format!("okr set {id} target=…, and it joins the set")
}
pub const IT_IS_NOT_COMMITTED: &str = "it is not committed, so there is nothing to score";
pub const THE_FINAL_READING_HAS_NO_DATE: &str = "the final reading has no date";
pub const THE_FINAL_READING_LIES_IN_THE_FUTURE: &str = "the final reading lies in the future";
pub const GIVE_THE_DAY_IT_WAS_READ: &str = "give the day it was read";
pub fn reads_later_needs_a_later_quarter_than(label: impl Display) -> String {
    format!("“reads later” needs a later quarter than {label}")
}
pub const NAME_IT_LIKE_2027_Q2: &str = "name it like 2027-q2";
pub const IT_READS_LATER_AND_HAS_A_SCORE: &str = "it reads later and has a score";
pub const KEEP_ONE_OF_THE_TWO: &str = "keep one of the two";
pub const GIVE_A_REASON: &str = "give a reason: what would an outsider read off?";
pub fn the_formula_says(proposed: impl Display, score: impl Display) -> String {
    format!("the formula says {proposed}, the score {score} is more than 0.1 away")
}
pub const THERE_IS_NO_FINAL_READING: &str = "there is no final reading to score from";
