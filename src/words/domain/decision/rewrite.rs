//! What is said when a sentence is worded anew.

use std::fmt::Display;

pub const SAY_WHAT_WOULD_BE_DIFFERENT: &str = "say what would be different if it helped";
pub const THE_SENTENCE_IS_STILL_THE_SAME: &str = "the sentence is still the same";
pub fn say_anew(name: impl Display) -> String {
    format!("say {name} anew")
}
pub fn revise_it_with_a_reason(id: impl Display) -> String {
    format!("revise it, saying which assumption broke: okr set {id} title=TEXT --reason TEXT")
}
