//! What stands around a session, whatever its step.

use std::fmt::Display;

pub const IT_IS_HIDDEN_WHILE_PRESENTING: &str = "It is hidden while presenting: . shows the whole board.";
pub const NO_SESSION_IS_PLAYED: &str = "No session is played: S begins one.";
pub const THE_SESSION_IS_BEHIND_THE_DESK: &str = "The session waits behind the desk: S goes back to it.";
pub const THIS_IS_THE_FIRST_STEP: &str = "This is the first step.";
pub const THIS_WAS_THE_LAST_STEP: &str = "This was the last step; C closes the session.";
pub const THE_CLOCK_NEVER_RAN: &str = "The clock never ran; M says how long it took, X puts it away.";
pub const NO_MORE_OF_IT_IS_WRITTEN: &str =
    "Nothing more can be written into this quarter; X puts the session away.";
pub const IT_WAS_HELD: &str = "It has taken time; C closes it and u takes that back.";
pub const NO_QUESTION_IS_TALKED_THROUGH: &str = "No question is talked through in this step.";
pub const THE_CLOCK_DOES_NOT_RUN: &str = "The clock does not run; t starts it.";
pub const THERE_IS_NO_OTHER_QUESTION: &str = "There is no other question.";
pub const NOTHING_BEFORE_OR_IN_THE_LEDGER: &str =
    "Nothing was to be done before this meeting, or it stands in the ledger.";
pub const NOTHING_BEFORE_THIS_MEETING: &str = "Nothing was to be done before this meeting.";
pub const NOTHING_TO_COPY: &str = "Nothing is shown that could be copied.";
pub fn does_nothing(key: impl Display) -> String {
    format!("{key} does nothing in this step; ? shows what can be done.")
}
pub const ONLY_IN_PRESENTER_MODE: &str = "Only in presenter mode: P.";
pub const ZOOM_UNTIL_HALF_THE_WIDTH: &str =
    "Zoom your terminal (Ctrl and +) until this line fills half the width. P ends it.";

pub const GOES_ON_WHERE_IT_STOOD: &str = "goes on where it stood";
pub fn t_starts_the_clock(title: impl Display, how: impl Display) -> String {
    format!("{title} {how}; t starts the clock.")
}
pub const STEP_BY_STEP: &str = "Step by step on one shared screen, with its clock. What is next comes first.";
pub const PLAY_A_SESSION: &str = "Play a session";

pub const NONE_IS_PLAYED: &str = "none is played";
pub const S_BEGINS_ONE: &str = "S begins one";

pub fn is_open_behind_the_desk(title: impl Display, words: impl Display) -> String {
    format!("{title} is open behind the desk, {words}; S goes back to it")
}
pub fn step_of(at: impl Display, count: impl Display) -> String {
    format!("step {at} of {count}")
}
pub fn who_does_what(count: impl Display, facilitator: impl Display, driver: impl Display) -> String {
    format!("{count}, {facilitator} facilitates, {driver} types")
}
pub fn over_by(time: impl Display, cost: impl Display) -> String {
    format!("+{time} over, {cost}")
}
pub fn wrap_up(time: impl Display) -> String {
    format!("wrap up: {time} left")
}
pub fn time_left_of(time: impl Display, planned: impl Display) -> String {
    format!("{time} left of {planned} min")
}
pub fn minutes_left_of(minutes: impl Display, planned: impl Display) -> String {
    format!("{minutes} min left of {planned}")
}
pub fn t_starts(planned: impl Display) -> String {
    format!("{planned} min, t starts")
}
pub fn paused(words: impl Display) -> String {
    format!("paused, {words}")
}
pub fn step_in_silence(step: impl Display) -> String {
    format!("{step}, in silence")
}
pub const ENDS_IT: &str = "ends it";
pub fn circle(says: impl Display, left: impl Display, minutes: impl Display, then: impl Display) -> String {
    format!("1-2-all: {says}, {left} left of {minutes} min; 1: {then}")
}
pub fn still_open(open: impl Display) -> String {
    format!("still open: {open}")
}
pub fn done_when(done: impl Display) -> String {
    format!("done when: {done}")
}
pub const BEFORE_THE_MEETING: &str = "Before the meeting, alone or in pairs. B goes back.";
pub const PRESENTING_NOTES_HIDDEN: &str = " PRESENTING - notes hidden ";

pub const BEGINS: &str = "begins";

pub fn took_back(what: impl Display) -> String {
    format!("Took back {what}.")
}
pub const NOTHING_OF_THIS_SESSION_IS_LEFT: &str =
    "Nothing of this session is left to undo; u again goes behind its beginning.";
