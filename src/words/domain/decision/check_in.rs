//! What is said when a check-in is logged or refused.

use std::fmt::Display;

pub const THE_SITTING: &str = "the sitting";
pub const GIVE_A_DATE: &str = "give a date";
pub const GIVE_A_READING: &str = "give a reading, a confidence, what changed or what blocks";
pub const THE_CHECK_IN: &str = "the check-in";
pub const THE_OPENING_VOTE_IS_OVER: &str =
    "an opening vote is taken before the commit; what one believes now is a check-in";
pub const LOG_A_CHECK_IN: &str = "log a check-in: the same without --opening";
pub fn and_its_baseline_is_known(sentence: impl Display) -> String {
    format!("{sentence}; its baseline is known, it joins once nothing else is missing")
}
pub const LOG_THE_OPENING_VOTE: &str = "log the opening vote";
pub fn log_a_check_in_on(name: impl Display) -> String {
    format!("log a check-in on {name}")
}
pub const LOG_WHAT_WAS_DECIDED: &str = "log what was decided";
pub fn log_a_check_in_on_key_results(count: impl Display) -> String {
    format!("log a check-in on {count} key results")
}
pub const GIVE_THE_DAY_OF_THE_READING: &str = "give the day of the reading";
pub fn is_not_committed_yet(label: impl Display) -> String {
    format!("{label} is not committed yet")
}
pub fn lies_before_the_quarter(date: impl Display, cycle: impl Display) -> String {
    format!("{date} lies before the quarter, which began on {cycle}")
}
pub fn lies_after_the_quarter(date: impl Display, cycle: impl Display) -> String {
    format!("{date} lies after the quarter, which ended on {cycle}")
}
pub const READ_BY_THEN_OR_LATER: &str = "give the day by then on which it was so; what it reads now is a later reading: okr score ID --later VALUE";
pub const GIVE_A_DAY_OF_THIS_QUARTER: &str = "give a day of this quarter";
pub const LOG_THE_VOTES_AND_THE_ACTIONS: &str = "log the votes and the actions one after the other";
pub const IT_HAS_VOTES_AND_ACTIONS: &str = "it has votes and actions";
pub const THE_ACTION: &str = "the action";
pub const WHAT_IS_DONE: &str = "what is done";
pub const IT_KEEPS_ITS_HISTORY: &str = "it keeps its history; nothing more is logged on it";
pub const IT_STANDS_IN_THE_SITTING_TWICE: &str = "it stands in the sitting twice";
pub const SAY_IT_ONCE: &str = "say it once";
pub const IT_IS_READ_AND_NOT_READABLE: &str = "it has a reading and “not readable yet”";
pub fn more_votes_than_people(votes: impl Display, people: impl Display) -> String {
    format!("{votes} numbers are more than the {people} of the team")
}
pub const ONE_NUMBER_EACH: &str = "give one number each; who has joined is added to the people of the team";
pub const KEEP_ONE_OF_THE_TWO: &str = "keep one of the two";
