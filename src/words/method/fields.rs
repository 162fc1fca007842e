//! What is said of the fields: their names and questions, and why a text does not fit.

pub mod key_result;
pub mod notes;
pub mod quarter;
pub mod set;

use std::fmt::Display;

pub const NAME_A_QUARTER_LIKE_2027_Q2: &str = "name a quarter like 2027-q2";
pub fn the_text_has_more_than_characters(longest_text: impl Display) -> String {
    format!("the text has more than {longest_text} characters; keep it to a sentence")
}
pub fn there_is_no_such_field(near: impl Display) -> String {
    format!("there is no such field; did you mean `{near}`?")
}
pub fn these_fields_are_there(names: impl Display) -> String {
    format!("there is no such field; there are {names}")
}
pub const IT_CANNOT_BE_EMPTY: &str = "it cannot be empty; write one line";
pub fn could_be_thousands(typed: impl Display) -> String {
    format!(
        "`{typed}` could mean two things; write thousands as 13,000, a decimal as 1.5, or as 1.2340 where it has three"
    )
}
pub fn is_it_the_digit(digit: impl Display, again: impl Display) -> String {
    format!("{digit} is {digit} %, not {digit}0 %; {again} if it is meant")
}
pub fn are_they_digits(again: impl Display) -> String {
    format!("all are below 10 %, such as 7 %, not 70 %; {again} if it is meant")
}
pub const SAVE_AGAIN: &str = "save again";
pub const TYPE_IT_AGAIN: &str = "type it again";
pub fn is_none_of(value: impl Display, words: impl Display) -> String {
    format!("`{value}` is none of {words}")
}
