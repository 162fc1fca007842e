//! What is said when a question is waived.

use std::fmt::Display;

pub const THE_REASON: &str = "the reason";
pub fn waive_on(rule: impl Display, name: impl Display) -> String {
    format!("waive {rule} on {name}")
}
pub fn is_not_waived_here(rule: impl Display) -> String {
    format!("{rule} is not waived here")
}
pub const WHERE_WAIVERS_ARE_LISTED: &str = "`okr list waivers` shows what is";
pub fn ask_again_of(rule: impl Display, name: impl Display) -> String {
    format!("ask {rule} again of {name}")
}
