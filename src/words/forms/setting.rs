//! The forms of Setting: objectives, key results, and the lines beside them.

use std::fmt::Display;

pub const GO_BACK_AND_LOOK_AGAIN: &str =
    "go back and look again; the Overview names files that cannot be read";
pub const THE_LINE: &str = "the line";
pub const NEW_OBJECTIVE: &str = "New objective";
pub const A_CHANGE_SOMEBODY_WOULD_NOTICE: &str = "a change somebody would notice, without a number";
pub const NEW_ASSUMPTION: &str = "New assumption";
pub const BY_NAME_IN_ONE_LINE: &str = "by name, one line";
pub const BY_WHEN: &str = "by when: 2027-03-01, +2w";
pub const CHANGE_A_LINE_OF_A_LIST: &str = "change a line of a list";
pub const CHANGE_THE_GROUND_RULES: &str = "change the ground rules";

pub const NEW_KEY_RESULT: &str = "New key result";
pub const TEMPLATE_OF_A_KEY_RESULT: &str =
    "[raise/lower] [metric] for [where] from [now] to [then] by [date]";
pub fn sentence(says: impl Display) -> String {
    format!("sentence: {says}")
}
pub const WHY_CHANGED: &str = "why changed";
pub const COMMITTED_NEEDS_A_REASON: &str = "committed: another definition needs its reason";
pub fn read_from_the_sentence(read: impl Display) -> String {
    format!("read from the sentence: {read}")
}
pub const PASTE_OR_TYPE_IT_WHOLE: &str = "paste or type the whole sentence; its numbers and its day are read";
pub const ASKED_ABOUT: &str = "no key results yet, and what asks about them:";
pub fn counter_example(text: impl Display, rule: impl Display) -> String {
    format!("“{text}”  {rule}")
}
pub const NO_NUMBER_YET: &str = "no number yet";
pub fn read(read: impl Display) -> String {
    format!("read: {read}")
}
pub const NEW_DEPENDENCY: &str = "New dependency";
pub const THE_DEPENDENCY: &str = "the dependency";
pub const THE_INITIATIVE: &str = "the initiative";
pub const NEW_INITIATIVE: &str = "New initiative";

pub const ONLY_A_KEY_RESULT_IS_SAID_ANEW: &str = "Only a key result is said anew.";
pub const IT_IS_GONE: &str = "It is not there any more.";
pub const IT_IS_COMMITTED: &str = "It is committed; another sentence is a revision with its reason.";
pub const IT_IS_NO_WORK: &str = "It is no work, as the coach reads it; edit its sentence.";
pub const SAY_IT_ANEW: &str = "Say it anew";
pub const FILL_IN_THE_BRACKETS: &str = "fill in what stands in brackets, or type over it";
pub const WHAT_BECOMES_OF_THE_OLD_ONE: &str =
    "initiative keeps it as how we go about it, delivery moves it to the delivery list";
pub const THE_OLD_ONE: &str = "the old one";
pub fn was(title: impl Display) -> String {
    format!("was: {title}")
}
pub fn searches_the_metrics(key: impl Display) -> String {
    format!("{key} searches the metrics of the library")
}
pub fn metrics_that_fit(searches: impl Display) -> String {
    format!("metrics that fit the objective; {searches} searches them all")
}

pub const THE_ENTRY: &str = "the entry";
pub const A_CHANGE_WE_WERE_ASKED_FOR: &str = "A change we were asked for";

pub const LINE: &str = "line";
pub const REWRITE: &str = "rewrite";
