//! What the rules of the method say: of a commit, of a vote alone, of what is due, of what is imported.

use std::fmt::Display;

pub fn of_votes_in_hidden(hidden: impl Display, votes: impl Display) -> String {
    format!("{hidden} of {votes}")
}

pub const NOT_EVERY_LIGHT_IS_ON: &str = "not every light is on";
pub const LIGHT_IT: &str = "light it, move it to the delivery list, or drop it";
pub const IT_IS_PROMISED_OUTSIDE: &str = "somebody outside has been promised it";
pub const A_PROMISE_IS_A_DELIVERY: &str = "move it to the delivery list, and keep room to learn";
pub const IT_COULD_BE_HIT_WITHOUT_SOLVING: &str = "it could be hit without solving the problem";
pub const WHAT_WOULD_BE_DIFFERENT: &str = "what would be different in the world if it worked?";

pub const THE_HAND_OVER: &str = "the hand-over";
pub const USED_KEPT_OR_DISMISSED: &str = "used, kept or dismissed; continue, reshape or retire";

/// A key result as the method words it: its metric raised or lowered, where, from what, to what, by which day.
pub fn a_key_result([moved, scope, now, then, day]: [&str; 5]) -> String {
    format!("{moved} for {scope} from {now} to {then} by {day}")
}
pub const RAISE: &str = "Raise";
pub const LOWER: &str = "Lower";
pub const RAISE_OR_LOWER: &str = "[raise/lower]";
pub const OPEN_METRIC: &str = "[metric]";
pub const OPEN_WHERE: &str = "[where]";
pub const OPEN_NOW: &str = "[now]";
pub const OPEN_THEN: &str = "[then]";
pub const OPEN_DATE: &str = "[date]";
pub fn not_whole_yet(open: impl Display) -> String {
    format!("not whole yet; fill in or take out: {open}")
}

pub const NOTHING_STANDS_IN_THE_WAY: &str = "nothing stands in the way";

pub fn import_objectives_and_key_results(objectives: impl Display, key_results: impl Display) -> String {
    format!("import {objectives} and {key_results}")
}
pub const THE_ROW_NAMES_NO_GOAL: &str = "it has neither an objective nor a key result";
pub fn no_objective_stands_above(sentence: impl Display) -> String {
    format!("no objective stands above `{sentence}`")
}
pub fn was_dropped(sentence: impl Display) -> String {
    format!("`{sentence}` was dropped, it stays out")
}
pub fn no_key_result_in_this_row(cell: impl Display) -> String {
    format!("`{cell}` has no key result in its row")
}
pub fn the_objective_stands_already(cell: impl Display) -> String {
    format!("`{cell}` was left out: its objective stands here already")
}
pub fn stands_here_already(sentence: impl Display) -> String {
    format!("`{sentence}` stands here already")
}
pub fn it_is_left_out(cell: impl Display, says: impl Display) -> String {
    format!("`{cell}`: {says}; it is left out")
}

pub const MORE_IS_BETTER: &str = "more is better";
pub const LESS_IS_BETTER: &str = "less is better";
pub fn read_from(facts: impl Display, baseline_question: impl Display, how: impl Display) -> String {
    format!("{facts} {baseline_question} Read from: {how}.")
}
pub fn read_from_and_guarded(
    facts: impl Display,
    baseline_question: impl Display,
    how: impl Display,
    guardrail: impl Display,
) -> String {
    format!("{facts} {baseline_question} Read from: {how}. Not at the cost of: {guardrail}.")
}

pub fn with_an_example(says: impl Display, example: impl Display) -> String {
    format!("{says} For example, {example}.")
}
pub fn an_example(scope: impl Display, from: impl Display, to: impl Display) -> String {
    format!("{scope}: from {from} to {to}")
}
pub fn below(value: impl Display) -> String {
    format!("below {value}")
}
pub fn above(value: impl Display) -> String {
    format!("above {value}")
}

pub const TWO_PEOPLE: &str = "two people";

pub fn in_place_of_an_earlier_vote(sentence: impl Display) -> String {
    format!("{sentence}, in place of an earlier vote")
}
pub const BEFORE_THE_COMMIT: &str = "before the commit";
pub fn in_check_in(number: impl Display) -> String {
    format!("in check-in {number}")
}
pub fn the_room_has_shown_its_votes(when: impl Display) -> String {
    format!("the room has shown its votes {when}; one more would not be blind")
}
pub const LEAVE_THE_CONFIDENCE_OUT: &str =
    "leave the confidence out; the room can vote again together, and the next round asks anew";

pub fn is_no_moment_of_a_nudge(text: impl Display) -> String {
    format!("`{text}` is no moment of a nudge")
}
