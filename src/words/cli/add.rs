//! What `okr add`, `set`, `move`, `remove`, `drop` and `carry` say.

use std::fmt::Display;

pub const KEY_RESULT: &str = "key result";
pub fn due_has_no_dates(kind: impl Display) -> String {
    format!("--due: {kind} has no dates")
}
pub const OKR_ADD_DELIVERY_TEXT_DUE_DAY: &str = "okr add delivery TEXT --due DAY";
pub const RENAMED_MERGED_OR_MOVED: &str = "renamed, merged or moved";
pub fn is_none_of(turn: impl Display, turns: impl Display) -> String {
    format!("`{turn}` is none of {turns}")
}
pub const WHAT_IT_WAS: &str = "what it was";
pub const AN_OBJECTIVE_IS_NEEDED_HERE: &str = "an objective is needed here";
pub const OKR_LIST_OBJECTIVES: &str = "okr list objectives";
pub const A_KEY_RESULT_IS_NEEDED_HERE: &str = "a key result is needed here";
pub const OKR_LIST_KEY_RESULTS: &str = "okr list key-results";
pub fn it_cannot_be_empty(name: impl Display) -> String {
    format!("{name}: it cannot be empty; write one line")
}

pub fn nobody_asks_us_for_in(typed: impl Display, label: impl Display) -> String {
    format!("nobody asks us for `{typed}` in {label}")
}
pub const OKR_LIST_ASKED: &str = "okr list asked";

pub fn add_an_assumption_to(id: impl Display) -> String {
    format!("add an assumption to {id}")
}
pub fn is_neither_above_nor_below(from: impl Display) -> String {
    format!("`{from}` is neither above nor below")
}
pub fn log_what_was_asked_of(id: impl Display) -> String {
    format!("log what was asked of {id}")
}
pub fn add_an_initiative_to(id: impl Display) -> String {
    format!("add an initiative to {id}")
}
pub fn add_a_dependency_to(id: impl Display) -> String {
    format!("add a dependency to {id}")
}

pub fn read(what: impl Display) -> String {
    format!("read: {what}")
}
pub fn metric_is_no_key_result(title: impl Display) -> String {
    format!("--metric: “{title}” is no key result")
}
pub const OKR_SET_KEY_RESULT_METRIC_METRIC: &str = "okr set KEY-RESULT --metric METRIC";
pub fn stands_in_a_quarter(id: impl Display) -> String {
    format!("{id} stands in a quarter, and there is none")
}
pub const OKR_INIT_CYCLE_2027_Q1: &str = "okr init --cycle 2027-Q1";
pub fn log_a_new_one_in_its_place(id: impl Display) -> String {
    format!("log a new one in its place: okr checkin KR ... --corrects {id}")
}
pub const A_CHECK_IN_IS_WRITTEN_ONCE: &str = "a check-in is written once and not changed";
pub const THE_QUARTER: &str = "the quarter";

pub const UP_DOWN_OR_NOT_NOW: &str = "up, down or not-now are places too";

pub fn is_not_removed_by_a_command(id: impl Display) -> String {
    format!("{id} is not removed by a command")
}
pub const ITS_HISTORY_STAYS: &str = "its history stays";

pub const OKR_LIST: &str = "okr list";

pub fn stays(field: impl Display, stands: impl Display) -> String {
    format!("{field} stays {stands}")
}
pub fn stays_open(field: impl Display) -> String {
    format!("{field} stays open")
}
pub fn as_the_sentence_says(stays: impl Display, id: impl Display, fields: impl Display) -> String {
    format!("{stays}; as the sentence says: okr set {id} {fields}")
}
pub fn say_what_it_is_now(id: impl Display) -> String {
    format!("say what it is now: okr set {id} baseline=... title=...")
}
/// Of a level that is held: it has no baseline.
pub fn say_it_for_this_quarter(id: impl Display) -> String {
    format!("say it for this quarter: okr set {id} title=...")
}
pub fn what_reads_its_guardrail_now(id: impl Display) -> String {
    format!("what does its guardrail read now? okr set {id} guardrail_start=...")
}
pub fn there_is_no_point(typed: impl Display) -> String {
    format!("there is no point of the hand-over `{typed}`; there are:")
}
pub fn is_shown(id: impl Display) -> String {
    format!("{id} is shown, not ticked")
}
pub const OKR_LIST_HAND_OVER: &str = "okr list hand-over";
pub fn can_be(id: impl Display, words: impl Display) -> String {
    format!("{id} can be {words}")
}

pub fn is_given_twice(field: impl Display) -> String {
    format!("{field}: it is given twice")
}
pub const KEEP_ONE: &str = "keep one of the two";
pub fn is_not_of_the_form_field_value(shortened: impl Display) -> String {
    format!("`{shortened}` is not of the form field=value")
}
pub const QUOTE_A_VALUE_WITH_BLANKS: &str =
    "quote a value with blanks: target=\"0.5 %\"; clear a field with field=";
pub const OKR_LIST_METRICS_WORD_SEARCHES_IT: &str = "okr list metrics WORD searches it";
pub fn metric_the_library_has_no_metric(id: impl Display) -> String {
    format!("--metric: the library has no metric `{id}`")
}
pub fn a_number_is_needed(name: impl Display) -> String {
    format!("{name}: a number is needed, such as 1.4")
}
pub const LEAVE_IT_OUT_WHEN_THERE_IS_NONE: &str = "leave it out when there is none";
