//! What stands around a session, whatever its step.

use std::fmt::Display;

pub fn it_is_hidden_while_presenting(reveals: impl Display) -> String {
    format!("It is hidden while presenting: {reveals} shows the whole board.")
}
pub fn no_session_is_played(begins: impl Display) -> String {
    format!("No session is played: {begins} begins one.")
}
pub fn the_session_is_behind_the_desk(goes_back: impl Display) -> String {
    format!("The session waits behind the desk: {goes_back} goes back to it.")
}
pub const THIS_IS_THE_FIRST_STEP: &str = "This is the first step.";
pub fn this_was_the_last_step(closes: impl Display) -> String {
    format!("This was the last step; {closes} closes the session.")
}
pub fn the_clock_never_ran(minutes: impl Display, puts_away: impl Display) -> String {
    format!("The clock never ran; {minutes} says how long it took, {puts_away} puts it away.")
}
pub fn no_more_of_it_is_written(puts_away: impl Display) -> String {
    format!("Nothing more can be written into this quarter; {puts_away} puts the session away.")
}
pub fn it_was_held(closes: impl Display, undoes: impl Display) -> String {
    format!("It has taken time; {closes} closes it and {undoes} takes that back.")
}
pub const NO_QUESTION_IS_TALKED_THROUGH: &str = "No question is talked through in this step.";
pub fn the_clock_does_not_run(starts: impl Display) -> String {
    format!("The clock does not run; {starts} starts it.")
}
pub const ALL_ARE_ASKED_AT_ONCE: &str = "All questions are asked at once here, each above its column.";
pub const THERE_IS_NO_OTHER_QUESTION: &str = "There is no other question.";
pub const NOTHING_BEFORE_OR_IN_THE_LEDGER: &str =
    "Nothing was to be done before this meeting, or it stands in the ledger.";
pub const NOTHING_BEFORE_THIS_MEETING: &str = "Nothing was to be done before this meeting.";
pub const NOTHING_TO_COPY: &str = "Nothing is shown that could be copied.";
pub fn does_nothing(key: impl Display, help: impl Display) -> String {
    format!("{key} does nothing in this step; {help} shows what can be done.")
}
pub fn only_in_presenter_mode(begins: impl Display) -> String {
    format!("Only in presenter mode: {begins}.")
}
pub fn zoom_until_half_the_width(ends: impl Display) -> String {
    format!("Zoom your terminal (Ctrl and +) until this line fills half the width. {ends} ends it.")
}

pub const GOES_ON_WHERE_IT_STOOD: &str = "goes on where it stood";
pub fn starts_the_clock(title: impl Display, how: impl Display, starts: impl Display) -> String {
    format!("{title} {how}; {starts} starts the clock.")
}
pub const STEP_BY_STEP: &str = "Step by step on one shared screen, with its clock. What is next comes first.";
pub const PLAY_A_SESSION: &str = "Play a session";

pub const NONE_IS_PLAYED: &str = "none is played";
pub fn begins_one(begins: impl Display) -> String {
    format!("{begins} begins one")
}

pub fn is_open_behind_the_desk(title: impl Display, words: impl Display, goes_back: impl Display) -> String {
    format!("{title} is open behind the desk, {words}; {goes_back} goes back to it")
}
pub fn step_of(at: impl Display, count: impl Display) -> String {
    format!("step {at} of {count}")
}
pub fn who_does_what(count: impl Display, facilitator: impl Display, driver: impl Display) -> String {
    format!("{count}, {}", who_facilitates_and_types(facilitator, driver))
}
pub fn who_facilitates_and_types(facilitator: impl Display, driver: impl Display) -> String {
    format!("{facilitator} facilitates, {driver} types")
}
pub fn over(time: impl Display) -> String {
    format!("+{time} over")
}
pub fn over_by(time: impl Display, cost: impl Display) -> String {
    format!("{}, {cost}", over(time))
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
pub fn starts(planned: impl Display, starts: impl Display) -> String {
    format!("{planned} min, {starts} starts")
}
pub fn paused(words: impl Display) -> String {
    format!("paused, {words}")
}
pub fn step_in_silence(step: impl Display) -> String {
    format!("{step}, in silence")
}
pub const ENDS_IT: &str = "ends it";
pub fn then(circle: impl Display, key: impl Display, next: impl Display) -> String {
    format!("{circle}; {key}: {next}")
}
pub fn circle(says: impl Display, left: impl Display, minutes: impl Display) -> String {
    format!("1-2-all: {says}, {left} left of {minutes} min")
}
pub fn still_open(open: impl Display) -> String {
    format!("still open: {open}")
}
pub fn done_when(done: impl Display) -> String {
    format!("done when: {done}")
}
pub fn before_the_meeting(goes_back: impl Display) -> String {
    format!("Before the meeting, alone or in pairs. {goes_back} goes back.")
}
/// Stands for the place of a file.
pub const A_FILE: &str = "a file";
pub const PRESENTING_NOTES_HIDDEN: &str = " PRESENTING - notes hidden ";

pub const BEGINS: &str = "begins";

pub fn took_back(what: impl Display) -> String {
    format!("Took back {what}.")
}
pub fn did_again(what: impl Display) -> String {
    format!("Done again: {what}.")
}
pub const THESE_DRAFTS_STAY: &str =
    "These drafts stay: kept over a restart, their order would tell whose they are.";
pub fn nothing_of_this_session_is_left(undoes: impl Display) -> String {
    format!("Nothing of this session is left to undo; {undoes} again goes behind its beginning.")
}
pub const IT_IS_DONE_AT_THE_DESK: &str = "It is done at the desk; the session waits while you are there.";
