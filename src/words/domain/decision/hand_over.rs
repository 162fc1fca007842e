//! What is said when something is carried on.

use std::fmt::Display;

pub const THE_HAND_OVER: &str = "the hand-over";
pub const THERE_IS_NO_LAST_QUARTER: &str = "there is no last quarter to carry from";
pub const START_A_NEW_KEY_RESULT: &str = "start a new key result";
pub const THE_SET_IS_COMMITTED: &str = "the set is committed already; nothing is carried into it";
pub const ADD_IT_ANEW: &str = "add a key result with its own baseline: okr add key-result";
pub const KEY_RESULT: &str = "key result";
pub fn carry_on(name: impl Display) -> String {
    format!("carry {name} on")
}
pub fn and_draft_it_anew(ticked: impl Display) -> String {
    format!("{ticked} and draft it anew")
}
pub fn and_its_draft_stays(ticked: impl Display) -> String {
    format!("{ticked}; its draft was worked on and stays")
}
pub fn and_remove_its_draft(ticked: impl Display) -> String {
    format!("{ticked} and remove its draft")
}
