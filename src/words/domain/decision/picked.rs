//! What is said where a change may not be made as things stand now.

use std::fmt::Display;

pub const DROP_IT_WITH_A_REASON: &str = "drop it with a reason: it keeps its history and gets no score";
pub const IT_IS_COMMITTED_AND_IS_NOT_REMOVED: &str = "it is committed and is not removed";
pub const IT_IS_COMMITTED: &str = "it is committed and stays so";
pub const WHAT_CHANGES_NOW: &str = "what changes now is a revision with its reason: okr set";
pub const SOMETHING_HAS_BEEN_SAID_ABOUT_IT_ALREADY: &str = "something has been said about it already";
pub const DROP_IT_AND_KEEP_WHAT_WAS_SAID: &str =
    "drop it with a reason, so that what was said keeps its key result";
pub fn it_stands_in(objective: impl Display) -> String {
    format!("it stands in {objective} and would go with it; others put it there or changed it")
}
pub const MOVE_IT_ELSEWHERE: &str = "move it elsewhere or remove it by its own name first";
pub fn another_is_called(id: impl Display, one: impl Display, other: impl Display) -> String {
    format!("`{id}` would stand twice, in {one} and in {other}")
}
pub const ADD_IT_UNDER_ANOTHER_NAME: &str = "add yours under another name, then leave theirs as it is";
pub const WHAT_IT_STANDS_IN_IS_GONE: &str = "what it stands in is gone";
pub const ADD_THAT_ANEW: &str = "add that anew first";
