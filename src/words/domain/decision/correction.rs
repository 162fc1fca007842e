//! What is said when a check-in is corrected.

use std::fmt::Display;

pub fn correct_which_stands_in_its_place(id: impl Display) -> String {
    format!("correct {id}, which stands in its place")
}
pub const IT_HAS_BEEN_CORRECTED_ALREADY: &str = "it has been corrected already";
pub const SAY_WHAT_IT_SHOULD_BE: &str = "say what it should be, or take the check-in back altogether";
pub const THE_CHECK_IN: &str = "the check-in";
pub fn correct_the_check_in_on(name: impl Display) -> String {
    format!("correct the check-in on {name}")
}
pub fn take_back_the_check_in_on(name: impl Display) -> String {
    format!("take back the check-in on {name}")
}
pub const ITS_BASELINE_WAS_READ_THEN: &str =
    "its baseline was read then, and it has been revised or scored since";
pub const SAY_WHAT_IT_READ: &str = "say what it read instead";
pub const IT_COULD_NOT_HAVE_JOINED_THE_SET: &str =
    "with this number it could not have joined the set; drop it and say why, or leave the number";
pub const CORRECT_WHAT_WAS_DECIDED: &str = "correct what was decided";
pub fn take_back_what_was_decided_on(date: impl Display) -> String {
    format!("take back what was decided on {date}")
}
pub const TAKE_BACK_THE_CHECK_IN: &str = "take back the check-in";
