//! What is said of what the room answers together.

use std::fmt::Display;

pub const NO_REVIEW_AND_NO_PAY_HANGS: &str = "no review and no pay hangs on these";
pub const KEY_RESULTS_ARE_OUTCOMES: &str = "key results are outcomes, not work";
pub const GOALS_ARE_NEGOTIATED: &str = "goals are negotiated, not handed down";
pub const GOALS_ARE_AMBITIOUS: &str = "goals are ambitious";
pub const GOALS_ARE_FEW: &str = "goals are few";
pub const THE_SPONSORS_PROMISE: &str = "the sponsor's promise";
pub const ITS_SENTENCE: &str = "its sentence";
pub const RECORD_THE_SPONSORS_PROMISE: &str = "record the sponsor's promise";
pub fn answer_with(principle: impl Display, answer: impl Display) -> String {
    format!("answer {principle} with {answer}")
}
pub const CHECK_IN_EVERY_TWO_WEEKS: &str = "check in every two weeks";
pub const CHECK_IN_MONTHLY: &str = "check in monthly";
pub const ANSWER_THE_ALIGNMENT_TEST: &str = "answer the alignment test";
pub const THE_ALIGNMENT: &str = "the alignment";
pub const THE_REASON_FOR_KEEPING_IT: &str = "the reason for keeping it";
pub const KEEP_A_NOMINAL_ALIGNMENT: &str = "keep a nominal alignment";
pub const RECORD_THE_FIST_TO_FIVE: &str = "record the fist to five";
pub const TAKE_THE_FIST_BACK: &str = "take the fist to five back";
pub const TAKE_THE_TONE_BACK: &str = "take back how freely we could speak";
pub const RECORD_HOW_FREELY_WE_COULD_SPEAK: &str = "record how freely we could speak";
pub const THE_LINE: &str = "the line";
pub const RECORD_MID_QUARTER: &str = "record mid-quarter";
pub const THE_SET: &str = "the set";
pub const THE_SENTENCE: &str = "the sentence";
pub const RECORD_WHAT_THE_SET_TELLS: &str = "record what the set tells";
pub fn let_go(text: impl Display) -> String {
    format!("let go {text}")
}
pub const REWORK_IT: &str = "rework it, drop it, or say why it is kept";
pub const ITS_ALIGNMENT_IS_NOMINAL: &str = "its alignment is nominal";
pub const WHAT_WOULD_MAKE_IT_A_3: &str = "what would make it a 3? Note the dissent";
