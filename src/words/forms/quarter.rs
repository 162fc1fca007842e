//! The forms of a quarter under way: check-ins, scores, verdicts, reasons.

use std::fmt::Display;

pub const THE_DAY_IT_SPEAKS_OF: &str = "the day it speaks of: today, -2d, 2027-02-11";
pub const WHAT_IS_TO_BE_CORRECTED: &str = "what is to be corrected";
pub fn correct(date: impl Display, name: impl Display) -> String {
    format!("Correct {date}: {name}")
}
pub const EMPTY_KEEPS_THE_VOTE: &str = "leave it empty to keep the vote as it is";
pub fn opening_vote(name: impl Display) -> String {
    format!("Opening vote: {name}")
}
pub const THE_VOTE: &str = "the vote";
pub const DECISION: &str = "“plan stands”, or what we do differently before next time";
pub const SAY_WHAT_IS_DECIDED: &str = "say what is decided, or that the plan stands";
pub const GIVE_THE_CONFIDENCE: &str = "give the confidence, a number from 0 to 100";
pub const DECIDE_AND_CLOSE_THE_CHECK_IN: &str = "Decide and close the check-in";
pub fn correct_what_was_decided_on(date: impl Display) -> String {
    format!("Correct what was decided on {date}")
}
pub fn last_on(measure: impl Display, date: impl Display) -> String {
    format!("last {measure} on {date}")
}
pub fn rooms_last_median(median: impl Display, on: impl Display) -> String {
    format!("room's last median {median}, {on}")
}

pub const THE_FORMULA_WAITS: &str = "the formula waits for the final reading";
pub fn last_check_in_on(value: impl Display, day: impl Display) -> String {
    format!("last check-in {value} on {day}")
}
pub fn scored_provisionally(score: impl Display) -> String {
    format!("the provisional score was {score}")
}
pub const SAY_WHAT_THE_SET_TELLS: &str = "say what the set tells";

pub fn read_later(name: impl Display) -> String {
    format!("Read later: {name}")
}
pub const LATER_READING: (&str, &str) = ("later reading", "what it reads now; the score stands");
pub const LATER_READING_NOTED: (&str, &str) =
    ("later reading", "what it reads now; left empty, that of the day below is taken back");
pub const LATER_READING_NEEDS_A_NUMBER: &str = "later reading: a number is needed, such as 1.4";
pub const READ_ON_WHICH_DATE: &str = "read on: on which date was it read?";

pub const NEW_NOTE: &str = "New note";
pub const THE_NOTE: &str = "the note";
pub const VERDICT: (&str, &str) = ("verdict", "Left and Right, or the first letter");
pub const WHAT_TELLS_US: (&str, &str) = ("what tells us", "one line, may stay empty");
pub const CHOOSE_ONE_OF_THE_WORDS: &str = "choose one of the words";

pub fn not_now(title: impl Display) -> String {
    format!("Not now: {title}")
}
pub const WHY_NOT_NOW: &str = "why not now";
pub const GOES_ALONG: &str = "Its key results go along:";
pub const MAY_STAY_EMPTY: &str = "may stay empty";
pub fn drop(title: impl Display) -> String {
    format!("Drop: {title}")
}
pub fn drop_several(count: impl Display) -> String {
    format!("Drop {count} rows for one reason")
}
pub const WHAT_DO_WE_KNOW_NOW: &str = "what do we know now? It keeps its history and gets no score";
pub fn waive(rule: impl Display) -> String {
    format!("Waive {rule}")
}
pub const WHY_IT_NEEDS_NO_ANSWER: &str = "why it needs no answer here; it stays beside it, for the review";
pub const TO_GO_ON_ALL_THE_SAME: &str = "to go on all the same, say why; it is kept with the quarter";
pub fn commit(label: impl Display) -> String {
    format!("Commit {label}")
}
pub const ASKED_BELOW_NEEDS_AN_ANSWER: &str =
    "What is asked below needs an answer, or a reason to go on all the same.";
pub fn close(label: impl Display) -> String {
    format!("Close {label}")
}

pub fn the_final_reading_stands(reading: impl Display, day: impl Display) -> String {
    format!("The final reading stands: {reading} on {day}. What is said here does not change the score.")
}

pub const ON: &str = "on";
pub const LOG: &str = "log";
pub const CORRECT_LABEL: &str = "correct";
pub const VOTE: &str = "vote";
pub const DECIDE: &str = "decide";
pub const DECISION_LABEL: &str = "decision";
pub const WAIVE_LABEL: &str = "waive";
pub const COMMIT_LABEL: &str = "commit";
