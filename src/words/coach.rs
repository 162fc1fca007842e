//! What the coach says beside the questions of `assets/lints.toml`.

use std::fmt::Display;

pub fn it_says(what: impl Display) -> String {
    format!("(it says: {what})")
}
pub fn it_says_so(what: impl Display, so: impl Display) -> String {
    format!("(it says: {what}, so {so})")
}
pub fn could_be_read_in_two_ways(what: impl Display) -> String {
    format!("(“{what}” could be read in two ways)")
}
pub fn there_and_here(there: impl Display, here: impl Display) -> String {
    format!("{there} there, {here} here")
}
