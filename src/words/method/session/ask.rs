//! What a session asks, and why an answer does not fit.

pub mod agreeing;
pub mod check_in;
pub mod choosing;
pub mod closing;
pub mod room;

use std::fmt::Display;

pub const NOTHING_IS_ASKED: &str = "nothing is asked";
pub const IT_IS_EMPTY: &str = "it is empty; a few words are enough";
pub fn a_whole_number_up_to(most: u32) -> String {
    format!("a whole number up to {most}, such as {}", most.min(6))
}
pub const NUMBERS_IN_A_ROW: &str = "numbers in a row, such as 40 55 60";
pub const CHOOSE_ONE_OF_THE_WORDS: &str = "choose one of the words";
pub const THE_NUMBER_IT_HAS_ON_THE_BOARD: &str = "the number it has on the board, such as 2";
pub fn it_was_and_is(name: impl Display, was: impl Display, is: impl Display) -> String {
    format!("the board has changed: “{name}” was {was} and is {is} now; look, and say it again")
}
pub fn it_was_and_is_gone(name: impl Display, was: impl Display) -> String {
    format!("the board has changed: “{name}” was {was} and is not on it any more; look, and say it again")
}
pub const ITS_NUMBER_ON_THE_BOARD: &str = "its number on the board";
pub const LEFT_AND_RIGHT: &str = "Left and Right, or the first letter";
pub const ONE_LINE: &str = "one line";
pub const THE_LETTER_IT_HAS_ON_THE_BOARD: &str = "the letter it has on the board";
