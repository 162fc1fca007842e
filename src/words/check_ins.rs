//! What the Check-ins say.

use std::fmt::Display;

/// Why nothing can be logged before the commit.
pub fn not_committed(goes: impl Display, commits: impl Display) -> String {
    format!("The set is not committed yet: {goes} goes to Setting, {commits} commits.")
}
pub fn check_in_of(number: impl Display, count: impl Display) -> String {
    format!("Check-in {number} of {count}")
}
pub const ALL_LOGGED: &str = "all logged";
pub fn begins_on(day: impl Display) -> String {
    format!("begins on {day}")
}
/// What a key result is that came too late for the commit.
pub fn still_a_draft(commits: impl Display) -> String {
    format!("draft: {commits} in Setting takes it in")
}
pub fn to_log(open: impl Display) -> String {
    format!("{open} to log")
}
pub const NOT_COMMITTED_YET: &str = "not committed yet";
pub const IT_HAS_BEEN_DROPPED: &str = "It has been dropped; nothing more is logged on it.";
pub const NOTHING_HAS_BEEN_SAID_HERE_YET: &str = "Nothing has been said here yet.";
pub fn agreed(action: impl Display) -> String {
    format!("agreed: {action}")
}
pub const CORRECT: &str = "Correct which of it?";
pub const TAKE_BACK: &str = "Take back which of it?";
pub const THE_VOTE_OF_THE_ROOM: &str = "the vote of the room";
pub const A_VOTE_GIVEN_ALONE: &str = "a vote given alone";
pub const SELECT_OBJECTIVE_OR_KEY_RESULT: &str = "Select an objective or a key result.";
pub const KEEP_CHANGE_OR_DROP: &str = "Keep, change or drop";
pub const CHANGE_OBJECTIVE: (&str, &str) = ("change", "its sentence or its why-now");
pub const LAGGING_WORK_IS_NO_REASON: &str =
    "Lagging work is no reason to lower a target; a broken assumption is.";
pub const CHANGE_KEY_RESULT: (&str, &str) =
    ("change", "a revision: dated, with its reason, the old one kept");
pub const NO_DECISION_YET: &str = "no decision yet";
pub fn decided(decision: impl Display) -> String {
    format!("decided: {decision}")
}
pub fn changed(text: impl Display) -> String {
    format!("  changed: {text}")
}
pub fn plan_still_right(answer: impl Display) -> String {
    format!("  plan still right? {answer}")
}
pub fn guardrail(says: impl Display) -> String {
    format!("  guardrail {says}")
}
pub const NO_READING: &str = "no reading";
pub fn read_on(day: impl Display, reading: impl Display, votes: impl Display) -> String {
    format!("{day}: {reading}{votes}")
}
pub fn check_in_read(
    number: impl Display,
    day: impl Display,
    reading: impl Display,
    votes: impl Display,
) -> String {
    format!("check-in {number}, {}", read_on(day, reading, votes))
}
pub fn confidence(median: impl Display) -> String {
    format!("confidence {median}")
}
pub fn confidence_spread(median: impl Display, spread: impl Display) -> String {
    format!("confidence {median}, spread {spread}")
}
pub const A_NEW_BLOCKER: &str = "a new blocker";
pub fn confidence_fell_by(points: impl Display) -> String {
    format!("confidence fell by {points}")
}
pub fn votes_apart(points: impl Display) -> String {
    format!("votes {points} apart")
}
pub const CONFIDENCE_30_OR_LESS: &str = "confidence 30 or less";
pub const CONFIDENCE_FROZEN: &str = "confidence frozen for three check-ins";
pub fn check_in(number: impl Display) -> String {
    format!("Check-in {number}")
}
pub fn check_in_with_mid(number: impl Display) -> String {
    format!("Check-in {number}, with mid-quarter: keep, change or drop")
}
pub const TALK_ABOUT: &str = "Talk about";
pub fn overdue(days: impl Display, since: impl Display) -> String {
    format!("overdue: nothing was said for {days}, since {since}")
}

pub const READ_IN_THIS_QUARTER: &str = "read in this quarter";
pub const TO_BE_READ_IN_THIS_QUARTER: &str = "to be read in this quarter";
pub fn effect_in(label: impl Display, quarter: impl Display, asks: impl Display) -> String {
    format!("{label}, effect in {quarter}  {asks}")
}

pub const CHECK_INS: &str = "Check-ins";
