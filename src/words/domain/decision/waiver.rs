//! What is said when a question is waived.

use std::fmt::Display;

pub const THE_REASON: &str = "the reason";
pub fn waive_on(rule: impl Display, name: impl Display) -> String {
    format!("waive {rule} on {name}")
}
pub fn is_not_waived_here(rule: impl Display) -> String {
    format!("{rule} is not waived here")
}
pub const OKR_LIST_WAIVERS_SHOWS_WHAT_IS: &str = "`okr list waivers` shows what is";
pub fn ask_again_of(rule: impl Display, name: impl Display) -> String {
    format!("ask {rule} again of {name}")
}
