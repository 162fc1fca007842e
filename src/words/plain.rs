//! A session played line by line, without a screen.

use std::fmt::Display;

pub const NO_QUARTER_IS_OPEN_HERE: &str = "no quarter is open here";
pub const WHAT_CANNOT_BE_READ_IS_LEFT_OUT: &str =
    "Problems in the files; what cannot be read is left out until it is mended:";
pub const THE_SESSION_WAITS: &str = "The session waits where it stands; okr --plain goes on with it.";
pub fn waits_where_it_stood(title: impl Display) -> String {
    format!("{title} waits where it stood.")
}
pub const GO_ON_WITH_IT: &str = "go on with it";
pub const PUT_IT_AWAY: &str = "put it away; nothing of it enters the ledger";
pub const WHICH_SESSION: &str = "Which session? What is next comes first.";
pub const NUMBER_OR_ENTER: &str = "number, or Enter to leave: ";
pub fn number_up_to(count: impl Display) -> String {
    format!("a number from 1 to {count}")
}
pub const THIS_WAS_THE_LAST_STEP: &str = "This was the last step; its number closes the session.";
pub const NUMBER: &str = "number, or ? for the list: ";
pub const THE_BOARD_STANDS_AS_IT_WAS: &str = "The board stands as it was.";
pub const GO_ON: &str = "go on";
pub const TAKE_BACK: &str = "take back what was done last";
pub const DO_AGAIN: &str = "do again what was taken back last";
pub const NOTHING_IS_LEFT_TO_TAKE_BACK: &str = "Nothing is left to take back.";
pub fn another_has_saved(sentence: impl Display) -> String {
    format!("Another window has saved since: {sentence}. Take that back there first, or by: okr undo")
}
pub const NOTHING_IS_LEFT_TO_DO_AGAIN: &str = "Nothing is left to do again.";
pub const ANOTHER_HAS_CHANGED_SINCE: &str =
    "Another window has saved since or taken something back; this is not done again here.";
pub const ANOTHER_HAS_TAKEN_IT_BACK: &str = "Another window has taken it back already.";
pub const STOP_THE_CLOCK: &str = "stop the clock";
pub const START_THE_CLOCK: &str = "start the clock";
pub const STAY_LONGER_BY_THUMBS: &str = "stay longer, by thumbs";
pub const PARK_A_LINE: &str = "park a line";
pub const LEAVE_THIS_STEP_OUT: &str = "leave this step out";
pub const HOW_MANY_ARE_HERE: &str = "how many are here";
pub const OTHERS_FACILITATE_AND_TYPE: &str = "others facilitate and type";
pub const WHAT_WAS_BEFORE_THE_MEETING: &str = "what was to be done before the meeting";
pub const HOW_LONG_IT_TOOK: &str = "how long it took";
pub const CLOSE_THE_SESSION: &str = "close the session";
pub const LEAVE_THE_SESSION_WAITS: &str = "leave; the session waits";
/// What is typed alone to give a question up.
pub const GIVES_IT_UP: &str = ".";
pub fn asked(title: impl Display) -> String {
    format!("{title} ({GIVES_IT_UP} alone gives it up, ? says how)")
}
pub const WHAT_WAS_TYPED_STANDS_IN_BRACKETS: &str =
    "What was typed before stands in brackets; Enter keeps it.";
pub fn wrong(label: impl Display, says: impl Display) -> String {
    format!("{label}: {says}")
}
pub const LEAVES_IT_EMPTY: &str = "leaves it empty";
pub const KEEPS_WHAT_STANDS_THERE: &str = "keeps what stands there";
pub fn how_to_answer(enter: impl Display) -> String {
    format!("Type the answer and Enter. Enter alone {enter}; {GIVES_IT_UP} alone gives the question up.")
}
pub fn asks(label: impl Display, hint: impl Display) -> String {
    format!("{label} ({hint}): ")
}
pub fn asks_what_stands(label: impl Display, hint: impl Display, stands: impl Display) -> String {
    format!("{label} ({hint}) [{stands}]: ")
}
/// Something that can be named, by its number, what it is called and where it stands.
pub fn nameable(at: impl Display, title: impl Display, says: impl Display) -> String {
    format!("{at}. {title} ({says})")
}
pub fn numbered(at: impl Display, name: impl Display) -> String {
    format!("{at}. {name}")
}
pub fn and_more_by_name(left: impl Display) -> String {
    format!("and {left} more, by name")
}
/// The words an answer is one of, and the question where it has one.
pub fn one_of(words: impl Display, asks: Option<&str>) -> String {
    asks.map_or_else(|| words.to_string(), |asks| format!("{words}: {asks}"))
}
pub fn or_its_number(hint: impl Display) -> String {
    format!("{hint}, or its number")
}
pub const EFFORT_ALONE: &str = "effort alone before the meeting";
pub fn not_done(refused: impl Display) -> String {
    format!("Not done: {refused}")
}
pub fn no_reason_goes_past(stop: impl Display, hint: impl Display) -> String {
    format!("hard stop: {stop}; {hint}")
}
pub fn a_reason_goes_past(stop: impl Display, hint: impl Display) -> String {
    format!("asks: {stop}; {hint}")
}
pub const CIRCLE_BEGINS: &str = "1-2-all: a stuck question, alone, in pairs, together";
pub const CIRCLE_ENDS: &str = "1-2-all: end it";
pub const CIRCLE_GOES_ON: &str = "1-2-all: the next of them";

pub fn read_aloud(say: impl Display) -> String {
    format!("Read aloud: {say}")
}
pub fn ask(ask: impl Display) -> String {
    format!("Ask: {ask}")
}
pub fn answered(ask: impl Display, answer: impl Display) -> String {
    format!("{ask} {answer}")
}
pub fn hint(hint: impl Display) -> String {
    format!("Hint: {hint}")
}
pub fn circle(says: impl Display, minutes: impl Display) -> String {
    format!("1-2-all: {says}, {minutes} min")
}
pub fn done(done: impl Display) -> String {
    format!("Done: {done}")
}
pub fn still_open(open: impl Display) -> String {
    format!("Still open: {open}")
}
/// A step by its number among all, its title, its minutes and its name in the method.
pub fn step((at, all): (usize, usize), title: &str, minutes: impl Display, id: impl Display) -> String {
    format!("Step {at} of {all}: {title}. {minutes} min. {id}")
}
/// The same of a title that asks.
pub fn step_asks((at, all): (usize, usize), title: &str, minutes: impl Display, id: impl Display) -> String {
    format!("Step {at} of {all}: {title} {minutes} min. {id}")
}
